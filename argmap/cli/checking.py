"""What `check` does with several maps: each is read and inspected, and a broken one stops no other."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import click

from argmap.checks.inspecting import Inspection, inspect
from argmap.checks.row import Check
from argmap.checks.table import CHECKS, checks_called, near_codes
from argmap.cli.editing import editable
from argmap.cli.locking import lock_path, read_lock
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.disk import shown
from argmap.editing.fixing import fixing
from argmap.editing.rewriting import rewritten
from argmap.editing.saving import saved
from argmap.errors import ArgmapError, ManyMapsError, RequestError, UnknownNameError
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.render.annotating import github, problems_of, sarif
from argmap.render.checking import Wish, check_answer, fails
from argmap.shipped import builtin
from argmap.sources.article import Article
from argmap.sources.lock import Lock

HINT: Final = "argmap help checks tells which there are"


def rows_asked(select: Sequence[str], ignore: Sequence[str]) -> tuple[Check, ...]:
    """Return the checks that are to be made: those selected, or all, less those ignored.

    Args:
        select: Codes, beginnings of codes or names, with commas between them.
        ignore: The same.

    Raises:
        UnknownNameError: there is no such check, and one that was perhaps meant.
        RequestError: there is none such, or none is named.
    """
    chosen = set(_named(select)) if select else set(CHECKS)
    chosen -= set(_named(ignore)) if ignore else set()
    return tuple(row for row in CHECKS if row in chosen)


def _named(words: Iterable[str]) -> list[Check]:
    found: list[Check] = []
    given = [each.strip() for each in ",".join(words).split(",") if each.strip()]
    if not given:
        raise RequestError("an empty word names no check", HINT)
    for word in given:
        rows = checks_called(word)
        if not rows:
            near = near_codes(word)
            if not near:
                raise RequestError(f"there is no check {word}", HINT)
            raise UnknownNameError("check", word, near=near)
        found += rows
    return found


class Opened(NamedTuple):
    """A map with all that it can be held against.

    Attributes:
        m: The map.
        text: What it was read from.
        name: What that is called.
        article: The text that it is of, where that is at hand.
        lock: Where its anchors stood, where that is kept.
        told: What was found while the text was read.
    """

    m: ArgumentMap
    text: str
    name: str
    article: Article | None
    lock: Lock | None
    told: Sequence[Finding] = ()

    def inspected(self, rows: Sequence[Check]) -> Inspection:
        """Return what some checks find in it, and what its reader told."""
        return inspect(self.m, self.text, self.name, self.article, self.lock, rows, self.told)


def opened(session: Session) -> Opened:
    """Read the map of a session, and the article and the lock where they are at hand.

    Raises:
        ArgmapError: the map, its lock, or the article that `--source` names cannot be read.
    """
    text = session.text()
    path = session.path()
    name = session.name if path in {"-", builtin(session.name.partition(".")[0])} else shown(path)
    found = session.reading_of(text, name)
    m = found.map
    article = _article(session, m)
    lock = read_lock(lock_path(session)) if article is not None else None
    return Opened(m, text, name, article, lock, found.findings)


def inspected(session: Session, rows: Sequence[Check]) -> Inspection:
    """Read and inspect the map of a session.

    Raises:
        ArgmapError: as for `opened`.
    """
    with session.working("checking the map"):
        return opened(session).inspected(rows)


def _article(session: Session, m: ArgumentMap) -> Article | None:
    """Return the article where it is at hand; one that the map may not open unasked is left closed."""
    try:
        return session.article(m, wanted=True, quietly=session.source is None)
    except ArgmapError as error:
        if session.source is not None:
            raise
        session.remark(f"{error} ({error.hint})" if error.hint else str(error))
        return None


def mended(session: Session, rows: Sequence[Check]) -> Inspection:
    """Inspect the map of a session, mend in its file what can be mended, and inspect what is left.

    Raises:
        ArgmapError: it cannot be read, or not written.
    """
    before = inspected(session, rows)
    fixable = {row.code for row in rows if row.fixable}
    found = [each.finding for each in before.found if each.finding.code in fixable]
    if not found:
        return before
    path = editable(session)
    saved(path, lambda text: rewritten(text, shown(path), lambda m: fixing(m, found))[0])
    after = inspected(session, rows)
    session.remark(f"{path.name}: {len(before.found) - len(after.found) or 'nothing'} mended")
    return after


def inspected_all(
    session: Session, names: Sequence[str], rows: Sequence[Check], *, fix: bool = False
) -> tuple[list[Inspection], list[ArgmapError]]:
    """Inspect the maps of those names, or the one that is meant; return also why some cannot be read."""
    sessions = [session.of(name) for name in names] if names else [session]
    found: list[Inspection] = []
    broken: list[ArgmapError] = []
    for each in sessions:
        try:
            found.append(mended(each, rows) if fix else inspected(each, rows))
        except ArgmapError as error:
            broken.append(error)
    session.others = tuple(path for each in sessions for path in each.inputs)
    session.name = ", ".join(each.name for each in found)
    return found, broken


def show_checked(
    ctx: click.Context,
    style: str | None,
    found: Sequence[Inspection],
    broken: Sequence[ArgmapError],
    wish: Wish,
) -> None:
    """Show what was found, in the style asked for; end with 2 where a map is broken, else as is wished.

    Raises:
        ArgmapError: a map cannot be read; the others have been shown.
    """
    session = ctx.ensure_object(Session)
    if style in {"github", "sarif"}:
        problems = [problem for error in broken for problem in problems_of(error)]
        write_out(session, github(found, problems) if style == "github" else sarif(found, problems))
        failing = fails(found, wish) and not broken
    else:
        show(ctx, check_answer(found, wish, whole=not broken))
        failing = False  # `show` has ended the call
    if len(broken) == 1:
        raise broken[0]
    if broken:
        raise ManyMapsError(broken)
    if failing:
        ctx.exit(1)
