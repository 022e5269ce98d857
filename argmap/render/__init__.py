"""Values made visible: sections, and what writes them to a terminal, a pipe or a reader aloud."""
