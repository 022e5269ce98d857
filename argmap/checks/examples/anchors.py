"""Examples of A3, anchors: each with an article, and where it matters with what was there before."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

_ARTICLE: Final = "The bridge is safe now. Engineers tested it in May.\n\nThe old ferry sank.\n"
_QUOTED: Final = """\
nodes:
  safe: {kind: evidence, text: Nothing can happen, quote: The bridge is safe now}
"""
_PLACED: Final = """\
nodes:
  safe: {kind: evidence, text: Nothing can happen, at: p1.s1}
"""
_BOTH: Final = """\
nodes:
  safe: {kind: evidence, text: Nothing can happen, quote: The bridge is safe now, because: [ferry]}
  ferry: {kind: evidence, text: Nobody crosses by boat any more, at: p2.s1}
"""
_TWICE: Final = "The bridge is safe now. So they say.\n\nThe bridge is safe now. So do we.\n"
_NO_BRIDGE: Final = "Nobody swims any more, and nobody rows.\n\nThe old ferry sank.\n"

EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A301": (
        Example(_QUOTED.replace("safe now", "unsafe today"), _ARTICLE),
        Example(_QUOTED, _ARTICLE),
    ),
    "A302": (
        Example(_QUOTED, _TWICE),
        Example(_QUOTED.replace("safe now", "safe now. So do we"), _TWICE),
    ),
    "A303": (Example(_PLACED.replace("p1.s1", "p7"), _ARTICLE), Example(_PLACED, _ARTICLE)),
    "A304": (
        Example(_PLACED, _ARTICLE + "More was said.\n", (_PLACED, _ARTICLE)),
        Example(_PLACED, _ARTICLE, (_PLACED, _ARTICLE)),
    ),
    "A305": (
        Example(_QUOTED, "News of the day\n\n" + _ARTICLE, (_QUOTED, _ARTICLE)),
        Example(_QUOTED, _ARTICLE, (_QUOTED, _ARTICLE)),
    ),
    "A306": (
        Example(_QUOTED, _ARTICLE.replace("safe now", "safe again"), (_QUOTED, _ARTICLE)),
        Example(_QUOTED, _ARTICLE, (_QUOTED, _ARTICLE)),
    ),
    "A307": (
        Example(_QUOTED, _NO_BRIDGE, (_QUOTED, _ARTICLE)),
        Example(_QUOTED, _ARTICLE, (_QUOTED, _ARTICLE)),
    ),
    "A308": (
        Example(_PLACED, "News of the day\n\n" + _ARTICLE, (_PLACED, _ARTICLE)),
        Example(
            _PLACED.replace("p1.s1", "p2.s1"),
            "News of the day\n\n" + _ARTICLE,
            (_PLACED.replace("p1.s1", "p2.s1"), "News of the day\n\n" + _ARTICLE),
        ),
    ),
    "A309": (
        Example(_PLACED, _NO_BRIDGE, (_PLACED, _ARTICLE)),
        Example(_PLACED, _ARTICLE, (_PLACED, _ARTICLE)),
    ),
    "A310": (Example(_BOTH, _ARTICLE, (_QUOTED, _ARTICLE)), Example(_BOTH, _ARTICLE, (_BOTH, _ARTICLE))),
    "A311": (Example(_QUOTED, _ARTICLE, (_BOTH, _ARTICLE)), Example(_BOTH, _ARTICLE, (_BOTH, _ARTICLE))),
    "A312": (
        Example(_PLACED, _ARTICLE, (_PLACED, _ARTICLE), rule="lines-1"),
        Example(_PLACED, _ARTICLE, (_PLACED, _ARTICLE)),
    ),
    "A313": (
        Example("""\
source: {title: A bridge}
nodes:
  safe: {kind: evidence, text: The bridge held twice its load}
"""),
        Example("""\
source: {title: A bridge}
nodes:
  safe: {kind: evidence, text: The bridge held twice its load, at: p1.s2}
"""),
    ),
    "A314": (
        Example(_PLACED, _ARTICLE.replace("Engineers", "However, engineers")),
        Example(_PLACED.replace("p1.s1", "p1"), _ARTICLE.replace("Engineers", "However, engineers")),
    ),
    "A315": (
        Example("source: {covers: 0.9}\n" + _PLACED, _ARTICLE),
        Example("source: {covers: 0.3}\n" + _PLACED, _ARTICLE),
    ),
}
