"""From a text to the framework that is asked about: a framework as it stands, or a map compiled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, assert_never

from argmap.abstract.bipolar import Arrow, derived
from argmap.abstract.compiling import compiled
from argmap.abstract.evidential import evidential
from argmap.abstract.solving import Problem, Semantics, problem_called
from argmap.errors import RequestError, UnknownNameError
from argmap.files import loads
from argmap.formats.table import format_of_text
from argmap.frameworks import NOTATIONS, Framework, Notation, parsed
from argmap.model import ArgumentMap
from argmap.query.names import node_called
from argmap.spelling import near

Support = Literal["reasons", "evidential", "deductive", "necessary"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about.

    Attributes:
        framework: The arguments and their attacks.
        shown: How many of the arguments, from the first, stand in answers: of a map its statements.
        notation: The notation of the text; None where it was a map.
        m: The map; None where it was a framework.
        following: The attacks that follow from supports, where those were read so.
        undefined: Semantics that supports, read so, leave undefined.
    """

    framework: Framework
    shown: int
    notation: Notation | None = None
    m: ArgumentMap | None = None
    following: tuple[Arrow, ...] = ()
    undefined: tuple[Semantics, ...] = ()

    def posed(self, name: str, argument: str | None = None) -> Problem:
        """Return the problem of that name, about the argument that a user calls so.

        Raises:
            ArgmapError: there is none, it cannot be asked here, or an argument is missing or too much.
        """
        problem = problem_called(name, None if argument is None else self.position(argument))
        if problem.semantics in self.undefined:
            raise RequestError(
                f"evidential support leaves {problem.semantics} undefined", "ask CO, GR, PR, ST or ID"
            )
        return problem

    def position(self, name: str) -> int:
        """Return the position of the argument that a user calls so.

        Raises:
            UnknownNameError: there is none, or there are several.
        """
        names = self.framework.names[: self.shown]
        if self.m is not None:
            return names.index(node_called(self.m, name).id)
        if name in names:
            return names.index(name)
        raise UnknownNameError("argument", name, near=near(name, names))


def asked(
    text: str, name: str, support: Support = "reasons", read: Callable[[str], ArgumentMap] = loads
) -> Asked:
    """Return what a text, in any readable format, has to be asked about.

    Args:
        text: A framework, or a map.
        name: What messages call it.
        support: How the supports of a map are read.
        read: Makes a map of a text that is no framework.

    Raises:
        LoadError: it is neither; carries every problem with line and column.
        RequestError: it cannot be read as asked.
    """
    row = format_of_text(text, name)
    notation = next((each for each in NOTATIONS if each == row.name), None)
    if notation is None:
        return _asked_of(read(text), support)
    if support != "reasons":
        raise RequestError(f"in this framework nothing supports anything, so no support is {support}")
    framework = parsed(text, name, notation)
    return Asked(framework, len(framework.names), notation)


def _asked_of(m: ArgumentMap, support: Support) -> Asked:
    match support:
        case "reasons":
            return Asked(compiled(m), len(m.nodes), m=m)
        case "evidential":
            return Asked(evidential(m), len(m.nodes), m=m, undefined=("SST", "STG"))
        case "deductive" | "necessary":
            read = derived(m, support)
            return Asked(read.framework, len(m.nodes), m=m, following=read.following)
        case _:
            assert_never(support)
