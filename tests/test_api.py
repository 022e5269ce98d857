"""The front door: each public name has one home, is imported when it is used, and is typed."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parents[1]
DOOR = ROOT / "argmap" / "__init__.py"
HOMES = {name: home for home, names in argmap._HOMES.items() for name in names.split()}
NAMES = sorted(HOMES)


def told_to_type_checkers() -> dict[str, str]:
    """Each name that the block under TYPE_CHECKING imports, with its home."""
    (block,) = (
        node
        for node in ast.parse(DOOR.read_text(encoding="utf-8")).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    found: dict[str, str] = {}
    for line in block.body:
        assert isinstance(line, ast.ImportFrom)
        for alias in line.names:
            assert alias.asname == alias.name, "a name is given on only when it is imported as itself"
            assert alias.name not in found
            found[alias.name] = (line.module or "").removeprefix("argmap.")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_that_of_its_home(name: str) -> None:
    home = import_module(f"argmap.{HOMES[name]}")
    value = getattr(argmap, name)
    assert value is getattr(home, name)
    module = getattr(value, "__module__", None)
    if module and module.startswith("argmap") and name != "Node":
        assert module == home.__name__, "its home is where it is made, not where it is imported"


def test_every_public_name_has_one_home() -> None:
    assert sum(len(names.split()) for names in argmap._HOMES.values()) == len(HOMES)
    assert set(argmap.__all__) == {*HOMES, "__version__"}
    assert len(argmap.__all__) == len(set(argmap.__all__))


def test_type_checkers_are_told_the_same_homes() -> None:
    assert told_to_type_checkers() == HOMES


def test_what_is_listed_is_what_can_be_had() -> None:
    assert dir(argmap) == sorted(argmap.__all__)
    namespace: dict[str, object] = {}
    exec("from argmap import *", namespace)  # noqa: S102 - a star is what is tested
    assert set(argmap.__all__) <= set(namespace)


@pytest.mark.parametrize("name", ["nothing", "_secret", "model_dump", ""])
def test_what_is_not_there_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match="has no attribute"):
        getattr(argmap, name)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_says_what_it_is(name: str) -> None:
    if name != "Node":  # a union has no docstring of its own
        assert (getattr(argmap, name).__doc__ or "").strip()


def test_importing_the_door_imports_nothing_behind_it() -> None:
    code = "import sys, argmap; print(*sorted(name for name in sys.modules if name.startswith('argmap.')))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "argmap" / "py.typed").is_file()


def test_the_example_of_the_door_works() -> None:
    path = argmap.builtin("riverton")
    assert path is not None
    m = argmap.load(path)
    graph = argmap.build_graph(m)
    assert argmap.trace(graph, "health").weakest == "similar"
