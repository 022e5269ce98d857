"""Argdown: every construct of the language, what is refused in which words, and the way back."""

import pytest
from hypothesis import given

from argmap import dumps, loads
from argmap.errors import LoadError
from argmap.files import reading
from argmap.formats import argdown
from argmap.formats._argdown_tokens import MOST
from argmap.formats.table import format_of_text
from argmap.losses import Reading
from argmap.model import ArgumentMap, Claim, Gain, Link
from tests.cli.running import RIVERTON
from tests.strategies import HOSTILE, maps

Ends = tuple[tuple[str, ...], str, str]


def read(text: str) -> Reading:
    return argdown.read(text, "m")


def texts(text: str) -> dict[str, str]:
    return {node.id: node.text for node in read(text).map.nodes}


def links(text: str) -> set[Ends]:
    return {(link.premises, link.relation, link.target) for link in read(text).map.links}


def told(text: str) -> dict[str, tuple[str, int]]:
    return {loss.feature: (loss.fate, loss.count) for loss in read(text).losses}


def refusals(text: str) -> list[str]:
    with pytest.raises(LoadError) as caught:
        loads(text, format="argdown", name="m")
    return caught.value.lines()


class TestText:
    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("[a]: the ferry is late", "the ferry is late"),
            ("[a]:the ferry", "the ferry"),
            ("[a]:\n  the ferry\nis late", "the ferry is late"),
            ("[a]: is *it* **so**, __then__ _yes_.", "is it so, then yes."),
            ("[a]: **it\nis** so", "it is so"),
            ("[a]: see [the log](http://x.org/a) there", "see the log there"),
            ("[a]: see @[b] and @<c>.", "see @[b] and @<c>."),
            ("[a]: it #storm #(heavy fog) is", "it #storm #(heavy fog) is"),
            (r"[a]: \[x\] \* \_ \\ \# \{y\}", r"[x] * _ \ # {y}"),
            ("[a]: p .->. q :heart: e.g. 10:30:45 3.14", "p → q ❤ e.g. 10:30:45 3.14"),
            ("[a]: x // a remark\n", "x"),
            ("[a]: x /* a\n\nremark */ y <!-- z --> w", "x y w"),
            ("[a]: a < b, 2 * 3 - 1 + 5 -- x", "a < b, 2 * 3 - 1 + 5 -- x"),
            ("[a]: x\\\ny", "x\\ y"),
            ("[a]: 0 === 1", "0 === 1"),
        ],
    )
    def test_running_text_is_read(self, source: str, said: str) -> None:
        assert texts(source)["a"] == said

    def test_every_kind_of_line_end_and_a_byte_order_mark_are_read(self) -> None:
        for end in ("\n", "\r\n", "\r"):
            text = "\ufeff" + end.join(["[a]: x {", "note: so", "}", "  + [b]", "", "[c]: y", ""])
            m = loads(text, format="argdown")
            assert [node.id for node in m.nodes] == ["a", "b", "c"]
            assert m.nodes[0].note == "so"

    def test_blank_texts_are_empty_maps(self) -> None:
        for text in ("", " \n\t\n", "// only a remark\n", "/* a */", "===\n===\n"):
            assert read(text).map == ArgumentMap()

    def test_comments_do_not_part_what_belongs_together(self) -> None:
        text = "[a]: x\n// one\n  + [b]: y\n<!-- two\n\nthree -->\n  - [c]: z\n"
        assert links(text) == {(("b",), "supports", "a"), (("c",), "rebuts", "a")}


