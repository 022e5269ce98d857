"""Sections as plain text: for a pipe, and for reading aloud.

In a pipe a table is one row a line, tab-separated, and nothing is wrapped or cut. Read aloud
(`--plain`), everything is a numbered sentence and no line is drawn.
"""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from argmap.controls import one_line
from argmap.looks import GLYPHS
from argmap.render.sections import (
    LETTERS,
    Bars,
    Heading,
    Item,
    Outline,
    Pairs,
    Paragraph,
    Section,
    Statement,
    Table,
    Tip,
)

DEEPEST_INDENT: Final = 40
"""Levels after which a line is no further indented, and says how deep it is instead."""


# --- for a pipe ---------------------------------------------------------------------------------


def piped(sections: Sequence[Section], *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the lines of the sections for a pipe; of several sections tables stand alone."""
    tables = any(isinstance(section, Table) and section.piped for section in sections)
    for section in sections:
        match section:
            case Table():
                for row in section.rows if section.piped else ():
                    yield "\t".join(one_line(cell) for cell in row.cells)
            case Tip():
                pass
            case Heading() | Paragraph():
                if not tables:
                    yield one_line(section.text)
            case Statement():
                glyph = (LETTERS if ascii_only else GLYPHS)[section.kind]
                yield f"{glyph} {one_line(section.text)}"
                yield f"  {section.id} · {one_line(section.beside)}"
                yield from (f"  {one_line(passage)}" for passage in section.cited)
            case Pairs():
                yield from (f"{name}\t{one_line(value)}" for name, value in section.pairs)
            case Bars():
                yield from (
                    f"{section.name}\t{one_line(bar.name)}\t{bar.said or bar.number}" for bar in section.bars
                )
            case Outline():
                for item, guide in guided(section, ascii_only=ascii_only):
                    yield f"{guide}{_words(item)}{'  ' + item.id if item.id else ''}"
            case _:
                assert_never(section)


def _words(item: Item) -> str:
    parts = (item.mark, one_line(item.text), one_line(item.beside))
    return " ".join(part for part in parts if part)


def guided(outline: Outline, *, ascii_only: bool = False) -> Iterator[tuple[Item, str]]:
    """Yield the items of an outline, each with the guide that is drawn before it."""
    tee, bend, bar, gap = ("|-- ", "`-- ", "|   ", "    ") if ascii_only else ("├── ", "└── ", "│   ", "    ")
    if outline.bare:
        for item in outline.items:
            yield item, "  " * min(item.depth, DEEPEST_INDENT)
        return
    more = _more_to_come(outline.items)
    open_levels: list[bool] = []
    for item, another in zip(outline.items, more, strict=True):
        del open_levels[item.depth - 1 :]
        levels = open_levels[-DEEPEST_INDENT:]
        deep = f"({item.depth}) " if item.depth > DEEPEST_INDENT else ""
        guide = "".join(bar if is_open else gap for is_open in levels)
        yield item, guide + (tee if another else bend) + deep
        open_levels.append(another)


def _more_to_come(items: Sequence[Item]) -> list[bool]:
    """Tell of each item whether another follows it on its level, under the same one."""
    more: list[bool] = []
    levels: list[bool] = []
    for item in reversed(items):
        depth = item.depth
        levels += [False] * (depth - len(levels))
        more.append(levels[depth - 1])
        levels[depth - 1] = True
        del levels[depth:]
    return more[::-1]


# --- for reading aloud --------------------------------------------------------------------------


def spoken(sections: Sequence[Section]) -> Iterator[str]:
    """Yield the lines of the sections as numbered sentences without box characters."""
    for index, section in enumerate(sections):
        match section:
            case Heading():
                if index:
                    yield ""
                if section.text:
                    yield _sentence(section.text)
            case Paragraph():
                yield _sentence(section.text)
            case Statement():
                yield _sentence(f"{section.kind.capitalize()}: {one_line(section.text)}")
                yield _sentence(f"Id {section.id}. {_joined(section.beside)}")
                yield from map(_sentence, section.cited)
            case Pairs():
                yield from (_sentence(f"{name}: {value}") for name, value in section.pairs)
            case Bars():
                yield _sentence(section.title)
                yield from (_sentence(f"{bar.name}: {bar.said or bar.number}") for bar in section.bars)
            case Outline():
                yield from _numbered(section.items)
            case Table():
                yield from _spoken_rows(section)
            case Tip():
                pass
            case _:
                assert_never(section)


def _numbered(items: Sequence[Item]) -> Iterator[str]:
    numbers: list[int] = []
    for item in items:
        del numbers[item.depth :]
        numbers += [0] * (item.depth - len(numbers))
        numbers[item.depth - 1] += 1
        number = ".".join(map(str, numbers[-DEEPEST_INDENT:]))
        mark = f"{item.spoken}: " if item.spoken else ""
        kind = f"{item.kind}: " if item.kind and not item.spoken else ""
        said = [_sentence(item.aloud or item.text), f"Id {item.id}." if item.id else ""]
        said += [_sentence(_joined(item.beside)), *map(_sentence, item.cited)]
        yield f"{number}. {mark}{kind.capitalize()}{' '.join(part for part in said if part)}"


def _spoken_rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows, 1):
        wide = [cell for column, cell in zip(table.columns, row.cells, strict=True) if column.wide]
        rest = [
            f"{column.name}: {one_line(cell)}"
            for column, cell in zip(table.columns, row.cells, strict=True)
            if not column.wide and cell
        ]
        kind = f"{row.kind.capitalize()}: " if row.kind else ""
        under = [_sentence(line) for line in row.under]
        first = kind + " ".join(_sentence(cell) for cell in wide)
        yield " ".join(
            [f"{number}. {first}".rstrip(), *([_sentence("; ".join(rest))] if rest else []), *under]
        )


def _joined(beside: str) -> str:
    return beside.replace(" · ", ", ")


def _sentence(text: str) -> str:
    line = one_line(text)
    return line if line.endswith((".", "!", "?", ":", "…", ".”", '."')) or not line else line + "."
