"""What a conversion could not carry as it stood: told per feature and count, never silent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from argmap.errors import Problem
from argmap.features import FEATURES
from argmap.findings import Finding
from argmap.malformed import LEFT_OUT
from argmap.model import ArgumentMap

Fate = Literal["kept beside", "approximated", "dropped"]
FATES: Final[tuple[Fate, ...]] = ("kept beside", "approximated", "dropped")


@dataclass(frozen=True, slots=True)
class Loss:
    """One feature that the other side has no place for.

    Attributes:
        fate: Whether it is kept beside the map, said in another way, or gone.
        feature: What it is, in the plural and in the words of the format: `timestamps`.
        count: How many there were.
        how: What it became, where it was approximated; empty otherwise.
    """

    fate: Fate
    feature: str
    count: int
    how: str = ""


class Marked(NamedTuple):
    """What a text that annotates another one says of where a statement stands in that.

    Attributes:
        node: Id of the statement.
        key: What the text calls the passage.
        line: The line that says so, from 1.
        words: The words there, as the text has them: line ends as spaces, what is apart joined by one.
        ranges: Where they stand, in half-open code points.
    """

    node: str
    key: str
    line: int
    words: str
    ranges: tuple[tuple[int, int], ...]


class Reading(NamedTuple):
    """What came of reading a text.

    Attributes:
        map: The map.
        losses: What of the text the map does not say.
        findings: What is weak or malformed in the text and was read all the same.
        problems: What of the text could not be read, and was left out. A caller who did not ask
            for leniency is given these as an error, and no map.
        marked: Where statements stand in another text, which this one annotates.
    """

    map: ArgumentMap
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    marked: tuple[Marked, ...] = ()


def read_leniently(m: ArgumentMap, problems: Sequence[Problem], further: Sequence[str]) -> Reading:
    """Return what came of a text, with what was left out because it hung on what is wrong."""
    return Reading(m, (), tuple(LEFT_OUT.at("", each) for each in further), tuple(problems))


def counted(fate: Fate, counts: Mapping[str, int], how: Mapping[str, str] | None = None) -> tuple[Loss, ...]:
    """Return one loss for each feature that was there at all, in the order given."""
    words = how or {}
    return tuple(Loss(fate, name, count, words.get(name, "")) for name, count in counts.items() if count)


def losses_of_writing(m: ArgumentMap, carries: Mapping[str, str | None]) -> tuple[Loss, ...]:
    """Return what of a map a format cannot carry.

    Args:
        m: The map.
        carries: The names of the features that it carries, each with how it says them where it
            says them in another way, and with an empty text where it says them as they are.
    """
    losses = []
    for feature in FEATURES:
        how = carries.get(feature.name)
        if how == "" or not (count := sum(1 for _ in feature.uses(m))):
            continue
        losses.append(Loss("approximated" if how else "dropped", feature.words, count, how or ""))
    return tuple(losses)
