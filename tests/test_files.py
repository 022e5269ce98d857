"""Load and dump, and the maps that must be refused or accepted as they stand in `tests/maps`."""

import gc
import os
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import files
from argmap.controls import CONTROL
from argmap.disk import decoded
from argmap.errors import ArgmapError, FileError, LoadError, RequestError, UnknownNameError
from argmap.files import dump, dumps, load, loads, pieces
from argmap.formats.row import Format
from argmap.formats.table import FORMATS
from argmap.model import ArgumentMap, Claim, Link
from argmap.shipped import builtin
from tests.formats.picturing import PICTURES
from tests.strategies import maps

HERE = Path(__file__).parent / "maps"
BAD = sorted(path for path in (HERE / "bad").iterdir() if path.suffix != ".expected")
GOOD = sorted((HERE / "good").iterdir())
WHOLE = [row.name for row in FORMATS if row.whole]
TEXTS = [row for row in FORMATS if row.writes and row not in PICTURES]
OWN = ["yaml", "json", "jsonl"]
PYDANTICS_OWN = re.compile(
    r"Input should|validation error|https?://|Value error|Extra inputs|String should|Field required|should be a valid"
    r"|should match|\[type=|pydantic|Traceback|not as it should be|this is no YAML"
)
"""Words that only a program's own error has; the last two are the ways out where words are missing."""


def name_of(path: Path) -> str:
    return path.name


class TestMapsThatMustBeRefused:
    @pytest.mark.parametrize("path", BAD, ids=name_of)
    def test_each_gets_exactly_its_messages(
        self, path: Path, rewrite: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(path.parent)
        with pytest.raises(LoadError) as caught:
            load(path.name)
        expected = path.with_name(path.name.partition(".")[0] + ".expected")
        told = str(caught.value) + "\n"
        if rewrite:
            expected.write_text(told, encoding="utf-8")
        assert told == expected.read_text(encoding="utf-8")

    @pytest.mark.parametrize("path", BAD, ids=name_of)
    def test_every_message_is_placed_worded_and_safe_to_show(self, path: Path) -> None:
        with pytest.raises(LoadError) as caught:
            load(path)
        lines = decoded_as_far_as_it_goes(path).split("\n")
        for problem in caught.value.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert not PYDANTICS_OWN.search(problem.message)
            assert not re.search(f"[{CONTROL}]", problem.message)
            assert not re.search(r"  |: ?$|, not \(| \)", problem.message), "something is missing in it"

    def test_every_expected_text_has_its_map(self) -> None:
        names = {path.name.partition(".")[0] for path in BAD}
        assert {path.stem for path in (HERE / "bad").glob("*.expected")} == names
        assert len(names) == len(BAD)


def decoded_as_far_as_it_goes(path: Path) -> str:
    data = path.read_bytes()
    return data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig", "replace")


class TestMapsThatMustBeAccepted:
    @pytest.mark.parametrize("path", GOOD, ids=name_of)
    def test_each_is_read_and_lives_through_every_whole_format(self, path: Path) -> None:
        m = load(path)
        for name in WHOLE:
            text = dumps(m, format=name)
            again = loads(text, format=name)
            assert again == m
            assert dumps(again, format=name) == text

    def test_words_stay_words(self) -> None:
        m = load(HERE / "good" / "words-that-look-like-values.argmap.yaml")
        assert [(node.text, *node.tags) for node in m.nodes] == [
            (word, word)
            for word in (
                "no", "on", "off", "yes", "y", "true", "null", "~", "1e3", "0x10", "0o17", "2024-05-02", "12:30:45",
                ".inf", ".nan", "1_000", "+1", "0.10", "2001-12-14t21:59:43.10-05:00", "=",
            )
        ]  # fmt: skip
        assert m.source is not None
        assert (m.title, m.source.date) == ("2024-05-02", "2024-05-02")

    def test_line_breaks_of_other_standards_are_part_of_a_text(self) -> None:
        (node,) = load(HERE / "good" / "line-breaks-of-other-standards.argmap.yaml").nodes
        assert node.text == "a\x85b\u2028c\u2029d"
        assert node.note == "e\x85f \u2028 \u2028 \ue000"

    def test_escapes_are_what_they_stand_for(self) -> None:
        (node,) = load(HERE / "good" / "escapes.argmap.yaml").nodes
        assert node.text == '\x1b[31m \0 \x1b \u202e \U0001f600 \t \n \\ " / \x85 \xa0 x'

    def test_lines_may_stand_in_any_order(self) -> None:
        m = load(HERE / "good" / "lines-in-any-order.argmap.jsonl")
        assert [(link.id, link.target) for link in m.links] == [
            ("charge.because.1", "charge"),
            ("charge.because.1.unless.1", "charge.because.1"),
        ]


class TestLaws:
    @pytest.mark.parametrize("name", WHOLE)
    @given(m=maps())
    def test_what_a_whole_format_writes_it_reads_back(self, name: str, m: ArgumentMap) -> None:
        text = dumps(m, format=name)
        again = loads(text, format=name)
        assert again == m
        assert dumps(again, format=name) == text
        assert dumps(m, format=name, plain=True) == dumps(again, format=name, plain=True)

    @pytest.mark.parametrize("name", OWN)
    @given(m=maps())
    def test_own_texts_are_known_by_what_they_begin_with(self, name: str, m: ArgumentMap) -> None:
        assert loads(dumps(m, format=name)) == m

    @pytest.mark.parametrize("row", TEXTS, ids=lambda row: row.name)
    @given(m=maps())
    def test_no_format_writes_a_character_that_steers(self, row: Format, m: ArgumentMap) -> None:
        assert not re.search(f"[{CONTROL}]", dumps(m, format=row.name).replace("\n", ""))


@cache
def seed(name: str = "yaml") -> str:
    """A text with every field in it."""
    return dumps(load(HERE / "good" / "every-field.argmap.yaml"), format=name)


PIECES = [
    "argmap: 1\n", "nodes:", "\n  a:\n", "    kind: claim\n", "    text: x\n", "because: ", "[", "]", "{", "}", ",", ":",
    "- ", "? ", "&a ", "*a", "!!str ", "<<", "|\n", ">-\n", '"', "'", "\\", "#", "%YAML 1.2\n", "---\n", "...\n", "\t",
    "\r", "\n", "  ", "~", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "\U0001f600", "\ue000", "{from: a}", "unless: ",
    '{"argmap": 1}\n', '{"argmap": 1, "nodes": {', '"a": {"kind": "claim", "text": "x"', '{"id": "a", "kind": "cost"',
    '{"from": ["a"], "relation": "supports", "to": "a"}\n', "NaN", "1e999", "9" * 5_000, "\\ud800", "null", "true", "[]",
    "<graphml>", "<", "/>", "&amp;",
]  # fmt: skip


def mangled(text: str) -> st.SearchStrategy[str]:
    """The text with some of its stretches dropped, doubled or replaced."""
    place = st.integers(0, len(text))
    cuts = st.lists(
        st.tuples(place, st.integers(0, 30), st.sampled_from([*PIECES, "", ""])), min_size=1, max_size=6
    )

    def apply(cuts: list[tuple[int, int, str]]) -> str:
        made = text
        for start, length, piece in cuts:
            made = made[:start] + piece + made[start + length :]
        return made

    return cuts.map(apply)


ANY_TEXT = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(st.characters(), max_size=60),
    st.deferred(lambda: mangled(seed())),
)


