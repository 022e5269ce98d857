import re
from typing import Any

import pytest
import yaml as other
from hypothesis import given
from hypothesis import strategies as st

from argmap import yamltext
from argmap.controls import CONTROL
from argmap.errors import LoadError, RequestError
from argmap.files import dumps, loads
from argmap.formats import yaml
from argmap.model import ArgumentMap, Claim, Gain, Link, Source
from tests.strategies import HOSTILE, maps, texts

HEAD = "argmap: 1\nnodes:\n  a:\n    kind: claim\n    text: x\n"


def problems(text: str) -> list[str]:
    with pytest.raises(LoadError) as caught:
        loads(text, format="yaml", name="m")
    return caught.value.lines()


def note(text: str) -> str | None:
    return yaml.read(HEAD + f"    note: {text}\n", "m").map.nodes[0].note


class TestReading:
    @given(texts())
    def test_a_text_in_quotes_is_that_text(self, text: str) -> None:
        kept = Claim(id="a", text=text).text
        quoted = "".join(f"\\U{ord(sign):08x}" for sign in kept)
        assert note(f'"{quoted}"') == kept

    @pytest.mark.parametrize(
        "brackets", ["[" * 100_000, "{a: " * 100_000, "[{a: " * 50_000, "- " * 100_000, "? " * 100_000]
    )
    def test_deep_nesting_is_refused_and_nothing_falls_over(self, brackets: str) -> None:
        for text in (brackets, HEAD + "    note:\n      " + brackets):
            (problem,) = problems(text)
            assert "deeper than 60" in problem or "a key is one word" in problem

    def test_deep_nesting_by_indentation_is_refused(self) -> None:
        text = "".join(" " * depth + "a:\n" for depth in range(2_000))
        assert problems(text) == ["m:61:61: this nests deeper than 60"]

    def test_sixty_levels_are_the_most(self) -> None:
        assert "deeper" not in "".join(problems("[" * 60 + "]" * 60))
        assert problems("[" * 61 + "]" * 61) == ["m:1:61: this nests deeper than 60"]

    def test_an_alias_bomb_costs_nothing(self) -> None:
        rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        rows += [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(50)]
        told = problems("argmap: 1\n" + "\n".join(rows))
        assert len(told) == 51 + 50 * 9
        assert not any("unknown field" in each for each in told)

    def test_after_what_is_refused_the_other_problems_are_told_too(self) -> None:
        assert problems(HEAD + "    text: &b y\n    unknown: x\n") == [
            "m:6:5: text is there twice",
            "m:6:11: anchors (&name) are not used in a map",
            "m:7:5: unknown field unknown in a",
        ]

    def test_a_text_that_is_too_long_is_refused_with_the_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yaml, "LONGEST", 2 << 20)
        assert note("x" * 100) == "x" * 100
        told = problems(HEAD + "    note: " + "x" * (2 << 20))
        assert told == ["m: a YAML map has at most 2 million characters; use JSON Lines"]

    def test_a_map_that_is_too_long_is_refused_before_any_of_it_is_written(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(yaml, "LONGEST", 2 << 20)
        m = ArgumentMap.model_validate({"nodes": [{"id": "a", "kind": "claim", "text": "x" * (2 << 20)}]})
        with pytest.raises(RequestError, match="a YAML map has at most 2 million characters, and this one"):
            next(yaml.write(m))

    @pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x9b", "\ufffe", "\uffff"])
    def test_raw_control_characters_are_refused_at_their_place(self, sign: str) -> None:
        shown = f"\\u{ord(sign):04x}"
        told = f"m:6:14: the character {shown} may not stand in a map; write it as an escape in quotes"
        assert problems(HEAD + f"    note: é😀 {sign}x\n") == [told]

    def test_half_a_character_is_refused_at_its_place(self) -> None:
        assert problems(HEAD + "    note: é\ud800\n") == ["m:6:12: half a character (a lone surrogate)"]

    @pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
    def test_line_ends_of_old_yaml_end_no_line(self, sign: str) -> None:
        assert note(f"a{sign}b: c".replace(": ", ":")) == f"a{sign}b:c"
        assert problems(HEAD + f"    note: a{sign}b\n    unknown: x\n") == [
            "m:7:5: unknown field unknown in a"
        ]
        assert problems(HEAD + f"    a{sign}b: x\n    a{sign}b: y\n")[1].startswith("m:7:5: a\\u")

    def test_stand_ins_are_never_taken_for_what_stands_there(self) -> None:
        everything = "".join(map(chr, range(0xE000, 0xF8FF)))
        assert note(f"{everything[:-3]}\x85") == everything[:-3]  # white space around a text is dropped
        assert note(f'"\x85x \\ue000 \\uE001 {everything[2:100]}"') == f"x \ue000 \ue001 {everything[2:100]}"
        assert note("x\x85y \\ue000") == "x\x85y \\ue000"

    def test_a_tab_is_called_a_tab(self) -> None:
        assert problems("argmap: 1\nnodes:\n\ta: x\n")[0].startswith("m:3:1: a tab;")

    def test_every_syntax_error_is_worded(self) -> None:
        samples = [
            "note: @", "note: `", "note: %", "note: [", "note: {", "note: ]", "note: }", "note: [a b: c", "note: {a]",
            "note: 'a", 'note: "a', 'note: "\\q"', 'note: "\\x1"', 'note: "\\ud800"', "note: a: b", "note: - a", "note: & a",
            "note: * a", "note: |x", "note: |0", "note", ":", "- a", "note: !<", "note: !a!b c", "  note: x", "note: ? a",
            "\tnote: x", "--- x", "...\nx", "note: [a,\n---", "note: 'a\n---\n'", "a" * 2_000 + ": b", "note: !!", "note: {:}",
            "note: !%4", "note: ![", "note: ? ? a",
        ]  # fmt: skip
        heads = [
            "%YAML",
            "%YAML a",
            "%YAML 1.x",
            "%YAML 1.2 x",
            "%YAML 1.2\n%YAML 1.2",
            "%",
            "%TAG",
            "%X",
            "%TAG ! x\n%TAG ! y",
        ]
        for text in [
            *(HEAD + "    " + sample + "\n" for sample in samples),
            *(head + "\n---\na\n" for head in heads),
        ]:
            try:
                yaml.read(text, "m")
            except LoadError as error:
                for each in error.problems:
                    assert each.line
                    assert each.column
                    assert "this is no YAML" not in each.message, (text[-30:], each.message)

    def test_an_error_without_words_is_told_in_the_parsers_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yamltext, "_WORDED", ())
        assert problems("a: @\n") == ["m:1:4: this is no YAML: found character that cannot start any token"]


