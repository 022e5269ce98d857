"""Near misses: which of the known names was perhaps meant."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from argmap.errors import UnknownNameError

LONGEST = 60
MOST = 5_000
HINTS_MOST = 20
"""For how many mistakes of one text a near miss is looked for: each goes through all names."""


def near(name: str, known: Iterable[str], most: int = 1) -> tuple[str, ...]:
    """Return the known names most like `name`, best first.

    Names that share the first letter are tried alone when there are very many, so that a large
    map with a large number of mistakes is still answered at once.
    """
    if not 0 < len(name) <= LONGEST:
        return ()
    names = [each for each in known if abs(len(each) - len(name)) <= max(2, len(name) // 2)]
    if len(names) > MOST:
        names = [each for each in names if each[:1] == name[0]][:MOST]
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    return tuple(get_close_matches(name, names, n=most, cutoff=0.7))


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?`, or nothing when nothing is near."""
    found = near(name, known)
    return f"; did you mean {found[0]}?" if found else ""


class Named(Protocol):
    """A row of a table."""

    @property
    def name(self) -> str:
        """What the user types."""
        ...


Row = TypeVar("Row", bound=Named)


def row_called(what: str, name: str, rows: Iterable[Row]) -> Row:
    """Return the row of that name.

    Raises:
        UnknownNameError: there is none; carries what was perhaps meant.
    """
    known = {row.name: row for row in rows}
    if name not in known:
        raise UnknownNameError(what, name, near=near(name, known), known=tuple(known))
    return known[name]


class Hints:
    """Suggestions for the first mistakes of a text; later ones go without."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._left = HINTS_MOST

    def of(self, name: str, known: Iterable[str]) -> str:
        """Return `; did you mean …?`, or nothing when nothing is near or enough was said."""
        if not self._left:
            return ""
        self._left -= 1
        return suggestion(name, known)