def is_read_or_refused(text: str, name: str | None) -> None:
    try:
        m = loads(text, format=name)
    except LoadError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert not re.search(f"[{CONTROL}]", problem.message)
            assert "not as it should be" not in problem.message
    else:
        assert loads(dumps(m)) == m


class TestAnythingIsReadOrRefused:
    @pytest.mark.parametrize("name", [*WHOLE, None])
    @settings(max_examples=500)
    @given(text=ANY_TEXT)
    def test_any_text(self, name: str | None, text: str) -> None:
        is_read_or_refused(text, name)

    @pytest.mark.parametrize("name", WHOLE)
    @settings(max_examples=300)
    @given(data=st.data())
    def test_a_mangled_map(self, name: str, data: st.DataObject) -> None:
        is_read_or_refused(data.draw(mangled(seed(name))), name)

    @settings(max_examples=500)
    @given(
        data=st.one_of(st.binary(max_size=60), st.binary(max_size=9).map(lambda more: seed().encode() + more))
    )
    def test_any_bytes(self, data: bytes) -> None:
        try:
            text = decoded(data, "x")
        except LoadError as error:
            assert len(error.problems) == 1
        else:
            assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
            is_read_or_refused(text, None)


class TestLargeMaps:
    @pytest.mark.parametrize("name", OWN)
    def test_a_chain_of_many_reasons_is_read_and_written_without_recursion(self, name: str) -> None:
        count = 20_000 if name == "yaml" else 100_000
        m = ArgumentMap(
            nodes=tuple(Claim(id=f"n{number}", text="x") for number in range(count)),
            links=tuple(
                Link(premises=(f"n{number + 1}",), target=f"n{number}", relation="supports")
                for number in range(count - 1)
            ),
        )
        assert loads(dumps(m, format=name), format=name) == m

    def test_the_collector_rests_while_a_large_map_is_read_and_works_again_after(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files, "LARGE", 10)
        for text in (dumps(ArgumentMap(title="x" * 20)), "argmap: 1\ntitle: [\n"):
            try:
                loads(text)
            except LoadError:
                assert "[" in text
            assert gc.isenabled()
        gc.disable()
        try:
            loads(dumps(ArgumentMap(title="x" * 20)))
            assert not gc.isenabled()
        finally:
            gc.enable()

    @pytest.mark.parametrize("name", OWN)
    def test_very_many_problems_are_all_told(self, name: str) -> None:
        count = 3_000
        m = ArgumentMap(
            nodes=tuple(Claim(id=f"n{number:05}", text="x") for number in range(count)),
            links=tuple(
                Link(premises=(f"n{number + 1:05}",), target=f"n{number:05}", relation="supports")
                for number in range(count - 1)
            ),
        )
        text = re.sub(r"(?<=because: \[)n|(?<=from\": \[\")n", "m", dumps(m, format=name))
        with pytest.raises(LoadError) as caught:
            loads(text, format=name)
        assert len(caught.value.problems) == count - 1


