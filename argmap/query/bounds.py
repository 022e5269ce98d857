"""How far questions go; imports nothing, so that the help can say it."""

from typing import Final

DEEPEST: Final = 200
"""The greatest depth that a trace shows."""
DEPTH: Final = 30
"""The depth that a trace shows when none is asked for."""
