"""The page of a map: its contents as data, and the script and style that show them."""
