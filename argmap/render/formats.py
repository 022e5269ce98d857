"""The table of formats, and what of a map each carries, for people and programs."""

from collections.abc import Sequence

from argmap.features import FEATURES
from argmap.formats.table import Format
from argmap.render.sections import Answer, Column, Heading, Pairs, Paragraph, Row, Table

COLUMNS = (
    Column("Format", "name", style="strong"),
    Column("Reads", "reads", said="read"),
    Column("Writes", "writes", said="written"),
    Column("Comes back", "whole", said="comes back identical"),
    Column("Ending", "suffix", style="quiet"),
    Column("What it is", "about", wide=True),
)
GRADES = {"yes": "as it is", "approximated": "in another way", "no": "not"}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm"
SIGNS = {"yes": "y", "approximated": "~", "no": "-"}


def formats_answer(formats: Sequence[Format]) -> Answer:
    """Answer with the formats: what is read, what is written, what comes back identical."""
    rows = [
        Row(
            (
                row.name,
                _yes(row.reads),
                _yes(row.writes),
                "identical" if row.whole else "",
                row.suffixes[0],
                row.about,
            )
        )
        for row in formats
    ]
    return Answer(
        [Heading(f"{len(formats)} formats"), Table(COLUMNS, rows)],
        lambda: (
            {
                "name": row.name,
                "about": row.about,
                "reads": row.reads,
                "writes": row.writes,
                "identical": row.whole,
                "suffixes": list(row.suffixes),
            }
            for row in formats
        ),
    )


def format_answer(row: Format) -> Answer:
    """Answer with what of a map one format carries, feature by feature."""
    graded = [(feature, _grade(row, feature.name)) for feature in FEATURES]
    how = {name: f" ({words})" for name, words in row.carries.items() if words}
    pairs = [
        (words, "; ".join(each.words + how.get(each.name, "") for each, grade in graded if grade == name))
        for name, words in GRADES.items()
    ]
    return Answer(
        [Heading(f"{row.name}: {row.about}"), Pairs([pair for pair in pairs if pair[1]])],
        lambda: (
            {
                "feature": each.name,
                "words": each.words,
                "carried": grade,
                "how": row.carries.get(each.name, ""),
            }
            for each, grade in graded
        ),
    )


def matrix_answer(formats: Sequence[Format]) -> Answer:
    """Answer with what each format that is written carries: a row a format, a column a feature."""
    rows = [row for row in formats if row.writes]
    lettered = list(zip(LETTERS, FEATURES, strict=False))
    signs = [(row.name, " ".join(SIGNS[_grade(row, feature.name)] for feature in FEATURES)) for row in rows]
    legend = "; ".join(f"{letter} {feature.words}" for letter, feature in lettered)
    return Answer(
        [
            Heading("What each format carries: y as it is, ~ in another way, - not"),
            Pairs([("", " ".join(letter for letter, _ in lettered)), *signs]),
            Paragraph(legend, "quiet"),
        ],
        lambda: (
            {"name": row.name, **{feature.name: _grade(row, feature.name) for feature in FEATURES}}
            for row in rows
        ),
    )


def _grade(row: Format, feature: str) -> str:
    """Return whether a format carries a feature when it is written."""
    if not row.writes or feature not in row.carries:
        return "no"
    return "approximated" if row.carries[feature] else "yes"


def _yes(value: bool) -> str:  # noqa: FBT001 - one word for one value
    return "yes" if value else ""
