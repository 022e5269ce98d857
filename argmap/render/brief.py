"""A map as a brief for who decides: what is concluded, why, at what price, and what it hangs on.

Its order and its words follow from the map by rule; nothing is said that the map does not say. Each
list shows its first entries and how many more there are, so that it stays a brief.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from argmap.checks.placing import Placed
from argmap.evaluation.explanation import explained
from argmap.evaluation.verdicts import Verdict, Weighed
from argmap.evaluation.weakest import Weakest, weakest
from argmap.looks import cut
from argmap.model import KINDS, ArgumentMap, Link, Node
from argmap.query.beneath import support, thesis_of
from argmap.query.standing import Objection, objections, reasons
from argmap.render.evaluation import number
from argmap.render.explanation import hangs_on, label_said, reason_said
from argmap.render.sections import (
    Heading,
    Item,
    Outline,
    Pairs,
    Paragraph,
    Section,
    Statement,
    counted,
    share,
)
from argmap.render.stakes import stakes_in_brief
from argmap.render.statements import beside, counted_kind, link_extras, listed
from argmap.sources.article import Article
from argmap.sources.coverage import Coverage
from argmap.sources.passages import passages

MOST: Final = 12
"""Entries of a list."""
MOST_UNDER: Final = 4
"""Entries under an entry."""
LONGEST: Final = 2_000
"""Characters of one text; no brief has longer ones."""
_SOURCE: Final = ("title", "author", "publisher", "date", "url", "file", "note")


class Material(NamedTuple):
    """What a brief is made of.

    Attributes:
        found: The map, weighed.
        findings: What the checks find.
        article: The source, where its words are to be shown.
        coverage: The source held against the map, where it is at hand.
        name: What the source's file is called.
    """

    found: Weighed
    findings: Sequence[Placed]
    article: Article | None
    coverage: Coverage | None
    name: str

    @property
    def map(self) -> ArgumentMap:
        """The map."""
        return self.found.map


def brief(of: Material) -> list[Section]:
    """Return the brief, part by part."""
    m, thesis = of.map, thesis_of(of.map)
    sections: list[Section] = list(_head(m, thesis))
    if thesis is None:
        return sections
    steps = {step.id: step for step in of.found.steps}
    under = support(m, thesis.id)
    sections += _thesis(of, thesis)
    sections += _reasons(of, thesis, steps)
    sections += stakes_in_brief(of.found, MOST, LONGEST)
    sections += _objections(of, under, steps)
    sections += _assumptions(of, under)
    sections += _hanging(of, thesis)
    sections += _findings(of)
    sections += _coverage(of)
    sections += _source(m)
    return sections


def _head(m: ArgumentMap, thesis: Node | None) -> Iterator[Section]:
    yield Heading(cut(m.title or (thesis.text if thesis else "A map without a title"), LONGEST), 0)
    counts = {kind: sum(node.kind == kind for node in m.nodes) for kind in KINDS}
    kinds = [counted_kind(count, kind) for kind, count in counts.items() if count]
    if not kinds:
        yield Paragraph("This map has no statements yet.")
        return
    yield Paragraph(
        f"{counted(len(m.nodes), 'statement')} ({listed(kinds)}), {counted(len(m.links), 'link')}", "quiet"
    )


def _thesis(of: Material, thesis: Node) -> Iterator[Section]:
    m = of.map
    yield Heading("The thesis")
    if m.thesis is None:
        yield Paragraph("The map names no thesis; this is the conclusion with the most behind it.", "quiet")
    yield Statement(thesis.kind, cut(thesis.text, LONGEST), thesis.id, beside(thesis), _passages(of, thesis))
    found, told = of.found, explained(of.found, thesis.id, 0)
    strength = f"{number(told.verdict.strength)} from 0 to 1 ({found.semantics.name})"
    verdict = f"It {label_said(told.verdict.label)}: {reason_said(told.points[0])}"
    yield Paragraph(f"{verdict}. Strength: {strength}.")
    rule = f"A statement stands when {found.standard.about} (standard {found.standard.name})."
    yield Paragraph(rule, "quiet")


def _reasons(of: Material, thesis: Node, steps: dict[str, Verdict]) -> Iterator[Section]:
    yield Heading("The main reasons")
    links = _ranked(reasons(of.map, thesis.id), steps)
    items: list[Item] = []
    for link in links[:MOST]:
        items += _premises(of, link, 1, steps)
        further = _ranked([each for name in link.premises for each in reasons(of.map, name)], steps)
        for each in further[:MOST_UNDER]:
            items += _premises(of, each, 2, steps)
        items += _more(len(further) - MOST_UNDER, 2)
    yield from _listed([*items, *_more(len(links) - MOST, 1)])


def _ranked(links: Sequence[Link], steps: dict[str, Verdict]) -> list[Link]:
    """Return links with those that stand first, among these the strongest, else in the map's order."""
    return sorted(links, key=lambda link: (steps[link.id].label != "stands", -(steps[link.id].strength or 0)))


def _premises(of: Material, link: Link, depth: int, steps: dict[str, Verdict]) -> Iterator[Item]:
    """Yield the premises of a reason, the first with what is said of the step."""
    for place, name in enumerate(link.premises):
        mark = "and" if place else "because"
        extras = "" if place else link_extras(link)
        fallen = "" if place or steps[link.id].label == "stands" else "this reason does not stand"
        yield _entry(of, name, depth, mark, extras, fallen)


