"""The maps that came with argmap, and where they lie. Imports nothing, so that completion may ask."""

from pathlib import Path
from typing import Final

BUILTIN: Final = "china-russia"
"""The map that is shown when there is no other."""


def builtin(name: str = BUILTIN) -> Path | None:
    """Return the path of a map that came with argmap, `china-russia` or `riverton`; None if none."""
    for folder in (Path(__file__).parent, Path(__file__).parent.parent):
        path = folder / "data" / f"{name}.argmap.yaml"
        if name.replace("-", "").isalnum() and path.is_file():
            return path
    return None
