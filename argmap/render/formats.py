"""The table of formats, for people and programs."""

from collections.abc import Sequence

from argmap.formats.table import Format
from argmap.render.sections import Answer, Column, Heading, Row, Table

COLUMNS = (
    Column("Format", "name", style="strong"),
    Column("Reads", "reads", said="read"),
    Column("Writes", "writes", said="written"),
    Column("Comes back", "whole", said="comes back identical"),
    Column("Ending", "suffix", style="quiet"),
    Column("What it is", "about", wide=True),
)


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


def _yes(value: bool) -> str:  # noqa: FBT001 - one word for one value
    return "yes" if value else ""
