"""Findings: what is weak, or astray, in a map that was read well. They are returned, never raised."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One weak spot.

    Attributes:
        code: What sort of weakness it is; a code is never used again for another.
        severity: How grave it is.
        where: Id of the node or link; empty when the whole map is meant.
        message: What is weak, in the mapmaker's words.
        field: The field that is meant, as a file has it; empty when the whole node or link is.
    """

    code: str
    severity: Severity
    where: str
    message: str
    field: str = ""
