"""Gains and costs in a brief: what each holder gains and pays, summed unit by unit, and each stake."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.evaluation.balance import balances
from argmap.evaluation.verdicts import Weighed
from argmap.looks import cut
from argmap.model import Cost, Gain, stake_of
from argmap.render.balance import COLUMNS as BALANCE
from argmap.render.balance import SHARED, balance_row
from argmap.render.sections import Column, Heading, Paragraph, Row, Section, Table
from argmap.render.statements import listed

_STAKES: Final = (
    Column("Statement", "text", wide=True),
    Column("Whose", "holder"),
    Column("What sort", "sort"),
    Column("Amount", "amount"),
    Column("Comes to", "label"),
    Column("id", "id"),
)


def stakes_in_brief(found: Weighed, most: int, longest: int) -> Iterator[Section]:
    """Yield the tables: by holder, of gains, of costs; each of so many rows and letters in a cell at most."""
    stakes = [stake for node in found.map.nodes if (stake := stake_of(node)) is not None]
    yield Heading("Gains and costs")
    if not stakes:
        yield Paragraph("None is recorded.", "quiet")
        return
    held = balances(found.map, found.standard)
    yield Heading("By holder", 2)
    rows = [balance_row(each.holder, part) for each in held for part in each.stakes]
    yield from _bounded(BALANCE, rows, most, longest)
    yield Paragraph(SHARED, "quiet")
    for title, kind in (("Gains", Gain), ("Costs", Cost)):
        some = [stake for stake in stakes if isinstance(stake, kind)]
        if some:
            yield Heading(f"{title} ({len(some):,})", 2)
            yield from _bounded(_STAKES, [_row(found, stake) for stake in some], most, longest)


def _row(found: Weighed, stake: Gain | Cost) -> Row:
    amount = "" if stake.amount is None else f"{stake.amount:f} {stake.unit or ''}".strip()
    whose = listed(stake.holder) if stake.holder else "nobody named"
    sort = ", ".join(part for part in (stake.nature, stake.status) if part)
    label = found.verdict(stake.id).label
    return Row((stake.text, whose, sort, amount, label, stake.id), stake.kind)


def _bounded(columns: Sequence[Column], rows: Sequence[Row], most: int, longest: int) -> Iterator[Section]:
    """Yield the first rows, without the columns in which they say nothing, and how many more there are."""
    shown = rows[:most]
    said = [index for index in range(len(columns)) if any(row.cells[index] for row in shown)]
    cells = [Row(tuple(cut(row.cells[index], longest) for index in said), row.kind) for row in shown]
    yield Table([columns[index] for index in said], cells)
    if len(rows) > most:
        yield Paragraph(f"… {len(rows) - most:,} more", "quiet")
