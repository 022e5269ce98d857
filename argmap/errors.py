"""What argmap raises when it cannot go on: one root, and every class builds its own sentence.

What is merely weak in a map that was read well is not here: that is a finding, and it is returned.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

NAME_LONGEST: Final = 120
"""Characters of a name in a message; of a longer one, the beginning is shown."""


class ArgmapError(Exception):
    """The root of everything argmap raises on purpose."""

    @property
    def hint(self) -> str:
        """What the reader can do about it; empty when there is nothing to advise."""
        return ""


class Problem(NamedTuple):
    """One thing that keeps a text from being a map.

    Attributes:
        line: Counted from 1; 0 when the whole text is meant.
        column: Counted from 1, in code points; 0 when the whole line is meant.
        message: What is wrong, in the author's words.
        file: The file it stands in, where the text was put together from several; empty otherwise.
    """

    line: int
    column: int
    message: str
    file: str = ""


class LoadError(ArgmapError):
    """A text could not become a map; carries every problem at once."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        """Keep the name of the text and its problems, sorted by place."""
        self.name = name
        self.problems = tuple(sorted(set(problems)))
        super().__init__(name, self.problems)

    def lines(self) -> list[str]:
        """Each problem as `name:line:column: message`."""
        return [_placed(problem.file or self.name, problem) for problem in self.problems]

    def __str__(self) -> str:
        """All problems, one a line."""
        return "\n".join(self.lines())


class ManyMapsError(ArgmapError):
    """Several things went wrong, each by itself: maps of one call that cannot be read."""

    def __init__(self, errors: Sequence[ArgmapError]) -> None:
        """Keep the errors in the order in which they came."""
        self.errors = tuple(errors)
        super().__init__(self.errors)

    @property
    def hint(self) -> str:
        """What the first that has any advice advises."""
        return next((error.hint for error in self.errors if error.hint), "")

    def lines(self) -> list[str]:
        """Each problem of each error."""
        return [line for error in self.errors for line in str(error).splitlines()]

    def __str__(self) -> str:
        """All of them, one a line."""
        return "\n".join(self.lines())


def _placed(name: str, problem: Problem) -> str:
    numbers = [number for number in (problem.line, problem.column) if number]
    return ":".join([name, *map(str, numbers)]) + f": {problem.message}"


class FileError(ArgmapError):
    """A file could not be read or written."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        """Keep the file's name as the user wrote it, what is wrong, and what to do."""
        self.name = name
        self.message = message
        self._hint = hint
        super().__init__(name, message)

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self._hint

    def __str__(self) -> str:
        """The name and what is wrong with it."""
        return f"{self.name}: {self.message}"


class UnknownNameError(ArgmapError):
    """A name given by the user is not among those there are, or fits several of them."""

    def __init__(
        self,
        what: str,
        name: str,
        *,
        near: Sequence[str] = (),
        fits: Sequence[str] = (),
        known: Sequence[str] = (),
    ) -> None:
        """Keep what kind of name it is, the name, near misses, the several it fits, and all there are."""
        self.what = what
        self.name = name
        self.near = tuple(near)
        self.fits = tuple(fits)
        self.known = tuple(known)
        super().__init__(what, name)

    @property
    def hint(self) -> str:
        """The names that were perhaps meant, else those there are."""
        if self.fits:
            return "write more of it: " + ", ".join(self.fits)
        if self.near:
            return f"did you mean {' or '.join(self.near)}?"
        return f"there are {', '.join(self.known)}" if self.known else ""

    def __str__(self) -> str:
        """What was asked for."""
        name = self.name if len(self.name) <= NAME_LONGEST else f"{self.name[: NAME_LONGEST - 1]}…"
        return f"{self.what} {name} fits several" if self.fits else f"there is no {self.what} {name}"


class RequestError(ArgmapError):
    """What was asked cannot be answered as asked: a malformed expression, a wrong combination."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what is wrong and what to do."""
        self.message = message
        self._hint = hint
        super().__init__(message)

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self._hint


class Flaw(NamedTuple):
    """One reason why nodes and links do not make a sound map.

    Attributes:
        message: What is wrong.
        link: Position of the link among the links; None when a node or the map is meant.
        premise: Position of the premise within the link; None when the link or its target is meant.
        node: Position of the node among the nodes; None when a link or the map is meant.
        unknown: The id that names nothing, when that is the flaw.
    """

    message: str
    link: int | None = None
    premise: int | None = None
    node: int | None = None
    unknown: str | None = None


class UnsoundMapError(ArgmapError):
    """Nodes and links that do not make a map; carries every flaw at once."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        """Keep the flaws in the order found."""
        self.flaws = tuple(flaws)
        super().__init__(self.flaws)

    def __str__(self) -> str:
        """All flaws, one a line."""
        return "\n".join(flaw.message for flaw in self.flaws)
