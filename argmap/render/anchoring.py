"""How the anchors of a map stand in its source, for people and programs."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, get_args

from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.render.sections import Answer, Column, Heading, Paragraph, Row, Section, Table, Tip, counted
from argmap.sources.anchoring import Comparison, Standing, State
from argmap.sources.article import Article
from argmap.sources.codes import MOVED
from argmap.sources.passages import place_name

COLUMNS: Final = (
    Column("What is astray", "message", wide=True),
    Column("Code", "code", style="quiet"),
    Column("id", "id", style="quiet"),
)


def anchor_answer(
    m: ArgumentMap,
    article: Article,
    found: Comparison,
    left: Comparison,
    lock: str,
    *,
    written: bool,
    stale: bool,
) -> Answer:
    """Answer with how many anchors stand, and what is astray about the others.

    Args:
        m: The map.
        article: The source.
        found: The one held against the other, and against the lock as it was.
        left: The same, against the lock as it is now; what is astray there decides the answer.
        lock: The name of the lock; empty where there is none.
        written: Whether the lock has been written just now.
        stale: Whether there is anything in it to be brought up to date.
    """
    astray = [each for each in found.findings if each.code != MOVED.code]
    moved = [each.node for each in found.standings if each.state == "moved"]
    sections: list[Section] = [Heading(_title(article, found))]
    if moved:
        sections.append(
            Paragraph(f"Moved, and otherwise as they were: {', '.join(dict.fromkeys(moved))}.", "quiet")
        )
    if astray:
        sections.append(Table(COLUMNS, [_row(m, each) for each in astray]))
    sections += _about_lock(left, lock, written=written, stale=stale)
    return Answer(
        sections,
        lambda: _items(article, found),
        found=not left.findings,
        head={
            "source": article.name,
            "lock": lock or None,
            "written": written,
            "astray": [
                {"code": each.code, "message": each.message} for each in found.about if not each.where
            ],
        },
    )


def _title(article: Article, found: Comparison) -> str:
    counts = Counter(each.state for each in found.standings)
    states = [f"{counts[state]:,} {state}" for state in get_args(State) if counts[state]]
    total = counted(len(found.standings), "anchor")
    return f"{total} in {article.name}{': ' if states else ''}{', '.join(states)}"


def _row(m: ArgumentMap, finding: Finding) -> Row:
    node = m.by_id.get(finding.where)
    return Row((finding.message, finding.code, finding.where), node.kind if node else None)


def _about_lock(left: Comparison, lock: str, *, written: bool, stale: bool) -> Iterator[Section]:
    """Yield what has become of the lock, and what is to be done next."""
    if written:
        yield Paragraph(f"{lock} is written: {counted(_locked(left), 'anchor')}.")
    elif not lock:
        yield Paragraph("No lock is kept of this map: it came with argmap, or from standard input.", "quiet")
    if stale:
        yield Tip(["argmap anchor --fix"])
    elif any(each.severity == "error" for each in left.findings):
        yield Paragraph("What is astray is for you to mend, in the map.", "quiet")


def _locked(left: Comparison) -> int:
    return sum(each.old is not None for each in left.standings)


def _items(article: Article, found: Comparison) -> Iterator[dict[str, Any]]:
    for each in found.standings:
        yield _item(article, each)
    for entry in found.left_over:
        yield _record(entry.node, entry.by, "left over")


def _item(article: Article, each: Standing) -> dict[str, Any]:
    record = _record(each.node, each.by, each.state)
    if each.now is not None:
        start, end = each.now
        record |= {"place": place_name(article, each.now), "start": start, "end": end}
    if each.likeness is not None:
        record["likeness"] = round(each.likeness, 4)
    if each.finding is not None:
        record |= {"code": each.finding.code, "message": each.finding.message}
    return record


def _record(node: str, by: str, state: str) -> dict[str, Any]:
    rest = dict.fromkeys(("place", "start", "end", "likeness", "code", "message"))
    return {"id": node, "by": by, "state": state, **rest}
