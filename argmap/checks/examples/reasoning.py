"""Examples of A2, reasoning."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A201": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: claim, text: The bridge is safe}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: claim, text: The bridge is safe, because: [load]}
  load: {kind: evidence, text: It held twice its load in May}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
    ),
    "A202": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: claim, text: The bridge is safe, by: the builder}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: claim, text: The bridge is safe, by: the builder, because: [load]}
  load: {kind: evidence, text: It held twice its load in May}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
    ),
    "A203": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]], but: [noise]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  noise: {kind: evidence, text: Lorries wake the neighbours}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]], but: [noise]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  noise: {kind: evidence, text: Lorries wake the neighbours, but: [ban]}
  ban: {kind: evidence, text: No lorry may pass at night}
"""),
    ),
    "A204": (
        Example("""\
nodes:
  open:
    kind: claim
    text: The bridge should open
    because:
      - [safe, needed]
      - [safe, paid]
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  paid: {kind: evidence, text: The toll has been paid in advance}
"""),
        Example("""\
nodes:
  open:
    kind: claim
    text: The bridge should open
    because:
      - [safe, needed]
      - [sound, paid]
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  sound: {kind: evidence, text: No cable has worn}
  paid: {kind: evidence, text: The toll has been paid in advance}
"""),
    ),
    "A205": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [a-load, cables, detour, toll, view, trade]}
  a-load: {kind: evidence, text: It held twice its load}
  cables: {kind: evidence, text: No cable has worn}
  detour: {kind: evidence, text: The ferry takes an hour}
  toll: {kind: evidence, text: Everybody has paid in advance}
  view: {kind: evidence, text: Visitors ask for it}
  trade: {kind: evidence, text: Two shops have closed}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: claim, text: Nothing can happen, because: [[a-load, cables]]}
  needed: {kind: claim, text: The town waits for it, because: [detour, toll, view, trade]}
  a-load: {kind: evidence, text: It held twice its load}
  cables: {kind: evidence, text: No cable has worn}
  detour: {kind: evidence, text: The ferry takes an hour}
  toll: {kind: evidence, text: Everybody has paid in advance}
  view: {kind: evidence, text: Visitors ask for it}
  trade: {kind: evidence, text: Two shops have closed}
"""),
    ),
    "A206": (
        Example("""\
nodes:
  jams: {kind: claim, text: The bridge ends the jams, because: [count, wide], but: [count]}
  count: {kind: evidence, text: A third more cars cross the river}
  wide: {kind: evidence, text: It has four lanes}
"""),
        Example("""\
nodes:
  jams: {kind: claim, text: The bridge ends the jams, because: [wide], but: [count]}
  count: {kind: evidence, text: A third more cars cross the river, but: [night]}
  wide: {kind: evidence, text: It has four lanes}
  night: {kind: evidence, text: They come at night}
"""),
    ),
    "A207": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [trade, sound], but: [noise]}
  trade: {kind: claim, text: Shops gain by it, because: [traffic]}
  noise: {kind: claim, text: Neighbours lose their sleep, because: [traffic], but: [walls]}
  traffic: {kind: evidence, text: Three thousand cars pass a day}
  sound: {kind: evidence, text: No cable has worn}
  walls: {kind: evidence, text: Walls along the road keep the noise in}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [trade, sound], but: [noise]}
  trade: {kind: claim, text: Shops gain by it, because: [visitors]}
  noise: {kind: claim, text: Neighbours lose their sleep, because: [lorries], but: [walls]}
  visitors: {kind: evidence, text: Two thousand visitors come a day}
  lorries: {kind: evidence, text: Sixty lorries pass at night}
  sound: {kind: evidence, text: No cable has worn}
  walls: {kind: evidence, text: Walls along the road keep the noise in}
"""),
    ),
    "A208": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [rule, tested]}
  rule: {kind: assumption, text: Every bridge that passed its test should open}
  tested: {kind: evidence, text: The new bridge passed its test in May}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[rule, tested]]}
  rule: {kind: assumption, text: Every bridge that passed its test should open}
  tested: {kind: evidence, text: The new bridge passed its test in May}
"""),
    ),
}
