"""What of a map travels in its page: plain data, in short names and numbers instead of ids.

The script's module `data.js` says what each name means. Every text goes through here, so that what
steers a terminal or a writing direction is visible in the page, too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from argmap.checks.table import CHECKS
from argmap.controls import one_line
from argmap.evaluation.balance import balances
from argmap.evaluation.verdicts import weighed
from argmap.findings import Finding
from argmap.model import KINDS, NATURES, ArgumentMap, Cost, Gain, Node, Relation, stake_of
from argmap.query.beneath import thesis_of
from argmap.query.selection import holders
from argmap.query.standing import objections
from argmap.render.page.marking import marked
from argmap.render.sections import share
from argmap.render.statements import link_extras
from argmap.sources.article import Article

FINDINGS_MOST: Final = 500
"""Findings that travel in a page; the others are counted."""
ABSENT: Final = -1
"""What stands in the row of a statement for a field that it leaves out."""
_RELATIONS: Final[tuple[Relation, ...]] = ("supports", "rebuts", "undercuts")


def contents(
    m: ArgumentMap, name: str, findings: Sequence[Finding], article: Article | None
) -> dict[str, Any]:
    """Return all that the page shows, the same for equal maps.

    Args:
        m: The map.
        name: What its file is called.
        findings: What was found weak in it.
        article: The article, where it is to travel with the page; it is then in it whole.
    """
    at = {node.id: index for index, node in enumerate(m.nodes)}
    held = {holder: index for index, holder in enumerate(holders(m))}
    domains = {domain: index for index, domain in enumerate(_domains(m))}
    found = weighed(m)
    attacks = [each for each in objections(m) if not each.is_answer]
    thesis = thesis_of(m)
    return {
        "title": one_line(m.title or "An argument map"),
        "map": one_line(name),
        "source": list(_source(m)),
        "thesis": -1 if thesis is None else at[thesis.id],
        "holders": [one_line(holder) for holder in held],
        "domains": [one_line(domain) for domain in domains],
        "nodes": [_node(node, held, domains) for node in m.nodes],
        "links": _links(m, at),
        "labels": "".join(each.label[0] for each in found.verdicts),
        "strengths": [_per_cent(each.strength) for each in found.verdicts],
        "objections": [len(attacks), sum(not each.answered for each in attacks)],
        "balance": list(_balance(m, at)),
        "findings": _findings(m, at, findings[:FINDINGS_MOST]),
        "more": max(0, len(findings) - FINDINGS_MOST),
        "article": None if article is None else marked(m, article),
    }


def _per_cent(strength: float | None) -> int | None:
    return None if strength is None else round(strength * 100)


def _source(m: ArgumentMap) -> Iterator[tuple[str, str]]:
    for field in ("title", "author", "publisher", "date", "url"):
        value = getattr(m.source, field, None)
        if value:
            yield ("address" if field == "url" else field).capitalize(), one_line(value)


def _domains(m: ArgumentMap) -> tuple[str, ...]:
    return tuple(dict.fromkeys(node.domain for node in m.nodes if node.domain))


def _node(node: Node, held: Mapping[str, int], domains: Mapping[str, int]) -> list[Any]:
    """Return a statement as a row: what most have comes first, and what it leaves out at the end is cut."""
    anchor, stake = node.anchor, stake_of(node)
    row: list[Any] = [
        node.id,
        KINDS.index(node.kind),
        node.text,
        node.label,
        domains[node.domain] if node.domain else None,
        ", ".join((*anchor.at, *anchor.also)) if anchor else None,
        node.note,
        *(_stake(stake, held) if stake else (None,) * 4),
        node.by,
        node.hedge,
        None if node.sure is None else share(node.sure),
        anchor.quote if anchor else None,
        ", ".join(node.tags),
        1 if node.implicit else None,
        None if node.given is None else int(node.given),
    ]
    while row[-1] in (None, ""):
        row.pop()
    return [ABSENT if value in (None, "") else _shown(value) for value in row]


def _stake(stake: Gain | Cost, held: Mapping[str, int]) -> tuple[Any, ...]:
    amount = None if stake.amount is None else f"{stake.amount:f} {stake.unit or ''}".strip()
    status = None if stake.status == "actual" else stake.status
    nature = NATURES.index(stake.nature) if stake.nature else None
    return nature, [held[holder] for holder in stake.holder] or None, status, amount


def _shown(value: Any) -> Any:  # noqa: ANN401 - a text, a number, or a list of numbers
    return one_line(value) if isinstance(value, str) else value


def _links(m: ArgumentMap, at: Mapping[str, int]) -> list[list[Any]]:
    links = {link.id: index for index, link in enumerate(m.links)}
    out: list[list[Any]] = []
    for link in m.links:
        target = links[link.target] if link.relation == "undercuts" else at[link.target]
        row = [_RELATIONS.index(link.relation), target, [at[premise] for premise in link.premises]]
        beside = [one_line(link_extras(link)), *([one_line(link.note)] if link.note else [])]
        out.append(row + beside if any(beside) else row)
    return out


def _balance(m: ArgumentMap, at: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for each in balances(m):
        stakes = [
            {
                "side": int(part.side == "cost"),
                "hoped": part.hoped,
                "standing": [at[name] for name in part.standing],
                "fallen": [at[name] for name in part.fallen],
                "sums": [(one_line(sum_.unit), f"{sum_.amount:f}", f"{sum_.fallen:f}") for sum_ in part.sums],
            }
            for part in each.stakes
        ]
        yield {"holder": one_line(each.holder), "stakes": stakes}


def _findings(m: ArgumentMap, at: Mapping[str, int], findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings by check, the gravest check first; one of a link stands with the link's end."""
    ends = m.ends
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
    out = []
    for row in sorted(CHECKS, key=lambda row: ("error", "warning", "advice").index(row.severity)):
        said: defaultdict[str, list[int]] = defaultdict(list)
        for each in by_code[row.code]:
            where = at.get(ends.get(each.where, each.where))
            said[one_line(each.message)] += [] if where is None else [where]
        if said:
            items = list(said.items())
            out.append({"code": row.code, "severity": row.severity, "about": row.about, "items": items})
    return out