class TestStatements:
    def test_ids_come_from_titles_and_titles_stay_labels(self) -> None:
        m = read(
            "[The Ferry!]: It is late\n\n[the-ferry]\n\n<The Ferry!>: Sketch\n\nNo title at all here, it goes on\n"
        ).map
        assert [(node.id, node.label, node.text) for node in m.nodes] == [
            ("the-ferry-2", "The Ferry!", "It is late"),
            ("the-ferry", None, "the-ferry"),
            ("the-ferry-3", "The Ferry!", "Sketch"),
            ("no-title-at-all-here-it", None, "No title at all here, it goes on"),
        ]

    def test_titles_are_told_apart_by_every_sign(self) -> None:
        assert len(texts("[A]: x\n\n[a]: y\n\n[ A ]: z\n\n[é]: v\n\n[e\u0301]: w\n")) == 5

    def test_the_last_wording_counts_unless_another_is_canonical(self) -> None:
        assert texts("[a]: one\n\n[a]: two\n\n[a]\n")["a"] == "two"
        assert texts("[a]: one {isCanonical: true}\n\n[a]: two\n")["a"] == "one"
        assert told("[a]: one\n\n[a]: two\n")["further wordings of a statement"] == ("kept beside", 1)

    def test_metadata_becomes_fields_and_what_is_foreign_is_counted(self) -> None:
        found = read('[a]: x #t {kind: gain, holder: [Ann, "B}b"], sure: 0.5, color: "#f00", tags: [u, t]}\n')
        assert found.map.nodes[0] == Gain(
            id="a", text="x #t", holder=("Ann", "B}b"), sure=0.5, tags=("t", "u")
        )
        assert [(loss.feature, loss.count) for loss in found.losses] == [("metadata of other programs", 1)]

    def test_metadata_that_is_not_understood_is_left_out_and_told(self) -> None:
        found = read("[a]: x {kind: nonsense, sure: high, holder: Ann}\n  + [b]: y {label: {deep: er}}\n")
        assert found.map.nodes == (Claim(id="a", text="x"), Claim(id="b", text="y"))
        assert [finding.where for finding in found.findings] == ["a", "a", "a", "b"]
        assert [(loss.fate, loss.count) for loss in found.losses] == [("dropped", 4)]

    def test_metadata_of_all_members_is_merged(self) -> None:
        m = read("[a]: x {kind: cost, unit: euros}\n\n[a] {unit: days, holder: Ann}\n").map
        assert (m.nodes[0].kind, m.nodes[0].unit, m.nodes[0].holder) == ("cost", "days", ("Ann",))  # type: ignore[union-attr]

    def test_lists_headings_and_front_matter_are_read(self) -> None:
        found = read(
            "===\ntitle: T\nauthor: X\n===\n\n# One #t\n\n* [a]: x\n  + [b]\n* <c>: y\n\n## Two\n\n1. z\n2. w\n"
        )
        assert found.map.title == "T"
        assert [node.text for node in found.map.nodes] == ["x", "b", "y", "z", "w"]
        counts = {loss.feature: loss.count for loss in found.losses}
        assert counts == {"headings": 2, "settings of the front matter": 1}


class TestRelations:
    def test_each_symbol_goes_its_way(self) -> None:
        text = "[a]: x\n  + [b]\n  <+ [c]\n  +> [d]\n  - [e]\n  <- [f]\n  -> [g]\n  >< [h]\n"
        assert links(text) == {
            (("b",), "supports", "a"), (("c",), "supports", "a"), (("a",), "supports", "d"),
            (("e",), "rebuts", "a"), (("f",), "rebuts", "a"), (("a",), "rebuts", "g"),
            (("a",), "rebuts", "h"), (("h",), "rebuts", "a"),
        }  # fmt: skip
        assert told(text) == {"contradictions and contraries": ("approximated", 1)}

    def test_indentation_says_what_belongs_to_what(self) -> None:
        text = "[a]\n + [b]\n   - [c]\n     + [d]: z\n goes on\n + [e]\n"
        assert links(text) == {
            (("b",), "supports", "a"), (("c",), "rebuts", "b"), (("d",), "supports", "c"), (("e",), "supports", "a"),
        }  # fmt: skip

    def test_odd_indentation_is_read_and_told(self) -> None:
        found = read("[a]\n    + [b]\n        + [c]\n      + [d]\n")
        assert [link.target for link in found.map.links if link.premises == ("d",)] == ["a"]
        assert [(each.line, each.column, each.message) for each in found.findings] == [
            (4, 7, "this indentation is none of those above it")
        ]
        assert "tabs and spaces" in read("[a]\n\t+ [b]\n    - [c]\n").findings[0].message

    def test_strict_mode_makes_entailments_and_contraries(self) -> None:
        text = "===\nmodel: {mode: strict}\n===\n\n[a]\n  + [b]\n  - [c]\n  - <d>\n\n[c]\n  - [a]\n"
        assert links(text) == {
            (("b",), "supports", "a"), (("c",), "rebuts", "a"), (("a",), "rebuts", "c"), (("d",), "rebuts", "a"),
        }  # fmt: skip
        assert told(text)["contradictions and contraries"] == ("approximated", 1)
        assert told(text)["entailments"] == ("approximated", 1)

    def test_a_relation_said_twice_is_one_and_one_to_itself_none(self) -> None:
        text = "[a]\n  + [b]\n  + [b]\n\n[b]\n  +> [a]\n  - [b]\n"
        assert links(text) == {(("b",), "supports", "a")}
        assert told(text) == {"relations of a statement to itself": ("dropped", 1)}

    def test_an_argument_in_words_that_is_undercut_is_undercut_in_what_it_does(self) -> None:
        text = "[a]\n  + <b>: y\n    _ [c]\n  _ [d]\n"
        assert links(text) == {
            (("b",), "supports", "a"), (("c",), "undercuts", "a.because.1"), (("d",), "rebuts", "a"),
        }  # fmt: skip


