"""Lists of statements, objections, gaps and places: what `show` and `find` answer with."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from argmap import wire
from argmap.model import ArgumentMap, Kind, Node
from argmap.query.fields import WEIGHED_FIELDS, Facts, Weigh, field_named, place_key
from argmap.query.gaps import gaps as gaps_of
from argmap.query.standing import Objection, objections
from argmap.render.sections import (
    Answer,
    Column,
    Heading,
    Pairs,
    Paragraph,
    Row,
    Section,
    Table,
    Tip,
    counted,
)
from argmap.render.statements import COLUMNS, cited, counted_kind, record, row
from argmap.sources.article import Article
from argmap.sources.passages import passages

STATEMENTS: Final = ("text", "domain", "by", "for", "against", "id")
STAKES: Final = ("text", "holder", "nature", "status", "for", "against", "id")
PIPED: Final = ("id", "kind", "text", "holder", "nature", "status", "for", "against")
"""The columns in a pipe; stable, so that scripts can count on them."""


class Wish(NamedTuple):
    """How a list of statements is wanted.

    Attributes:
        columns: Fields to show; the usual ones, when empty.
        kinds: The kinds asked for, which decide the usual columns.
        article: The source, when it is at hand.
        quotes: Whether to show the passages.
        limit: How many to show; None for all.
        piped: Whether the answer goes into a pipe.
        weigh: What weighs the map, if a column asks what statements come to.
    """

    columns: Sequence[str] = ()
    kinds: Sequence[Kind] = ()
    article: Article | None = None
    quotes: bool = False
    limit: int | None = None
    piped: bool = False
    weigh: Weigh | None = None


def listing(
    m: ArgumentMap, nodes: Sequence[Node], title: str, wish: Wish, tips: Sequence[str] = ()
) -> Answer:
    """Answer with statements as a table.

    Args:
        m: The map.
        nodes: The statements, in order.
        title: What they are, for the line above: `11 gains of Russia`.
        wish: How they are wanted.
        tips: Commands to try next.
    """
    shown = nodes[: wish.limit]
    keys = tuple(field_named(name) for name in wish.columns) or _usual(shown, wish)
    facts = Facts(m, wish.weigh)
    weighed = [key for key in keys if key in WEIGHED_FIELDS]
    rows = [row(facts, node, keys, wish.article, quotes=wish.quotes) for node in shown]
    if wish.piped and wish.quotes:
        rows = [Row((*each.cells, " ".join(each.under)), each.kind) for each in rows]
        keys = (*keys, "quote")
    sections = _listed(title, [COLUMNS[key] for key in keys], rows, len(nodes))
    if tips and nodes:
        sections.append(Tip(tips))

    def items() -> Iterator[dict[str, Any]]:
        for node in shown:
            cited = passages(node, wish.article) if wish.quotes else None
            yield record(m, node, cited) | {key: facts.value(node, key) for key in weighed}

    return Answer(sections, items, found=bool(nodes))


def _usual(nodes: Sequence[Node], wish: Wish) -> tuple[str, ...]:
    if wish.piped:
        return PIPED
    stakes = bool(wish.kinds) and set(wish.kinds) <= {"gain", "cost"}
    usual = STAKES if stakes else STATEMENTS
    optional = {"domain", "by", "holder", "nature"}
    return tuple(
        key for key in usual if key not in optional or any(getattr(node, key, None) for node in nodes)
    )


def title_of(m: ArgumentMap) -> str:
    """Return how a map is called in a line above a list."""
    return f" in “{m.title}”" if m.title else ""


def kind_title(m: ArgumentMap, nodes: Sequence[Node], kind: Kind, holder: str = "") -> str:
    """Return `11 gains of Russia in “…”`, or that there are none."""
    whose = f" {'of' if kind == 'gain' else 'to'} {holder}" if holder else ""
    what = counted_kind(len(nodes), kind)
    return f"{what if nodes else what.replace('0', 'no', 1)}{whose}{title_of(m)}"


OBJECTION_COLUMNS: Final = (
    Column("Objection", "text", wide=True),
    Column("Against", "target", style="quiet", said="against {}"),
    Column("Answered by", "answers", style="quiet", said="answered by {}"),
    Column("id", "id", style="quiet"),
)


def objection_list(m: ArgumentMap, limit: int | None = None, *, piped: bool = False) -> Answer:
    """Answer with every objection, what it attacks, and what answers it."""
    attacks = objections(m)
    found = [each for each in attacks if not each.is_answer]
    shown = found[:limit]
    rows = [_objection_row(m, each, piped=piped) for each in shown]
    sections = _listed(_objection_title(m, found, len(attacks)), OBJECTION_COLUMNS, rows, len(found))
    if found:
        sections.append(Tip([f"argmap trace {shown[0].target}", "argmap show gaps"]))
    return Answer(sections, lambda: [_objection_record(m, each) for each in shown], found=bool(found))


def _objection_title(m: ArgumentMap, found: Sequence[Objection], attacks: int) -> str:
    if not found:
        return f"no objections{title_of(m)}"
    unanswered = sum(not each.answered for each in found)
    answers = f"; {counted(attacks - len(found), 'answer')} to them" if attacks > len(found) else ""
    return f"{counted(len(found), 'objection')}{title_of(m)}, {unanswered} without an answer{answers}"


def _listed(title: str, columns: Sequence[Column], rows: Sequence[Row], total: int) -> list[Section]:
    """Return the sections of a list: its title, its rows, and how many were left out."""
    if not total:
        return [Paragraph(title)]
    more = total - len(rows)
    rest = [Paragraph(f"… {more:,} more; a greater --limit shows them", "quiet")] if more else []
    return [Heading(title), Table(columns, rows), *rest]


def _objection_row(m: ArgumentMap, each: Objection, *, piped: bool) -> Row:
    link = each.link
    premises = [m.by_id[premise] for premise in link.premises]
    words = " — and ".join(premise.text for premise in premises)
    against = each.target if link.relation == "rebuts" else f"a step to {each.target}"
    answers = ", ".join(name for answer in each.answers for name in answer.premises)
    none = "" if piped else "nothing"
    return Row((words, against, answers or none, ", ".join(link.premises)), premises[0].kind)


def _objection_record(m: ArgumentMap, each: Objection) -> dict[str, Any]:
    return {
        "id": list(each.link.premises),
        "text": [m.by_id[premise].text for premise in each.link.premises],
        "relation": each.link.relation,
        "target": each.target,
        "link": each.link.id,
        "answered": each.answered,
        "answers": [name for answer in each.answers for name in answer.premises],
    }


GAP_COLUMNS: Final = (
    Column("Statement", "text", wide=True),
    Column("What is missing", "gap"),
    Column("id", "id", style="quiet"),
)


def gaps(m: ArgumentMap, limit: int | None = None) -> Answer:
    """Answer with what is missing: reasons, answers, places in the source, holders."""
    found = list(gaps_of(m))
    shown = found[:limit]
    title = f"{counted(len(found), 'gap')}{title_of(m)}" if found else f"no gaps{title_of(m)}"
    rows = [Row((node.text, gap, node.id), node.kind) for node, gap in shown]
    return Answer(
        _listed(title, GAP_COLUMNS, rows, len(found)),
        lambda: ({"id": node.id, "kind": node.kind, "text": node.text, "gap": gap} for node, gap in shown),
        found=bool(found),
    )


def sources(m: ArgumentMap, article: Article | None = None) -> Answer:
    """Answer with the source of a map and what stands at each of its places."""
    by_place = _by_place(m)
    sections: list[Section] = [Heading("Source" if m.source else "This map names no source")]
    if m.source is not None:
        fields = wire.head(m)["source"]
        sections.append(Pairs([(name, _joined(value)) for name, value in fields.items()]))
    if by_place:
        columns = (Column("Place", "place"), Column("Statements", "ids", wide=True))
        rows = [Row((place, ", ".join(ids))) for place, ids in by_place.items()]
        sections += [Heading(f"{counted(len(by_place), 'place')} in it"), Table(columns, rows)]
    quoted = [node for node in m.nodes if node.anchor and node.anchor.quote]
    if quoted:
        lines = [Row((node.text, node.id), node.kind, cited(node, article)) for node in quoted]
        columns = (Column("Quoted", "text", wide=True), Column("id", "id", style="quiet"))
        sections += [Heading(counted(len(quoted), "quotation")), Table(columns, lines, piped=not by_place)]

    def items() -> Iterator[dict[str, Any]]:
        yield {
            "source": wire.head(m).get("source"),
            "places": by_place,
            "quoted": [node.id for node in quoted],
        }

    return Answer(sections, items, found=m.source is not None)


def _by_place(m: ArgumentMap) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in m.nodes:
        if node.anchor:
            for place in (*node.anchor.at, *node.anchor.also):
                found[place].append(node.id)
    return {place: found[place] for place in sorted(found, key=place_key)}


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
