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
        line: Counted from 1, where whoever read the text tells it; 0 otherwise.
        column: Counted from 1, in code points; 0 where the whole line or no line is meant.
        file: The file it stands in, where the text was put together from several; empty otherwise.
    """

    code: str
    severity: Severity
    where: str
    message: str
    field: str = ""
    line: int = 0
    column: int = 0
    file: str = ""

    def worded(self, name: str) -> str:
        """Return it as `name:line:column: severity code where: message`, as far as that is known."""
        numbers = (str(number) for number in (self.line, self.column) if number)
        where = f"{self.where}: " if self.where else ""
        return f"{':'.join([self.file or name, *numbers])}: {self.severity} {self.code} {where}{self.message}"


@dataclass(frozen=True, slots=True)
class Code:
    """One sort of finding.

    Attributes:
        code: Its name; never used again for another.
        severity: How grave it is.
        about: What it means, in one line.
    """

    code: str
    severity: Severity
    about: str

    def at(self, where: str, message: str, line: int = 0, column: int = 0, file: str = "") -> Finding:
        """Return a finding of this sort."""
        return Finding(self.code, self.severity, where, message, "", line, column, file)
