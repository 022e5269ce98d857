"""Examples of A5, wording."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example


def _saying(text: str, more: str = "") -> Example:
    return Example(f"""\
nodes:
  open: {{kind: claim, text: The bridge should open, because: [[safe, needed]]}}
  safe: {{kind: evidence, text: "{text}"{more}}}
  needed: {{kind: evidence, text: Boats take an hour}}
""")


EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "A501": (
        _saying("Engineers tested the bridge; the old ferry sank"),
        _saying("Engineers tested the bridge"),
    ),
    "A502": (
        _saying("Nothing can happen because it held twice its load"),
        _saying("It held twice its load"),
    ),
    "A503": (_saying("Is the bridge safe?"), _saying("The bridge is safe")),
    "A504": (
        _saying("It held twice its load in the May test", ", quote: It held twice its load in the May test"),
        _saying("It is far stronger than needed", ", quote: It held twice its load in the May test"),
    ),
    "A505": (_saying("Boats take an hour"), _saying("It held twice its load")),
    "A506": (
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, tested]]}
  safe: {kind: evidence, text: Engineers of the county tested every cable in May}
  tested: {kind: evidence, text: In May every cable was tested by engineers of the county}
"""),
        Example("""\
nodes:
  open: {kind: claim, text: The bridge should open, because: [[safe, tested]]}
  safe: {kind: evidence, text: Engineers of the county tested every cable in May}
  tested: {kind: evidence, text: Its pillars stand on rock}
"""),
    ),
    "A507": (
        _saying("Numerous engineers tested it"),
        _saying("Four engineers tested it"),
    ),
}
