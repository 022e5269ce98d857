"""What `export` asks beside a format: a part of the map, and how a picture looks."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeVar

import click

from argmap.cli.completing import complete_node
from argmap.cli.session import Session
from argmap.errors import RequestError
from argmap.formats.row import Format
from argmap.formats.table import FORMATS
from argmap.looks import DIRECTIONS, READABLE, THEMES, USUAL, Look
from argmap.losses import Reading
from argmap.model import KINDS, ArgumentMap, Kind
from argmap.query.beneath import thesis_of
from argmap.query.part import part
from argmap.render.report import Part
from argmap.render.sections import PLURALS
from argmap.spelling import near

F = TypeVar("F", bound=Callable[..., Any])
_KINDS: Final[dict[str, Kind]] = {word: kind for kind in KINDS for word in (kind, PLURALS[kind])}
_READ: Final = frozenset(row.name for row in FORMATS if row.reads)


class Excerpt(NamedTuple):
    """What of a map is asked for.

    Attributes:
        start: What the user calls the statement to go down from; all statements where it is None.
        depth: How many steps.
        kinds: The kinds of statements to take; all, when empty.
    """

    start: str | None
    depth: int | None
    kinds: tuple[Kind, ...]


def drawing_options(function: F) -> F:
    """Add the options that choose a part of a map, and the look of a picture."""
    for option in (
        click.option(
            "--direction",
            type=click.Choice(DIRECTIONS, case_sensitive=False),
            default=USUAL.direction,
            show_default=True,
            help="Of a picture, where its arrows run: rl puts the thesis on the left, bt on top.",
        ),
        click.option(
            "--theme",
            type=click.Choice(THEMES, case_sensitive=False),
            default=USUAL.theme,
            show_default=True,
            help="The colours of a picture; print is black and white.",
        ),
        click.option("--kinds", metavar="A,B", help="Only nodes of these kinds: claim,gain."),
        click.option("--depth", type=click.IntRange(1), metavar="N", help="With --from ID: so many steps."),
        click.option(
            "--from",
            "from_",
            multiple=True,
            metavar="ID",
            help="Only this node and what it rests on; or, a format's name: that of what is read.",
            shell_complete=complete_node,
        ),
    ):
        function = option(function)
    return function


def asked(from_: Sequence[str], depth: int | None, kinds: str | None) -> tuple[str | None, Excerpt]:
    """Return the format of what is read, where it is named, and what of the map is asked for.

    Raises:
        UsageError: the words do not go together.
        RequestError: there is no such kind.
    """
    formats = [name for name in from_ if name in _READ]
    starts = [name for name in from_ if name not in _READ]
    if len(formats) > 1 or len(starts) > 1:
        raise click.UsageError("--from takes one ID, and one format")
    if depth is not None and not starts:
        raise click.UsageError("--depth goes with --from ID")
    names = [name.strip().lower() for name in (kinds or "").split(",") if name.strip()]
    for name in names:
        if name not in _KINDS:
            guesses = near(name, _KINDS)
            hint = f"did you mean {' or '.join(guesses)}?" if guesses else f"there are {', '.join(KINDS)}"
            raise RequestError(f"there is no kind {name}", hint)
    if kinds is not None and not names:
        raise click.UsageError("--kinds needs the names of kinds: claim,gain")
    found = tuple(dict.fromkeys(_KINDS[name] for name in names))
    return next(iter(formats), None), Excerpt(next(iter(starts), None), depth, found)


def excerpted(found: Reading, excerpt: Excerpt) -> tuple[Reading, Part | None]:
    """Return what was read, cut down to what is asked for, and how much that is where it is not all.

    Raises:
        UnknownNameError: no one statement is called so.
    """
    if excerpt == (None, None, ()):
        return found, None
    from argmap.cli.tracing import node_meant  # noqa: PLC0415 - networkx, which the help needs not

    m = found.map
    start = None if excerpt.start is None else node_meant(m, excerpt.start)
    cut = part(m, start, excerpt.depth, excerpt.kinds)
    return found._replace(map=cut), Part(len(cut.nodes), len(cut.links), len(m.nodes), len(m.links))


def refuse_looks(row: Format, look: Look) -> None:
    """Refuse looks that a format does not have.

    Raises:
        UsageError: it has none.
    """
    if look != USUAL and not row.drawn:
        names = ", ".join(each.name for each in FORMATS if each.drawn)
        raise click.UsageError(f"--theme and --direction go with pictures ({names}), not with {row.name}")


def warn_of_size(session: Session, m: ArgumentMap, row: Format, excerpt: Excerpt) -> None:
    """Say of a picture with very many boxes that it is hard to read, and how to draw less."""
    boxes = len(m.nodes)
    thesis = thesis_of(m)
    if not row.drawn or boxes <= READABLE or thesis is None:
        return
    depth = 3 if excerpt.depth is None else max(1, excerpt.depth - 1)
    less = f"--from {excerpt.start or thesis.id} --depth {depth}"
    session.remark(f"a picture of {boxes:,} boxes is hard to read as a whole; for a part: {less}")
