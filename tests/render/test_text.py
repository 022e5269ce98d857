"""Sections in a pipe and read aloud."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.sections import (
    Bar,
    Bars,
    Column,
    Heading,
    Item,
    Outline,
    Pairs,
    Paragraph,
    Row,
    Statement,
    Table,
    Tip,
)
from argmap.render.text import DEEPEST_INDENT, guided
from tests.render.reading import aloud, in_pipe

TABLE = Table(
    (Column("Text", "text", wide=True), Column("Number", "number", number=True)),
    (Row(("a\tb\nc", "1"), "gain", ("“so” p1",)), Row(("d.", "2"))),
)


def test_in_a_pipe_a_table_stands_alone_one_row_a_line() -> None:
    assert in_pipe([Heading("Title"), TABLE, Paragraph("more"), Tip(["argmap"])]) == ["a b c\t1", "d.\t2"]


def test_in_a_pipe_headings_stand_where_there_is_no_table_and_tips_never() -> None:
    assert in_pipe([Heading("Title"), Paragraph("more"), Tip(["argmap"])]) == ["Title", "more"]


def test_aloud_a_row_is_one_numbered_sentence_after_another() -> None:
    assert aloud([Heading("Title"), TABLE]) == [
        "Title.",
        "1. Gain: a b c. Number: 1. “so” p1.",
        "2. d. Number: 2.",
    ]


def test_aloud_a_sentence_keeps_the_end_it_has() -> None:
    said = aloud([Paragraph(text) for text in ("so.", "so!", "so?", "so…", "“so.”", "so", "so:")])
    assert said == ["so.", "so!", "so?", "so…", "“so.”", "so.", "so:"]


def outline(*depths: int) -> Outline:
    return Outline([Item(depth, f"t{index}") for index, depth in enumerate(depths)])


def test_guides_join_what_stands_on_one_level() -> None:
    assert in_pipe([outline(1, 2, 3, 2, 1)]) == [
        "├── t0",
        "│   ├── t1",
        "│   │   └── t2",
        "│   └── t3",
        "└── t4",
    ]


def test_a_level_that_is_done_has_no_guide_any_more() -> None:
    assert in_pipe([outline(1, 2, 3)]) == ["└── t0", "    └── t1", "        └── t2"]


def test_a_very_deep_line_says_how_deep_it_is_instead_of_being_indented() -> None:
    lines = in_pipe([outline(*range(1, 200))])
    assert max(map(len, lines)) < 4 * DEEPEST_INDENT + 40
    assert lines[-1].strip() == "└── (199) t198"


@given(st.lists(st.integers(0, 2), max_size=30))
def test_every_guide_is_closed(steps: list[int]) -> None:
    """Under `├` a guide goes on until the next item of the level; under `└` nothing does."""
    depths: list[int] = []
    for step in steps:
        before = depths[-1] if depths else 0
        depths.append(max(1, before + 1 - step))
    guides = [guide for _, guide in guided(outline(*depths))]
    for here, below in zip(guides, [*guides[1:], ""], strict=False):
        for column in range(0, len(here), 4):
            under = below[column : column + 1]
            assert (here[column] in "├│") == (under in set("├└│")) or here[column] == " "


def test_names_and_counts_stand_side_by_side() -> None:
    sections = [Pairs([("one", "1"), ("two", "a\nb")]), Bars("kind", "Kinds", [Bar("x\ty", 3)])]
    assert in_pipe(sections) == ["one\t1", "two\ta b", "kind\tx y\t3"]
    assert aloud(sections)[:2] == ["one: 1.", "two: a b."]


HOSTILE = "a\x1b[31m\x1b]8;;http://x\x07b\u202ec\x9b\x7f\u2028d\x00"


def test_no_control_character_passes_from_any_field_of_any_section() -> None:
    sections = [
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Statement("claim", HOSTILE, "id", HOSTILE, (HOSTILE,)),
        Pairs([("name", HOSTILE)]),
        Bars("name", HOSTILE, [Bar(HOSTILE, 1)]),
        Outline([Item(1, HOSTILE, "+ because", beside=HOSTILE, id="id", spoken="Because")]),
        Outline([Item(1, HOSTILE, beside=HOSTILE)], bare=True),
    ]
    table = Table(
        (Column("A", "a", wide=True), Column("B", "b")), [Row((HOSTILE, HOSTILE), "gain", (HOSTILE,))]
    )
    for lines in (in_pipe(sections), in_pipe([table]), aloud(sections), aloud([table])):
        text = "".join(lines).replace("\t", "")
        assert text.isprintable(), [sign for sign in text if not sign.isprintable()]
        assert "\\u001b[31m" in text