PCS = "<Why>: in short\n  - [against]\n\n(1) [p]: one\n(2) [q]: two\n--\nanalogy, sign {sure: 0.7, logic: [x]}\n--\n  <_ [u]\n(3) [c]: so\n  +> [top]\n"


class TestStructures:
    def test_premises_and_conclusion_are_one_link_with_its_rules(self) -> None:
        m = read(PCS).map
        (link,) = (each for each in m.links if each.linked)
        assert link == Link(
            id="why", premises=("p", "q"), target="c", relation="supports", scheme="analogy, sign", sure=0.7,
            note="Why: in short",
        )  # fmt: skip
        assert links(PCS) >= {
            (("u",), "undercuts", "why"),
            (("against",), "undercuts", "why"),
            (("c",), "supports", "top"),
        }

    def test_steps_in_a_row_rest_on_the_conclusion_before_them_or_on_what_they_say(self) -> None:
        text = "(1) [p]\n----\n(2) [i]\n(3) [q]\n----\n(4) [c]\n"
        assert links(text) == {(("p",), "supports", "i"), (("i", "q"), "supports", "c")}
        uses = text.replace("----\n(4)", "-- rule {uses: [1,3]} --\n(4)")
        assert links(uses) == {(("p",), "supports", "i"), (("p", "q"), "supports", "c")}

    def test_what_a_reconstructed_argument_does_its_conclusion_does(self) -> None:
        text = "[a]\n  + <b>\n\n<b>\n\n(1) [p]\n----\n(2) [c]\n\n[x]\n  +> <b>\n"
        assert links(text) == {
            (("c",), "supports", "a"),
            (("p",), "supports", "c"),
            (("x",), "supports", "c"),
        }
        assert told(text) == {"supports of arguments": ("approximated", 1)}

    def test_an_undercutter_below_a_conclusion_undercuts_the_step_above_it(self) -> None:
        text = "(1) [p]\n----\n(2) [c]\n  <_ [u]\n\n[z]: later\n  <_ [v]\n"
        assert links(text) == {
            (("p",), "supports", "c"),
            (("u",), "undercuts", "c.because.1"),
            (("v",), "rebuts", "z"),
        }

    def test_a_conclusion_among_its_premises_makes_no_link(self) -> None:
        assert links("(1) [p]\n----\n(2) [p]\n") == set()
        assert told("(1) [p]\n----\n(2) [p]\n")["steps from a statement to itself"] == ("dropped", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("see [a]: x\n", "m:1:5: the title [a] stands inside a line; write @[a], or \\[ for a bracket"),
        ("if <a and b> so\n", "m:1:4: the title <a and b> stands inside a line; write @<a and b>, or \\< for the sign"),
        ("[a] x\n", "m:1:5: only tags, metadata and relations stand after a title; a text needs a colon: [title]: text"),
        ("[a]:\n\n[b]: x\n", "m:1:5: "),
        ("x\n(1) y\n", "m:2:1: a blank line is missing above this numbered premise, or a \\ before it if it is text"),
        ("x\n# H\n", "m:2:1: a blank line is missing above this heading, or a \\ before it if it is text"),
        ("x\n* y\n", "m:2:1: a blank line is missing above this list item, or a \\ before it if it is text"),
        ("# \n\nx\n", "m:1:1: a heading has words after its #"),
        ("[a]: x\n\n  + [b]\n", "m:3:3: a relation belongs below a statement or an argument"),
        ("[a]: x\n+ [b]\n", "m:2:1: a relation is indented more than what it belongs to"),
        ("[a]\n    + [b]\n  - [c]\n", "m:3:3: a relation is indented more than what it belongs to"),
        ("[a]\n  >< <b>\n", "m:2:6: only statements contradict each other; >< takes no <argument>"),
        ("(1) <a>\n----\n(2) c\n", "m:1:5: a premise or conclusion is a statement, [title] or text, no <argument>"),
        ("(1) a\n(2) b\n", "m:2:5: above the last statement, the conclusion, stands an inference: ----"),
        ("(1) a\n----\n", "m:2:1: a conclusion, (2) and its text, is missing below this inference"),
        ("(1) a\n----\n  <_ [b]\n(2\n) c\n", "m:2:1: a conclusion, (2) and its text, is missing below this inference"),
        ("(1) a\n", "m:1:5: premises, ---- and a conclusion stand together"),
        ("----\n(1) c\n", "m:1:1: an inference belongs between numbered premises and a conclusion"),
        ("(1) a\n---\n(2) c\n", "m:3:1: an inference ends with -- on its own line; a short one is ----"),
        ("(1) a\n----\n  + [x]\n(2) c\n", "m:3:3: an inference can only be undercut: write <_ here"),
        ("[a]: some **bold\n\n[b]: x\n", "m:1:11: this ** begins bold that never end; write \\* for the sign itself"),
        ("snake_case\n", "m:1:6: this _ begins italics that never end; write \\_ for the sign itself"),
        ("[a]\n\n===\nt: x\n===\n", "m:3:1: front matter, === … ===, stands at the very beginning"),
        ("===\ntitle: x\n\n[a]\n", "m:1:1: front matter is opened by === and never closed"),
        ("{k: 1} x\n", "m:1:1: metadata { … } stands after a text; write \\{ where a brace is text"),
        ("x {k: 1} {l: 2}\n", "m:1:10: one statement has one { … }; put all metadata into it"),
        ("x {k: 1} y\n", "m:1:10: after metadata { … } the line ends; write \\{ where a brace is text"),
        ("* a\n  * b\n", "m:2:3: lists do not stand inside lists; write relations (+, -) instead"),
        ("* a\n1. b\n", "m:2:1: one list has either * or numbers before all of its items"),
        ("[a]: x {k: [1, 2}\n", "m:1:17: a comma or a closing ] is missing"),
        ("[a]: x {\n  k: 1\n  k: 2\n}\n", "m:3:3: k is there twice"),
        ("===\ntitle: &x T\n===\n", "m:2:8: anchors (&name) are not used in a map"),
        ("[a]: x {k: !!python/name:os.system ''}\n", "m:1:12: tags (!name) are not used in a map"),
        ("[a]: x {k: *k}\n", "m:1:12: aliases (*name) are not used in a map"),
        ("[a]: x\n\n@include(/etc/passwd)\n", "m:3:1: @include is not followed here"),
        ("<a>\n\n(1) p\n----\n(2) c\n\n<a>\n\n(1) q\n----\n(2) d\n", "m:9:1: the argument <a> has premises and a conclusion already"),
    ],
)  # fmt: skip
def test_what_is_no_argdown_is_refused_where_it_is_wrong(text: str, line: str) -> None:
    assert refusals(text)[0].startswith(line)


