"""Whatever the map, its layout and the change: the text says what was meant, and comments stay."""

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap import loads
from argmap.editing.requests import (
    Changed,
    adding,
    linking,
    merging,
    removing,
    renaming,
    setting,
    unlinking,
)
from argmap.editing.rewriting import reformatted, rewritten
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.yamltext import comments
from tests.editing.layouts import Scribe, roughened
from tests.strategies import maps

Change = Callable[[ArgumentMap], Changed]
TEXTS = (
    "is: old",
    "a #b",
    "- dash",
    '"quoted"',
    "it's",
    "[red]",
    "\u2028",
    "{b}, d",
    "yes",
    "50%",
    "\x1b[31m",
    "*x",
    "!z",
    "%",
    "`",
    "|",
    "line\nbreak",
    "tab\there",
    "two  ",
)


def laid_out(m: ArgumentMap, seed: int) -> tuple[ArgumentMap, str]:
    m = m.model_copy(update={"beside": ()})
    text = roughened(Scribe(seed).written(m), m, seed)
    return loads(text, format="yaml"), text


def keeping(m: ArgumentMap, chance: random.Random) -> Change:
    """Return a change that puts something in, and takes no comment along."""
    one, other, third = (chance.choice(m.nodes).id for _ in range(3))
    text = " ".join(chance.choices(TEXTS, k=chance.randint(1, 6)))
    link = chance.choice(m.links).id if m.links else "no-link"
    return chance.choice([
        lambda m: adding(m, "gain", text, node_id="quite-new", onto=[("because", one)], after=other),
        lambda m: adding(m, "claim", text, node_id="quite-new"),
        lambda m: linking(m, one, "but", [other, third], [f"note={text}"]),
        lambda m: linking(m, link, "unless", [other]),
        lambda m: setting(m, one, [f"note={text}", "tags+=quite-new"], []),
        lambda m: setting(m, link, [f"note={text}", "sure=0.3"], []),
        lambda m: setting(m, "map", [f"title={text}", f"thesis={one}"], []),
        lambda m: setting(m, "source", [f"title={text}"], []),
        lambda m: renaming(m, one, "quite-new"),
    ])  # fmt: skip


def taking(m: ArgumentMap, chance: random.Random) -> Change:
    """Return a change that takes something away."""
    one, other = (chance.choice(m.nodes).id for _ in range(2))
    link = chance.choice(m.links).id if m.links else "no-link"
    return chance.choice([
        lambda m: unlinking(m, link, "", [], force=True),
        lambda m: removing(m, [one, other], force=True),
        lambda m: merging(m, one, other, force=True),
        lambda m: setting(m, one, [], ["note"]),
    ])  # fmt: skip


def made(m: ArgumentMap, change: Change) -> Changed:
    try:
        return change(m)
    except ArgmapError:  # not every change can be made of every map
        assume(False)
        raise


def in_order(some: Iterable[str], every: Iterable[str]) -> bool:
    left = iter(every)
    return all(each in left for each in some)


def words_of_comments(text: str) -> list[str]:
    return [each.text for each in comments(text)]


@settings(max_examples=50)
@given(maps(), st.integers(0, 10**9))
def test_what_is_put_in_is_there_and_every_comment_is(m: ArgumentMap, seed: int) -> None:
    assume(m.nodes)
    m, text = laid_out(m, seed)
    want = made(m, keeping(m, random.Random(seed)))
    new, _ = rewritten(text, "map", lambda _: want)
    assert loads(new, format="yaml") == want.m
    assert in_order(words_of_comments(text), words_of_comments(new))


@settings(max_examples=25)
@given(maps(), st.integers(0, 10**9))
def test_what_is_taken_away_is_gone_and_the_rest_is_there(m: ArgumentMap, seed: int) -> None:
    assume(m.nodes)
    m, text = laid_out(m, seed)
    want = made(m, taking(m, random.Random(seed)))
    new, _ = rewritten(text, "map", lambda _: want)
    assert loads(new, format="yaml") == want.m
    assert in_order(words_of_comments(new), words_of_comments(text))


