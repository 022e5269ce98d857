"""Texts in Markdown, in which a text is only ever text: letter by letter, or as lightly as is safe.

Shared by the formats that write Markdown and by the answers that are rendered in it.

Source: CommonMark 0.31, https://spec.commonmark.org; GitHub Flavored Markdown, its tables and autolinks.
"""

import re
from typing import Final

from argmap.controls import one_line

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~^$=:@/&\"'%])")
_ANYWHERE: Final = re.compile(r"[\\`*_{}\[\]<>#|~^$=@&]")
"""What may be markup wherever it stands."""
_OPENING: Final = re.compile(r"^([-+]|[0-9]{1,9}[.)])(?=\s|$|[-+])")
"""A list, or a rule, where a line begins."""
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp|www)([:.])")
"""An address that links itself."""


def escaped(text: str) -> str:
    """Return a text on one line, each sign that could be markup anywhere behind a backslash."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def readable(text: str) -> str:
    """Return a text on one line, only what would be markup where it stands behind a backslash.

    It may stand at the beginning of a line, or after words of ours and a space.
    """
    line = _ANYWHERE.sub(r"\\\g<0>", one_line(text))
    if opening := _OPENING.match(line):
        sign = opening.end() - 1
        line = f"{line[:sign]}\\{line[sign:]}"
    return _ADDRESS.sub(r"\1\\\2", line)
