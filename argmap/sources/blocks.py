"""The blocks of a plain text or of Markdown: what is a paragraph, and what in it stands by itself.

One rule for both, so that numbers hang on the text alone and not on a file's name. Every line is
looked at once. Sentences are found next door.

Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/, with the tables and the front
matter in common use. Indented code, HTML and link references are paragraphs like any other.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Piece(NamedTuple):
    """A stretch of a block that no sentence crosses.

    Attributes:
        start: Where it begins, in code points, white space left out.
        words: Where its words begin, after the mark of a list item.
        end: Where it ends, half-open, white space left out.
        whole: Whether it is one sentence whatever it holds: a heading, code, a row of a table.
    """

    start: int
    words: int
    end: int
    whole: bool


class _Line(NamedTuple):
    kind: str
    number: str | None
    start: int
    words: int
    end: int


_BREAK: Final = r"(?:\r\n|\r|\n|\Z)"
_END: Final = r"(?=[\r\n]|\Z)"
_KINDS: Final = {
    "delimiter": rf"(?=[^\r\n|]*\|)[ \t|:]*-[-|: \t]*{_END}",
    "rule": rf"[ \t]*(?:=[= \t]+|-[- \t]+|[*][* \t]{{2,}}|_[_ \t]{{2,}}|>[> \t]*){_END}",
    "heading": r"[ ]{0,3}#{1,6}[ \t]+(?=[^\s#])",
    "item": r"[ \t]*(?:[-*+•]|(?P<number>[0-9]{1,9})[.)])[ \t]+(?=\S)",
    "row": r"[ \t]*\|",
    "quote": r"[ \t]*>",
    "text": "",
}
"""How each kind of line begins; the first that fits counts."""
_LINE: Final = re.compile(
    r"(?P<blank>\s*[\r\n]|\s+\Z)|(?:"
    + "|".join(f"(?P<{kind}>{begins})" for kind, begins in _KINDS.items())
    + rf")[^\r\n]*{_BREAK}"
)
_FENCE: Final = re.compile(
    rf"(?:\A|(?<=[\r\n]))[ ]{{0,3}}(?P<fence>`{{3,}}|~{{3,}})(?P<about>[^`\r\n]*){_BREAK}"
)
_FRONT: Final = re.compile(r"(?:---(?=\s+[\w-]+:)|\+\+\+(?=\s+(?:[\w-]+\s*=|\[)))[ \t]*[\r\n]")
_FRONT_END: Final = re.compile(rf"(?<=[\r\n])(?:---|\.\.\.|\+\+\+)[ \t]*{_BREAK}")


def blocks(text: str) -> list[list[Piece]]:
    """Return the blocks of a text, each of one piece or more; linear in the text.

    A block is what stands between blank lines. Besides, a heading, fenced code, a table and a
    block quote are each a block of their own, and each item of a list and each row of a table is
    a piece of its block. Front matter and lines of nothing but marks (`---`, `===`, `* * *`) are
    none.
    """
    gathering = _Gathering(text)
    for line in _lines(text):
        gathering.take(line)
    return gathering.done()


def _lines(text: str) -> Iterator[_Line]:
    code = dict(_fenced(text))
    position = _after_front_matter(text)
    while position < len(text):
        if position in code:
            yield _Line("code", None, position, position, code[position])
            position = code[position]
            continue
        found = _LINE.match(text, position)
        assert found is not None  # noqa: S101 - whatever it is, it is a text
        kind = found.lastgroup or ""  # of groups within one another, the outer one closes last
        yield _Line(kind, found["number"], position, found.end(kind), found.end())
        position = found.end()


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced code begins and ends; a fence that nothing closes is a line of text."""
    opened: re.Match[str] | None = None
    if "```" not in text and "~~~" not in text:
        return
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif fence["fence"].startswith(opened["fence"]) and not fence["about"].strip():
            yield opened.start(), fence.end()
            opened = None


def _after_front_matter(text: str) -> int:
    begins = _FRONT.match(text)
    ends = _FRONT_END.search(text, begins.end()) if begins else None
    return ends.end() if ends else 0


class _Gathering:
    """Puts lines together to pieces, and pieces to blocks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[list[Piece]] = []
        self._block: list[Piece] = []
        self._sort = ""  # of the open block: text, item, quote or row
        self._piece: tuple[int, int, int] | None = None

    def take(self, line: _Line) -> None:
        """Take the next line."""
        match line.kind:
            case "blank" | "rule":
                self._close()
            case "delimiter":
                self._settle()
            case "heading" | "code":
                self._close()
                self._begin(line)
                self._close(whole=True)
            case "row" | "quote":
                self._marked(line)
            case "item" if self._lists(line):
                self._item(line)
            case _ if self._sort == "row":
                self._close()
                self._begin(line)
            case _:
                self._go_on(line)

    def done(self) -> list[list[Piece]]:
        """Return the blocks."""
        self._close()
        return self._blocks

    def _lists(self, line: _Line) -> bool:
        """Tell whether an item can begin here: amid a text, no number but 1 begins a list."""
        return self._sort != "text" or line.number in {None, "1"}

    def _item(self, line: _Line) -> None:
        if self._sort in {"row", "quote"}:
            self._close()
        self._settle()
        self._sort = "item"
        self._piece = (line.start, line.words, line.end)

    def _marked(self, line: _Line) -> None:
        """Take a row of a table or a line of a quote, which stand among their own."""
        if self._sort != line.kind:
            self._close()
        if line.kind == "row":
            self._settle(whole=True)
            self._begin(line)
        else:
            self._go_on(line)
        self._sort = line.kind

    def _begin(self, line: _Line) -> None:
        self._piece = (line.start, line.start, line.end)
        self._sort = self._sort or "text"

    def _go_on(self, line: _Line) -> None:
        if self._piece is None:
            self._begin(line)
        else:
            self._piece = (*self._piece[:2], line.end)

    def _settle(self, *, whole: bool = False) -> None:
        """End the piece that is open, if there is one."""
        if self._piece is not None:
            start, words, end = self._piece
            body = self._text[start:end]
            start += len(body) - len(body.lstrip())
            whole = whole or self._sort == "row"
            self._block.append(Piece(start, max(start, words), start + len(body.strip()), whole))
            self._piece = None

    def _close(self, *, whole: bool = False) -> None:
        """End the block that is open, if there is one."""
        self._settle(whole=whole)
        if self._block:
            self._blocks.append(self._block)
            self._block = []
        self._sort = ""