class TestWriting:
    def test_a_map_is_laid_out_for_people(self) -> None:
        m = ArgumentMap(
            title="A title: with a colon",
            source=Source(file="a.txt", date="2024-05-02"),
            thesis="charge",
            nodes=(
                Claim(id="charge", text="Charge", sure=0.5, tags=("a", "b, c")),
                Gain(id="no", text="yes", amount="140", unit="euros", holder="all"),
            ),
            links=(
                Link(premises=("no",), target="charge", relation="supports"),
                Link(premises=("no",), target="charge", relation="rebuts", note="long " * 30),
            ),
        )
        assert dumps(m) == (
            "# yaml-language-server: $schema=argmap.schema.json\n"
            "argmap: 1\n"
            'title: "A title: with a colon"\n'
            "source:\n"
            "  file: a.txt\n"
            '  date: "2024-05-02"\n'
            "thesis: charge\n"
            "nodes:\n"
            "  charge:\n"
            "    kind: claim\n"
            "    text: Charge\n"
            "    sure: 0.5\n"
            '    tags: [a, "b, c"]\n'
            '    because: ["no"]\n'
            "    but:\n"
            '      - from: "no"\n'
            "        note: >-\n"
            f"          {('long ' * 17).strip()}\n"
            f"          {('long ' * 13).strip()}\n"
            "\n"
            '  "no":\n'
            "    kind: gain\n"
            '    text: "yes"\n'
            "    holder: all\n"
            "    amount: 140\n"
            "    unit: euros\n"
        )

    def test_plain_leaves_the_line_for_editors_out(self) -> None:
        assert dumps(ArgumentMap(), plain=True) == "argmap: 1\nnodes: {}\n"

    @pytest.mark.parametrize(
        "text", [*HOSTILE, "a: b", "a:", "a #b", "a#b", "a:b", "it's", "'", "''", "a ? b", "a?"]
    )
    def test_a_hostile_text_is_the_same_for_another_reader(self, text: str) -> None:
        value = Claim(id="a", text=f"x{text}y").text
        m = ArgumentMap(
            title=value,
            nodes=(Claim(id="a", text=value, tags=(value, value)), Claim(id="b", text=text.strip() or "x")),
            links=(Link(premises=("a",), target="b", relation="supports", scheme=value),),
        )
        written = dumps(m)
        data = other.safe_load(written)
        assert data["title"] == data["nodes"]["a"]["text"] == value
        assert data["nodes"]["a"]["tags"] == [value, value]
        assert data["nodes"]["b"]["because"][0]["scheme"] == value
        assert data["nodes"]["b"]["text"] == m.nodes[1].text

    @given(maps(most=4))
    def test_another_reader_reads_the_same_words(self, m: ArgumentMap) -> None:
        data = other.load(dumps(m), other.CSafeLoader)
        assert list(data["nodes"] or {}) == [node.id for node in m.nodes]
        assert [fields["text"] for fields in data["nodes"].values()] == [node.text for node in m.nodes]

    @given(st.floats(0, 1))
    def test_every_strength_is_read_back(self, value: float) -> None:
        m = ArgumentMap(nodes=(Claim(id="a", text="x", sure=value),))
        assert loads(dumps(m)) == m

    def test_a_text_of_many_colons_is_written_in_no_time_and_little_room(self) -> None:
        m = ArgumentMap(title="a:b #" * 1_000_000 + "x")
        assert loads(dumps(m)) == m

    def test_nothing_raw_steers(self) -> None:
        assert not re.search(f"[{CONTROL}]", dumps(ArgumentMap(title="".join(HOSTILE))).replace("\n", ""))


def test_words_are_words_whatever_they_look_like() -> None:
    words: list[Any] = [
        "no",
        "on",
        "~",
        "null",
        "1e3",
        "0x10",
        "0o17",
        "1_000",
        "2024-05-02",
        "12:30:45",
        ".nan",
        "=",
    ]
    for word in words:
        assert note(word) == word
        m = ArgumentMap(title=word)
        assert other.safe_load(dumps(m))["title"] == word
