"""Files, safely: what is read is a file of bounded size in UTF-8, what is written is whole.

Knows nothing of maps.
"""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from argmap.controls import visible
from argmap.errors import FileError, LoadError, Problem

LARGEST: Final = 512 * 1024 * 1024
"""Bytes of the largest file that is read."""
CHUNK: Final = 1 << 20
BESIDE: Final = ".argmap-"
"""What the names of files begin with that are being written; then follows the number of the process."""


def read_text(path: str | Path) -> str:
    """Return the text of a file, or of standard input for `-`; a byte-order mark is left out.

    Raises:
        FileError: no such file, a folder, a device, a pipe, too large, unreadable.
        LoadError: bytes that are no UTF-8 text, with the place of the first.
    """
    return decoded(read_bytes(path), shown(path))


def read_with_digest(path: str | Path) -> tuple[str, str]:
    """Return the text of a file, or of standard input for `-`, and the SHA-256 digest of its bytes.

    Raises:
        FileError: as for `read_text`.
        LoadError: as for `read_text`.
    """
    import hashlib  # noqa: PLC0415 - only articles need it

    data = read_bytes(path)
    return decoded(data, shown(path)), hashlib.sha256(data).hexdigest()


def read_bytes(path: str | Path) -> bytes:
    """Return the bytes of a file, or of standard input for `-`.

    Raises:
        FileError: no such file, a folder, a device, a pipe, too large, unreadable.
    """
    return _standard_input() if str(path) == "-" else _file(path)


def shown(path: str | Path) -> str:
    """Return the name by which messages call a file."""
    return "standard input" if str(path) == "-" else visible(str(path))


def _file(path: str | Path) -> bytes:
    name = shown(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise FileError(name, reason(error)) from None
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise FileError(name, f"this is {_sort_of(mode)}, not a file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return _bounded(file, name)
    except OSError as error:
        raise FileError(name, reason(error)) from None
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise FileError("standard input", "it is closed")
    try:
        return _bounded(sys.stdin.buffer, "standard input")
    except (OSError, ValueError) as error:
        raise FileError("standard input", reason(error)) from None


def _bounded(file: IO[bytes], name: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileError(name, f"it is larger than {LARGEST >> 20} MB", "argmap help limits")
    return data


def decoded(data: bytes, name: str) -> str:
    """Return bytes as text.

    Raises:
        LoadError: bytes that are no UTF-8, or a NUL, with line and column.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise LoadError(name, [Problem(1, 1, "this is UTF-16; save it as UTF-8")]) from None
        before = error.object[: error.start].decode()  # its positions leave a byte-order mark out
        message = f"this is no UTF-8 text (byte 0x{error.object[error.start]:02x}); save it as UTF-8"
        raise LoadError(name, [Problem(*line_and_column(before, len(before)), message)]) from None
    where = text.find("\0")
    if where >= 0:
        message = "a NUL character: this is no text file"
        raise LoadError(name, [Problem(*line_and_column(text, where), message)])
    return text


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Return where a position stands: line and column from 1, columns in code points."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def write_whole(
    path: str | Path,
    chunks: Iterable[str] | Iterable[bytes],
    last_look: Callable[[], None] = lambda: None,
    mode: int | None = None,
) -> None:
    """Write a file that is there whole or not at all; the old one stays until the new is safe.

    A symbolic link is followed and kept, permissions are kept. A device or a pipe is written to
    as it is. What the chunks themselves raise goes through, and the old file stays too. Text is
    written in UTF-8, bytes as they are.

    Args:
        path: The file.
        chunks: What it is to hold.
        last_look: Called when the new file is safe and the old one is still there; what it raises goes
            through, and the old one stays.
        mode: The permissions it gets; where there are none, those of the old one, or the usual ones.

    Raises:
        FileError: it cannot be written; nothing has changed.
    """
    name = shown(path)
    try:
        old = _status(path)
        if old is not None and not stat.S_ISREG(old.st_mode):
            _write_through(path, chunks)
            return
        if old is not None and not os.access(path, os.W_OK):
            raise PermissionError
        target = Path(path).resolve()
        if not target.parent.is_dir():
            raise FileError(name, "there is no such folder")
        if mode is None:
            mode = stat.S_IMODE(old.st_mode) if old else 0o666 & ~_umask()
        _write_beside(target, chunks, mode, last_look)
    except OSError as error:
        raise FileError(name, reason(error)) from None


def _status(path: str | Path) -> os.stat_result | None:
    """Return what stands at a path, symbolic links followed; None where nothing does."""
    try:
        return Path(path).stat()
    except FileNotFoundError:
        return None
    except ValueError as error:  # a NUL in the name
        raise OSError(errno.EINVAL, str(error)) from None


def _write_through(path: str | Path, chunks: Iterable[str] | Iterable[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0))  # waits for no reader
    with os.fdopen(handle, "wb") as file:
        if hasattr(os, "O_NONBLOCK"):
            os.set_blocking(handle, True)
        file.writelines(_encoded(chunks))


def _write_beside(
    target: Path, chunks: Iterable[str] | Iterable[bytes], mode: int, last_look: Callable[[], None]
) -> None:
    import tempfile  # noqa: PLC0415 - slow to import, and most calls only read

    prefix = f"{BESIDE}{os.getpid()}-"
    handle, beside = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_encoded(chunks))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        last_look()
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
    _settle_folder(target.parent)


def _encoded(chunks: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        yield chunk.encode() if isinstance(chunk, str) else chunk


def _settle_folder(folder: Path) -> None:
    """Make the new name outlive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sort_of(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a device"


def reason(error: Exception) -> str:
    """Return why the system refuses a file, in our words."""
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case IsADirectoryError():
            return "this is a folder, not a file"
        case PermissionError():
            return "permission is denied"
        case OSError(errno=errno.ENXIO):
            return "nobody reads this pipe"
        case OSError(strerror=str(words)):
            return words[:1].lower() + words[1:]
        case _:
            return visible(str(error))
