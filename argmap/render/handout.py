"""Sections as one page of HTML without script, made to be read on a screen and to be printed."""

from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from argmap.hypertext import escaped, page
from argmap.looks import GLYPHS, PALETTES, Theme
from argmap.model import KINDS, Kind
from argmap.render.sections import (
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

DEEPEST: Final = 20
"""Levels after which a line is no further indented."""
_COLOURS: Final = """
:root{{--paper:{paper};--ink:{ink};--quiet:{quiet};--line:{line};{kinds}}}"""
_STYLE: Final = """
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 Georgia,"Times New Roman",serif;margin:0 auto;
max-width:46rem;padding:1.5rem 1rem 3rem;overflow-wrap:anywhere}
h1,h2,h3,table,.aside,.mark{font-family:Helvetica,Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.5rem 0}
.quiet,.aside{color:var(--quiet);font-size:.85rem}
.statement{border-left:.3rem solid var(--claim);padding:.1rem 0 .1rem .8rem;margin:.8rem 0}
.statement p{margin:.1rem 0}
.words{font-weight:bold;font-size:1.1rem}
blockquote,.quote{margin:.2rem 0;font-style:italic}
ul{padding-left:1.2rem;margin:.3rem 0}
li{margin:.35rem 0}
.mark{font-weight:bold;font-size:.85rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
dt{color:var(--quiet)}dd{margin:0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line);
overflow-wrap:break-word;hyphens:auto}
th{border-bottom:2px solid var(--ink)}
.number{text-align:right}.text{width:40%}
@page{size:A4;margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}h2,h3{break-after:avoid}
tr,.statement,li:not(:has(ul)){break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
"""


def _colours(theme: Theme) -> str:
    palette = PALETTES[theme]
    kinds = "".join(f"--{kind}:{palette.boxes[kind][1]};" for kind in KINDS)
    quiet, line = ("#b4b8c0", "#4a4e57") if theme == "dark" else ("#595959", "#c4c4c4")
    return _COLOURS.format(paper=palette.paper, ink=palette.ink, quiet=quiet, line=line, kinds=kinds)


STYLE: Final = (
    _colours("light")
    + f"\n@media screen and (prefers-color-scheme:dark){{{_colours('dark')}}}"
    + _STYLE
    + "".join(f".{kind}{{--kind:var(--{kind})}}" for kind in KINDS)
    + ".statement{border-color:var(--kind)}.glyph{color:var(--kind)}"
)


def page_of(title: str, sections: Sequence[Section], *, plain: bool = False) -> Iterator[str]:
    """Yield the page; `plain` leaves glyphs and the style sheet out."""
    body = (piece for section in sections for piece in _section(section, plain=plain))
    return page(title, body, "" if plain else STYLE)


def _section(section: Section, *, plain: bool) -> Iterator[str]:
    match section:
        case Heading():
            level = section.level + 1
            yield f"<h{level}>{escaped(section.text)}</h{level}>\n"
        case Paragraph():
            tag = "blockquote" if section.style == "quote" else "p"
            yield f'<{tag} class="{section.style}">{escaped(section.text)}</{tag}>\n'
        case Statement():
            yield from _statement(section, plain=plain)
        case Pairs():
            pairs = "".join(
                f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>\n" for name, value in section.pairs
            )
            yield f"<dl>\n{pairs}</dl>\n"
        case Bars():
            yield f"<p>{escaped(section.title)}</p>\n<ul>\n"
            yield from (
                f"<li>{escaped(bar.name)}: {escaped(bar.said or f'{bar.number:,}')}</li>\n"
                for bar in section.bars
            )
            yield "</ul>\n"
        case Outline():
            yield from _outline(section.items, plain=plain)
        case Table():
            yield from _table(section)
        case Tip():
            pass
        case _:
            assert_never(section)


def _statement(section: Statement, *, plain: bool) -> Iterator[str]:
    glyph = _glyph(section.kind, plain=plain)
    yield f'<div class="statement {section.kind}">\n<p class="words">{glyph}{escaped(section.text)}</p>\n'
    yield f'<p class="aside">{escaped(section.id)} · {escaped(section.beside)}</p>\n'
    yield from (f"<blockquote>{escaped(passage)}</blockquote>\n" for passage in section.cited)
    yield "</div>\n"


def _outline(items: Sequence[Item], *, plain: bool) -> Iterator[str]:
    """Yield a list within a list; each level is opened once, and closed."""
    depth = 0
    for item in items:
        level = min(item.depth, DEEPEST, depth + 1)
        yield "<ul>\n" if level > depth else "</li>\n" + "</ul></li>\n" * (depth - level)
        depth = level
        yield _item(item, plain=plain)
    yield "</li>\n" + "</ul></li>\n" * (depth - 1) + "</ul>\n" if depth else ""


def _item(item: Item, *, plain: bool) -> str:
    mark = f'<span class="mark">{escaped(item.mark)}</span> ' if item.mark else ""
    glyph = _glyph(item.kind, plain=plain) if item.kind else ""
    kind = f' class="{item.kind}"' if item.kind else ""
    aside = " · ".join(escaped(part) for part in (item.id, item.beside) if part)
    beside = f'<div class="aside">{aside}</div>' if aside else ""
    passages = "".join(f'<div class="quote">{escaped(passage)}</div>' for passage in item.cited)
    return f"<li{kind}>{mark}{glyph}{escaped(item.text)}{beside}{passages}"


def _glyph(kind: Kind, *, plain: bool) -> str:
    return "" if plain else f'<span class="glyph" aria-hidden="true">{GLYPHS[kind]}</span> '


def _table(table: Table) -> Iterator[str]:
    numbers = [
        ' class="number"' if column.number else ' class="text"' if column.wide else ""
        for column in table.columns
    ]
    heads = "".join(
        f'<th scope="col"{number}>{escaped(column.name)}</th>'
        for column, number in zip(table.columns, numbers, strict=True)
    )
    yield f'<div class="wide"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in table.rows:
        cells = "".join(
            f"<td{number}>{escaped(cell)}</td>" for cell, number in zip(row.cells, numbers, strict=True)
        )
        yield f"<tr>{cells}</tr>\n"
    yield "</tbody></table></div>\n"
