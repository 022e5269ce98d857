"""From a map to a format: what is written, and what is lost on the way.

A foreign text that says more than its map is kept beside the map, word for word; one that is only laid
out otherwise than argmap would is not. As long as the map is as it was read, that text is what is
written; afterwards a new one is, into which its writer takes over what still fits, and what the kept
text said and the new one does not is told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.errors import RequestError
from argmap.features import FEATURES
from argmap.formats.row import Format
from argmap.jsontext import canonical
from argmap.looks import USUAL, Look
from argmap.losses import Loss, Reading, losses_of_writing
from argmap.model import ArgumentMap
from argmap.selectors import Places


def with_kept(found: Reading, row: Format, text: str) -> Reading:
    """Return what came of reading a text, with the text kept beside the map where it says more than that."""
    if not row.kept or not text:
        return found
    if _says_all(found, row, text):
        return found._replace(losses=())
    return found._replace(map=found.map.model_copy(update={"beside": ((row.name, text),)}))


def _says_all(found: Reading, row: Format, text: str) -> bool:
    """Tell whether a map says all of the text that it was read from."""
    if found.findings or found.problems or (found.losses and "argmap" not in text):
        return False
    return _is_written(found.map, row, text) if row.writes else not found.losses


def _is_written(m: ArgumentMap, row: Format, text: str) -> bool:
    """Tell whether writing a map gives that very text, or the same in another layout.

    Another layout is the same JSON; or other white space, where that is read as the same map.
    """
    pieces = row.writer()(m, plain=False)
    if row.begins.startswith(r"\{"):
        written = "".join(pieces)
        return written == text or canonical(written) == canonical(text)
    bare, position, kept = "".join(text.split()), 0, []
    for piece in pieces:  # the first difference ends it
        words = "".join(piece.split())
        if not bare.startswith(words, position):
            return False
        position += len(words)
        kept.append(piece)
    written = "".join(kept)
    return position == len(bare) and (written == text or row.reader()(written, row.name).map == m)


class Conversion:
    """A map on its way into a format; whether the text it was read from will do is found out once."""

    def __init__(self, m: ArgumentMap, row: Format) -> None:
        """Keep the map and the format.

        Raises:
            RequestError: argmap does not write the format.
        """
        if not row.writes:
            raise RequestError(f"argmap does not write {row.name}")
        self._map = m
        self._row = row
        self._before: Reading | None = None
        self._text = self._kept()

    def pieces(
        self, *, plain: bool = False, places: Places | None = None, look: Look = USUAL
    ) -> Iterator[str] | Iterator[bytes]:
        """Yield the text, or the bytes, piece by piece, so that a large one need not be held.

        Args:
            plain: Leave looks (colours, boxes) out.
            places: Where the map's anchors stand, for formats that tell; None where that is not known.
            look: Theme and direction, for formats that can be drawn so.
        """
        if self._text is not None:
            return iter([self._text])
        if self._row.placed:
            return self._row.placing_writer()(self._map, plain=plain, places=places or {})
        if self._row.drawn:
            return self._row.drawing_writer()(self._map, plain=plain, look=look)
        return self._row.writer()(self._map, plain=plain)

    @property
    def verbatim(self) -> str | None:
        """The text that the map was read from, where that is what is written, word for word."""
        return self._text

    def losses(self) -> tuple[Loss, ...]:
        """Return what is lost: of the map, and of the text of this format that was kept beside it."""
        m, row = self._map, self._row
        others = tuple(pair for pair in m.beside if pair[0] != row.name or not row.kept)
        beside = losses_of_writing(ArgumentMap(beside=others), row.carries)
        if self._text is not None:
            return beside
        bare = _bare(m)
        losses = losses_of_writing(bare, row.carries)
        if not row.kept or (not losses and self._before is None):
            return losses + beside
        back = row.reader()("".join(row.writer()(m, plain=False)), row.name)
        return (*_still_lost(losses, bare, back.map), *self._gone(back), *beside)

    def _gone(self, back: Reading) -> Iterator[Loss]:
        """Yield what the kept text said beside the map, and what is written does not."""
        if self._before is not None and (problems := self._before.problems):
            yield Loss("dropped", "parts that cannot be read", len(problems))
        still = Counter({loss.feature: loss.count for loss in back.losses})
        for loss in self._before.losses if self._before is not None else ():
            if (count := loss.count - still[loss.feature]) > 0:
                fate = "dropped" if loss.fate == "kept beside" else loss.fate
                yield Loss(fate, loss.feature, count, loss.how)

    def _kept(self) -> str | None:
        """Return the text of the format that is kept beside the map, where the map is as it was read."""
        text = self._map.kept_beside(self._row.name)
        if text is None or not self._row.kept:
            return None
        self._before = self._row.reader()(text, f"beside.{self._row.name}")
        if self._before.problems:  # it was read as far as it goes: what is written can be read again
            return None
        return text if _bare(self._before.map) == _bare(self._map) else None


def _still_lost(losses: Iterable[Loss], m: ArgumentMap, back: ArgumentMap) -> Iterator[Loss]:
    """Yield of what a format has no place for that which does not come back all the same, as ids do."""
    uses = {feature.words: feature.uses for feature in FEATURES}
    for loss in losses:
        before, after = Counter(uses[loss.feature](m)), Counter(uses[loss.feature](back))
        if count := (before - after).total():
            yield replace(loss, count=count)


def _bare(m: ArgumentMap) -> ArgumentMap:
    return m.model_copy(update={"beside": ()}) if m.beside else m
