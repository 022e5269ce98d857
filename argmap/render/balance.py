"""Gains against costs, by holder: what `weigh` answers with."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from argmap.evaluation.balance import Balance, Stakes, Sum
from argmap.evaluation.standards import Standard
from argmap.model import ArgumentMap, Kind
from argmap.render.listing import title_of
from argmap.render.sections import Answer, Column, Heading, Paragraph, Row, Section, Table, Tip, counted

COLUMNS: Final = (
    Column("Holder", "holder", wide=True),
    Column("What", "what"),
    Column("Standing", "standing", said="{} stand"),
    Column("Amounts that stand", "amounts"),
)

SHARED: Final = "A stake of several holders counts for each of them in full, so holders do not add up."


def balance_answer(m: ArgumentMap, standard: Standard, balances: Sequence[Balance]) -> Answer:
    """Answer with what each holder gains and pays, what stands of it, and what it adds up to."""
    rows = [balance_row(each.holder, stakes) for each in balances for stakes in each.stakes]
    sections: list[Section] = [Heading(_title(m, balances))]
    if rows:
        sections.append(Table(COLUMNS, rows))
        sections += [Paragraph(words) for words in _fallen(balances)]
        sections.append(Paragraph(SHARED))
        fallen = next((name for each in balances for stakes in each.stakes for name in stakes.fallen), None)
        further = [f"argmap explain {fallen}"] if fallen else []
        sections.append(Tip(["argmap show gains --standing", *further]))
    return Answer(
        sections,
        lambda: (_record(each) for each in balances),
        found=bool(rows),
        head={"standard": standard.name},
    )


def _title(m: ArgumentMap, balances: Sequence[Balance]) -> str:
    parts = []
    for side in ("gain", "cost"):
        stakes = [each for balance in balances for each in balance.stakes if each.side == side]
        standing = {name for each in stakes for name in each.standing}
        fallen = {name for each in stakes for name in each.fallen}
        parts.append(f"{counted(len(standing | fallen), side)} ({len(standing):,} stand)")
    return f"{' against '.join(parts)}{title_of(m)}"


def balance_row(holder: str, stakes: Stakes) -> Row:
    """Return what a holder gains or pays, actual or hoped for, as a row."""
    kind: Kind = stakes.side
    amounts = "; ".join(_amount(each.amount, each) for each in stakes.sums if each.amount)
    total = len(stakes.standing) + len(stakes.fallen)
    what = f"{'gains' if kind == 'gain' else 'costs'} {_status(stakes)}"
    return Row((holder or "nobody named", what, f"{len(stakes.standing)} of {total}", amounts), kind)


def _status(stakes: Stakes) -> str:
    return "hoped for" if stakes.hoped and stakes.side == "gain" else "foreseen" if stakes.hoped else "actual"


def _amount(amount: Decimal, each: Sum) -> str:
    return f"{amount:f} {each.unit}".strip()


def _fallen(balances: Sequence[Balance]) -> Iterator[str]:
    """Yield the stakes that do not stand, each once."""
    for side, word in (("gain", "Gains"), ("cost", "Costs")):
        stakes = [each for balance in balances for each in balance.stakes if each.side == side]
        names = dict.fromkeys(name for each in stakes for name in each.fallen)
        if names:
            yield f"{word} that do not stand: {', '.join(names)}."


def _record(balance: Balance) -> dict[str, Any]:
    return {
        "holder": balance.holder,
        "stakes": [
            {
                "side": each.side,
                "status": _status(each),
                "standing": list(each.standing),
                "fallen": list(each.fallen),
                "sums": [
                    {
                        "unit": part.unit,
                        "amount": f"{part.amount:f}",
                        "fallen": f"{part.fallen:f}",
                        "ids": list(part.ids),
                    }
                    for part in each.sums
                ],
            }
            for each in balance.stakes
        ],
    }
