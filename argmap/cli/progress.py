"""A sign of life on standard error, where it is a terminal and work takes longer than one waits."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from threading import Event

PATIENCE: Final = 0.5
"""Seconds after which one wonders; nothing is shown, and Rich is not imported, before they are over."""


@contextlib.contextmanager
def working(words: str, *, shown: bool = True) -> Iterator[None]:
    """Say what is being done while it is done, if that takes long; `shown` nowhere but on a terminal."""
    if not (shown and on_terminal(sys.stderr)) or is_dumb():
        yield
        return
    from threading import Event, Thread  # noqa: PLC0415 - only terminals need it

    done = Event()
    waiting = Thread(target=_turn, args=(words, done), daemon=True)
    waiting.start()
    try:
        yield
    finally:
        done.set()
        waiting.join()


def _turn(words: str, done: "Event") -> None:
    if done.wait(PATIENCE):
        return
    from rich.console import Console  # noqa: PLC0415 - and only long work
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    from argmap.controls import one_line  # noqa: PLC0415

    size = os.get_terminal_size(sys.stderr.fileno())
    width, height = size.columns or 80, size.lines or 24  # some terminals have no size
    console = Console(stderr=True, width=width, height=height, emoji=False, legacy_windows=False)
    columns = (SpinnerColumn("line"), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        progress.add_task(one_line(words), total=None)
        done.wait()


def on_terminal(stream: IO[str] | None) -> bool:
    """Tell whether a stream is a terminal; one that is closed is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def is_dumb() -> bool:
    """Tell whether the terminal can do nothing but write."""
    return os.environ.get("TERM", "") in {"dumb", "unknown", ""}
