"""Questions to a map or its graph, as functions that return plain values."""
