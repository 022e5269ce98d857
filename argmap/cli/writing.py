"""Text to standard output or to a file; light, so that help needs nothing else."""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from argmap.cli.progress import on_terminal
from argmap.cli.session import Session
from argmap.controls import visible
from argmap.errors import FileError

Pieces = Iterable[str] | Iterable[bytes]


def write(pieces: Pieces, *, exact: bool = False) -> None:
    """Write text to standard output; `exact`, for programs, in UTF-8 whatever the terminal speaks.

    Bytes are written as they are.
    """
    encoded = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    buffer = getattr(sys.stdout, "buffer", None)
    if exact and not encoded and buffer is not None:
        for piece in pieces:
            buffer.write(piece.encode() if isinstance(piece, str) else piece)
        buffer.flush()
        return
    for piece in pieces:
        if isinstance(piece, bytes):
            sys.stdout.buffer.write(piece)
        else:
            sys.stdout.write(piece)
    sys.stdout.flush()


def write_out(session: Session, pieces: Pieces, *, over: bool = True) -> None:
    """Write text for programs where `--output` says, or to standard output.

    Raises:
        FileError: as for `write_file`.
    """
    if session.output is None:
        with session.working("writing", shown=not on_terminal(sys.stdout)):
            write(pieces, exact=True)
    else:
        write_file(session, pieces, over=over)


def write_file(session: Session, pieces: Pieces, *, over: bool = True) -> None:
    """Write text to the file of `--output`, whole or not at all; `over` an old one or not.

    Raises:
        FileError: it is the map itself, is there already, or cannot be written.
    """
    from argmap.disk import write_whole  # noqa: PLC0415 - only files need it

    output = session.output or ""
    if output == "-":
        write(pieces, exact=True)
        return
    check_output(session, over=over)
    with session.working(f"writing {output}"):
        write_whole(output, pieces)


def check_output(session: Session, *, over: bool = True) -> None:
    """Refuse the file of `--output` where it must not be written; work that takes long asks first.

    Raises:
        FileError: it is the map, its source or a lock, or is there already and may not be written over.
    """
    from argmap.sources.lock import ENDING  # noqa: PLC0415 - only files need it

    output = session.output or ""
    if output.endswith(ENDING) or any(_same(output, path) for path in session.inputs):
        message = "the map, its source and its lock are not written over by an answer"
        raise FileError(visible(output), message, "choose another name")
    if not over and output != "-" and Path(output).is_file():
        raise FileError(visible(output), "it is there already", "--force writes over it")


def _same(output: str, path: Path | str) -> bool:
    """Tell whether two names mean one file; `-` is whatever standard input comes from."""
    try:
        read = os.fstat(0) if path == "-" else Path(path).stat()
        return stat.S_ISREG(read.st_mode) and os.path.samestat(Path(output).stat(), read)
    except (OSError, ValueError):
        return False
