"""An article in paragraphs and sentences, counted from 1, with half-open code-point ranges.

A paragraph is a block between blank lines; the title is the first. The numbering is part of every
map that anchors by place, so the rule has a version and is not changed under it.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from argmap.sources.folding import Folded

RULE: Final = "blocks-nupunkt-1"
"""Version of the rule by which paragraphs and sentences are counted."""

Range = tuple[int, int]

_BREAK: Final = r"(?:\r\n|\r(?!\n)|\n)"  # CR LF is one break, never two
_BLANK: Final = rf"{_BREAK}[^\S\r\n]*{_BREAK}\s*"  # no repeated group: it remembers every turn


class Article:
    """The text a map is of."""

    def __init__(self, text: str, name: str = "the source", sha256: str = "") -> None:
        """Keep the text, the name by which it is called, and the digest of its file where it has one."""
        self.text = text
        self.name = name
        self.sha256 = sha256
        self._sentences: dict[int, tuple[Range, ...]] = {}

    @cached_property
    def folded(self) -> Folded:
        """The text with typography and white space evened out."""
        return Folded(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Range, ...]:
        """Where each paragraph stands."""
        found: list[Range] = []
        start = 0
        for gap in re.finditer(_BLANK, self.text):
            found.append((start, gap.start()))
            start = gap.end()
        found.append((start, len(self.text)))
        trimmed = (_trimmed(self.text, place) for place in found)
        return tuple((start, end) for start, end in trimmed if start < end)

    def sentences(self, paragraph: int) -> tuple[Range, ...]:
        """Return where each sentence of a paragraph stands.

        Args:
            paragraph: Its number, from 1.

        Raises:
            IndexError: there is no such paragraph.
        """
        if not 1 <= paragraph <= len(self.paragraphs):
            raise IndexError(paragraph)
        if paragraph not in self._sentences:
            start, end = self.paragraphs[paragraph - 1]
            self._sentences[paragraph] = tuple(
                _trimmed(self.text, (start + first, start + last))
                for first, last in _sentence_spans(self.text[start:end])
            )
        return self._sentences[paragraph]

    def line(self, position: int) -> int:
        """Return the number of the line, from 1, on which a position stands."""
        return bisect_right(self._line_starts, position)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.text))]


def _trimmed(text: str, place: Range) -> Range:
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _sentence_spans(paragraph: str) -> list[Range]:
    """Return the sentences of a paragraph.

    Source: Punkt (Kiss & Strunk 2006), as kept up by the nupunkt library.
    """
    import nupunkt  # noqa: PLC0415 - a quarter of the start-up time, and only quotes need it

    return [(start, end) for start, end in nupunkt.sent_spans(paragraph) if paragraph[start:end].strip()]
