"""The article a map is of: its paragraphs and sentences, and where a statement stands in it."""