def _entry(of: Material, name: str, depth: int, mark: str = "", *notes: str) -> Item:
    """Return a statement as an entry: its words, what it is, whether it stands, and its passages."""
    node = of.map.by_id[name]
    verdict = of.found.verdict(name)
    said = " · ".join(part for part in (label_said(verdict.label), beside(node), *notes) if part)
    return Item(
        depth,
        cut(node.text, LONGEST),
        mark,
        kind=node.kind,
        id=node.id,
        beside=said,
        spoken=f"{mark.capitalize()}, {node.kind}" if mark else "",
        cited=_passages(of, node),
    )


def _passages(of: Material, node: Node) -> tuple[str, ...]:
    """Return the passages of a statement as lines: quotations, and in one line the bare places."""
    found = passages(node, of.article)
    quotes = tuple(f"“{cut(each.words, LONGEST)}” {each.place}".strip() for each in found if each.words)
    places = ", ".join(each.place for each in found if not each.words)
    return (*quotes, f"at {places}") if places else quotes


def _objections(of: Material, under: dict[str, None], steps: dict[str, Verdict]) -> Iterator[Section]:
    """Yield the objections, those first that concern the thesis or what it rests on."""
    found = [each for each in objections(of.map) if not each.is_answer]
    found.sort(key=lambda each: each.target not in under)
    yield Heading("Objections")
    if not found:
        yield from _listed([])
    for title, answered in (("Open: nothing answers them", False), ("Answered", True)):
        some = [each for each in found if each.answered is answered]
        if some:
            yield Heading(f"{title} ({len(some):,})", 2)
            items = [item for each in some[:MOST] for item in _objection(of, each, steps)]
            yield Outline([*items, *_more(len(some) - MOST, 1)])


def _objection(of: Material, each: Objection, steps: dict[str, Verdict]) -> Iterator[Item]:
    link, target = each.link, of.map.by_id[each.target]
    step = "" if link.relation == "rebuts" else "a step to "
    effect = f"the objection {label_said(steps[link.id].label)}"
    for place, name in enumerate(link.premises):
        yield _entry(of, name, 1, "and" if place else "but", "" if place else effect)
    words, against = cut(target.text, LONGEST), f"against {step}".strip()
    yield Item(2, words, against, kind=target.kind, id=target.id, spoken=against.capitalize())
    answers = [name for answer in each.answers for name in answer.premises]
    for name in answers[:MOST_UNDER]:
        yield _entry(of, name, 2, "answered by")
    yield from _more(len(answers) - MOST_UNDER, 2)


def _assumptions(of: Material, under: dict[str, None]) -> Iterator[Section]:
    """Yield what is assumed, what the thesis rests on first, the least sure first."""
    found = [node for node in of.map.nodes if node.kind == "assumption"]
    found.sort(key=lambda node: (node.id not in under, 1.0 if node.sure is None else node.sure))
    yield Heading("Assumptions")
    items = [
        _entry(of, node.id, 1, "", "" if node.id in under else "not under the thesis")
        for node in found[:MOST]
    ]
    yield from _listed([*items, *_more(len(found) - MOST, 1)])


def _hanging(of: Material, thesis: Node) -> Iterator[Section]:
    yield Heading("What the conclusion hangs on")
    weak = weakest(of.found, thesis.id)
    yield from (Paragraph(words) for words in hangs_on(explained(of.found, thesis.id, 0), weak))
    named = _named_in(weak)
    items = [_entry(of, name, 1) for name in named[:MOST]]
    if items:
        yield Outline([*items, *_more(len(named) - MOST, 1)])


def _named_in(weak: Weakest) -> list[str]:
    lost = [name for loss in weak.losses for name in loss.premises]
    return list(dict.fromkeys([*lost, *(doubt.premise for doubt in weak.doubts)]))


def _findings(of: Material) -> Iterator[Section]:
    """Yield what breaks the argument or is likely a mistake; advice is for who makes the map."""
    known = {node.id: node.id for node in of.map.nodes}
    grave = [each.finding for each in of.findings if each.finding.severity != "advice"]
    grave.sort(key=lambda each: each.severity != "error")
    yield Heading("What the checks find")
    items = [
        Item(
            1,
            cut(each.message, LONGEST),
            f"{each.severity} {each.code}",
            id=known.get(each.where, ""),
            spoken=f"{each.severity.capitalize()} {each.code}",
        )
        for each in grave[:MOST]
    ]
    yield from _listed([*items, *_more(len(grave) - MOST, 1)], "No error and no warning.")


def _coverage(of: Material) -> Iterator[Section]:
    if of.coverage is None:
        return
    sentences, left = of.coverage.counted, of.coverage.unmapped
    yield Heading("Coverage")
    yield Paragraph(
        f"{share(of.coverage.share)} of the {counted(len(sentences), 'sentence')} of {of.name} are mapped; "
        f"{len(left):,} are left out."
    )
    if of.article is not None and left:
        text = of.article.text
        words = {each.place: cut(text[each.start : each.end], LONGEST) for each in left[:MOST]}
        items = [Item(1, said, beside=place) for place, said in words.items()]
        yield Outline([*items, *_more(len(left) - MOST, 1)])


def _source(m: ArgumentMap) -> Iterator[Section]:
    fields = [(name, getattr(m.source, name, None)) for name in _SOURCE]
    pairs = [(name, cut(value, LONGEST)) for name, value in fields if value]
    if pairs:
        yield from (Heading("Source"), Pairs(pairs))


def _listed(items: Sequence[Item], none: str = "None is recorded.") -> Iterator[Section]:
    yield Outline(items) if items else Paragraph(none, "quiet")


def _more(number: int, depth: int) -> Iterator[Item]:
    """Yield the entry that says how many more there are, where there are more."""
    if number > 0:
        yield Item(depth, f"… {number:,} more")