@settings(max_examples=15)
@given(maps(), st.integers(0, 10**9))
def test_what_is_set_and_set_back_is_as_it_was(m: ArgumentMap, seed: int) -> None:
    assume(m.nodes)
    m, text = laid_out(m, seed)
    node = m.nodes[seed % len(m.nodes)]
    there, _ = rewritten(text, "map", lambda m: setting(m, node.id, ["text=Quite another"], []))
    back, _ = rewritten(there, "map", lambda m: setting(m, node.id, [f"text={node.text}"], []))
    assert loads(back, format="yaml") == m


@settings(max_examples=15)
@given(maps(), st.integers(0, 10**9))
def test_what_is_renamed_and_named_back_is_as_it_was_byte_for_byte(m: ArgumentMap, seed: int) -> None:
    assume(m.nodes)
    m, text = laid_out(m, seed)
    first = made(m, lambda m: renaming(m, m.nodes[0].id, "quite-new"))
    there, _ = rewritten(text, "map", lambda _: first)
    back, _ = rewritten(there, "map", lambda m: renaming(m, "quite-new", first_id(first)))
    assert loads(back, format="yaml") == m
    assert len(back.splitlines()) == len(text.splitlines())


def first_id(renamed: Changed) -> str:
    (old,) = renamed.names
    return old


@settings(max_examples=40)
@given(maps(), st.integers(0, 10**9))
def test_a_layout_is_canonical_once_it_is_and_keeps_every_comment(m: ArgumentMap, seed: int) -> None:
    m, text = laid_out(m, seed)
    new = reformatted(text, "map")
    assert loads(new, format="yaml") == m
    assert reformatted(new, "map") == new
    assert sorted(words_of_comments(new)) == sorted(words_of_comments(text))


def test_a_note_on_a_link_with_undercutters_between_braces_is_written() -> None:
    text = "argmap: 1\nnodes:\n  a:\n    kind: claim\n    text: A\n    because:\n    - {from: b, unless: [a, c]}\n  b: {kind: claim, text: B}\n  c: {kind: claim, text: C}\n"
    new, _ = rewritten(text, "map", lambda m: linking(m, "a.because.1", "unless", ["b"]))
    assert "- {from: b, unless: [a, c, b]}" in new
    merged, _ = rewritten(text, "map", lambda m: merging(m, "b", "c", force=True))
    assert "- {from: b, unless: [a, b]}" in merged


def test_of_twins_among_links_the_one_that_is_meant_changes() -> None:
    text = "argmap: 1\nnodes:\n  a:\n    kind: claim\n    text: A\n    because:\n    - b  # one\n    - b  # two\n  b: {kind: claim, text: B}\n"
    new, _ = rewritten(text, "map", lambda m: setting(m, "a.because.1", ["sure=0.5"], []))
    assert "    - {from: b, sure: 0.5}  # one\n    - b  # two\n" in new


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "argmap: 1\nnodes:\n\n        # deep, and about a\n    a: {kind: claim, text: A}\n",
            "argmap: 1\nnodes:\n  # deep, and about a\n  a:\n    kind: claim\n    text: A\n",
        ),
        (
            " argmap: 1\n nodes:\n   a: {kind: claim, text: A}\n # the end\n",
            "argmap: 1\nnodes:\n  a:\n    kind: claim\n    text: A\n# the end\n",
        ),
        (
            'argmap: 1\nnodes:\n  a: {kind: claim, text: "A #1"}  # first\n',
            'argmap: 1\nnodes:\n  a:  # first\n    kind: claim\n    text: "A #1"\n',
        ),
    ],
)
def test_a_comment_stays_with_what_it_is_about(text: str, wanted: str) -> None:
    assert reformatted(text, "map") == wanted
