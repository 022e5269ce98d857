"""The lock beside a map: found, read and written, and never anything else in its stead."""

from pathlib import Path

from argmap.cli.session import Session
from argmap.controls import visible
from argmap.disk import read_text, shown, write_whole
from argmap.errors import FileError
from argmap.model import ArgumentMap
from argmap.selectors import Places
from argmap.shipped import builtin
from argmap.sources import lockfile
from argmap.sources.lock import Lock, lock_name, places_of


def lock_path(session: Session) -> Path | None:
    """Return where the lock of the map lies; None for standard input and maps that came with argmap.

    Raises:
        FileError: something that is no file of its own stands there.
    """
    named = session.path()
    if named == "-":
        return None
    path = Path(named)
    if path.is_symlink():  # the source stands beside what the link leads to, and so does the lock
        path = path.resolve()
    if named == builtin(path.name.partition(".")[0]):
        return None
    lock = path.with_name(lock_name(path.name))
    if lock.is_symlink():
        raise FileError(
            shown(lock.name), "this is a symbolic link, and a lock is none", "put it out of the way"
        )
    session.lock = lock
    return lock


def read_lock(path: Path | None) -> Lock | None:
    """Return the lock at a path; None where there is none.

    Raises:
        FileError: it cannot be read.
        LoadError: it is no lock; carries every problem with line and column.
    """
    if path is None or not path.exists():
        return None
    return lockfile.read(read_text(path), visible(path.name))


def places(session: Session, m: ArgumentMap) -> Places:
    """Return where the anchors of the map stand: in its article, else by its lock, else unknown.

    Raises:
        ArgmapError: the article or the lock cannot be read.
    """
    path = lock_path(session)
    article = session.article(m, wanted=True)
    if article is not None:
        return places_of(m, article)
    lock = read_lock(path)
    return lock.places if lock else {}


def write_lock(path: Path, lock: Lock) -> None:
    """Write a lock, whole or not at all.

    Raises:
        FileError: it cannot be written.
    """
    write_whole(path, lockfile.write(lock))
