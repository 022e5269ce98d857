"""What `diff` compares: files, maps that came with argmap, standard input, revisions that git keeps."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.controls import visible
from argmap.errors import FileError, RequestError
from argmap.shipped import builtin

if TYPE_CHECKING:
    from argmap.comparison.changes import Comparison
    from argmap.model import ArgumentMap
    from argmap.render.sections import Answer
    from argmap.revisions import Revised

DRIVEN: Final = 7
"""Arguments with which git calls an external diff: path, then file, digest and mode, twice."""


class Version(NamedTuple):
    """One of the two maps.

    Attributes:
        name: What it is called.
        path: Its file; empty where it is none.
        revised: The revision and the path, where git keeps it.
        folder: The folder from which that path leads.
    """

    name: str
    path: str = ""
    revised: "Revised | None" = None
    folder: Path = Path()


def versions(session: Session, words: Sequence[str]) -> tuple[Version, Version]:
    """Return the two maps that the arguments name.

    Raises:
        ArgmapError: one of them names nothing, both are standard input, or there are too many.
    """
    if len(words) == DRIVEN:
        return Version(f"a/{words[0]}", words[1]), Version(f"b/{words[0]}", words[4])
    if len(words) > 2:  # noqa: PLR2004 - an old one and a new one
        raise RequestError(f"two maps are compared, not {len(words)}", "argmap diff OLD NEW")
    old = _version(session, words[0] if words else "HEAD")
    new = _version(session, words[1]) if len(words) > 1 else _working(session, old)
    if old.path == new.path == "-":
        raise RequestError("both maps are standard input", "name a file for one of them")
    session.others = tuple(Path(each.path) for each in (old, new) if each.path not in {"", "-"})
    return old, new


def _version(session: Session, words: str) -> Version:
    """Return what a word names: a file first, then a map that came with argmap, then a revision."""
    if words == "-":
        return Version("standard input", "-")
    if _is_there(words):
        return Version(words, words)
    shipped = builtin(words) if words else None
    if shipped is not None:
        return Version(words, str(shipped))
    from argmap.revisions import Revised, is_revision, parted  # noqa: PLC0415 - most maps are files

    revised = parted(words)
    if revised is not None:
        return Version(words, revised=revised)
    path = _file(session)
    folder = path.resolve().parent if path is not None else Path()
    try:
        known = is_revision(words, folder)
    except RequestError as error:
        raise FileError(visible(words), f"there is no such file, and {error}", error.hint) from None
    if not known:
        raise FileError(visible(words), "there is no such file, and git knows no such revision", _ADVICE)
    if path is None:
        raise RequestError(
            f"of which map is {words} a revision?", "write REV:PATH, or name the map with -m FILE"
        )
    return Version(f"{words}:{path.name}", revised=Revised(words, path.resolve().name), folder=folder)


_ADVICE: Final = "write FILE, REV:PATH, or REV for the map's own revision"


def _is_there(words: str) -> bool:
    try:
        return os.path.lexists(words)
    except ValueError:  # a NUL in the name
        return False


def _file(session: Session) -> Path | None:
    """Return the file of the map that is meant; None where it is no file of the user's."""
    path = session.path()
    shipped = path == "-" or path == builtin(Path(path).name.partition(".")[0])
    return None if shipped else Path(path)


def _working(session: Session, old: Version) -> Version:
    """Return what stands against the only map that is named: its file, or the map that is meant."""
    if old.revised is not None:
        path = os.path.normpath(old.folder / old.revised.path)
        return Version(old.revised.path, path)
    path_ = session.path()
    return Version("standard input", "-") if path_ == "-" else Version(Path(path_).name, str(path_))


def loaded(session: Session, version: Version) -> "ArgumentMap":
    """Return one of the two maps; a file that git says is not there is an empty one.

    Raises:
        ArgmapError: it cannot be read.
    """
    from argmap.files import earlier, load  # noqa: PLC0415 - so that help needs none of it
    from argmap.model import ArgumentMap  # noqa: PLC0415

    if version.path == os.devnull:
        return ArgumentMap()
    with session.working(f"reading {version.name}"):
        if version.revised is None:
            return load(version.path)
        from argmap.revisions import text_of  # noqa: PLC0415 - most maps are files

        path = Path(version.folder, version.revised.path)
        return earlier(text_of(version.revised, version.folder), path, version.name)


def show_page(ctx: click.Context, style: str | None, found: "Comparison", answer: "Answer") -> bool:
    """Write the page of HTML where one is wanted, and end as `show` does; tell whether it was.

    Raises:
        UsageError: an answer for programs is wanted, too.
    """
    session = ctx.ensure_object(Session)
    named = (session.output or "").lower().endswith((".html", ".htm"))
    if style == "html" and session.form:
        raise click.UsageError("--format html goes without --json, --jsonl and --csv")
    if style != "html" and (style or session.form or not named):
        return False
    from argmap.render.comparison_page import comparison_page  # noqa: PLC0415 - few want it

    write_out(session, comparison_page(found, str(answer.head["old"]), str(answer.head["new"])))
    if not answer.found:
        ctx.exit(1)
    return True
