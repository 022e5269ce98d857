"""What the commands that change a map have in common: the file, the lock, and what is told."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from argmap.cli.locking import lock_path
from argmap.cli.session import Session
from argmap.cli.writing import write
from argmap.controls import visible
from argmap.disk import shown
from argmap.editing.differing import difference
from argmap.editing.requests import Changed
from argmap.editing.rewriting import reformatted, rewritten
from argmap.editing.saving import saved
from argmap.errors import RequestError
from argmap.model import ArgumentMap
from argmap.shipped import builtin


def change_map(ctx: click.Context, change: Callable[[ArgumentMap], Changed]) -> Changed:
    """Change the map of a call in its file, and say what was done; or with `--dry-run` only show it.

    Raises:
        RequestError: the map is no file of the user's.
        ArgmapError: it cannot be changed so; the file is as it was.
    """
    session = ctx.ensure_object(Session)
    path = editable(session)
    found: list[Changed] = []
    lines: list[str] = []

    def changed(text: str) -> str:
        new, outcome = rewritten(text, shown(path), change)
        found.append(outcome)
        if session.dry_run:
            lines.extend(difference(text, new, Path(path).name))
        return text if session.dry_run else new

    with session.working(f"changing {path.name}"):
        written = saved(path, changed, backup=session.backup)
    (outcome,) = found
    if session.dry_run:
        show_difference(lines)
        session.remark(f"{outcome.words}: not written" if lines else "nothing would change")
    else:
        _tell(session, path, outcome, written=written)
    return outcome


def lay_out(ctx: click.Context, names: Sequence[str], *, check: bool) -> bool:
    """Lay out the maps of those names, or the one that is meant; tell whether any was laid out otherwise.

    Raises:
        ArgmapError: one cannot be read or written; those before it have been laid out.
    """
    session = ctx.ensure_object(Session)
    changed = [_lay_out(each, check=check) for each in ([session.of(name) for name in names] or [session])]
    return any(changed)


def _lay_out(session: Session, *, check: bool) -> bool:
    path = editable(session)
    only_asked = check or session.dry_run
    seen: list[tuple[str, str]] = []

    def laid_out(text: str) -> str:
        seen.append((text, reformatted(text, shown(path))))
        return text if only_asked else seen[-1][1]

    saved(path, laid_out, backup=session.backup)
    ((old, new),) = seen
    if session.dry_run:
        show_difference(difference(old, new, path.name))
    if old == new:
        session.remark(f"{path.name} is laid out so already")
    elif check:
        session.remark(f"{path.name} is laid out otherwise")
    elif not session.dry_run:
        session.remark(f"{path.name}: laid out anew")
    return old != new


def editable(session: Session) -> Path:
    """Return the path of the map that is to be changed.

    Raises:
        RequestError: it is standard input, or came with argmap.
    """
    path = session.path()
    if path == "-":
        raise RequestError("standard input cannot be changed", "name the file of the map: -m FILE")
    found = Path(path)
    if found == builtin(found.name.partition(".")[0]):
        name = found.name
        raise RequestError(
            f"{name} came with argmap, and is not changed",
            f"argmap export yaml -m {name.partition('.')[0]} -o {name} makes a copy that is yours",
        )
    return found


def show_difference(lines: Iterable[str]) -> None:
    """Write what would change to standard output, steering characters made visible."""
    write(f"{visible(line)}\n" for line in lines)


def _tell(session: Session, path: Path, outcome: Changed, *, written: bool) -> None:
    if not written:
        session.remark(f"{path.name} says so already")
        return
    session.remark(f"{path.name}: {outcome.words}")
    for each in outcome.lost:
        session.remark(f"went with it: {each}")
    if outcome.names:
        lock = lock_path(session)
        if lock is not None and lock.exists():
            session.remark(f"{lock.name} still has the old id; argmap anchor --fix brings it up to date")
