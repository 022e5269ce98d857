"""What a row of the table of checks says of a check, and the function that it names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, cast

from argmap.findings import Finding, Severity

if TYPE_CHECKING:  # so that help, which shows rows, needs no models
    from argmap.checks.subject import Subject

Family = Literal["shape", "reasoning", "anchors", "stakes", "wording", "style", "reading"]
FAMILIES: Final[dict[str, Family]] = {
    "A1": "shape",
    "A2": "reasoning",
    "A3": "anchors",
    "A4": "stakes",
    "A5": "wording",
    "A6": "style",
    "X1": "reading",
    "X2": "reading",
}
"""The families by what their codes begin with; each is a file of functions, but what readers tell."""


class Told(NamedTuple):
    """What a check says of one place; its row adds code and severity.

    Attributes:
        where: Id of the node or link; empty when the whole map is meant.
        message: What is weak, in the mapmaker's words.
        field: The field that is meant, as a file has it; empty when the whole node or link is.
    """

    where: str
    message: str
    field: str = ""


Find: TypeAlias = "Callable[[Subject], Iterator[Told]]"


class Example(NamedTuple):
    """A map in which a check finds something, or nothing.

    Attributes:
        text: The map, as YAML, or only its nodes.
        article: The text that it is of, for checks that hold the two together.
        was: The map and the article when the lock was written, for checks of what has changed;
            empty where they were as they are.
        rule: The rule by which sentences were counted when the lock was written.
    """

    text: str
    article: str = ""
    was: tuple[str, str] | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table.

    Attributes:
        code: Its name for people who type: a letter, a digit for the family, two of its own. Never
            used again for another.
        name: Its name for people who read, in words with hyphens; the function is called so, too.
        severity: How grave what it finds is.
        about: What it finds, in one line.
        bad: A map in which it finds something.
        good: The map mended.
        needs: What it needs beside the map.
        fixable: Whether `check --fix` mends it, since no meaning is touched.
    """

    code: str
    name: str
    severity: Severity
    about: str
    bad: Example
    good: Example
    needs: Literal["", "article", "lock", "text", "reader"] = ""
    fixable: bool = False

    @property
    def family(self) -> Family:
        """The family it belongs to, and the file its function stands in."""
        return FAMILIES[self.code[:2]]

    def findings(self, subject: "Subject") -> Iterator[Finding]:
        """Yield what it finds."""
        return (self.at(*told) for told in self._find()(subject))

    def at(self, where: str, message: str, field: str = "") -> Finding:
        """Return a finding of this sort."""
        return Finding(self.code, self.severity, where, message, field)

    def _find(self) -> Find:
        home: Any = import_module(f"argmap.checks.{self.family}")
        return cast("Find", getattr(home, self.name.replace("-", "_")))
