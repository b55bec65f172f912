"""A second implementation of the main answers, compared with the product on random academies.

Nothing here imports the product's graph or answers: `raw_records` reads YAML with PyYAML, `rules`
and `answers` work on plain dictionaries and networkx. Only `product.py` runs the product.
"""
