"""Sections on a terminal: nothing wider than it, nothing lost, nothing steered by a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.controls import visible
from argmap.query.beneath import outline
from argmap.render.card import cards
from argmap.render.listing import Wish, listing, objection_list
from argmap.render.outline import outline_answer
from argmap.render.sections import (
    Answer,
    Bar,
    Bars,
    Column,
    Heading,
    Item,
    Outline,
    Pairs,
    Paragraph,
    Row,
    Section,
    Statement,
    Table,
    Tip,
)
from argmap.render.terminal import LONGEST, NARROWEST, WIDEST
from tests.drawing import drawn
from tests.render.reading import in_pipe, on_terminal
from tests.render.test_text import HOSTILE
from tests.strategies import maps

SGR = re.compile(r"\x1b\[[0-9;]*m")
LONG = "one two three four five six seven eight nine ten " * 12


def every_section(text: str) -> list[Section]:
    return [
        Heading(text),
        Paragraph(text, "quiet"),
        Statement("claim", text, "id", text, (text,)),
        Pairs([("name", text)]),
        Bars("name", text, [Bar(text, 3, "gain"), Bar("b", 1)]),
        Outline(
            [Item(1, text, "+ because", "supports", "claim", "an-id", text), Item(2, text, "- but", "rebuts")]
        ),
        Outline([Item(3, text, beside=text, id="an-id")], bare=True),
        Table(
            (Column("A", "a", wide=True), Column("B", "b"), Column("id", "id")),
            [Row((text, text, "x"), "cost", (text,))],
        ),
        Table(
            (Column("A", "a", wide=True), Column("N", "n", number=True)), [Row((text, "12"), "gain", (text,))]
        ),
    ]


@pytest.mark.parametrize("width", [20, 21, 40, 42, 60, 79, 80, 120])
@pytest.mark.parametrize(
    "text",
    [LONG, "w" * 300, "中文标题" * 40, "e\u0301" * 200, "👍🏽" * 60],
    ids=["words", "w", "cjk", "accents", "emoji"],
)
def test_no_line_is_wider_than_the_terminal(width: int, text: str) -> None:
    wide = [line for line in on_terminal(every_section(text), width) if cell_len(line) > width]
    assert not wide


@pytest.mark.parametrize("width", [1, 5, NARROWEST, 33, 80, 200])
def test_nothing_is_lost_by_wrapping(width: int) -> None:
    words = [f"word{index}" for index in range(40)]
    for section in every_section(" ".join(words)):
        if not isinstance(section, Bars):
            shown = "".join("".join(on_terminal([section], width)).split())
            assert all(word in re.sub(r"[├└│─]", "", shown) for word in words), type(section).__name__


def test_a_very_wide_terminal_is_not_filled() -> None:
    assert max(map(len, on_terminal(every_section(LONG), 1_000_000))) <= WIDEST


def test_a_long_text_is_shown_whole() -> None:
    for section in every_section("x" * 100_000):
        if not isinstance(section, Bars):
            assert "".join(on_terminal([section], 80)).count("x") >= 100_000


@pytest.mark.parametrize("colour", [False, True])
def test_no_control_character_passes_from_any_field_of_any_section(colour: bool) -> None:
    shown = "".join(on_terminal(every_section(HOSTILE), 80, colour=colour))
    rest = SGR.sub("", shown) if colour else shown
    assert rest.isprintable(), [sign for sign in rest if not sign.isprintable()]
    assert "\\u001b[31m" in "".join(rest.split())


@pytest.mark.parametrize(
    "markup", ["[red]x[/red]", "[/]", "[link=http://x]y[/link]", ":smile:", "[bold", "\\[x]", "{0}"]
)
def test_markup_in_a_text_is_printed_as_it_stands(markup: str) -> None:
    for section in every_section(markup):
        assert markup in "\n".join(on_terminal([section], 80, colour=False))


def test_colour_repeats_what_words_say() -> None:
    sections = every_section("words")
    plain = on_terminal(sections, 80)
    coloured = on_terminal(sections, 80, colour=True)
    assert [SGR.sub("", line).rstrip() for line in coloured] == [line.rstrip() for line in plain]
    assert coloured != plain


def test_red_and_green_are_never_set_against_each_other() -> None:
    codes = set(SGR.findall("".join(on_terminal(every_section("w"), 80, colour=True))))
    assert not codes & {"\x1b[31m", "\x1b[32m", "\x1b[91m", "\x1b[92m"}


def test_a_table_stands_in_columns_where_there_is_room_and_is_stacked_where_there_is_none() -> None:
    table = Table(
        (Column("Text", "text", wide=True), Column("By", "by", said="says {}"), Column("id", "id")),
        [Row((LONG[:70].strip(), "Ann", "an-id"), "claim")],
    )
    wide = on_terminal([table], 100)
    assert wide[0].split() == ["Text", "By", "id"]
    assert wide[1].startswith(" ■ one two")
    assert wide[1].endswith("Ann  an-id")
    narrow = on_terminal([table], 40)
    assert narrow[0].startswith(" ■ one two")
    assert any("says Ann" in line for line in narrow)
    assert any(line.endswith("an-id") for line in narrow)


def test_tips_that_do_not_fit_are_left_out_but_the_first() -> None:
    assert on_terminal([Tip(["argmap one", "argmap two"])], 80) == ["Next: argmap one   argmap two"]
    assert on_terminal([Tip(["argmap one", "argmap two"])], 20) == ["Next: argmap one"]


def test_in_ascii_bars_and_guides_are_ascii() -> None:
    text = "".join(on_terminal(every_section("w"), 80, ascii_only=True))
    assert text.replace("·", "").isascii()


def test_a_table_without_rows_is_its_heading() -> None:
    assert on_terminal([Table((Column("Text", "text", wide=True),), [])], 80) == ["Text"]


@given(maps(), st.sampled_from([20, 37, 80, 120]), st.booleans())
def test_any_map_fits_any_terminal_and_steers_none(m: object, width: int, ascii_only: bool) -> None:
    from argmap.model import ArgumentMap

    assert isinstance(m, ArgumentMap)
    answers: list[Answer] = [
        outline_answer(m, outline(m), None, quotes=True),
        listing(m, m.nodes, m.title or "t", Wish(quotes=True)),
        cards(m, m.nodes, None, quotes=True),
        objection_list(m),
    ]
    for answer in answers:
        for line in on_terminal(answer, width, ascii_only=ascii_only):
            assert visible(line) == line


def test_a_deep_outline_keeps_room_for_its_words() -> None:
    m = drawn(*(f"n{index} because n{index + 1}" for index in range(60)))
    for line in on_terminal(outline_answer(m, outline(m, 60), None, quotes=False), 40):
        assert cell_len(line) <= 40


def test_of_a_text_that_nobody_reads_to_its_end_the_beginning_is_shown_and_the_rest_counted() -> None:
    text = "word " * LONGEST
    for section in (
        Paragraph(text),
        Statement("gain", text, "a", "gain"),
        Outline([Item(1, text)]),
        Table([Column("Text", "text", wide=True), Column("id", "id")], [Row((text, "a"))]),
        Table([Column("Text", "text"), Column("id", "id")], [Row((text, "a"))]),
    ):
        shown = " ".join(" ".join(on_terminal([section])).split())
        assert LONGEST // 5 <= shown.count("word") <= LONGEST // 5 + 1
        assert "… 800,000 more characters" in shown
        assert "\n".join(in_pipe([section])).count("word") == LONGEST
