"""Pictures, which Graphviz draws: which formats are pictures, and whether there is a Graphviz."""

import importlib.util
import shutil
from typing import Final

import pytest

from argmap.formats.table import FORMATS

PICTURES: Final = tuple(row for row in FORMATS if row.name in {"svg", "png", "pdf"})
needs_graphviz: Final = pytest.mark.skipif(
    importlib.util.find_spec("pygraphviz") is None and shutil.which("dot") is None,
    reason="there is no Graphviz here, neither PyGraphviz' own nor `dot`",
)
