import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.article import Article
from argmap.sources.blocks import blocks


def read(text: str) -> list[list[str]]:
    """The sentences of each paragraph."""
    article = Article(text)
    return [
        [text[start:end] for start, end in article.sentences(number)]
        for number in range(1, len(article.paragraphs) + 1)
    ]


def test_a_heading_directly_above_a_text_is_a_paragraph_of_its_own() -> None:
    assert read("# The port\nIt costs much.\n## Why. And how\nNobody knows.") == [
        ["# The port"],
        ["It costs much."],
        ["## Why. And how"],
        ["Nobody knows."],
    ]


def test_an_underlined_heading_is_a_paragraph_without_its_line() -> None:
    assert read("The port\n========\nIt costs much.\nToo much.\n---\nNobody knows.") == [
        ["The port"],
        ["It costs much.", "Too much."],
        ["Nobody knows."],
    ]


@pytest.mark.parametrize("rule", ["---", "* * *", "***", "___", " - - - ", "=====", ">"])
def test_a_line_of_marks_parts_paragraphs_and_is_none(rule: str) -> None:
    assert read(f"One here.\n\n{rule}\n\nTwo there.") == [["One here."], ["Two there."]]
    assert read(f"One here.\n{rule}\nTwo there.") == [["One here."], ["Two there."]]


def test_each_item_of_a_list_is_a_sentence_of_its_own_with_its_mark() -> None:
    assert read("Three things:\n- cut the tax\n  on salt\n* raise the fee. Soon.\n  + shut the port") == [
        ["Three things:", "- cut the tax\n  on salt", "* raise the fee.", "Soon.", "+ shut the port"]
    ]


def test_a_numbered_list_begins_with_one_amid_a_text() -> None:
    assert read("It opened in\n1987. It shut again.") == [["It opened in\n1987.", "It shut again."]]
    assert read("Do this:\n1. cut\n2. raise\n10) shut") == [["Do this:", "1. cut", "2. raise", "10) shut"]]
    assert read("4. raise\n5. shut") == [["4. raise", "5. shut"]]


@pytest.mark.parametrize(
    "line", ["-cut", "*Odd* it is", "1.5 per cent", "**Bold** words", "#hash", "-5 degrees"]
)
def test_what_only_looks_like_a_mark_is_a_text(line: str) -> None:
    assert read(f"It is so and\n{line} too") == [[f"It is so and\n{line} too"]]


def test_code_in_fences_is_one_sentence_with_its_blank_lines_and_marks() -> None:
    code = "```py\n# No. Heading.\n\n- x. Y.\n```"
    assert read(f"Before.\n{code}\nAfter.") == [["Before."], [code], ["After."]]
    assert read("~~~\n```\nA. B c.\n~~~") == [["~~~\n```\nA. B c.\n~~~"]]


def test_a_fence_that_nothing_closes_is_a_line_of_text() -> None:
    assert read("```\nOne here.\n\nTwo there.") == [["```\nOne here."], ["Two there."]]


@pytest.mark.parametrize(
    "front", ["---\ntitle: A port\n\ntags: x\n---\n", "+++\ntitle = 1\n+++\n", "---\na: 1\n..."]
)
def test_front_matter_is_no_paragraph(front: str) -> None:
    assert read(f"{front}\n\n# The port\n") == [["# The port"]]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\nThe port costs much.\n---\nIt is: closed.") == [
        ["The port costs much."],
        ["It is: closed."],
    ]
    assert read("---\ntitle: never closed") == [["title: never closed"]]


def test_a_table_is_a_paragraph_and_each_row_a_sentence() -> None:
    table = "| Port | Cost. Each |\n|:-----|---:|\n| Old | 5. Five. |\n"
    rows = ["| Port | Cost. Each |", "| Old | 5. Five. |"]
    assert read(f"See here.\n{table}And then.") == [["See here."], rows, ["And then."]]


def test_a_quote_is_a_paragraph_and_an_empty_line_of_it_parts_two() -> None:
    assert read("He said:\n> It is so. It\n> was so.\n>\n> Ever.") == [
        ["He said:"],
        ["> It is so.", "It\n> was so."],
        ["> Ever."],
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_lines_do_not_matter(end: str) -> None:
    text = "---\na: b\n---\n# A\nB\n- C\n- D\n\n```\n\nE\n```\n| F |\n|---|\n| G |\n===\nH\n"
    assert [[each.split() for each in paragraph] for paragraph in read(text.replace("\n", end))] == [
        [each.split() for each in paragraph] for paragraph in read(text)
    ]


LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "A. B.",
            "# A",
            "- A",
            "1. A",
            "2) A",
            "> A",
            ">",
            "| A |",
            "|-|",
            "```",
            "~~~ x",
            "---",
            "==",
            "A: b",
            "+++",
        ]
    ),
    max_size=14,
)


@given(LINES)
def test_the_blocks_of_any_lines_hold_every_letter_but_those_of_front_matter(lines: list[str]) -> None:
    text = "\n".join(["Title", *lines])
    kept = "".join(text[piece.start : piece.end] for block in blocks(text) for piece in block)
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@given(LINES)
def test_a_blank_line_never_joins_paragraphs(lines: list[str]) -> None:
    text = "\n".join(line for line in lines if not line.startswith(("```", "~~~")))
    alone = sum(len(blocks(part)) for part in ("Title\n" + text + "\n\nEnd").split("\n\n"))
    assert len(blocks("Title\n" + text + "\n\nEnd")) == alone
