"""Proof standards: when the reasons for a claim carry it against those that speak against it.

Each is a function of the weight of the strongest standing reason for the claim and of that against
it, in [0, 1], or `NONE` where none stands; up in the first and down in the second, so that the
least fixpoint exists and is unique.

Source: Gordon, Prakken and Walton 2007, The Carneades model of argument and burden of proof.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from argmap.spelling import row_called

NONE: Final = -1.0
MARGIN: Final = 0.3
FLOOR: Final = 0.5
CEILING: Final = 0.3
SLACK: Final = 1e-9
"""What floating point adds to a margin: 0.8 less 0.5 comes out above 0.3."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A proof standard.

    Attributes:
        name: What the user types.
        about: When a claim stands, in one line.
        met: Whether a reason for, and one against, of these weights carry the claim.
        weighed: Whether more than their presence counts.
    """

    name: str
    about: str
    met: Callable[[float, float], bool]
    weighed: bool = True


def _scintilla(pro: float, _: float) -> bool:
    return pro > NONE


def _dialectical(pro: float, con: float) -> bool:
    return pro > NONE and con == NONE


def _preponderance(pro: float, con: float) -> bool:
    return pro > max(con, 0)


def _clear(pro: float, con: float) -> bool:
    return pro > FLOOR and pro - max(con, 0) > MARGIN + SLACK


def _beyond_doubt(pro: float, con: float) -> bool:
    return _clear(pro, con) and con < CEILING


STANDARDS: Final = (
    Standard("dialectical", "a reason stands, and no objection does", _dialectical, weighed=False),
    Standard("scintilla", "a reason stands, whatever speaks against it", _scintilla, weighed=False),
    Standard(
        "preponderance", "the strongest standing reason outweighs the strongest objection", _preponderance
    ),
    Standard(
        "clear-and-convincing",
        f"a standing reason above {FLOOR} outweighs the strongest objection by more than {MARGIN}",
        _clear,
    ),
    Standard(
        "beyond-doubt",
        f"a standing reason above {FLOOR} outweighs the strongest objection by more than {MARGIN}, "
        f"and no standing objection reaches {CEILING}",
        _beyond_doubt,
    ),
)
"""The default first."""
DEFAULT: Final = STANDARDS[0]


def standard_called(name: str) -> Standard:
    """Return the standard of that name.

    Raises:
        UnknownNameError: there is none.
    """
    return row_called("standard", name, STANDARDS)
