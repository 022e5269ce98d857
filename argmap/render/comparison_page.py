"""What changed between two maps, as a page of HTML to be read, sent and printed."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.comparison.changes import Comparison, FieldChange, LinkChange, NodePair
from argmap.comparison.rewording import Piece, reworded
from argmap.evaluation.whatif import Change
from argmap.hypertext import escaped, page
from argmap.looks import GLYPHS
from argmap.model import Node
from argmap.render.comparison import (
    change_of,
    field_pieces,
    found_by,
    is_text,
    shortened,
    shown,
    summary,
    told_link,
)
from argmap.render.evaluation import number

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #5a5a5a; --paper: #fff; --line: #d8d8d8;
  --new: #dcebf7; --new-ink: #00487a; --old: #fde6d6; --old-ink: #8a3b00 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #a8a8a8; --paper: #181818;
  --line: #3c3c3c; --new: #0d3350; --new-ink: #bfe0ff; --old: #4a2408; --old-ink: #ffd3b0 } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.4rem; line-height: 1.3 } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem }
.summary { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .9rem }
ul { list-style: none; padding: 0; margin: 0 } li { border-top: 1px solid var(--line); padding: .5rem 0 }
li p { margin: 0 } .beside, code { color: var(--quiet); font-size: .88rem } .beside { padding-left: 1.4rem }
ins { background: var(--new); color: var(--new-ink); text-decoration: underline; padding: 0 .1em }
del { background: var(--old); color: var(--old-ink); text-decoration: line-through; padding: 0 .1em }
@media print { body { margin: 0; max-width: none } li { break-inside: avoid } h2 { break-after: avoid } }
"""


def comparison_page(found: Comparison, old: str, new: str) -> Iterator[str]:
    """Yield the page, piece by piece: what was put in stands in `<ins>`, what was taken out in `<del>`."""
    title = f"From {old} to {new}"
    yield from page(title, _body(found, title), STYLE)


def _body(found: Comparison, title: str) -> Iterator[str]:
    yield f'<main>\n<h1>{escaped(title)}</h1>\n<p class="summary">{escaped(summary(found))}</p>\n'
    changed = [pair for pair in found.pairs if pair.fields]
    renamed = [pair for pair in found.pairs if pair.renamed and not pair.fields]
    yield from _part("Head", (_field(each) for each in found.head))
    yield from _part("Added", (_node(each, "ins") for each in found.added))
    yield from _part("Removed", (_node(each, "del") for each in found.removed))
    yield from _part("Changed", map(_pair, changed))
    yield from _part("The same under another id", map(_renamed, renamed))
    yield from _part("Links", (_link(found, each) for each in found.links))
    yield from _part("Conclusions", (_conclusion(found, each) for each in found.conclusions))
    if found.reordered:
        yield f'<p class="beside">{found.reordered:,} in another order</p>\n'
    yield "</main>\n"


def _part(title: str, entries: Iterable[str]) -> Iterator[str]:
    begun = False
    for entry in entries:
        if not begun:
            yield f"<section>\n<h2>{title}</h2>\n<ul>\n"
            begun = True
        yield f"<li>{entry}</li>\n"
    if begun:
        yield "</ul>\n</section>\n"


def _id(name: str) -> str:
    return f"<code>{escaped(name)}</code>"


def _headed(node: Node, words: str) -> str:
    return f'<p><span title="{node.kind}">{GLYPHS[node.kind]}</span> {words} {_id(node.id)}</p>'


def _node(node: Node, tag: str) -> str:
    return _headed(node, f"<{tag}>{escaped(node.text)}</{tag}>")


def _pieces(pieces: Iterable[Piece]) -> str:
    """Return pieces as HTML; the blanks at their ends stay."""
    tags = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}
    out = []
    for mark, text in pieces:
        before, after = (" " if text[at : at + 1 or None].isspace() else "" for at in (0, -1))
        words = f"{before}{escaped(text)}{after}" if text.strip() else " "
        out.append(tags[mark][0] + words + tags[mark][1])
    return "".join(out)


def _field(each: FieldChange) -> str:
    name = f"<strong>{escaped(each.name)}</strong>"
    if is_text(each):
        return f"{name} {_pieces(shortened(list(field_pieces(each))))}"
    return f"{name} <del>{escaped(shown(each.before))}</del> → <ins>{escaped(shown(each.after))}</ins>"


def _pair(pair: NodePair) -> str:
    node = pair.after
    text = next((each for each in pair.fields if each.name == "text"), None)
    words = _pieces(shortened(reworded(text.before, text.after))) if text else escaped(node.text)
    lines = [_field(each) for each in pair.fields if each is not text]
    if pair.renamed:
        lines.append(f"{_id(pair.before.id)} → {_id(node.id)}, {found_by(pair)}")
    return _headed(node, words) + "".join(f'<p class="beside">{line}</p>' for line in lines)


def _renamed(pair: NodePair) -> str:
    beside = f"{_id(pair.before.id)} → {_id(pair.after.id)}, {found_by(pair)}"
    return f'{_headed(pair.after, escaped(pair.after.text))}<p class="beside">{beside}</p>'


def _link(found: Comparison, each: LinkChange) -> str:
    words = ""
    if each.after is not None:
        words = escaped(told_link(found.new, each.after))
    elif each.before is not None:
        words = escaped(told_link(found.old, each.before))
    tag = {"added": "ins", "removed": "del"}.get(change_of(each))
    told = f"<p><{tag}>{words}</{tag}></p>" if tag else f"<p>{words}</p>"
    return told + "".join(f'<p class="beside">{_field(change)}</p>' for change in each.fields)


def _conclusion(found: Comparison, each: Change) -> str:
    node = found.new.by_id[each.after.id]
    before = each.before or each.after
    labels = (
        f"<del>{before.label}</del> → <ins>{each.after.label}</ins>" if each.relabelled else each.after.label
    )
    strengths = f"strength {number(before.strength)} → {number(each.after.strength)}"
    return f'{_headed(node, escaped(node.text))}<p class="beside">{labels}, {strengths}</p>'