def test_all_problems_of_a_text_are_told_at_once() -> None:
    lines = refusals("[a] x\n\n[b]: fine\n  + <c> y\n\n  + [d]\n\n[e]: **x\n\n[f]: {a: [}\n")
    assert [line.split(":")[1] for line in lines] == ["1", "4", "6", "8", "10"]


def test_what_is_read_and_perhaps_not_meant_is_found() -> None:
    found = read("[a]: see http://x.org\n  +\n\n[b]: y /* never closed\n")
    assert {(finding.line, finding.column) for finding in found.findings} == {(1, 15), (2, 3), (4, 8)}


class TestWriting:
    def test_a_map_is_laid_out_for_people(self) -> None:
        m = ArgumentMap(
            title="A = B",
            thesis="a",
            nodes=(
                Claim(id="a", text="It is so"),
                Gain(id="b", text="Two\nlines", holder=("Ann",), sure=0.5),
                Claim(id="c", text="*C*"),
            ),
            links=(
                Link(premises=("b", "c"), target="a", relation="supports", scheme="sign", sure=1, id="step"),
                Link(premises=("c",), target="a", relation="supports"),
                Link(premises=("b",), target="step", relation="undercuts"),
                Link(premises=("b",), target="a", relation="rebuts", note="}"),
            ),
        )
        text = dumps(m, format="argdown")
        assert text == (
            '===\ntitle: "A \\x3d B"\nargmap: {thesis: "a"}\n===\n\n'
            "[a]: It is so\n  <+ [c]\n  <- [a.but.1.so]\n\n"
            "<step>\n\n(1) [b]\n(2) [c]\n--\nsign {sure: 1, place: 1}\n--\n  <_ [b]\n(3) [a]\n\n"
            '<a.but.1>\n\n(1) [b]\n--\n{argmap: "rebuts", note: "\\u007d"}\n--\n(2) [a.but.1.so]: a is rebutted\n\n'
            '[b]: Two lines {kind: "gain", holder: ["Ann"], sure: 0.5, text: "Two\\nlines"}\n\n'
            "[c]: \\*C\\*\n\n"
        )
        assert argdown.read(text, "m") == Reading(m)

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_hostile_text_stays_a_text(self, text: str) -> None:
        said = f"x{text}y" if text.strip() else f"x{text}"
        m = ArgumentMap(title=said, nodes=(Claim(id="a", text=said, note=said, label=said, tags=(said,)),))
        assert argdown.read(dumps(m, format="argdown"), "m") == Reading(m)

    @pytest.mark.parametrize(
        "text",
        [
            "@include(x)",
            "http://x.org",
            ":heart: .A.",
            "v.<b>.x",
            "=== x ===",
            "a {b: c}",
            "- (1) # x",
            "a\\",
            "://a:b",
            "1. x",
        ],
    )
    def test_what_argdown_would_take_for_its_own_is_escaped(self, text: str) -> None:
        written = dumps(ArgumentMap(nodes=(Claim(id="a", text=text),)), format="argdown")
        assert "text:" not in written
        assert texts(written) == {"a": text}

    @given(m=maps())
    def test_what_is_written_is_read_back_equal(self, m: ArgumentMap) -> None:
        bare = m.model_copy(update={"beside": ()})
        assert argdown.read("".join(argdown.write(m)), "m") == Reading(bare)

    def test_nothing_that_steers_a_terminal_is_written_raw(self) -> None:
        m = ArgumentMap(title="\x1b[31m", nodes=(Claim(id="a", text="\x1b]8;;x\x07\u202e", note="\x9b"),))
        assert all(sign == "\n" or sign.isprintable() for sign in dumps(m, format="argdown"))


