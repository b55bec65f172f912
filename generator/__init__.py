"""The Learning Academy: from records in folders to a site that can be carried anywhere."""
