"""Argdown: arguments in a Markdown of their own, read whole, and written so that both sides agree.

Read: a statement becomes a node, an argument in words a node, premises with a conclusion one link
whose scheme is the inference rule. Relations of strict mode become reasons and rebuttals. Metadata
with argmap's field names becomes those fields; the text itself is kept beside the map. @include is
followed by whoever reads the file, and refused here: a text is read, not a folder.

Written: each node under its id, with its fields as metadata; a link that says more than from where
to where as an argument with premises and conclusion.

Source: Argdown, https://argdown.org/syntax/ (core 1.7 and 2.0).
"""

from collections.abc import Iterator

from argmap.errors import LoadError
from argmap.formats._argdown_map import Mapping
from argmap.formats._argdown_reading import parsed
from argmap.formats._argdown_syntax import Data
from argmap.formats._argdown_writing import pieces
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:
    """Make the map that an Argdown text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    found = parsed(text, name)
    mapping = Mapping(found.document, name, found.lines)
    try:
        done = mapping.reading(_head(found.front), found.counts, found.oddities)
    except LoadError as error:
        raise LoadError(name, [*found.problems, *error.problems]) from None
    return done._replace(problems=tuple(found.problems))


def _head(front: Data) -> Data:
    """Return the head of the map: the title, and what argmap wrote of its own."""
    head: Data = {}
    own = front.get("argmap")
    if isinstance(own, dict):
        head |= {key: own[key] for key in ("thesis", "source") if key in own}
    title = front.get("title")
    return {"title": title, **head} if isinstance(title, str) and title.strip() else head


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as Argdown, node by node."""
    return pieces(m)
