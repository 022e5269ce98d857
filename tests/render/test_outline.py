"""The whole map as an outline, and as nested values."""

from argmap.model import ArgumentMap
from argmap.query.beneath import outline
from argmap.render.outline import outline_answer
from argmap.render.sections import Answer
from tests.drawing import drawn
from tests.render.reading import aloud, in_pipe, items

LINES = ("a because b + c", "a because d", "d because b", "a but e", "a.because.2 unless f", "b because g")


def answer(m: ArgumentMap, depth: int = 30) -> Answer:
    return outline_answer(m, outline(m, depth), None, quotes=False)


def test_an_outline_has_guides_marks_and_ids_last() -> None:
    assert in_pipe(answer(drawn(*LINES, title="All", thesis="a"))) == [
        "All",
        "7 nodes, 6 links",
        "",
        "■ a holds",
        "  a · thesis · claim",
        "├── + because together",
        "│   ├── & b holds  b",
        "│   │   └── + because g holds  g",
        "│   └── & c holds  c",
        "├── + because d holds  d",
        "│   ├── / unless f holds  f",
        "│   └── + because b holds ↑ above  b",
        "└── - but e holds  e",
    ]


def test_a_cut_says_how_much_it_hides_also_under_premises_that_work_together() -> None:
    lines = in_pipe(answer(drawn(*LINES), 1))
    assert "├── + because together … 3 more below" in lines
    assert "├── + because d holds … 1 more below  d" in lines


def test_in_ascii_the_guides_and_glyphs_are_ascii() -> None:
    text = "\n".join(in_pipe(answer(drawn(*LINES)), ascii_only=True))
    assert "|-- + because together" in text
    assert "C a holds" in text
    assert all(sign.isascii() or sign in "·↑…" for sign in text)


def test_aloud_every_line_is_a_numbered_sentence_without_boxes() -> None:
    said = aloud(answer(drawn(*LINES)))
    assert (
        said[4:]
        == [
            "Claim: a holds.",
            "Id a. claim.",
            "1. Because: together.",
            "1.1. And: b holds. Id b.",
            "1.1.1. Because: g holds. Id g.",
            "1.2. And: c holds. Id c.",
            "2. Because: d holds. Id d.",
            "2.1. Unless: f holds. Id f.",
            "2.2. Because: b holds. Id b. ↑ above.",
            "3. But: e holds. Id e.",
        ]
        or said
    )


def test_programs_get_the_same_inside_one_another() -> None:
    (top,) = items(answer(drawn(*LINES)))
    together, second, third = top["rests_on"]
    assert (top["id"], together["relation"], third["relation"]) == ("a", "because", "but")
    assert [each["id"] for each in together["together"]] == ["b", "c"]
    assert together["together"][0]["rests_on"][0]["id"] == "g"
    assert second["unless"][0]["id"] == "f"
    assert second["rests_on"][0] == {
        "relation": "because",
        "id": "b",
        "kind": "claim",
        "text": "b holds",
        "above": True,
    }


def test_a_map_without_statements_is_not_found() -> None:
    empty = answer(ArgumentMap())
    assert not empty.found
    assert items(empty) == []
    assert in_pipe(empty)[0] == "A map without a title"


def test_what_a_cut_hides_is_said_even_where_all_of_it_is_told_elsewhere() -> None:
    m = drawn("a because b", "a because c", "b because d", "c because d")
    assert [line for line in in_pipe(answer(m, 1)) if "because" in line] == [
        "├── + because b holds … 1 more below  b",
        "└── + because c holds ↑ goes on elsewhere  c",
    ]
    (top,) = items(answer(m, 1))
    assert [step.get("hidden") for step in top["rests_on"]] == [1, 0]