class TestSizes:
    def test_nesting_of_ten_thousand_is_read(self) -> None:
        text = "[s0]: x\n" + "".join(" " * (depth + 1) + f"+ [s{depth + 1}]\n" for depth in range(10_000))
        assert len(read(text).map.links) == 10_000

    @pytest.mark.parametrize(
        "piece", ["[", "<", "{", "#(", "@[", "[x](", "/*", "{b},", " {", ".a", ":", "===", "--\n"]
    )
    def test_what_is_never_closed_is_looked_for_once(self, piece: str) -> None:
        text = "x " + piece * 20_000
        try:
            read(text)
        except LoadError as error:
            assert error.problems

    def test_a_text_of_too_many_pieces_is_refused(self) -> None:
        (line,) = refusals("[" * (MOST + 2))
        assert line.startswith(f"m:1:{MOST + 1}: an Argdown text has at most")


def test_argdown_is_known_by_what_it_holds_or_by_its_name() -> None:
    assert format_of_text("[a]: x\n").name == "argdown"
    assert format_of_text("<a>: x\n  + [b]\n").name == "argdown"
    assert format_of_text("x\n  + y\n", "m.argdown").name == "argdown"
    assert format_of_text("argmap: 1\nnodes: {}\n").name == "yaml"
    assert format_of_text("<graphml></graphml>\n").name == "graphml"


def test_the_text_is_kept_beside_the_map_and_written_back_word_for_word() -> None:
    text = "# Heading\n\n[a]: x // remark\n  >< [b]: **y**\n"
    assert dumps(loads(text, format="argdown"), format="argdown") == text
    m = reading(RIVERTON).map
    assert argdown.read(dumps(m, format="argdown"), "m") == Reading(m)
