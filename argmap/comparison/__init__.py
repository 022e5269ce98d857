"""What changed between two maps: nodes and links paired, and what is told of each pair."""
