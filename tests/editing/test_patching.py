"""The text of a map made that of another: what differs is changed, and nothing else."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import dumps, loads
from argmap.editing.patching import patched
from argmap.editing.requests import adding, linking, merging, removing, setting, unlinking
from argmap.editing.rewriting import rewritten
from argmap.errors import FileError
from argmap.model import ArgumentMap
from argmap.yamltext import comments
from tests.editing.layouts import Scribe
from tests.strategies import maps

TEXT = dedent(
    """\
    # Written by hand.
    argmap: 1
    title: The pool   # short

    nodes:
        # the thesis
        keep:   # keep this
            text: 'The town should keep its pool'
            kind: claim
            because:
            - safety    # the strongest
            - [upkeep, boiler]
            but: [price]

        safety: {kind: gain, text: Fewer children drown, holder: [children, parents]}
        # what it costs

        price: {kind: cost, text: It costs money}
        upkeep:
            kind: claim
            text: >-
                The upkeep
                is small
        boiler: {kind: claim, text: The boiler is old, because: {from: price, unless: safety}}
    # the end
    """
)


def changed(text: str, change: object) -> str:
    return rewritten(text, "m", change)[0]  # type: ignore[arg-type]


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    before, after = old.splitlines(), new.splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


@settings(max_examples=60)
@given(maps(), maps())
def test_any_map_becomes_any_other(one: ArgumentMap, other: ArgumentMap) -> None:
    assert loads(patched(dumps(one), one, other)) == other


@settings(max_examples=60)
@given(maps(), maps(), st.integers(0, 10**6))
def test_in_any_layout(one: ArgumentMap, other: ArgumentMap, seed: int) -> None:
    one = one.model_copy(update={"beside": ()})
    text = Scribe(seed).written(one)
    assert loads(text) == one
    assert loads(patched(text, one, other)) == other


@settings(max_examples=40)
@given(maps(), st.integers(0, 10**6))
def test_the_same_map_changes_nothing(m: ArgumentMap, seed: int) -> None:
    text = Scribe(seed).written(m)
    read = loads(text)
    assert patched(text, read, read) == text


@settings(max_examples=40)
@given(maps(), st.integers(0, 10**6))
def test_what_is_added_and_removed_leaves_the_text_as_it_was(m: ArgumentMap, seed: int) -> None:
    text = Scribe(seed).written(m).rstrip("\r\n") + "\n"
    if "\r\n" in text or not m.nodes:
        return
    there = changed(text, lambda m: adding(m, "claim", "Something quite new", node_id="quite-new"))
    back = changed(there, lambda m: removing(m, ["quite-new"], force=False))
    assert back == text
    assert all(line in there.splitlines() for line in text.splitlines())


@settings(max_examples=40)
@given(maps(), st.integers(0, 10**6))
def test_a_new_field_leaves_every_comment(m: ArgumentMap, seed: int) -> None:
    text = Scribe(seed).written(m)
    for node in loads(text).nodes[:1]:
        new = changed(text, lambda m, name=node.id: setting(m, name, ["domain=quite new"], []))
        assert [each.text for each in comments(new)] == [each.text for each in comments(text)]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (lambda m: setting(m, "keep", ["sure=0.5"], []), [], ["        sure: 0.5"]),
        (
            lambda m: setting(m, "keep", ["text=It stays"], []),
            ["        text: 'The town should keep its pool'"],
            ["        text: It stays"],
        ),
        (
            lambda m: setting(m, "safety", ["holder-=parents"], []),
            ["    safety: {kind: gain, text: Fewer children drown, holder: [children, parents]}"],
            ["    safety: {kind: gain, text: Fewer children drown, holder: [children]}"],
        ),
        (
            lambda m: setting(m, "safety", ["domain=life: and limb"], ["holder"]),
            ["    safety: {kind: gain, text: Fewer children drown, holder: [children, parents]}"],
            ['    safety: {kind: gain, text: Fewer children drown, domain: "life: and limb"}'],
        ),
        (lambda m: linking(m, "keep", "because", ["price"]), [], ["        - price"]),
        (
            lambda m: linking(m, "keep", "but", ["boiler"], ["sure=0.4"]),
            ["        but: [price]"],
            ["        but: [price, {from: boiler, sure: 0.4}]"],
        ),
        (
            lambda m: unlinking(m, "keep", "because", ["safety"], force=False),
            ["        - safety    # the strongest"],
            [],
        ),
        (lambda m: unlinking(m, "keep", "but", ["price"], force=False), ["        but: [price]"], []),
        (
            lambda m: linking(m, "keep.because.1", "unless", ["boiler"]),
            ["        - safety    # the strongest"],
            ["        - {from: safety, unless: boiler}    # the strongest"],
        ),
        (
            lambda m: unlinking(m, "boiler.because.1.unless.1", "", [], force=False),
            ["    boiler: {kind: claim, text: The boiler is old, because: {from: price, unless: safety}}"],
            ["    boiler: {kind: claim, text: The boiler is old, because: {from: price}}"],
        ),
        (
            lambda m: setting(m, "upkeep", ["text=It is small"], []),
            ["        text: >-", "            The upkeep", "            is small"],
            ["        text: It is small"],
        ),
        (lambda m: setting(m, "map", ["title=A pool"], []), ["title: The pool   # short"], ["title: A pool   # short"]),
        (lambda m: setting(m, "map", ["thesis=keep"], []), [], ["thesis: keep"]),
        (lambda m: setting(m, "source", ["url=https://a.example"], []), [], ["source:", "  url: https://a.example"]),
        (
            lambda m: removing(m, ["keep"], force=True),
            [
                "    # the thesis",
                "    keep:   # keep this",
                "        text: 'The town should keep its pool'",
                "        because:",
                "        - safety    # the strongest",
                "        - [upkeep, boiler]",
                "        but: [price]",
            ],
            [],
        ),
        (
            lambda m: merging(m, "safety", "upkeep", force=False),
            [
                "        - [upkeep, boiler]",
                "    upkeep:",
                "        text: >-",
                "            The upkeep",
                "            is small",
            ],
            ["        - [safety, boiler]"],
        ),
    ],
)  # fmt: skip
def test_only_what_is_meant_changes(change: object, gone: list[str], come: list[str]) -> None:
    new = changed(TEXT, change)
    assert lines_changed(TEXT, new) == (gone, come)
    kept = [each.text for each in comments(TEXT) if not any(each.text in line for line in gone)]
    come_along = [each.text for each in comments(new)]
    assert [each for each in kept if each not in come_along] == []


def test_lines_break_as_they_do_elsewhere() -> None:
    text = TEXT.replace("\n", "\r\n")
    new = changed(text, lambda m: adding(m, "claim", "New", onto=[("because", "keep")]))
    assert "\n" not in new.replace("\r\n", "")


@pytest.mark.parametrize(
    ("fields", "left"),
    [("kind: gain, status: actual, text: A, holder: []", "kind: claim, text: A"), ("status: actual, kind: cost, text: A", "kind: claim, text: A")],
)  # fmt: skip
def test_what_only_a_gain_or_cost_has_goes_where_it_becomes_something_else(fields: str, left: str) -> None:
    text = f"argmap: 1\nnodes:\n  a: {{{fields}}}\n  kind: {{kind: gain, text: B, status: actual}}\n"
    new = changed(text, lambda m: setting(m, "a", ["kind=claim"], []))
    assert new == text.replace(fields, left)
    block = "argmap: 1\nnodes:\n  a:\n    " + fields.replace(", ", "\n    ") + "\n"
    new = changed(block, lambda m: setting(m, "a", ["kind=evidence"], []))
    assert new == "argmap: 1\nnodes:\n  a:\n    kind: evidence\n    text: A\n"
    same = changed(text, lambda m: setting(m, "kind", ["kind=cost"], []))
    assert same == text.replace("{kind: gain, text: B", "{kind: cost, text: B")


LONG_NOTE = "word " * 30 + "end"


def test_a_long_note_is_not_folded_where_there_is_no_room() -> None:
    far = " " * 99
    text = f"argmap: 1\nnodes:\n{far}a:\n{far} kind: claim\n{far} text: A\n"
    new = changed(text, lambda m: setting(m, "a", [f"note={LONG_NOTE}"], []))
    assert loads(new).nodes[0].note == LONG_NOTE


def test_a_text_without_line_feeds_is_refused_in_words() -> None:
    text = "argmap: 1\rnodes:\r  a:\r    kind: claim\r    text: " + "A " * 40
    with pytest.raises(FileError, match="its layout cannot be kept through this change"):
        changed(text, lambda m: setting(m, "a", [f"note={LONG_NOTE}"], []))


def test_a_text_without_a_last_line_break_gets_one_only_where_it_must() -> None:
    text = "argmap: 1\nnodes:\n  a: {kind: claim, text: A}"
    new = changed(text, lambda m: adding(m, "claim", "New", node_id="b"))
    assert new == text + "\n\n  b:\n    kind: claim\n    text: New"


def test_the_first_node_of_an_empty_map_is_put_in() -> None:
    for nodes in ("nodes: {}\n", "nodes: {}", ""):
        new = changed(f"argmap: 1\n{nodes}", lambda m: adding(m, "claim", "New", node_id="b"))
        assert loads(new).by_id["b"].text == "New"
