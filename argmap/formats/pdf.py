"""The map as a picture in PDF, drawn by Graphviz: letters stay letters, and equal maps give equal bytes.

Source: ISO 32000-1, 14.3.3, the document information dictionary, in which the time would stand.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.formats._graphviz import picture
from argmap.looks import USUAL, Look
from argmap.model import ArgumentMap

_TIME: Final = re.compile(rb"(?<=/CreationDate \(D:)\d{14}")
_SOME_TIME: Final = b"20000101000000"
"""As long as any other, so that everything in the file stays where it is."""


def write(m: ArgumentMap, *, plain: bool = False, look: Look = USUAL) -> Iterator[bytes]:
    """Yield the picture; `plain` leaves fills, glyphs and the legend out.

    Raises:
        RequestError: there is no Graphviz, or it does not come to an end with this map.
    """
    yield _TIME.sub(_SOME_TIME, picture(m, "pdf", plain=plain, look=look))
