"""One statement, whole."""

from argmap.render.card import cards
from tests.drawing import drawn
from tests.render.reading import aloud, in_pipe, items

M = drawn(
    "a because b + c",
    "a but d",
    "a.because.1 unless e",
    "f because a + b",
    a={"label": "Short", "tags": ["x", "y"], "note": "a remark"},
)


def card(*ids: str) -> list[str]:
    return in_pipe(cards(M, [M.by_id[name] for name in ids], None, quotes=False))


def test_a_card_has_the_statement_its_fields_and_its_nearest_links() -> None:
    assert card("a") == [
        "■ a holds",
        "  a · claim",
        "label\tShort",
        "tags\tx, y",
        "note\ta remark",
        "For and against",
        "  + because b holds  b",
        "    and c holds  c",
        "    / unless e holds  e",
        "  - but d holds  d",
        "It bears on",
        "  → because f holds (with b)  f",
    ]


def test_a_statement_that_rests_on_reasons_alone_rests_on_them() -> None:
    assert "It rests on" in card("f")


def test_an_undercutter_bears_on_a_step() -> None:
    assert card("e") == ["■ e holds", "  e · claim", "It bears on", "  → unless the step a.because.1"]


def test_aloud_a_card_says_which_way_a_link_runs() -> None:
    said = aloud(cards(M, [M.by_id["b"]], None, quotes=False))
    assert said == [
        "Claim: b holds.",
        "Id b. claim.",
        "",
        "It bears on.",
        "1. It is a reason for: a holds. Id a. (with c).",
        "2. It is a reason for: f holds. Id f. (with a).",
    ]


def test_several_cards_stand_one_under_another_and_are_one_item_each() -> None:
    answer = cards(M, [M.by_id["b"], M.by_id["d"]], None, quotes=False)
    assert [item["id"] for item in items(answer)] == ["b", "d"]
    assert len([line for line in in_pipe(answer) if line.startswith("■")]) == 2


def test_the_thesis_is_called_the_thesis() -> None:
    m = drawn("a", thesis="a")
    assert "  a · thesis · claim" in in_pipe(cards(m, [m.by_id["a"]], None, quotes=False))
