"""The Markdown of records: the only owner of the parser, its plugins and its web address finder.

Pages, checks and search read text by the same rules, so that none promises what another drops.
"""
