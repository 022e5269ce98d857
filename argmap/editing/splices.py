"""Pieces of a text put in the place of others, and the lines that a piece takes with it."""

import re
from typing import Final

_COMMENT: Final = re.compile(r"[ \t]*#")


class Splices:
    """Changes to a text, each by the positions of what it replaces; none overlaps another."""

    def __init__(self, text: str) -> None:
        """Keep the text; nothing is changed yet."""
        self.text = text
        self._found: list[tuple[int, int, str]] = []
        self._break = "\r\n" if "\r\n" in text else "\n"

    def put(self, start: int, end: int, new: str) -> None:
        """Put a piece in the place of what stands from start to end; lines break as they do elsewhere."""
        self._found.append((start, end, new.replace("\n", self._break)))

    def insert_lines(self, position: int, lines: str) -> None:
        """Put whole lines after the line on which a position lies."""
        end = self.line_end(position)
        broken = end == 0 or self.text[end - 1] == "\n"
        self.put(end, end, lines if broken else "\n" + lines.removesuffix("\n"))

    def done(self) -> str:
        """Return the changed text."""
        pieces = []
        at = 0
        for start, end, new in sorted(self._found, key=lambda each: each[:2]):
            pieces += [self.text[at:start], new]
            at = max(at, end)
        return "".join(pieces) + self.text[at:]

    # --- lines ------------------------------------------------------------------------------

    def line_start(self, position: int) -> int:
        """Return where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Return where the line after that of a position begins."""
        return self.text.find("\n", position) + 1 or len(self.text)

    def column(self, position: int) -> int:
        """Return how far a position lies from the start of its line, from 0."""
        return position - self.line_start(position)

    def before(self, position: int) -> str:
        """Return what stands before a position on its line."""
        return self.text[self.line_start(position) : position]

    def with_comments(self, start: int, floor: int) -> int:
        """Return where the comments begin that stand above a line, next to it and not before `floor`."""
        while start > floor:
            above = self.line_start(start - 1)
            if above < floor or not _COMMENT.match(self.text, above, start):
                break
            start = above
        return start

    def with_blank_lines(self, start: int, end: int, floor: int) -> tuple[int, int]:
        """Return lines with the empty lines before them, not before `floor`, or where that is none, after."""
        if start <= floor:
            while end < len(self.text) and self._is_blank(end):
                end = self.line_end(end)
        while start > floor and self._is_blank(self.line_start(start - 1)):
            start = self.line_start(start - 1)
        return start, end

    def _is_blank(self, start: int) -> bool:
        return not self.text[start : self.line_end(start)].strip()

    def after_spaces(self, position: int) -> int:
        """Return where the spaces that follow a position end."""
        while self.text[position : position + 1] == " ":
            position += 1
        return position

    def comma(self, position: int) -> int:
        """Return where, spaces and comments aside, the comma after a position stands; -1 if none."""
        found = re.compile(r"(?:\s|#[^\n]*\n)*,").match(self.text, position)
        return found.end() - 1 if found else -1
