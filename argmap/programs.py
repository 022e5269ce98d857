"""Other programs, safely: a text goes in, a text of bounded size comes out in bounded time.

No shell is between, and nothing is left running.
"""

import contextlib
import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from threading import Thread
from typing import IO, Final, NamedTuple, Self

from argmap.disk import decoded
from argmap.errors import RequestError

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of the longest answer that is taken."""
LINE: Final = 2_000
"""Bytes after which a line of a program's remarks is broken."""
REMARKS_MOST: Final = 200
"""Lines of a program's remarks that are passed on."""
PATIENCE: Final = 2.0
"""Seconds for a program that has ended to let go of its streams."""


class Ended(NamedTuple):
    """How a program ended.

    Attributes:
        code: Its exit code, negative where a signal ended it; None where it was not done in time.
        written: What it wrote to standard output.
        whole: Whether that is all it wrote; what is too much is not kept.
    """

    code: int | None
    written: bytes
    whole: bool

    @property
    def said(self) -> str:
        """How it failed, in words."""
        code = self.code or 0
        return f"ended with {code}" if code >= 0 else f"was ended by signal {-code}"


def run(
    words: Sequence[str],
    given: bytes,
    seconds: float,
    remark: Callable[[str], None],
    *,
    most: int,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program until it ends, or is too slow, or writes too much.

    Args:
        words: The program and its arguments.
        given: What it reads on standard input.
        seconds: How long it may take.
        remark: Is handed each line that it writes to standard error.
        most: Bytes that it may write to standard output.
        environment: What it finds in its environment; that of this process where nothing is said.

    Raises:
        RequestError: there is no such program, or it cannot be run.
    """
    with _Run(words, given, remark, most, environment) as running:
        code = running.wait(seconds)
    return Ended(code, bytes(running.written), len(running.written) <= most)


def answer(command: str, text: str, seconds: float, remark: Callable[[str], None]) -> str:
    """Return what a program writes when it is given a text.

    Args:
        command: The program and its arguments, quoted as in a POSIX shell.
        text: What it reads on standard input, in UTF-8.
        seconds: How long it may take.
        remark: Is handed each line that it writes to standard error.

    Raises:
        RequestError: there is no such program, it fails, takes too long, writes nothing or too much.
        LoadError: what it writes is no UTF-8 text.
    """
    words = _words(command)
    ended = run(words, text.encode(), seconds, remark, most=LARGEST)
    name = words[0]
    if ended.code is None:
        raise RequestError(f"{name} has not ended within {seconds:g} s", "--timeout gives it longer")
    if not ended.whole:
        raise RequestError(f"{name} wrote more than {LARGEST >> 20} MB", "argmap help limits")
    if ended.code:
        raise RequestError(f"{name} {ended.said}", "nothing was written")
    if not ended.written.strip():
        raise RequestError(f"{name} wrote nothing to standard output", "argmap help drafts")
    return decoded(ended.written, "the answer")


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError:
        raise RequestError("a quotation mark in the command is never closed") from None
    if not words or not words[0]:
        raise RequestError("the command names no program")
    return words


class _Run:
    """A program that runs, its streams fed and drained beside it; over when the block is left."""

    def __init__(
        self,
        words: Sequence[str],
        text: bytes,
        remark: Callable[[str], None],
        most: int,
        environment: Mapping[str, str] | None,
    ) -> None:
        self.written = bytearray()
        self._most = most
        self._process = _started(words, environment)
        given, written, said = self._process.stdin, self._process.stdout, self._process.stderr
        assert given is not None and written is not None and said is not None  # noqa: S101, PT018 - asked for
        self._streams = (given, written, said)
        self._threads = (
            Thread(target=_feed, args=(given, text), daemon=True),
            Thread(target=self._keep, args=(written,), daemon=True),
            Thread(target=_pass_on, args=(said, remark), daemon=True),
        )

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        for thread, stream in zip(self._threads, self._streams, strict=True):
            thread.join(PATIENCE)
            if not thread.is_alive():
                with contextlib.suppress(OSError):
                    stream.close()

    def wait(self, seconds: float) -> int | None:
        """Return the exit code; None when it is not there in time."""
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        for thread in self._threads[1:]:  # what it wrote last is still under way
            thread.join(PATIENCE)
        return code

    def _keep(self, stream: IO[bytes]) -> None:
        while piece := stream.read1(1 << 16):  # type: ignore[attr-defined]
            self.written += piece
            if len(self.written) > self._most:
                self._end()
                return

    def _end(self) -> None:
        """End the program and what it started."""
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()


def _started(words: Sequence[str], environment: Mapping[str, str] | None) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the user names the program, and no shell is between
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=environment,
        )
    except FileNotFoundError:
        raise RequestError(f"there is no program {words[0]}", "name it with its path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise RequestError(f"{words[0]} cannot be run: {reason.lower()}") from None


def _feed(stream: IO[bytes], text: bytes) -> None:
    with contextlib.suppress(OSError, ValueError):  # a program need not read what it is given
        stream.write(text)
    with contextlib.suppress(OSError, ValueError):
        stream.close()


def _pass_on(stream: IO[bytes], remark: Callable[[str], None]) -> None:
    said = 0
    while line := stream.readline(LINE):
        said += 1
        if said <= REMARKS_MOST:
            remark(line.decode("utf-8", "backslashreplace").rstrip())
