"""Argdown by example: files of others with what the reference tool makes of them, where they are at hand."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from argmap import loads
from argmap.errors import LoadError
from argmap.files import reading
from argmap.formats import argdown
from argmap.formats._argdown_reading import Parsed, parsed

CASES = Path(os.environ.get("ARGMAP_CASES") or Path(__file__).parents[3] / "shared" / "cases")
ARGDOWN = CASES / "argdown"
ONLY_FRONT_MATTER = {"docs/guide_adding-images__01", "probe/q65_only_frontmatter"}
"""Refused by the reference tool; here, as the specification advises, an empty map."""
OTHERWISE = {
    *("errors/e37_empty", "errors/e43_only_comment", "probe/comment_only", "probe/empty_file", "probe/whitespace_file"),
    *("errors/e36_frontmatter_unclosed", "probe/bom", "probe/escape_newline", "probe/r07_apostrophe_indent", "probe/title_proto"),
    *ONLY_FRONT_MATTER,
}  # fmt: skip
"""Accepted here and refused there, or the other way about: each a known fault of the reference tool."""
OTHER_COUNTS = {"probe/title_named_untitled"}


def expected() -> dict[str, Any]:
    path = ARGDOWN / "expected.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


EXPECTED = expected()
needs_cases = pytest.mark.skipif(not EXPECTED, reason="the files of others are not at hand")


def text_of(name: str) -> str:
    return (ARGDOWN / f"{name}.argdown").read_bytes().decode("utf-8").removeprefix("\ufeff")


def counts(found: Parsed) -> dict[str, Any]:
    document = found.document
    return {
        "statements": len(document.statements),
        "arguments": len(document.arguments),
        "reconstructed": sum(bool(each.steps) for each in document.arguments),
        "relations": len(document.ties),
        "by_type": dict(Counter(tie.kind for tie in document.ties)),
        "tags": len(document.tags),
        "sections": document.sections,
    }


def strictly(text: str) -> str:
    """The same text in strict mode, where it has no front matter of its own to say so."""
    return "===\nmodel: {mode: strict}\n===\n\n" + text


@needs_cases
def test_there_are_cases_and_they_agree_but_for_known_faults() -> None:
    known = json.loads((ARGDOWN / "known-divergences.json").read_text(encoding="utf-8"))
    assert len(EXPECTED) >= 500
    assert known.keys() >= OTHERWISE - ONLY_FRONT_MATTER | OTHER_COUNTS


@needs_cases
@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_is_read_as_the_reference_tool_reads_it(name: str) -> None:
    case, text = EXPECTED[name], text_of(name)
    found = parsed(text, name)
    if name in OTHERWISE:
        assert bool(found.problems) == case["accepted"]
    elif not case["accepted"]:
        lines = {each.line for each in found.problems}
        theirs = {error["line"] for error in case["errors"] if "line" in error}
        assert lines
        assert all(each.line and each.column and each.message for each in found.problems)
        assert not theirs or lines & theirs
        with pytest.raises(LoadError):
            loads(text, format="argdown", name=name)
    elif name not in OTHER_COUNTS:
        assert not found.problems
        assert counts(found) == {key: case[key] for key in counts(found)}


@needs_cases
@pytest.mark.parametrize("name", [name for name, case in EXPECTED.items() if case["accepted"]])
def test_a_case_means_in_strict_mode_what_the_reference_tool_says(name: str) -> None:
    text = text_of(name)
    if name in OTHERWISE | OTHER_COUNTS or "===" in text:
        pytest.skip("it has front matter of its own, or is read otherwise")
    found, strict = counts(parsed(strictly(text), name)), EXPECTED[name]["strict"]
    assert (found["relations"], found["by_type"]) == (strict["relations"], strict["by_type"])


@needs_cases
@pytest.mark.parametrize("name", EXPECTED)
def test_the_map_of_a_case_comes_back_from_what_is_written(name: str) -> None:
    try:
        m = argdown.read(text_of(name), name).map
    except LoadError:
        return
    again = argdown.read("".join(argdown.write(m)), name)
    assert again.map == m
    assert again.losses == again.findings == ()


def manifest() -> list[dict[str, Any]]:
    path = CASES / "argdown-json" / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


@pytest.mark.parametrize("case", manifest(), ids=lambda case: case["file"])
def test_an_export_of_others_has_as_many_nodes_and_links_as_it_says(case: dict[str, Any]) -> None:
    path = CASES / "argdown-json" / case["file"]
    data = json.loads(path.read_text(encoding="utf-8"))
    found = reading(path)
    arguments = data["arguments"].values()
    sketches = sum(not each.get("pcs") for each in arguments)
    steps = sum("inference" in member for each in arguments for member in each.get("pcs", []))
    both_ways = sum(each["relationType"] in {"contradictory", "contrary"} for each in data["relations"])
    assert len(data["statements"]) == case["raw"]["statements"]
    assert len(found.map.nodes) == case["raw"]["statements"] + sketches
    assert len(found.map.links) == steps + case["raw"]["relations"] + both_ways
    assert not found.findings
    assert not [loss for loss in found.losses if loss.fate == "dropped"]
