"""Sections as Markdown: a document for notes, wikis and mail, in which texts of a map are only texts."""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from argmap.commonmark import readable
from argmap.looks import GLYPHS
from argmap.render.sections import (
    Bars,
    Heading,
    Item,
    Outline,
    Pairs,
    Paragraph,
    Section,
    Statement,
    Style,
    Table,
    Tip,
)

DEEPEST: Final = 20
"""Levels after which a line is no further indented."""
_AROUND: Final[dict[Style, tuple[str, str]]] = {
    "quiet": ("*", "*"),
    "strong": ("**", "**"),
    "quote": ("> ", ""),
}


def markdown(sections: Sequence[Section], *, plain: bool = False) -> Iterator[str]:
    """Yield the lines of a document; `plain` leaves glyphs and bold letters out."""
    yield from _tidied(line for section in sections for line in _section(section, plain=plain))


def _tidied(lines: Iterator[str]) -> Iterator[str]:
    """Leave out empty lines where several follow one another, and where the document begins or ends."""
    begun = parted = False
    for line in lines:
        if not line:
            parted = begun
            continue
        if parted:
            yield ""
        yield line
        begun, parted = True, False


def _section(section: Section, *, plain: bool) -> Iterator[str]:
    match section:
        case Heading():
            yield from ("", f"{'#' * (section.level + 1)} {readable(section.text)}", "")
        case Paragraph():
            yield from (_around(readable(section.text), section.style, plain=plain), "")
        case Statement():
            yield from _statement(section, plain=plain)
        case Pairs():
            yield from (f"- {_strong(name, plain=plain)}: {readable(value)}" for name, value in section.pairs)
            yield ""
        case Bars():
            yield from (section.title, "")
            yield from (f"- {readable(bar.name)}: {bar.said or f'{bar.number:,}'}" for bar in section.bars)
            yield ""
        case Outline():
            yield from (line for item in section.items for line in _item(item, plain=plain))
            yield ""
        case Table():
            yield from _table(section)
        case Tip():
            pass
        case _:
            assert_never(section)


def _statement(section: Statement, *, plain: bool) -> Iterator[str]:
    glyph = "" if plain else f"{GLYPHS[section.kind]} "
    yield f"{glyph}{_strong(section.text, plain=plain)}  "
    yield from (_around(f"{section.id} · {readable(section.beside)}", "quiet", plain=plain), "")
    for passage in section.cited:
        yield from (f"> {readable(passage)}", "")


def _item(item: Item, *, plain: bool) -> Iterator[str]:
    """Yield the lines of an item of a list: its words, what is said beside them, its passages."""
    mark = f"{_strong(item.mark, plain=plain)} " if item.mark else ""
    glyph = f"{GLYPHS[item.kind]} " if item.kind and not plain else ""
    aside = " · ".join(part for part in (item.id, readable(item.beside)) if part)
    beside = [_around(aside, "quiet", plain=plain)] if aside else []
    indent = "  " * (min(item.depth, DEEPEST) - 1)
    lines = [f"{mark}{glyph}{readable(item.text)}", *beside, *map(readable, item.cited)]
    yield f"{indent}- " + f"  \n{indent}  ".join(lines)


def _table(table: Table) -> Iterator[str]:
    columns = table.columns
    yield _cells([column.name for column in columns])
    yield "|" + "|".join("---:" if column.number else "---" for column in columns) + "|"
    yield from (_cells(row.cells) for row in table.rows)
    yield ""


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(readable(cell) for cell in cells)} |"


def _strong(text: str, *, plain: bool) -> str:
    return _around(readable(text), "strong", plain=plain)


def _around(text: str, style: Style, *, plain: bool) -> str:
    before, after = ("", "") if plain and style != "quote" else _AROUND.get(style, ("", ""))
    return f"{before}{text}{after}" if text else ""
