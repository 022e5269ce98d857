"""Locks as text: the same bytes for the same anchors, and every problem of a hostile one in a line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import LoadError
from argmap.selectors import Stretch
from argmap.sources.lock import Entry, Lock
from argmap.sources.lockfile import read, write

DIGEST = "0123456789abcdef" * 4
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.just("\ud800"), max_size=20)
IDS = st.from_regex(r"\A[a-z][a-z0-9-]{0,8}\Z")
PLACES = st.sampled_from(["p1", "p1-p2", "p3.s4", "p3.s4-s5"])


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    by = draw(PLACES | st.just("quote"))
    digests = by != "quote" and draw(st.booleans())
    words = st.just(DIGEST) if digests else WORDS
    start = draw(st.integers(0, 10**6))
    end = start + draw(st.integers(1, 99))
    return Entry(draw(IDS), by, Stretch(start, end, draw(words), draw(words), draw(words)), digests)


LOCKS = st.builds(
    Lock,
    file=WORDS,
    sha256=st.just(DIGEST),
    rule=WORDS,
    words=st.booleans(),
    entries=st.lists(entries(), max_size=4, unique_by=lambda each: (each.node, each.by)).map(tuple),
)


@given(LOCKS)
def test_what_is_written_is_read_back(lock: Lock) -> None:
    text = "".join(write(lock))
    assert read(text, "x") == lock
    assert "".join(write(read(text, "x"))) == text
    assert text.count("\n") == len(lock.entries) + 2
    assert "\x1b" not in text


def good() -> dict[str, Any]:
    words = {"type": "TextQuoteSelector", "exact": "a", "prefix": "", "suffix": ""}
    digests = {"type": "argmap:TextDigestSelector", "exact": DIGEST, "prefix": DIGEST, "suffix": DIGEST}
    position = {"type": "TextPositionSelector", "start": 1, "end": 2}
    return {
        "argmap-lock": 1,
        "source": {"file": "a.txt", "sha256": DIGEST},
        "rule": "r",
        "words": False,
        "anchors": [
            {"node": "a", "by": "quote", "selector": [words, position]},
            {"node": "a", "by": "p1.s2", "selector": [digests, dict(position)]},
        ],
    }


def refused(data: Any) -> list[str]:
    with pytest.raises(LoadError) as caught:
        read(json.dumps(data, indent=1), "x.argmap.lock.json")
    assert all(line.count("\n") == 0 and "\x1b" not in line for line in caught.value.lines())
    return [problem.message for problem in caught.value.problems]


CHANGES: dict[str, tuple[tuple[Any, ...], Any, str]] = {
    "version": (("argmap-lock",), 2, "this argmap reads locks of version 1"),
    "true as version": (("argmap-lock",), True, "this argmap reads locks of version 1"),
    "source": (("source",), [], "source is an object: { … }"),
    "file": (("source", "file"), 7, "file is a text"),
    "sha256": (("source", "sha256"), "ABC", "sha256 is a SHA-256 digest: 64 hexadecimal digits"),
    "rule": (("rule",), None, "rule is a text"),
    "words": (("words",), "yes", "words is true or false"),
    "anchors": (("anchors",), {}, "anchors is a list: [ … ]"),
    "anchor": (("anchors", 0), "a", "this is an object: { … }"),
    "node": (("anchors", 0, "node"), "../../evil", "node is the id of a node, or source.skip"),
    "long node": (("anchors", 0, "node"), "a" * 101, "node is the id of a node, or source.skip"),
    "by": (("anchors", 0, "by"), "p0", "by is quote or a place: p13, p13.s2, p13.s1-s2, p13-p14"),
    "selector": (("anchors", 0, "selector"), {}, "selector is a list: [ … ]"),
    "one selector": (("anchors", 0, "selector"), [{}], "there are two selectors: one of words or digests, one of their position"),
    "type": (("anchors", 0, "selector", 0, "type"), "x", "type is TextQuoteSelector or argmap:TextDigestSelector"),
    "exact": (("anchors", 0, "selector", 0, "exact"), None, "exact is a text"),
    "digest": (("anchors", 1, "selector", 0, "prefix"), "\x1b[31m", "prefix is a SHA-256 digest: 64 hexadecimal digits"),
    "position": (("anchors", 0, "selector", 1, "type"), "x", "type is TextPositionSelector"),
    "start": (("anchors", 0, "selector", 1, "start"), -1, "start is a whole number from 0"),
    "true as start": (("anchors", 0, "selector", 1, "start"), True, "start is a whole number from 0"),
    "giant start": (("anchors", 0, "selector", 1, "start"), 10**30, "start is a whole number from 0"),
    "fraction": (("anchors", 0, "selector", 1, "end"), 2.5, "end is a whole number from 0"),
    "backwards": (("anchors", 0, "selector", 1, "end"), 1, "a position ends after it starts"),
    "selector of another sort": (("anchors", 0, "selector", 1), 5, "this is an object: { … }"),
    "twice": (("anchors", 1, "by"), "quote", "an anchor by quote has its words"),
    "unknown": (("anchors", 0, "nod"), "a", "unknown field nod; did you mean node?"),
    "hostile": (("\x1b[31m",), "a", "unknown field \\u001b[31m"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_lock_that_is_not_as_it_should_be_is_refused(change: str) -> None:
    path, value, message = CHANGES[change]
    data = here = good()
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    assert message in refused(data)


def test_the_lock_that_the_changes_are_made_to_is_good() -> None:
    assert len(read(json.dumps(good()), "x").entries) == 2


def test_an_anchor_that_is_there_twice_is_refused() -> None:
    data = good()
    data["anchors"][1] = data["anchors"][0]
    assert refused(data) == ["the anchor quote of a is there twice"]


@pytest.mark.parametrize("missing", ["source", "rule", "words", "anchors"])
def test_a_field_that_is_missing_is_told(missing: str) -> None:
    data = good()
    del data[missing]
    assert refused(data) == [f"{missing} is missing"]


@pytest.mark.parametrize("data", [[], "x", None, 5, {}, {"name": "x", "lockfileVersion": 3}])
def test_what_is_no_lock_at_all_is_told_in_one_line(data: Any) -> None:
    assert refused(data) == ["this is no lock of argmap: it has no argmap-lock"]


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"argmap-lock": 1, "argmap-lock": 1}', '{"argmap-lock": NaN}', "\x00"]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(LoadError):
        read(text, "x")


def test_every_problem_is_told_with_its_line_and_column() -> None:
    data = good()
    data["words"] = 5
    data["anchors"][1]["selector"][1]["start"] = "x"
    with pytest.raises(LoadError) as caught:
        read(json.dumps(data, indent=1), "x.lock")
    assert caught.value.lines() == [
        "x.lock:8:11: words is true or false",
        "x.lock:39:15: start is a whole number from 0",
    ]


def test_a_very_long_lock_is_read_in_good_time() -> None:
    entry = Entry("a", "p1", Stretch(0, 1, "x", "", ""), digests=False)
    many = tuple(Entry(f"n{number}", entry.by, entry.stretch, entry.digests) for number in range(50_000))
    lock = Lock("a.txt", DIGEST, "r", words=True, entries=many)
    assert read("".join(write(lock)), "x") == lock
