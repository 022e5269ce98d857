"""The commands, one file each; `argmap.cli.table` has a row for each file."""
