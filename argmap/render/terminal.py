"""Sections on a terminal: wrapped to its width, in colours that repeat what words already say.

The only room that knows Rich. Text of a map is made safe and handed over as `Text`, never markup.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, assert_never

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from argmap.controls import one_line, visible
from argmap.looks import GLYPHS
from argmap.render.inking import folded, ink
from argmap.render.sections import (
    LETTERS,
    Bars,
    Column,
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
from argmap.render.text import guided

NARROWEST: Final = 20
WIDE_ENOUGH: Final = 42
"""Cells that the wide column of a table must keep; where it would not, each row is stacked."""
WIDEST: Final = 120
"""Cells after which lines grow no longer, so that they stay readable."""
BAR: Final = 30
LINES_AT_A_TIME: Final = 100  # a terminal is written to a line at a time, if one lets it
LONGEST: Final = 200_000
"""Characters of one text that are shown; to wrap more than anybody reads would take seconds."""

# Of middle lightness, so that they are read on black and on white; Okabe and Ito's hues, apart
# for all common colour blindness; never red against green.
COLOURS: Final[dict[Style, str]] = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "claim": "bold",
    "gain": "#1a8a78",
    "cost": "#d55e00",
    "evidence": "#2a7fd4",
    "assumption": "#7a7a7a",
    "supports": "#2a7fd4",
    "rebuts": "#d55e00",
    "undercuts": "#b5569a",
    "premise": "#2a7fd4",
    "quote": "italic",
    "old": "#d55e00",
    "new": "bold #2a7fd4",
}


def print_sections(console: Console, sections: Sequence[Section], *, ascii_only: bool) -> None:
    """Print the sections on a console."""
    page = _Page(max(NARROWEST, min(console.width, WIDEST)), ascii_only=ascii_only)
    inked = ink(console)
    lines = page.lines(sections)
    while piece := [inked(line) + "\n" for line in islice(lines, LINES_AT_A_TIME)]:
        console.file.write("".join(piece))


class _Page:
    """Lays sections out in lines of a width."""

    def __init__(self, width: int, *, ascii_only: bool) -> None:
        self.width = width
        self.ascii_only = ascii_only
        self.glyphs = LETTERS if ascii_only else GLYPHS

    def lines(self, sections: Sequence[Section]) -> Iterator[Text]:
        for index, section in enumerate(sections):
            if index and isinstance(section, Heading | Bars | Tip):
                yield Text()
            match section:
                case Heading():
                    if section.text:
                        yield from self._wrapped(_text(section.text, "strong"))
                case Paragraph():
                    yield from self._wrapped(_text(section.text, section.style))
                case Statement():
                    yield from self._statement(section)
                case Pairs():
                    yield from self._pairs(section)
                case Bars():
                    yield from self._bars(section)
                case Outline():
                    yield from self._outline(section)
                case Table():
                    yield from self._table(section)
                case Tip():
                    yield from self._tip(section)
                case _:
                    assert_never(section)

    def _wrapped(
        self, text: Text, first: str = "", rest: str | None = None, tail: str = ""
    ) -> Iterator[Text]:
        """Yield a text in lines, with guides before them and a tail at the end of the first."""
        rest = first if rest is None else rest
        first, rest = self._bounded(first), self._bounded(rest)
        room = max(self.width - max(cell_len(first), cell_len(rest)), NARROWEST // 2)
        beside = cell_len(tail) + 2 if tail else 0
        lines = folded(text, room)
        if beside:
            if len(lines) == 1 and lines[0].cell_len + beside <= room:
                pass
            elif room - beside >= WIDE_ENOUGH - 4:
                lines = folded(text, room - beside)
            else:
                lines.append(Text(tail, COLOURS["quiet"]))
                tail = ""
        for index, line in enumerate(lines):
            out = Text().append(first if index == 0 else rest, COLOURS["quiet"]).append_text(line)
            if index == 0 and tail:
                out.append(" " * max(2, self.width - out.cell_len - cell_len(tail)))
                out.append(tail, COLOURS["quiet"])
            yield out

    def _bounded(self, guide: str) -> str:
        """Cut a guide that would leave no room: its last levels say enough."""
        most = max(self.width - WIDE_ENOUGH // 2, 4)
        return guide if cell_len(guide) <= most else "…" + guide[len(guide) - most + 1 :]

    def _tip(self, tip: Tip) -> Iterator[Text]:
        """Yield the commands on one line, as many as fit, so that each can be copied."""
        line = "Next: " + tip.commands[0]
        for command in tip.commands[1:]:
            if len(line) + len(command) + 3 <= self.width:
                line += "   " + command
        yield _text(line, "quiet", folded=False)

    def _statement(self, statement: Statement) -> Iterator[Text]:
        glyph = Text(self.glyphs[statement.kind] + " ", COLOURS[statement.kind])
        for index, line in enumerate(folded(_text(statement.text, "strong"), self.width - 2)):
            yield Text().append_text(glyph if index == 0 else Text("  ")).append_text(line)
        yield from self._wrapped(_text(f"{statement.id} · {statement.beside}", "quiet"), "  ")
        for passage in statement.cited:
            yield from self._wrapped(_text(passage, "quote"), "  ")

    def _pairs(self, section: Pairs) -> Iterator[Text]:
        longest = max((cell_len(name) for name, _ in section.pairs), default=0)
        for name, value in section.pairs:
            first = f"  {name}{' ' * (longest - cell_len(name))}  "
            yield from self._wrapped(_text(value), first, " " * cell_len(first))

    def _bars(self, section: Bars) -> Iterator[Text]:
        yield from self._wrapped(_text(section.title, "strong"))
        names = [_text(bar.name) for bar in section.bars]
        most = max((bar.number for bar in section.bars), default=0)
        said = [bar.said or f"{bar.number:,}" for bar in section.bars]
        figures = max(map(len, said), default=0)
        longest = min(max((name.cell_len for name in names), default=0), self.width // 2)
        room = max(min(BAR, self.width - longest - figures - 6), 1)
        for name, bar, words in zip(names, section.bars, said, strict=True):
            length = -(-bar.number * room // most) if most else 0
            name.truncate(longest, overflow="ellipsis", pad=True)
            line = Text("  ").append_text(name).append(f"  {words:>{figures}}  ")
            yield line.append(("#" if self.ascii_only else "█") * length, COLOURS[bar.style])

    def _outline(self, outline: Outline) -> Iterator[Text]:
        pairs = list(guided(outline, ascii_only=self.ascii_only))
        deeper = [*(item.depth for item in outline.items[1:]), 0]
        for (item, guide), next_depth in zip(pairs, deeper, strict=False):
            body = Text()
            if item.mark:
                body.append(item.mark + " ", COLOURS[item.style])
            if item.kind and (not item.mark or item.kind != "claim"):
                body.append(self.glyphs[item.kind] + " ", COLOURS[item.kind])
            body.append_text(_pieced(item.pieces) if item.pieces else _text(item.text))
            if item.beside:
                body.append(" ").append_text(_text(item.beside, "quiet"))
            yield from self._wrapped(body, guide, self._under(guide, item, next_depth), item.id)

    def _under(self, guide: str, item: Item, next_depth: int) -> str:
        """Return the guide for the further lines of an item: what hangs below shows through."""
        kept, own = guide[:-4], guide[-4:]
        if not own.strip():
            return guide + "  "
        bar = "|" if self.ascii_only else "│"
        through = bar if own.startswith(("├", "|")) else " "
        below = bar if next_depth > item.depth else " "
        return f"{kept}{through}   {below} " if item.mark else f"{kept}{through}   "

    def _table(self, table: Table) -> Iterator[Text]:
        kinds = any(row.kind for row in table.rows)
        widths = self._widths(table, 2 if kinds else 0)
        if widths is None:
            yield from self._stacked(table)
            return
        head = [_text(column.name, "quiet") for column in table.columns]
        yield from _beside(Text("   " if kinds else ""), head, widths, table.columns)
        for row in table.rows:
            glyph = (
                Text(f" {self.glyphs[row.kind]} ", COLOURS[row.kind])
                if row.kind
                else Text("   " if kinds else "")
            )
            cells = [_text(cell, column.style) for cell, column in zip(row.cells, table.columns, strict=True)]
            yield from _beside(glyph, cells, widths, table.columns)
            for passage in row.under:
                yield from self._wrapped(_text(passage, "quote"), "   ")

    def _widths(self, table: Table, indent: int) -> list[int] | None:
        """Return the widths of the columns, or None when the wide one would get too little."""
        widths = [
            max([cell_len(column.name), *(cell_len(_safe(row.cells[index])) for row in table.rows)])
            for index, column in enumerate(table.columns)
        ]
        wide = [index for index, column in enumerate(table.columns) if column.wide]
        fixed = sum(width + 2 for index, width in enumerate(widths) if index not in wide)
        left = self.width - indent - 1 - fixed
        for index in wide:
            if left // len(wide) < min(widths[index], WIDE_ENOUGH):
                return None
            widths[index] = min(widths[index], left // len(wide) - 2)
        return widths if wide or left >= 0 else None

    def _stacked(self, table: Table) -> Iterator[Text]:
        """Yield each row as its words, and under them the other columns that say something."""
        for row in table.rows:
            pairs = list(zip(table.columns, row.cells, strict=True))
            words = [cell for column, cell in pairs if column.wide and cell]
            tail = next((cell for column, cell in pairs if column.key == "id"), "")
            rest = [
                column.said.format(cell)
                for column, cell in pairs
                if cell and not column.wide and column.key != "id" and not (column.number and cell == "0")
            ]
            first = f"{self.glyphs[row.kind]} " if row.kind else ""
            style = COLOURS[row.kind] if row.kind else ""
            body = _text(" — ".join(words))
            for index, line in enumerate(folded(body, self.width - 4)):
                glyph = first if index == 0 else " " * len(first)
                yield Text(" ").append(glyph, style).append_text(line)
            under = " " + " " * len(first)
            if rest or tail:
                yield from self._wrapped(_text(" · ".join(rest), "quiet"), under, tail=tail)
            for passage in row.under:
                yield from self._wrapped(_text(passage, "quote"), under)


def _beside(
    first: Text, cells: Sequence[Text], widths: Sequence[int], columns: Sequence[Column]
) -> Iterator[Text]:
    """Yield cells beside one another, each wrapped to its width."""
    columns_folded = [folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(len(lines) for lines in columns_folded)):
        line = Text().append_text(first if index == 0 else Text(" " * first.cell_len))
        for lines, width, column in zip(columns_folded, widths, columns, strict=True):
            part = lines[index] if index < len(lines) else Text()
            pad = " " * max(0, width - part.cell_len)
            if column.number:
                line.append(pad)
            line.append_text(part).append(("" if column.number else pad) + "  ")
        line.rstrip()
        yield line


def _text(words: str, style: Style = "plain", *, folded: bool = True) -> Text:
    return Text(_safe(words) if folded else visible(words), COLOURS[style])


def _pieced(pieces: Sequence[tuple[str, Style]]) -> Text:
    """Return a text of several looks; blanks at the ends of its pieces stay."""
    out = Text()
    for words, style in pieces:
        ends = [" " if words[at : at + 1 or None].isspace() else "" for at in (0, -1)]
        out.append(ends[0] + _safe(words) + ends[1] if words.strip() else " ", COLOURS[style])
    return out


def _safe(words: str) -> str:
    more = len(words) - LONGEST
    end = f" … {more:,} more characters, which a pipe does not leave out" if more > 0 else ""
    return one_line(words[:LONGEST]) + end
