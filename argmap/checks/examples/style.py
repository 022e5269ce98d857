"""Examples of A6, style."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

_MAP: Final = """\
thesis: open
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, detour]]}
  safe: {kind: evidence, text: It held twice its load}
  detour: {kind: evidence, text: Boats take an hour}
"""


def _safe(fields: str, other: str = "") -> Example:
    one = _MAP.replace("held twice its load", f"held twice its load{fields}")
    return Example(one.replace("take an hour", f"take an hour{other}"))


EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A601": (Example(_MAP.replace("safe", "n2")), Example(_MAP)),
    "A602": (
        Example(_MAP.replace("safe", "no-way").replace("detour", "noway")),
        Example(_MAP),
    ),
    "A603": (
        Example("""\
thesis: open
nodes:
  safe: {kind: evidence, text: It held twice its load}
  detour: {kind: evidence, text: Boats take an hour}
  open: {kind: claim, text: The bridge should open, because: [[safe, detour]]}
"""),
        Example(_MAP),
    ),
    "A604": (_safe(", tags: [test]"), _safe(", tags: [river]", ", tags: [river]")),
    "A605": (
        _safe(", tags: [river, river]", ", tags: [river]"),
        _safe(", tags: [river]", ", tags: [river]"),
    ),
    "A606": (
        _safe(", by: County Office", ", by: county office"),
        _safe(", by: county office", ", by: county office"),
    ),
    "A607": (
        Example(_MAP.replace("an hour}", "an hour}  # argmap: ignore A999")),
        Example(_MAP),
    ),
    "A608": (
        Example(_MAP.replace("an hour}", "an hour}  # argmap: ignore A503")),
        Example(_MAP.replace("an hour}", "an hour?}  # argmap: ignore A503")),
    ),
    "A609": (_safe(", tags: [todo]"), Example(_MAP)),
}
