"""Pictures that Graphviz draws: that of PyGraphviz, which brings one along, else `dot` on the PATH.

It runs as a process of its own, without a shell and in bounded time: whatever a large map does to
it, or a library that fails, argmap goes on.

Source: PyGraphviz 2, whose wheels hold Graphviz' libraries; `dot`, https://graphviz.org.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence
from typing import Final

from argmap.errors import RequestError
from argmap.formats._digraph import digraph
from argmap.looks import READABLE, Look
from argmap.model import ArgumentMap
from argmap.programs import Ended, run

SECONDS: Final = 120
"""How long Graphviz may draw."""
LARGEST: Final = 512 << 20
"""Bytes of the largest picture."""
BOXES: Final = 20_000
"""Boxes of the largest map that Graphviz is asked to draw; it would not be done in time with more."""
_HURRIED: Final = ((READABLE, "nslimit=1; nslimit1=1"), (2_000, "nslimit=0.2; nslimit1=0.2; mclimit=0.1"))
"""Settings with which a map of more boxes is laid out many times faster, and hardly less well."""
_PART: Final = "draw a part: --from ID --depth 3"
_BROKEN: Final = 3
"""The exit code that says that PyGraphviz is there and cannot be used."""
_BUNDLED: Final = f"""
import sys
try:
    from pygraphviz import AGraph
except Exception:
    sys.exit({_BROKEN})
with open(0, "rb") as given, open(1, "wb") as drawn:
    drawn.write(AGraph(given.read().decode()).draw(format=sys.argv[1], prog="dot"))
"""


def picture(m: ArgumentMap, kind: str, *, plain: bool, look: Look, settings: Sequence[str] = ()) -> bytes:
    """Return the picture of a map, as Graphviz draws it.

    Args:
        m: The map.
        kind: What Graphviz calls the kind of picture: svg, png, pdf.
        plain: Leave fills, glyphs and the legend out.
        look: Its theme and direction.
        settings: Further settings of the graph, each in Graphviz' language: nothing of a map.

    Raises:
        RequestError: there is no Graphviz, or it does not come to an end with this map.
    """
    boxes = len(m.nodes) + len(m.inferences)
    if boxes > BOXES:
        raise RequestError(f"{boxes:,} boxes are too many for a picture (at most {BOXES:,})", _PART)
    hurried = [setting for most, setting in _HURRIED if boxes > most]
    text = "".join(digraph(m, plain=plain, look=look, settings=[*settings, *hurried])).encode()
    for words in _drawers(kind):
        ended = run(words, text, SECONDS, _unheard, most=LARGEST, environment=_environment())
        if ended.code != _BROKEN:
            return _drawn(ended)
    hint = "pip install 'argmap[draw]' brings one along; `dot` on the PATH will do as well"
    raise RequestError("pictures are drawn by Graphviz, and there is none here", hint)


def _drawers(kind: str) -> Sequence[Sequence[str]]:
    """Return the commands that could draw, the one that comes with Python first."""
    bundled = importlib.util.find_spec("pygraphviz") is not None
    dot = shutil.which("dot")
    found = [[sys.executable, "-P", "-c", _BUNDLED, kind]] if bundled else []
    return [*found, [dot, f"-T{kind}"]] if dot else found


def _environment() -> dict[str, str]:
    """Return what Graphviz finds in its environment: the same time on every run, for PDF."""
    return {**os.environ, "SOURCE_DATE_EPOCH": "0"}


def _drawn(ended: Ended) -> bytes:
    """Return what Graphviz has drawn."""
    if ended.code is None:
        raise RequestError(f"Graphviz has not drawn this map within {SECONDS} s", _PART)
    if not ended.whole:  # it was ended for that
        raise RequestError(f"Graphviz cannot draw this map: more than {LARGEST >> 20} MB", _PART)
    if ended.code or not ended.written:
        said = ended.said if ended.code else "drew nothing"
        raise RequestError(f"Graphviz cannot draw this map: it {said}", _PART)
    return ended.written


def _unheard(line: str) -> None:
    """Hear nothing of what Graphviz remarks on fonts."""
