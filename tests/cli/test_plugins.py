"""Pydantic searches for no plugins, and has its own module again as soon as it wants more of it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = sys.argv[1]
from argmap.cli.plugins import SEARCH, refuse_plugins
refuse_plugins()
import argmap
argmap.loads("argmap: 1\\nnodes: {a: {kind: claim, text: x}}")
print("importlib.metadata" in sys.modules)
from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP
print(PYDANTIC_ENTRY_POINT_GROUP)
"""


def run(plugins: str) -> list[str]:
    command = [sys.executable, "-c", SCRIPT, plugins]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout.split()


def test_what_the_search_would_import_is_not_imported_and_the_rest_is_there_when_wanted() -> None:
    assert run("__all__") == ["False", "pydantic"]


def test_who_wants_plugins_has_them() -> None:
    assert run("") == ["True", "pydantic"]
