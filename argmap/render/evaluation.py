"""What a map comes to: the list of verdicts that `eval` answers with, and how a verdict is said."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from argmap.evaluation.strengths import Ring
from argmap.evaluation.verdicts import DIGITS, Label, Verdict, Weighed, rounded
from argmap.model import ArgumentMap, Node
from argmap.query.beneath import thesis_of
from argmap.render.listing import title_of
from argmap.render.sections import Answer, Column, Heading, Paragraph, Row, Section, Table, Tip, counted

SIGNS: Final[dict[Label, str]] = {"stands": "+", "falls": "-", "undecided": "?"}
"""What stands before the word, so that a column can be skimmed."""
MOST_NAMED: Final = 12

COLUMNS: Final = (
    Column("Verdict", "label"),
    Column("Strength", "strength", number=True, said="strength {}"),
    Column("Statement", "text", wide=True),
    Column("id", "id", style="quiet"),
)
PIPED: Final = (
    *(Column(name, name) for name in ("id", "label", "strength", "kind")),
    Column("text", "text", wide=True),
)


def labelled(label: Label) -> str:
    """Return a label with its sign: `+ stands`."""
    return f"{SIGNS[label]} {label}"


def number(strength: float | None) -> str:
    """Return a strength in three digits, or that there is none."""
    return "none" if strength is None else f"{strength:.3f}"


def verdict_record(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict for programs."""
    out: dict[str, Any] = {"id": verdict.id, "label": verdict.label, "strength": rounded(verdict.strength)}
    out |= {"converged": verdict.converged, "tested": verdict.tested, "disagrees": verdict.disagrees}
    if verdict.swing is not None:
        out["swing"] = [round(value, DIGITS) for value in verdict.swing]
    return out


def evaluation_answer(
    found: Weighed,
    nodes: Sequence[Node],
    *,
    ordered: bool = False,
    limit: int | None = None,
    piped: bool = False,
) -> Answer:
    """Answer with what each of some nodes comes to.

    Args:
        found: The map, weighed.
        nodes: The nodes, in order.
        ordered: Whether they stand in the order asked for; else the thesis comes before all others.
        limit: How many to show; None for all.
        piped: Whether the answer goes into a pipe.
    """
    nodes = nodes if ordered else _thesis_first(found.map, nodes)
    verdicts = [(node, found.verdict(node.id)) for node in nodes]
    shown = verdicts[:limit]
    sections: list[Section] = [Heading(_title(found, [verdict for _, verdict in verdicts]))]
    if shown:
        sections.append(Table(PIPED if piped else COLUMNS, [_row(*each, piped=piped) for each in shown]))
    more = len(verdicts) - len(shown)
    sections += [Paragraph(f"… {more:,} more; a greater --limit shows them", "quiet")] if more else []
    sections += [Paragraph(words) for words in notices(found, [verdict for _, verdict in verdicts])]
    if shown:
        sections.append(Tip([f"argmap explain {shown[0][0].id}", f"argmap whatif --drop {shown[-1][0].id}"]))
    return Answer(
        sections,
        lambda: (verdict_record(verdict) for _, verdict in shown),
        found=bool(verdicts),
        head=_head(found),
    )


def _thesis_first(m: ArgumentMap, nodes: Sequence[Node]) -> Sequence[Node]:
    thesis = thesis_of(m)
    return nodes if thesis is None else sorted(nodes, key=lambda node: node.id != thesis.id)


def _row(node: Node, verdict: Verdict, *, piped: bool) -> Row:
    if piped:
        return Row((node.id, verdict.label, number(verdict.strength), node.kind, node.text))
    words = number(verdict.strength) + (" !" if verdict.disagrees else "")
    return Row((labelled(verdict.label), words, node.text, node.id), node.kind)


def _title(found: Weighed, verdicts: Sequence[Verdict]) -> str:
    if not verdicts:
        return f"no nodes{title_of(found.map)}"
    count = {label: sum(verdict.label == label for verdict in verdicts) for label in SIGNS}
    words = (
        counted(count["stands"], "stands", "stand"),
        counted(count["falls"], "falls", "fall"),
        counted(count["undecided"], "is undecided", "are undecided"),
    )
    return f"{counted(len(verdicts), 'node')}{title_of(found.map)}: {', '.join(words)}"


def _head(found: Weighed) -> dict[str, Any]:
    head: dict[str, Any] = {"semantics": found.semantics.name, "standard": found.standard.name}
    if found.strengths.error:
        head["error"] = round(found.strengths.error, DIGITS)
    if found.strengths.rings:
        head["rings"] = ring_records(found, found.strengths.rings)
    return head


def ring_records(found: Weighed, rings: Iterable[Ring]) -> list[dict[str, Any]]:
    """Return for programs how the strengths in rings were found."""
    names = list(found.at)
    return [
        {
            "ids": [names[claim] for claim in ring.claims],
            "method": ring.method,
            "iterations": ring.iterations,
            "residual": float(f"{ring.residual:.3g}"),
            "converged": ring.converged,
        }
        for ring in rings
    ]


def notices(found: Weighed, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield what a reader of these verdicts should know beside them."""
    if not verdicts:
        return
    yield f"Verdicts: a claim stands when {found.standard.about} (standard {found.standard.name})."
    yield f"Strengths: {found.semantics.about} ({found.semantics.name}, {found.semantics.source})."
    if found.semantics.attacks_only:
        yield "This semantics leaves reasons aside: each claim starts from its own confidence."
    yield from sample_notice(found)
    disagreeing = [verdict for verdict in verdicts if verdict.disagrees]
    if disagreeing:
        words = [f"{each.id} {each.label} at {number(each.strength)}" for each in disagreeing]
        yield f"! Verdict and strength are on different sides of one half: {named(words)}."
    untested = [verdict.id for verdict in verdicts if not verdict.tested]
    if not any(found.frame.cons) and not any(found.frame.under):
        yield "No objections are recorded: strengths are not tested."
    elif untested:
        yield f"Not tested, since nothing speaks against it: {len(untested):,} of {len(verdicts):,}."
    yield from ring_notices(found, found.strengths.rings)


def sample_notice(found: Weighed) -> Iterator[str]:
    """Yield how far strengths can be trusted, where they are of a sample."""
    if found.strengths.error:
        yield f"Strengths are of a sample, right to ±{found.strengths.error:.3f} in 19 cases of 20."


def ring_notices(found: Weighed, rings: Iterable[Ring]) -> Iterator[str]:
    """Yield how the strengths in rings were found, or that they were not."""
    names = list(found.at)
    for ring in rings:
        yield _ring_notice(named([names[claim] for claim in ring.claims]), ring)


def _ring_notice(ids: str, ring: Ring) -> str:
    steps = counted(ring.iterations, "step")
    swung = " updated all at once its strengths swing, so" if ring.swings else ""
    if not ring.converged:
        how = f"after {steps} they still move" if ring.iterations else "they rest on one without a strength"
        return f"Ring {ids}:{swung} no strength is given; {how}."
    if ring.method == "discrete":
        return f"Ring {ids}: settled in {steps}."
    return f"Ring {ids}:{swung} it was followed as a flow to a limit that its start chose, in {steps}."


def named(words: Sequence[str]) -> str:
    """Return words in a row, the first of very many."""
    more = f" and {len(words) - MOST_NAMED:,} more" if len(words) > MOST_NAMED else ""
    return ", ".join(words[:MOST_NAMED]) + more
