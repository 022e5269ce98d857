"""What a command has to say, before it is known where: a few kinds of section, plain values.

Writers for the terminal, the pipe and the reader aloud each know these kinds and nothing else.
Texts are as they are in the map; making them safe to print is the writers' business.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from argmap.model import Kind, Relation

Style = Literal[
    "plain", "strong", "quiet", "claim", "gain", "cost", "evidence", "assumption",
    "supports", "rebuts", "undercuts", "premise", "quote", "old", "new",
]  # fmt: skip

LETTERS: Final[Mapping[Kind, str]] = {
    "claim": "C",
    "gain": "G",
    "cost": "X",
    "evidence": "E",
    "assumption": "A",
}
"""What stands for a glyph where the encoding has none: X is a cost, since C is a claim."""
MARKS: Final[dict[Relation | None, str]] = {
    "supports": "+ because",
    "rebuts": "- but",
    "undercuts": "/ unless",
    None: "&",
}
ONWARDS: Final[dict[Relation, str]] = {
    "supports": "It is a reason for",
    "rebuts": "It speaks against",
    "undercuts": "It undercuts a step to",
}
"""The arrow from a reason to what it bears on, read aloud."""
PLURALS: Final[dict[Kind, str]] = {
    "claim": "claims",
    "gain": "gains",
    "cost": "costs",
    "evidence": "evidence",
    "assumption": "assumptions",
}


class Heading(NamedTuple):
    """A line that opens a part.

    Attributes:
        text: The words.
        level: 1 for a part; 0 for the whole, 2 for a part of a part, where pages tell them apart.
    """

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A running text."""

    text: str
    style: Style = "plain"


class Statement(NamedTuple):
    """A statement as the head of a card.

    Attributes:
        kind: What kind it is.
        text: Its words.
        id: Its id.
        beside: What is said beside it: whose it is, how sure.
        cited: Its passages in the source.
    """

    kind: Kind
    text: str
    id: str
    beside: str
    cited: tuple[str, ...] = ()


class Pairs(NamedTuple):
    """Names and what belongs to them."""

    pairs: Sequence[tuple[str, str]]


class Bar(NamedTuple):
    """One number, to be drawn as a bar.

    Attributes:
        name: What it is of.
        number: How long the bar is.
        style: How it looks.
        said: What is written, where that is not the number.
    """

    name: str
    number: int
    style: Style = "plain"
    said: str = ""


class Bars(NamedTuple):
    """Counts that are compared with one another.

    Attributes:
        name: One word for them, the first column in a pipe.
        title: What stands over them.
        bars: The counts.
    """

    name: str
    title: str
    bars: Sequence[Bar]


class Item(NamedTuple):
    """One line of an outline.

    Attributes:
        depth: From 1.
        text: The words.
        mark: What stands before them: `+ because`, `→ but`, `&`.
        style: How the mark looks.
        kind: The kind of statement, when it is one.
        id: Its id, when it is one.
        beside: What is said after the words: ↑ above, 3 more below.
        spoken: The mark in words, for reading aloud.
        cited: Passages, where they stand on lines of their own: in documents.
        pieces: The words in pieces, each with how it looks, where they do not all look the same.
        aloud: What is read aloud in place of the words, where that is not the same.
    """

    depth: int
    text: str
    mark: str = ""
    style: Style = "plain"
    kind: Kind | None = None
    id: str = ""
    beside: str = ""
    spoken: str = ""
    cited: tuple[str, ...] = ()
    pieces: tuple[tuple[str, Style], ...] = ()
    aloud: str = ""


class Outline(NamedTuple):
    """Lines that stand under one another; drawn with guides unless `bare`."""

    items: Sequence[Item]
    bare: bool = False


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: What stands over it.
        key: The field it shows; the name that `--columns` knows.
        wide: Whether it takes the width that is left, and wraps.
        number: Whether it stands to the right.
        style: How its cells look.
        said: How a cell is said where no heading stands over it: `against {}`.
    """

    name: str
    key: str
    wide: bool = False
    number: bool = False
    style: Style = "plain"
    said: str = "{}"


class Row(NamedTuple):
    """A row of a table: one cell a column, and the kind of statement it is about."""

    cells: tuple[str, ...]
    kind: Kind | None = None
    under: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows under columns.

    Attributes:
        columns: What stands over the cells.
        rows: The cells.
        piped: Whether it goes into a pipe; of several tables in an answer, one does.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    piped: bool = True


class Tip(NamedTuple):
    """What to try next; shown on a terminal only."""

    commands: Sequence[str]


Section = Heading | Paragraph | Statement | Pairs | Bars | Outline | Table | Tip


class Answer(NamedTuple):
    """All that a command says, in both of its forms.

    Attributes:
        sections: For people.
        items: For programs: JSON values, one an item; made when they are asked for.
        found: Whether there was anything; the command ends with 1 when there was not.
    """

    sections: Sequence[Section]
    items: Callable[[], Iterable[dict[str, Any]]]
    found: bool = True
    head: Mapping[str, Any] = MappingProxyType({})


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 gain`, `2 gains`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(value: float) -> str:
    """Return a share in [0, 1] as per cent, without needless digits."""
    return f"{value * 100:.3g}%"
