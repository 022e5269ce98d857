"""What a conversion could not carry as it stood: told per feature and count, never silent."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from argmap.findings import Finding
from argmap.model import ArgumentMap

Fate = Literal["kept beside", "approximated", "dropped"]


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


class Reading(NamedTuple):
    """What came of reading a foreign text.

    Attributes:
        map: The map.
        losses: What of the text the map does not say.
        findings: What is weak or malformed in the text and was read all the same.
    """

    map: ArgumentMap
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