class TestLoadAndDump:
    @pytest.mark.parametrize("row", TEXTS, ids=lambda row: row.name)
    def test_a_file_is_written_in_the_format_of_its_name(self, row: Format, tmp_path: Path) -> None:
        m = loads(seed())
        for suffix in row.suffixes:
            path = tmp_path / f"m{suffix}"
            dump(m, path)
            assert path.read_text(encoding="utf-8") == dumps(m, format=row.name)
            if row.whole:
                assert load(path) == load(str(path)) == load(path, format=row.name) == m

    def test_a_named_format_goes_before_the_name_of_the_file(self, tmp_path: Path) -> None:
        m = loads(seed())
        dump(m, tmp_path / "m.json", format="yaml")
        assert (tmp_path / "m.json").read_text(encoding="utf-8") == seed()
        assert load(tmp_path / "m.json", format="yaml") == m
        with pytest.raises(LoadError):
            load(tmp_path / "m.json", format="json")

    def test_what_a_text_begins_with_goes_before_a_wrong_name(self, tmp_path: Path) -> None:
        m = loads(seed())
        for name, wrong in [
            ("json", "jsonl"),
            ("jsonl", "json"),
            ("yaml", "json"),
            ("json", "csv"),
            ("json", "txt"),
        ]:
            dump(m, tmp_path / f"m.{wrong}", format=name)
            assert load(tmp_path / f"m.{wrong}") == m

    def test_a_name_that_tells_no_format_is_refused_with_advice(self, tmp_path: Path) -> None:
        with pytest.raises(RequestError, match=r"m\.txt tells no format") as caught:
            dump(ArgumentMap(), tmp_path / "m.txt")
        assert ".argmap.yaml" in caught.value.hint
        assert list(tmp_path.iterdir()) == []

    def test_an_unknown_format_is_refused_with_the_near_one(self, tmp_path: Path) -> None:
        for act in (
            lambda: loads("", format="ymal"),
            lambda: dumps(ArgumentMap(), format="ymal"),
            lambda: load(tmp_path / "none", format="ymal"),
            lambda: dump(ArgumentMap(), tmp_path / "m", format="ymal"),
        ):
            with pytest.raises(UnknownNameError) as caught:
                act()
            assert caught.value.hint == "did you mean yaml?"

    @pytest.mark.parametrize("row", [row for row in FORMATS if not row.reads], ids=lambda row: row.name)
    def test_a_format_that_is_only_written_is_not_read(self, row: Format) -> None:
        with pytest.raises(RequestError, match=f"argmap does not read {row.name}") as caught:
            loads("", format=row.name)
        assert caught.value.hint.startswith("it reads yaml, json, jsonl")

    def test_a_format_that_is_only_read_is_not_written(self) -> None:
        with pytest.raises(RequestError, match="argmap does not write argdown"):
            pieces(
                ArgumentMap(), Format("argdown", (".argdown",), "maps in Markdown", reads=True, writes=False)
            )

    def test_messages_name_the_text_as_the_caller_does(self, tmp_path: Path) -> None:
        with pytest.raises(LoadError, match=r"^\(1\):1:1: "):
            loads("", name="(1)")
        (tmp_path / "a\x1bb.yaml").write_text("")
        with pytest.raises(LoadError, match=r"a\\u001bb\.yaml:1:1: "):
            load(tmp_path / "a\x1bb.yaml")

    def test_a_byte_order_mark_before_a_text_is_left_out(self) -> None:
        for name in OWN:
            text = "\ufeff" + dumps(loads(seed()), format=name)
            assert loads(text) == loads(text, format=name) == loads(seed())

    def test_a_dump_that_fails_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "m.yaml"
        dump(ArgumentMap(title="old"), path)
        old = path.read_bytes()
        monkeypatch.setattr(
            os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device"))
        )
        with pytest.raises(FileError, match="no space left on device"):
            dump(ArgumentMap(title="new"), path)
        assert path.read_bytes() == old
        assert list(tmp_path.iterdir()) == [path]

    def test_a_dump_to_standard_output_is_refused_and_makes_no_file_of_that_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(RequestError, match="- is no file"):
            dump(ArgumentMap(title="x"), "-", format="yaml")
        assert not list(tmp_path.iterdir())

    def test_what_is_kept_beside_an_empty_text_comes_back(self) -> None:
        m = loads("", format="argdown")
        assert loads(dumps(m, format="json")) == m

    def test_models_of_a_large_map_leave_nothing_out_where_what_was_set_is_wanted(self) -> None:
        large = ArgumentMap(nodes=tuple(Claim(id=f"n{n}", text="x") for n in range(1_001)))
        node = loads(dumps(large, format="json")).nodes[-1]
        assert node.model_dump(exclude_unset=True) == node.model_dump()
        assert node == large.nodes[-1]


