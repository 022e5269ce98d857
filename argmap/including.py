"""Texts that ask for other files: put together before they are read, every place still told.

Only files in the folder of the text or below it are put in, each once, as Argdown's own tool does;
devices, pipes, addresses and whatever else is no regular text file there is refused.

Source: `@include(path)` of Argdown, https://argdown.org/guide/.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import Final, NamedTuple, Protocol

from argmap.controls import visible
from argmap.disk import LARGEST, read_text, shown
from argmap.errors import ArgmapError, LoadError, Problem
from argmap.findings import Finding
from argmap.malformed import AGAIN
from argmap.places import Lines, with_line_feeds

DEEPEST: Final = 20
"""How many files may ask for one another in a chain."""
FILES_MOST: Final = 200
"""Files that one text may ask for, all together."""
_ASKED: Final = re.compile(r"@include\(([^)\n]*)\)")


class _Piece(NamedTuple):
    """What of the whole text comes from one stretch of one file."""

    start: int
    file: int
    origin: int


class Folder(Protocol):
    """Where the files lie that a text may ask for: its own folder, and what is below it."""

    name: str
    """What messages call the text."""
    file: Path
    """The file on this disk, as it is today."""

    @property
    def first(self) -> PurePath:
        """The file of the text, every link followed."""
        ...

    def inside(self, asked: str, folder: PurePath) -> PurePath | None:
        """Return the file that is asked for by a file of some folder; None where it lies outside."""
        ...

    def called(self, path: PurePath) -> str:
        """Return what messages call a file that is inside."""
        ...

    def read(self, path: PurePath) -> str:
        """Return the text of a file that is inside.

        Raises:
            ArgmapError: it cannot be read.
        """
        ...


class OnDisk:
    """The folder of a file on disk."""

    def __init__(self, path: Path) -> None:
        """Keep the file of the text."""
        self.name = shown(path)
        self.file = path

    @cached_property
    def first(self) -> PurePath:
        """The file, every link followed; looked for only where something is asked for."""
        return self.file.resolve()

    def inside(self, asked: str, folder: PurePath) -> PurePath | None:
        """Return the file that is meant, symbolic links followed; None where it lies outside."""
        try:
            path = Path(folder / asked).resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        inside = path.is_relative_to(self.first.parent)
        return path if asked and not Path(asked).is_absolute() and inside else None

    def called(self, path: PurePath) -> str:
        """Return its path from the folder."""
        return visible(str(path.relative_to(self.first.parent)))

    def read(self, path: PurePath) -> str:
        """Return the text of a file.

        Raises:
            ArgmapError: it cannot be read.
        """
        return read_text(Path(path))


class Included:
    """A text with the files it asks for, and where each stretch of it comes from."""

    def __init__(self, text: str, folder: Folder) -> None:
        """Put the text of a file together, with those that its folder has."""
        self.findings: list[Finding] = []
        self._problems: list[Problem] = []
        self._folder = folder
        self._files: list[tuple[str, Lines]] = []
        self._seen = {folder.first}
        self._pieces: list[_Piece] = []
        self._parts: list[str] = []
        self._length = 0
        self._put(text, folder.name, folder.first.parent, 0)
        self.text = "".join(self._parts)
        self._lines = Lines(self.text)
        self._starts = [piece.start for piece in self._pieces]

    @property
    def count(self) -> int:
        """How many files were put in."""
        return len(self._files) - 1

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be put in, each where it was asked for."""
        return tuple(self._problems)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem of the whole text where its file has it."""
        if not problem.line or not self._pieces:
            return problem
        position = self._lines.position(problem.line, max(problem.column, 1))
        piece = self._pieces[max(bisect_right(self._starts, position) - 1, 0)]
        name, lines = self._files[piece.file]
        line, column = lines.at(piece.origin + position - piece.start)
        return Problem(line, column if problem.column else 0, problem.message, name if piece.file else "")

    def found(self, finding: Finding) -> Finding:
        """Return a finding of the whole text where its file has it."""
        line, column, _, file = self.placed(Problem(finding.line, finding.column, ""))
        return replace(finding, line=line, column=column, file=file)

    def _put(self, text: str, name: str, folder: PurePath, depth: int) -> None:
        """Put a file's text in, and what it asks for in its places."""
        text = with_line_feeds(text)
        lines, number, done = Lines(text), len(self._files), 0
        self._files.append((name, lines))
        for found in _ASKED.finditer(text):
            self._take(text[done : found.start()], number, done)
            done = found.end()
            line, column = lines.at(found.start())
            file = name if number else ""
            try:
                if again := self._ask(found[1].strip(), folder, depth):
                    self.findings.append(AGAIN.at("", again, line, column, file))
            except ArgmapError as error:
                self._problems.append(Problem(line, column, f"@include: {error}", file))
        self._take(text[done:], number, done)

    def _take(self, text: str, file: int, origin: int) -> None:
        self._pieces.append(_Piece(self._length, file, origin))
        self._parts.append(text)
        self._length += len(text)
        if self._length > LARGEST:
            raise LoadError(self._files[0][0], [Problem(0, 0, "with the files it asks for it is too large")])

    def _ask(self, asked: str, folder: PurePath, depth: int) -> str:
        """Put the file of that name in; return what is to be said where it is there already.

        Raises:
            ArgmapError: it is outside of the folder, cannot be read, or there are too many of them.
        """
        said = visible(asked[:100])
        path = self._folder.inside(asked, folder)
        if path is None:
            raise LoadError(said, [Problem(0, 0, "only files in the text's folder or below it are put in")])
        if path in self._seen:
            return f"{said} is there already: each file is put in once"
        if depth >= DEEPEST or len(self._files) > FILES_MOST:
            message = f"at most {FILES_MOST} files are put in, and {DEEPEST} deep"
            raise LoadError(said, [Problem(0, 0, message)])
        self._seen.add(path)
        self._put(self._folder.read(path), self._folder.called(path), path.parent, depth + 1)
        return ""


def asks(text: str) -> bool:
    """Tell whether a text asks for other files."""
    return _ASKED.search(text) is not None
