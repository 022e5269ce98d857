from importlib import import_module
from pathlib import Path

import pytest

from argmap.errors import UnknownNameError
from argmap.formats.row import Format
from argmap.formats.table import FORMATS, format_named, format_of_file, format_of_text

FOLDER = Path(__file__).parents[2] / "argmap" / "formats"
ROWS = pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)


@ROWS
def test_each_row_tells_the_truth_about_its_module(row: Format) -> None:
    home = import_module(row.home)
    assert hasattr(home, "read") == row.reads
    assert hasattr(home, "write") == row.writes
    if row.reads:
        assert row.reader() is home.read
    if row.writes:
        assert row.writer() is home.write


def test_each_module_has_its_row() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_")} - {"row", "table"}
    assert {row.home.rpartition(".")[2] for row in FORMATS} == modules


def test_names_and_endings_are_there_once() -> None:
    assert len({row.name for row in FORMATS}) == len(FORMATS)
    endings = [ending for row in FORMATS for ending in row.suffixes]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") for ending in endings)


@ROWS
def test_what_is_whole_is_read_and_written(row: Format) -> None:
    assert row.about
    assert not row.whole or (row.reads and row.writes)


@ROWS
def test_each_is_found_by_its_name_and_its_endings(row: Format) -> None:
    assert format_named(row.name) is row
    for ending in row.suffixes:
        assert format_of_file(f"a.b/c{ending}") is row
        assert format_of_file(f"C{ending.upper()}") is row


@pytest.mark.parametrize("name", ["", "yaml", "m.txt", "m.yaml.bak", "m"])
def test_other_endings_tell_nothing(name: str) -> None:
    assert format_of_file(name) is None


def test_an_unknown_name_is_refused_with_the_near_one() -> None:
    with pytest.raises(UnknownNameError) as caught:
        format_named("grahpml")
    assert caught.value.hint == "did you mean graphml?"


LINES = '{"argmap": 1}\n{"id": "a"}\n'


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ('{"argmap": 1}', "", "json"),
        ("\ufeff \n {", "", "json"),
        ('{"argmap": 1, "nodes": {\n"a": {}}}', "", "json"),
        (LINES, "", "jsonl"),
        (LINES.replace("\n", "\r\n"), "", "jsonl"),
        (LINES, "m.json", "jsonl"),
        ('{"argmap": 1, "title": "' + "x" * 50_000 + '"}\n{"id": "a"}', "", "jsonl"),
        ('{"argmap": 1}', "m.jsonl", "json"),
        ("<?xml", "", "graphml"),
        ("\ufeff\n<graphml>", "m.txt", "graphml"),
        ("argmap: 1", "", "yaml"),
        ("argmap: 1", "m.json", "yaml"),
        ("argmap: 1", "m.csv", "yaml"),
        ("", "", "yaml"),
        ("{argmap: 1}", "m.yaml", "yaml"),
        ('{"argmap": 1}', "m.argmap.yml", "yaml"),
        ('{"argmap": 1}', "m.csv", "json"),
        ("arg(a).\n", "m.yaml", "apx"),
        ("% a comment\narg(a).\n", "m.argdown", "apx"),
        ("p af 2\n1 2\n", "m.carneades.yaml", "iccma"),
        ("# a comment\np af 2\n", "m.yaml", "iccma"),
        ("a\nb\n#\na b\n", "m.yaml", "tgf"),
        ("Discussion Title: T\n\n1. A\n", "m.yaml", "kialo"),
        ("T1\tClaim 0 3\tFog\n", "m.argdown", "brat"),
        ("<a>: A\n", "m.argdown", "argdown"),
        ("argmap: 1\nnodes: {}\n", "m.argdown", "yaml"),
        ("# a comment\nargmap: 1\n", "m.carneades.yaml", "yaml"),
        ('{"argmap": 1}', "m.argdown", "json"),
        (LINES, "m.ad", "jsonl"),
        ("argmap: it maps arguments\n", "m.argdown", "argdown"),
        ('<?xml version="1.0"?>\n<graphml>', "m.yaml", "graphml"),
        ('<graphml xmlns="x">', "m.argdown", "graphml"),
        ("<graphml>\n  + [b]\n", "m.argdown", "argdown"),
        ("# a comment\ntitle: T\nargmap: 1\n", "m.yaml", "yaml"),
        ("title: T\n#\nargmap: 1\n", "m.yaml", "yaml"),
    ],
)
def test_a_text_is_known_by_its_beginning_unless_its_name_says_yaml(text: str, name: str, found: str) -> None:
    assert format_of_text(text, name).name == found
