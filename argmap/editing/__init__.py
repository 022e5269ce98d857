"""Changes to maps, and to the texts they are written in: what did not change stays as it stood."""
