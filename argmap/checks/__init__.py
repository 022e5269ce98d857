"""What is weak in a map that was read well: one function and one row a check."""
