"""What each statement and step of a map comes to: a label, a strength, and whether both agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, assert_never

from argmap.errors import RequestError
from argmap.evaluation.frame import Frame, framed
from argmap.evaluation.labels import FALLS, STANDS, Labels, labelled
from argmap.evaluation.probability import probabilities
from argmap.evaluation.semantics import SEMANTICS, Semantics, semantics_called
from argmap.evaluation.standards import DEFAULT, Standard, standard_called
from argmap.evaluation.strengths import Strengths, step_strengths, strengthened
from argmap.model import ArgumentMap

Label = Literal["stands", "falls", "undecided"]
HALF: Final = 0.5
SLACK: Final = 1e-9
DIGITS: Final = 9
"""Of a strength, for programs and to compare: fewer than would differ from one processor to another."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a statement or a step comes to.

    Attributes:
        id: Of the node or link.
        label: Whether it stands, falls, or is undecided.
        strength: In [0, 1]; None where there is no such number, as in a ring that keeps swinging.
        converged: Whether the strength is that of an acyclic map or a limit; False with None.
        swing: In a ring whose strengths swing when all are updated at once: lowest and highest.
        tested: Whether anything in the map speaks against it.
    """

    id: str
    label: Label
    strength: float | None
    converged: bool = True
    swing: tuple[float, float] | None = None
    tested: bool = True

    @property
    def disagrees(self) -> bool:
        """Whether label and strength are on different sides of one half."""
        if self.strength is None:
            return False
        match self.label:
            case "stands":
                return self.strength < HALF - SLACK
            case "falls":
                return self.strength > HALF + SLACK
            case "undecided":
                return False
            case _:
                assert_never(self.label)


@dataclass(frozen=True)
class Weighed:
    """A map, weighed.

    Attributes:
        map: The map.
        frame: Its frame.
        semantics: What the strengths mean.
        standard: When a claim stands.
        labels: What stands.
        strengths: How strong it is.
    """

    map: ArgumentMap
    frame: Frame
    semantics: Semantics
    standard: Standard
    labels: Labels
    strengths: Strengths

    @cached_property
    def at(self) -> dict[str, int]:
        """The position of each node's claim."""
        return {node.id: index for index, node in enumerate(self.map.nodes)}

    @cached_property
    def reason_at(self) -> dict[str, int]:
        """The position of each link's reason."""
        return {link.id: index for index, link in enumerate(self.map.links)}

    @cached_property
    def swings(self) -> dict[int, tuple[float, float]]:
        """The lowest and highest of the claims that swing."""
        return {
            claim: swing
            for ring in self.strengths.rings
            for claim, swing in zip(ring.claims, ring.swings, strict=False)
        }

    def verdict(self, node_id: str) -> Verdict:
        """Return what a node comes to."""
        return self._of_claim(self.at[node_id], node_id)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What each node comes to, in the map's order."""
        return tuple(self._of_claim(index, node.id) for index, node in enumerate(self.map.nodes))

    @cached_property
    def steps(self) -> tuple[Verdict, ...]:
        """What each link comes to, in the map's order; no strength under a semantics of whole maps."""
        strengths = step_strengths(self.frame, self.semantics, self.strengths.claims)
        return tuple(
            Verdict(link.id, worded(label), strength, strength is not None, None, bool(under))
            for link, label, strength, under in zip(
                self.map.links, self.labels.reasons, strengths, self.frame.under, strict=True
            )
        )

    @cached_property
    def fields(self) -> Mapping[str, Mapping[str, Any]]:
        """The fields `verdict` and `strength` of each node, by its id."""
        return {
            "verdict": {each.id: each.label for each in self.verdicts},
            "strength": {each.id: rounded(each.strength) for each in self.verdicts},
        }

    def _of_claim(self, claim: int, node_id: str) -> Verdict:
        strength = self.strengths.claims[claim]
        return Verdict(
            node_id,
            worded(self.labels.claims[claim]),
            strength,
            strength is not None,
            self.swings.get(claim),
            bool(self.frame.cons[claim]),
        )


def rounded(strength: float | None) -> float | None:
    """Return a strength as programs get it; None where there is none."""
    return None if strength is None else round(strength, DIGITS)


def worded(label: int) -> Label:
    """Return a label as a word."""
    return "stands" if label == STANDS else "falls" if label == FALLS else "undecided"


def weighed(m: ArgumentMap, semantics: str = SEMANTICS[0].name, standard: str = DEFAULT.name) -> Weighed:
    """Return a map, weighed.

    Raises:
        ArgmapError: there is no such semantics or standard, or they do not go together.
    """
    row, rule = semantics_called(semantics), standard_called(standard)
    if row.move is None and rule is not DEFAULT:
        raise RequestError(
            f"{row.name} is the chance of standing by the standard {DEFAULT.name}, and by no other",
            "leave --standard out, or choose another semantics",
        )
    frame = framed(m)
    return Weighed(m, frame, row, rule, labelled(frame, rule), strengths_of(frame, row))


def strengths_of(
    frame: Frame,
    semantics: Semantics,
    claims: Sequence[int] | None = None,
    before: Sequence[float | None] = (),
) -> Strengths:
    """Return the strengths of claims, of all or of those named when the others are known."""
    if semantics.move is None:
        return probabilities(frame)
    return strengthened(frame, semantics, semantics.move, claims, before)


def evaluate(
    m: ArgumentMap, semantics: str = SEMANTICS[0].name, standard: str = DEFAULT.name
) -> tuple[Verdict, ...]:
    """Return what each node of a map comes to, in the map's order, and then what each link does.

    Raises:
        ArgmapError: there is no such semantics or standard, or they do not go together.
    """
    found = weighed(m, semantics, standard)
    return (*found.verdicts, *found.steps)
