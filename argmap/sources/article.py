"""An article in paragraphs and sentences, counted from 1, with half-open code-point ranges.

A paragraph is a block between blank lines, or one of Markdown's; the title is the first. The
numbering is part of every map that anchors by place, so the rule has a version and is not changed
under it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from argmap.sources.folding import Folded, fold
from argmap.sources.seeking import FEW, all_occurrences, occurrences

if TYPE_CHECKING:
    from argmap.sources.blocks import Piece

RULE: Final = "blocks-nupunkt-3"
"""Version of the rule by which paragraphs and sentences are counted."""

Range = tuple[int, int]


class Article:
    """The text a map is of; paragraphs and sentences are found once and remembered."""

    def __init__(self, text: str, name: str = "the source", sha256: str = "") -> None:
        """Keep the text, the name by which it is called, and the digest of its file where it has one."""
        self.text = text
        self.name = name
        self.sha256 = sha256
        self._sentences: dict[int, tuple[Range, ...]] = {}
        self._sought: dict[str, list[int]] = {}

    @cached_property
    def folded(self) -> Folded:
        """The text with typography and white space evened out."""
        return Folded(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Range, ...]:
        """Where each paragraph stands."""
        return tuple((block[0].start, block[-1].end) for block in self._blocks)

    def sentences(self, paragraph: int) -> tuple[Range, ...]:
        """Return where each sentence of a paragraph stands.

        Args:
            paragraph: Its number, from 1.

        Raises:
            IndexError: there is no such paragraph.
        """
        if not 1 <= paragraph <= len(self._blocks):
            raise IndexError(paragraph)
        if paragraph not in self._sentences:
            pieces = self._blocks[paragraph - 1]
            self._sentences[paragraph] = tuple(each for piece in pieces for each in self._in(piece))
        return self._sentences[paragraph]

    def all_sentences(self) -> Iterator[tuple[int, int, Range]]:
        """Yield every sentence: the number of its paragraph, its own there, and where it stands."""
        for paragraph in range(1, len(self.paragraphs) + 1):
            for number, place in enumerate(self.sentences(paragraph), 1):
                yield paragraph, number, place

    def seek(self, quotes: Sequence[str]) -> None:
        """Look for many quotes at once, before they are asked for one by one."""
        if len(quotes) > FEW:
            words = {fold(quote) for quote in quotes} - self._sought.keys()
            self._sought |= all_occurrences(self.folded.text, sorted(words))

    def occurrences(self, words: str, most: int) -> list[int]:
        """Return where folded words begin in the folded text, at most so often, and 20 times."""
        known = self._sought.get(words)
        return occurrences(self.folded.text, words, most) if known is None else known[:most]

    def line(self, position: int) -> int:
        """Return the number of the line, from 1, on which a position stands."""
        return bisect_right(self._line_starts, position)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.text))]

    @cached_property
    def _blocks(self) -> "list[list[Piece]]":
        from argmap.sources.blocks import blocks  # noqa: PLC0415 - most calls look into no article

        return blocks(self.text)

    def _in(self, piece: "Piece") -> list[Range]:
        """Return where the sentences of a piece stand, the first with the piece's mark."""
        from argmap.sources.sentences import sentences  # noqa: PLC0415

        if piece.whole:
            return [(piece.start, piece.end)]
        found = [
            _trimmed(self.text, (piece.words + start, piece.words + end))
            for start, end in sentences(self.text[piece.words : piece.end])
        ]
        return [(piece.start, found[0][1]), *found[1:]] if found else [(piece.start, piece.end)]


def _trimmed(text: str, place: Range) -> Range:
    start, end = place
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    return start, start + len(body.strip())
