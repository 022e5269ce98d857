"""Texts as Markdown shows them letter by letter."""

import re
from typing import Final

from argmap.controls import one_line

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~^$=:@/&\"'%])")


def escaped(text: str) -> str:
    """Return a text on one line, each sign that could be markup behind a backslash."""
    return _MARKUP.sub(r"\\\1", one_line(text))
