import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no stubs

from argmap import wire
from argmap.files import dumps
from argmap.model import NODE_KINDS, ArgumentMap, Source
from argmap.schema import file_schema, schema_text
from argmap.shipped import builtin
from tests.strategies import maps

HERE = Path(__file__).parent / "maps"


class Editor(yaml.SafeLoader):
    """Reads YAML as an editor does: YAML 1.2's few types, dates and `no` as text."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
]:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(file_schema())


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Editor)  # noqa: S506 - it is a SafeLoader


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(file_schema())


def test_its_text_is_the_schema() -> None:
    assert json.loads(schema_text()) == file_schema()
    assert schema_text().endswith("}\n")


@pytest.mark.parametrize("name", ["china-russia", "riverton"])
def test_the_maps_that_come_with_argmap_follow_it(name: str, validator: Draft202012Validator) -> None:
    path = builtin(name)
    assert path is not None
    validator.validate(as_an_editor_reads(path.read_text(encoding="utf-8")))


GOOD = [
    path
    for path in sorted((HERE / "good").glob("*.argmap.*"))
    if path.suffix != ".jsonl" and path.name.partition(".")[0] not in {
        "words-that-look-like-values",  # an editor asks for quotes there, argmap does not
        "ids-that-look-like-values",
        "line-breaks-of-other-standards",  # PyYAML takes them for ends of lines
        "escapes",
    }
]  # fmt: skip


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_maps_follow_it(path: Path, validator: Draft202012Validator) -> None:
    validator.validate(as_an_editor_reads(path.read_text(encoding="utf-8-sig")))


BAD_FOR_AN_EDITOR = [
    "misspelt-fields",
    "misspelt-kind",
    "missing-fields",
    "field-of-a-stake",
    "wrong-types",
    "node-that-is-a-word",
    "numbers",
    "places",
    "odd-ids",
    "reserved-ids",
    "links-of-wrong-shape",
    "unknown-version",
    "no-version",
    "not-a-map",
    "nodes-in-a-list",
    "nodes-left-out",
    "top-is-a-list",
    "top-is-a-word",
    "equal-after-normalisation",
    "empty-fields",
    "json-wrong-types",
    "json-empty-words",
    "json-top-is-a-list",
    "json-number-beyond-all",
]


@pytest.mark.parametrize("name", BAD_FOR_AN_EDITOR)
def test_bad_maps_do_not_follow_it(name: str, validator: Draft202012Validator) -> None:
    (path,) = (each for each in (HERE / "bad").glob(f"{name}.*") if each.suffix != ".expected")
    data = json.loads if path.suffix == ".json" else as_an_editor_reads
    assert not validator.is_valid(data(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["yaml", "json"])
@settings(max_examples=50)  # PyYAML's own loader, which is stricter than the fast one, is slow
@given(m=maps())
def test_every_map_that_is_written_follows_it(name: str, m: ArgumentMap) -> None:
    data = json.loads if name == "json" else as_an_editor_reads
    Draft202012Validator(file_schema()).validate(data(dumps(m, format=name)))


def test_it_has_every_field_and_says_what_each_is() -> None:
    schema = file_schema()
    node, link = schema["$defs"]["node"]["properties"], schema["$defs"]["link"]["properties"]
    assert set(node) == {*wire.NODE_FIELDS, *wire.LINK_LISTS}
    assert set(link) == set(wire.LINK_FIELDS)
    assert set(schema["properties"]) == {"argmap", *wire.HEAD_FIELDS, "nodes"}
    assert set(schema["properties"]["source"]["properties"]) == set(Source.model_fields)
    assert [name for name, field in {**node, **link}.items() if not field.get("description")] == []


def test_the_fields_of_a_file_are_those_of_the_model() -> None:
    fields = {name for kind in NODE_KINDS for name in kind.model_fields} - {"id", "anchor"}
    assert fields | {"quote", "at", "also"} == set(wire.NODE_FIELDS)


NODE = {"kind": "claim", "text": "x"}


@pytest.mark.parametrize(
    "data",
    [
        {"argmap": 1, "unknown": 1},
        {"argmap": 1, "source": {"unknown": "x"}},
        {"argmap": 1, "nodes": {"a": {**NODE, "unknown": "x"}}},
        {"argmap": 1, "nodes": {"a": {**NODE, "because": {"from": "b", "unknown": 1}}}},
        {"argmap": 1, "nodes": {"a": {**NODE, "because": {"note": "x"}}}},
        {"argmap": 1, "nodes": {"a": {**NODE, "because": [["b", []]]}}},
        {"argmap": 1, "nodes": {"a": {**NODE, "amount": 6}}},
        {"argmap": 1, "nodes": {"A": NODE}},
        {"argmap": 1, "nodes": {"thesis": NODE}},
        {"argmap": 1, "nodes": {"a": {"kind": "claim"}}},
        {"argmap": 1, "nodes": {"a": {"text": "x"}}},
        {"argmap": 2},
        {},
    ],
    ids=json.dumps,
)
def test_each_single_fault_is_one_for_the_schema(data: Any, validator: Draft202012Validator) -> None:
    assert not validator.is_valid(data)
