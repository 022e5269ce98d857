"""What a strength hangs on: each node's or link's part in it, as bars."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.evaluation.sensitivity import By, Part, Sensitivity
from argmap.evaluation.verdicts import Weighed, rounded
from argmap.model import WORDS
from argmap.render.evaluation import number
from argmap.render.sections import (
    Answer,
    Bar,
    Bars,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
    Tip,
    counted,
)

TOLD: Final[dict[By, str]] = {
    "removal": "what it loses without each",
    "gradient": "how fast it moves with the confidence in each",
    "shapley": "the mean of what each adds, over all orders",
}
THOUSANDTHS: Final = 1_000
PIPED: Final = (
    *(Column(name, name) for name in ("id", "effect", "error")),
    Column("text", "text", wide=True),
)


def sensitivity_answer(
    found: Weighed, node_id: str, told: Sensitivity, *, limit: int | None = None, piped: bool = False
) -> Answer:
    """Answer with what the strength of a node hangs on, nodes or links without a part left out."""
    telling = [part for part in told.parts if part.effect is None or round(abs(part.effect), 9)]
    shown = telling[:limit]
    title = f"{node_id} has strength {number(told.strength)}; {TOLD[told.by]}"
    sections: list[Section] = [Heading(title)]
    if piped:
        rows = [Row((part.id, _signed(part), f"{part.error:.3f}", _words(found, part.id))) for part in shown]
        sections = [Table(PIPED, rows)]
    elif shown:
        sections.append(Bars(told.of, told.of.capitalize(), [_bar(found, part) for part in shown]))
    sections += map(Paragraph, _remarks(found, told, len(telling), len(shown)))
    sections.append(Tip([f"argmap explain {node_id} --weakest", f"argmap trace {node_id}"]))
    return Answer(sections, lambda: (_record(part) for part in told.parts[:limit]), head=_head(found, told))


def _bar(found: Weighed, part: Part) -> Bar:
    effect = part.effect or 0.0
    error = f" ±{part.error:.3f}" if part.error else ""
    length = round(abs(effect) * THOUSANDTHS)
    style: Style = "supports" if effect > 0 else "rebuts"
    return Bar(f"{part.id}: {_words(found, part.id)}", length, style, _signed(part) + error)


def _signed(part: Part) -> str:
    return "none" if part.effect is None else f"{part.effect:+.3f}"


def _words(found: Weighed, name: str) -> str:
    if name in found.at:
        return found.map.by_id[name].text
    link = found.map.links[found.reason_at[name]]
    return f"{link.target} {WORDS[link.relation]} {' + '.join(link.premises)}"


def _remarks(found: Weighed, told: Sensitivity, telling: int, shown: int) -> Iterator[str]:
    yield f"Strengths: {found.semantics.name}."
    if telling > shown:
        yield f"… {telling - shown:,} more; a greater --limit shows them"
    if len(told.parts) > telling:
        idle = counted(len(told.parts) - telling, "has", "have")
        yield f"Of {len(told.parts):,} {told.of} upstream, {idle} no part in it."
    if len(told.parts) < told.players:
        yield f"Of {told.players:,} {told.of} upstream only the nearest {len(told.parts):,} were tried."
    if told.way == "differences":
        yield "Behind a ring or a tie these are finite differences, no derivatives."
    if told.alone is not None:
        total = told.strength - told.alone
        yield f"Without any of them it has {number(told.alone)}; the parts add up to {total:+.3f}."
    if told.way == "sampled":
        yield f"From a sample of {told.orders:,} orders; ± is the standard error."
    if told.error:
        yield f"The strengths themselves are of a sample, right to ±{told.error:.3f} in 19 cases of 20."


def _record(part: Part) -> dict[str, Any]:
    return {"id": part.id, "effect": rounded(part.effect), "error": rounded(part.error)}


def _head(found: Weighed, told: Sensitivity) -> dict[str, Any]:
    head: dict[str, Any] = {"semantics": found.semantics.name, "strength": rounded(told.strength)}
    head |= {"by": told.by, "of": told.of, "way": told.way, "players": told.players}
    return head | ({"orders": told.orders, "alone": rounded(told.alone)} if told.by == "shapley" else {})
