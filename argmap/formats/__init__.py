"""Text to map and map to text: one file a format, one table; nothing but the map."""
