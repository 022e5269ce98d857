"""A map file changed in place: locked, read, changed, looked at once more, and put there whole.

One writer at a time; others wait. The lock is the system's own, so that none is left behind by a
program that died. A program that knows no lock (an editor) is noticed when it has saved in the
meantime: then nothing is written. Between that last look and the renaming lies an instant that
cannot be closed.
"""

import contextlib
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from argmap.disk import BESIDE, decoded, read_bytes, reason, shown, write_whole
from argmap.errors import FileError

PATIENCE: Final = 30.0
"""Seconds that a writer waits for the others."""
_PAUSE: Final = 0.01
_MARK: Final = b"\xef\xbb\xbf"
BACKUP: Final = "~"
"""What a copy of the old file is called by, after its name."""


def saved(path: Path, change: Callable[[str], str], *, backup: bool = False) -> bool:
    """Change the text of a file; return whether anything was to be changed.

    A byte-order mark, permissions and symbolic links are kept.

    Args:
        path: The file.
        change: Makes the new text of the old; what it raises goes through, and nothing is written.
        backup: Keep the old file beside it, under its name with `~`.

    Raises:
        FileError: it cannot be read, locked or written, or has changed meanwhile; it is as it was.
        LoadError: it is no text.
    """
    target = _target(path)
    with _locked(target):
        _sweep(target.parent)
        old = read_bytes(target)
        text = decoded(old, shown(path))
        new = change(text)
        if new == text:
            return False
        mark = _MARK.decode() if old.startswith(_MARK) else ""
        if backup:
            write_whole(target.with_name(target.name + BACKUP), [mark, text], mode=_mode(target))
        write_whole(target, [mark, new], lambda: _look(target, old, shown(path)))
    return True


def _target(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        looped = isinstance(error, RuntimeError)  # so Python 3.11 and 3.12 say of links in a ring
        raise FileError(shown(path), "its links lead in a circle" if looped else reason(error)) from None


def _mode(target: Path) -> int:
    """Return the permissions of a file: whoever may not read it may not read a copy of it."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError as error:
        raise FileError(shown(target), reason(error)) from None


def _look(target: Path, old: bytes, name: str) -> None:
    """Refuse to write over what is not what was read."""
    try:
        same = read_bytes(target) == old
    except FileError:
        same = False
    if not same:
        raise FileError(name, "it has changed meanwhile, and is left as it is now", "try again")


def _sweep(folder: Path) -> None:
    """Clear away what writers left behind that were killed."""
    with contextlib.suppress(OSError):
        for each in folder.glob(f"{BESIDE}*.tmp"):
            found = re.fullmatch(rf"{re.escape(BESIDE)}(\d+)-.*", each.name)
            if found and not _runs(int(found[1])):
                each.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if sys.platform == "win32":  # there, to ask is to end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        pass
    return True


@contextlib.contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the file that stands at a path; whoever waited for one that was replaced waits again."""
    until = time.monotonic() + PATIENCE
    while True:
        handle = _opened(target)
        try:
            _take(handle, target, until)
            if _stands_at(handle, target):
                yield
                return
        finally:
            with contextlib.suppress(OSError):  # it was only read: nothing is lost with it
                os.close(handle)


def _opened(target: Path) -> int:
    try:
        if sys.platform == "win32":  # a file that is open there cannot be replaced: another is locked
            import hashlib  # noqa: PLC0415 - only there
            import tempfile  # noqa: PLC0415

            name = hashlib.sha256(str(target).encode()).hexdigest()[:32]
            return os.open(Path(tempfile.gettempdir()) / f"argmap-{name}.lock", os.O_RDWR | os.O_CREAT)
        return os.open(target, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise FileError(shown(target), reason(error)) from None


def _take(handle: int, target: Path, until: float) -> None:
    while True:
        try:
            if sys.platform == "win32":
                import msvcrt  # noqa: PLC0415 - only there

                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl  # noqa: PLC0415 - everywhere else

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > until:
                raise FileError(shown(target), "another program is changing it", "try again") from None
            time.sleep(_PAUSE)
        except OSError as error:
            raise FileError(shown(target), f"it cannot be locked: {reason(error)}") from None
        else:
            return


def _stands_at(handle: int, target: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(handle), target.stat())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FileError(shown(target), reason(error)) from None
