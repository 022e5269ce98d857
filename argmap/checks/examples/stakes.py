"""Examples of A4, stakes: gains and costs."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

_HEAD: Final = """\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[time, safe]]}
  safe: {kind: evidence, text: The bridge held twice its load}
"""
_SAVED: Final = "kind: gain, text: The way to work is shorter, given: true"


def _with(fields: str) -> Example:
    return Example(f"{_HEAD}  time: {{{_SAVED}{fields}}}\n")


EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A401": (_with(", nature: tangible"), _with(", holder: drivers, nature: tangible")),
    "A402": (_with(", holder: drivers"), _with(", holder: drivers, nature: tangible")),
    "A403": (
        _with(", holder: drivers, nature: tangible, amount: 50"),
        _with(", holder: drivers, nature: tangible, amount: 50, unit: minutes a day"),
    ),
    "A404": (
        Example(f"""\
{_HEAD.replace("[[time, safe]]", "[[time, safe]], but: [lost]")}\
  time: {{{_SAVED.replace("The way to work is shorter", "Drivers pay the city a toll")}, \
holder: the city, nature: tangible}}
  lost: {{kind: cost, text: Drivers pay a toll to the city, given: true, holder: the city, nature: tangible, \
but: [rate]}}
  rate: {{kind: evidence, text: It is one euro}}
"""),
        Example(f"""\
{_HEAD.replace("[[time, safe]]", "[[time, safe]], but: [lost]")}\
  time: {{{_SAVED.replace("The way to work is shorter", "Drivers pay the city a toll")}, \
holder: the city, nature: tangible}}
  lost: {{kind: cost, text: Drivers pay a toll to the city, given: true, holder: drivers, nature: tangible, \
but: [rate]}}
  rate: {{kind: evidence, text: It is one euro}}
"""),
    ),
    "A405": (
        Example("""\
nodes:
  trade:
    kind: gain
    text: The shops sell more
    holder: shops
    nature: tangible
    because: [[visitors, hungry]]
  visitors:
    kind: gain
    text: Tourists come to see it
    holder: the town
    nature: tangible
    status: expected
    given: true
  hungry: {kind: assumption, text: Whoever travels eats}
"""),
        Example("""\
nodes:
  trade:
    kind: gain
    text: The shops sell more
    holder: shops
    nature: tangible
    status: expected
    because: [[visitors, hungry]]
  visitors:
    kind: gain
    text: Tourists come to see it
    holder: the town
    nature: tangible
    status: expected
    given: true
  hungry: {kind: assumption, text: Whoever travels eats}
"""),
    ),
    "A406": (
        Example(_with(", holder: drivers, nature: tangible").text.replace("is shorter", "would be shorter")),
        Example(
            _with(", holder: drivers, nature: tangible, status: expected").text.replace(
                "is shorter", "would be shorter"
            )
        ),
    ),
}