class TestBuiltIn:
    @pytest.mark.parametrize("name", ["china-russia", "riverton"])
    def test_the_maps_that_come_with_argmap_are_read(self, name: str) -> None:
        path = builtin(name)
        assert path is not None
        assert len(load(path).nodes) >= 40
        assert load(path).thesis

    @pytest.mark.parametrize(
        "name", ["", "none", "../data/riverton", "..", "/etc/passwd", "riverton.argmap", "a\0b"]
    )
    def test_no_other_file_is_found_by_name(self, name: str) -> None:
        assert builtin(name) is None


def test_every_error_of_reading_is_one_of_argmaps() -> None:
    assert issubclass(LoadError, ArgmapError)
    assert issubclass(FileError, ArgmapError)


@pytest.mark.parametrize("row", [row for row in TEXTS if row.reads], ids=lambda row: row.name)
def test_a_format_is_known_and_read_whatever_breaks_its_lines(row: Format) -> None:
    nodes = [{"id": name, "kind": "claim", "text": name.upper()} for name in "abc"]
    links = [{"premises": [name], "target": "a", "relation": "rebuts"} for name in "bc"]
    text = dumps(ArgumentMap.model_validate({"nodes": nodes, "links": links}), format=row.name)
    for mark in ("", "\ufeff"):
        found = loads(mark + text.replace("\n", "\r\n"), name=f"m{row.suffixes[0]}")
        assert len(found.nodes) == 3
        assert len(found.links) == 2


# --- what is too large --------------------------------------------------------------------------


@pytest.mark.parametrize("row", [row for row in TEXTS if row.reads], ids=lambda row: row.name)
def test_a_text_that_holds_more_than_is_wanted_is_refused_before_it_is_read(
    row: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = [Claim(id=f"n{number}", kind="claim", text="It is so") for number in range(50)]
    links = [
        {"premises": [f"n{number}"], "target": f"n{number - 1}", "relation": "rebuts"}
        for number in range(1, 50)
    ]
    text = dumps(ArgumentMap.model_validate({"nodes": nodes, "links": links}), format=row.name)
    monkeypatch.setattr(files, "LARGE", 1)
    monkeypatch.setenv("ARGMAP_MOST", "90")
    with pytest.raises(
        FileError, match=r"it holds about \d+ statements and links, and 90 are read"
    ) as caught:
        loads(text, format=row.name)
    assert "ARGMAP_MOST" in str(caught.value.hint)
    for enough in ("", "2000"):
        monkeypatch.setenv("ARGMAP_MOST", enough)
        assert len(loads(text, format=row.name).nodes) == 50


@pytest.mark.parametrize("said", ["many", "-1", "1e6", "\u0663"])
def test_how_much_is_wanted_is_said_in_a_whole_number(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGE", 1)
    monkeypatch.setenv("ARGMAP_MOST", said)
    with pytest.raises(RequestError, match="ARGMAP_MOST is a whole number, not"):
        loads("argmap: 1\n")
