"""The parts that pages are made from: blocks, inlines, and the values that fill them."""
