"""The JSON of Argdown's tool: the same map as from the text it was made of, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from argmap.errors import LoadError
from argmap.files import loads, reading
from argmap.formats import argdown, argdown_json
from argmap.formats.table import format_of_text

TEXT = (
    "[top]: t #x {kind: gain}\n  >< [other]\n\n<why>: words\n\n"
    "(1) [p]: one\n(2) two\n----\n  <_ <u>\n(3) [i]\n(4) [q]\n-- rule --\n(5) [c]: so\n  +> [top]\n"
)


def member(title: str, text: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "type": "statement",
        "title": title,
        **({"text": text} if text else {"isReference": True}),
        **more,
    }


EXPORT: dict[str, Any] = {
    "statements": {
        "top": {"members": [member("top", "t #x")], "tags": ["x"], "data": {"kind": "gain"}},
        "other": {"members": [member("other")]},
        "p": {"members": [member("p", "one")]},
        "Untitled 1": {"members": [member("Untitled 1", "two")]},
        "i": {"members": [member("i")]},
        "q": {"members": [member("q")]},
        "c": {"members": [member("c", "so")]},
    },
    "arguments": {
        "why": {
            "members": [member("why", "words")],
            "pcs": [
                member("p", "one", role="premise"),
                member("Untitled 1", "two", role="premise"),
                member("i", role="intermediary-conclusion", inference={"inferenceRules": [], "data": {}}),
                member("q", role="premise"),
                member("c", "so", role="main-conclusion", inference={"inferenceRules": ["rule"]}),
            ],
        },
        "u": {"members": [member("u")]},
    },
    "relations": [
        {"relationType": "contradictory", "from": "top", "fromType": "equivalence-class", "to": "other", "toType": "equivalence-class"},
        {"relationType": "undercut", "from": "u", "fromType": "argument", "to": "why", "toType": "inference", "conclusionIndex": 2},
        {"relationType": "support", "from": "c", "fromType": "equivalence-class", "to": "top", "toType": "equivalence-class"},
    ],
    "sections": [{"id": "s1", "children": [{"id": "s2"}]}],
    "tags": {},
    "map": {},
}  # fmt: skip


def test_an_export_says_what_its_text_says() -> None:
    there, here = argdown.read(TEXT, "m").map, argdown_json.read(json.dumps(EXPORT), "m")
    assert set(here.map.nodes) == set(there.nodes)
    assert {(each.premises, each.relation, each.target, each.scheme) for each in here.map.links} == {
        (each.premises, each.relation, each.target, each.scheme) for each in there.links
    }
    kept = {loss.feature: loss.count for loss in here.losses if loss.fate == "kept beside"}
    assert kept == {"headings": 2, "maps of boxes and arrows": 1}


def test_an_export_is_known_by_what_it_holds_and_kept_beside() -> None:
    text = json.dumps(EXPORT)
    assert format_of_text(text).name == "argdown-json"
    assert loads(text).kept_beside("argdown-json") == text
    assert not [loss for loss in reading_losses(text) if loss == "dropped"]


def reading_losses(text: str) -> list[str]:
    return [loss.fate for loss in argdown_json.read(text, "m").losses]


def changed(**parts: Any) -> str:
    return json.dumps({**EXPORT, **parts})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "an Argdown export is one object"),
        ("{", "this is no JSON"),
        (changed(statements=[]), "an Argdown export has statements, by their titles"),
        (changed(arguments={"a": 1}), "this is no object"),
        (changed(relations={}), "an Argdown export has a list of relations"),
        (changed(relations=[1]), "a relation is support, attack,"),
        (changed(relations=[{"relationType": "likes"}]), "a relation is support, attack,"),
        (changed(relations=[{"relationType": "support", "from": "nobody", "fromType": "argument", "to": "c", "toType": "equivalence-class"}]), "there is no argument nobody"),
        (changed(arguments={"a": {"pcs": [{"title": "\x1b"}]}}), "there is no statement \\u001b"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text, format="argdown-json", name="m")
    assert words in str(caught.value)
    assert all(line.startswith("m:1:") for line in caught.value.lines())


def test_what_is_wrong_is_left_out_when_asked(tmp_path: Path) -> None:
    relation = {"relationType": "support", "from": None, "fromType": "equivalence-class", "to": "c"}
    path = tmp_path / "export.json"
    path.write_text(changed(relations=[relation, 5]), encoding="utf-8")
    found = reading(path, format="argdown-json", lenient=True)
    assert [node.text for node in found.map.nodes][:1] == ["t #x"]
    assert [each.message for each in found.findings] == [
        "a relation leads from what has a title",
        "a relation is support, attack, contradictory, contrary, entails or undercut",
    ]
