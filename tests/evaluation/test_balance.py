"""Gains against costs: who holds what, what stands, and sums that are exact."""

from decimal import Decimal
from typing import Any

from argmap.evaluation.balance import balances, ids_standing
from argmap.model import ArgumentMap
from tests.drawing import drawn


def stake(kind: str, holder: Any = (), **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "holder": holder, **fields}


def example() -> ArgumentMap:
    return drawn(
        "a", "b", "c", "d", "e", "f", "b but x",
        a=stake("gain", "Ann", amount="0.1", unit="euros"),
        b=stake("gain", ["Ann", "Bob"], amount="5", unit="euros"),
        c=stake("gain", "Ann", amount="0.2", unit="euros", status="sought"),
        d=stake("cost", "Bob", amount="7", unit="hours"),
        e=stake("gain", "Ann", amount="0.2", unit="euros"),
        f=stake("cost"),
    )  # fmt: skip


def test_amounts_are_added_unit_by_unit_apart_from_what_falls_and_what_is_hoped_for() -> None:
    ann, bob, nobody = balances(example())
    there, hoped = ann.stakes
    assert (there.standing, there.fallen, there.hoped) == (("a", "e"), ("b",), False)
    assert [(each.unit, each.amount, each.fallen) for each in there.sums] == [
        ("euros", Decimal("0.3"), Decimal(5))
    ]
    assert hoped.hoped
    assert hoped.sums[0].amount == Decimal("0.2")
    assert [(each.side, each.standing) for each in bob.stakes] == [("gain", ()), ("cost", ("d",))]
    assert (nobody.holder, nobody.stakes[0].standing, nobody.stakes[0].sums) == ("", ("f",), ())


def test_a_sum_of_the_longest_amounts_is_exact() -> None:
    longest = "9" * 30 + "." + "9" * 30
    m = drawn("a", "b", a=stake("cost", "A", amount=longest), b=stake("cost", "A", amount=longest))
    assert str(balances(m)[0].stakes[0].sums[0].amount) == "1" + "9" * 30 + "." + "9" * 29 + "8"


def test_what_stands_after_its_objections() -> None:
    m = example()
    assert [node.id for node in m.nodes if node.id in ids_standing(m)] == ["a", "c", "d", "e", "f", "x"]


def test_a_map_without_gains_and_costs_has_no_balance() -> None:
    assert balances(drawn("a because b")) == ()
