"""Examples of X1 and X2: what is malformed in files of other formats, and read all the same."""

from collections.abc import Mapping
from typing import Final

from argmap.checks.row import Example

_TEXTS: Final = {
    "I": ', "text": "Fog is dense"',
    "RA": "",
    "CA": "",
}


def _aif(nodes: str, edges: str) -> Example:
    """Return a nodeset of AIF: nodes as `1:I 2:RA`, edges as `1>2`."""
    pairs = (each.split(":") for each in nodes.split())
    records = ",\n  ".join(
        f'{{"nodeID": "{key}", "type": "{sort}"{_TEXTS.get(sort, "")}}}' for key, sort in pairs
    )
    ends = (each.split(">") for each in edges.split())
    joined = ",\n  ".join(f'{{"fromID": "{source}", "toID": "{target}"}}' for source, target in ends)
    return Example(f'{{"nodes": [\n  {records}],\n "edges": [\n  {joined}]}}\n')


def _sadface(kind: str, edges: str) -> Example:
    """Return a document of SADFace 0.5 with the atoms a and b and the relation c."""
    ends = (each.split(">") for each in edges.split())
    joined = ",\n  ".join(
        f'{{"id": "{number}", "source_id": "{source}", "target_id": "{target}"}}'
        for number, (source, target) in enumerate(ends, 1)
    )
    atoms = "".join(f'\n  {{"id": "{key}", "type": "atom", "text": "{key}"}},' for key in "ab")
    return Example(
        f'{{"metadata": {{"core": {{"version": "0.5.4"}}}}, "resources": [],\n "nodes": [{atoms}\n'
        f'  {{"id": "c", {kind}}}],\n "edges": [\n  {joined}]}}\n'
    )


_ATTACK: Final = '"type": "conflict", "name": "attack"'
_SUPPORT: Final = '"type": "inference", "name": "support"'
_JOINED: Final = _aif("1:I 2:RA 3:I", "1>2 2>3")
_UNDERCUT: Final = _aif("1:I 2:RA 3:I 4:CA", "1>2 2>3 3>4 4>2")
_KIND: Final = Example("argmap: 1\nnodes:\n  fog: {kind: claim, text: Fog is dense}\n")
_ARGDOWN: Final = Example("[fog]: Fog is dense {kind: evidence}\n  + [lamp]: The lamp is lit\n")

_BESIDE: Final = Example("T1\tClaim 0 3\tFog\nT2\tClaim 5 9\tCold\n", "Fog. Cold.\n")

EXAMPLES: Final[Mapping[str, tuple[Example, Example]]] = {
    "X100": (Example(_KIND.text.replace("text:", "sure: 7, text:")), _KIND),
    "X101": (_aif("1:I 2:RA 3:I", "1>2 2>3 3>3"), _JOINED),
    "X102": (_aif("1:I 3:I", "1>3"), _JOINED),
    "X103": (_aif("1:I 2:RA 3:I", "1>2 2>3 9>2"), _JOINED),
    "X104": (_aif("1:I 2:RA 3:I", "1>2"), _JOINED),
    "X105": (_aif("1:I 2:RA 3:I 4:RA", "1>2 2>3 3>4 4>2"), _UNDERCUT),
    "X106": (_aif("1:I 2:CA 3:CA", "1>2 1>3 2>3 3>2"), _UNDERCUT),
    "X107": (Example(_JOINED.text.replace("Fog is dense", " ", 1)), _JOINED),
    "X108": (_aif("1:I 2:RA 3:I", "1>2 1>2 2>3"), _JOINED),
    "X109": (
        Example("[fog]: Fog is dense\n\n@include(part.argdown)\n\n@include(part.argdown)\n"),
        Example("[fog]: Fog is dense\n\n@include(part.argdown)\n"),
    ),
    "X110": (Example("arg(a).\narg(b).\natt(a,b).\natt(b,b).\n"), Example("arg(a).\narg(b).\natt(a,b).\n")),
    "X111": (_BESIDE._replace(article="Fog. Damp.\n"), _BESIDE),
    "X112": (_BESIDE._replace(article="The lamp is lit.\n"), _BESIDE),
    "X113": (_BESIDE._replace(article="Fog.\0\n"), _BESIDE),
    "X120": (_sadface(_ATTACK, "a>c c>b"), _sadface(_SUPPORT, "a>c c>b")),
    "X121": (_sadface(_ATTACK.replace("attack", "disagree"), "c>a c>b"), _sadface(_SUPPORT, "a>c c>b")),
    "X200": (Example(_ARGDOWN.text.replace("evidence", "proof")), _ARGDOWN),
    "X201": (
        Example("[fog]: Fog is dense\n    + [lamp]\n        + [wick]\n      + [oil]\n"),
        Example("[fog]: Fog is dense\n    + [lamp]\n        + [wick]\n    + [oil]\n"),
    ),
}
