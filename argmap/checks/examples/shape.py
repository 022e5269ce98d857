"""Examples of A1, shape."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A101": (
        Example("""\
nodes:
  safe: {kind: claim, text: The bridge is safe, because: [tested]}
  tested: {kind: claim, text: The tests can be trusted, because: [safe]}
"""),
        Example("""\
nodes:
  safe: {kind: claim, text: The bridge is safe, because: [tested]}
  tested: {kind: claim, text: The tests can be trusted, because: [load]}
  load: {kind: evidence, text: The bridge held twice its load in May}
"""),
    ),
    "A102": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  paint: {kind: evidence, text: The railings were painted in June}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed], paint]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  paint: {kind: evidence, text: The railings were painted in June}
"""),
    ),
    "A103": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [safe]}
  praise: {kind: claim, text: The builders deserve praise, because: [safe]}
  safe: {kind: evidence, text: The bridge held twice its load}
"""),
        Example("""\
thesis: open
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, praise]]}
  praise: {kind: claim, text: The builders deserve trust, because: [safe]}
  safe: {kind: evidence, text: The bridge held twice its load}
"""),
    ),
    "A104": (
        Example("""\
nodes:
  open:
    kind: claim
    text: The bridge should open
    because:
      - [safe, needed]
      - [needed, safe]
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
        Example("""\
nodes:
  open:
    kind: claim
    text: The bridge should open
    because:
      - [safe, needed]
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
"""),
    ),
    "A105": (
        Example("""\
thesis: open
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed]]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  ugly: {kind: claim, text: The bridge is ugly, because: [grey]}
  grey: {kind: evidence, text: The pillars are of bare concrete}
"""),
        Example("""\
thesis: open
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, needed], ugly]}
  safe: {kind: evidence, text: The bridge held twice its load}
  needed: {kind: evidence, text: The detour takes an hour}
  ugly: {kind: claim, text: Nobody will linger on the bridge, because: [grey]}
  grey: {kind: evidence, text: The pillars are of bare concrete}
"""),
    ),
}
