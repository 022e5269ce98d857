"""What a change does to a text, line by line, in the form that patch and git read."""

from collections.abc import Iterator
from difflib import unified_diff


def difference(old: str, new: str, name: str) -> Iterator[str]:
    """Return the lines of the unified difference of two texts, ends of lines aside; none where none is."""
    return unified_diff(_lines(old), _lines(new), name, name, lineterm="")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")
