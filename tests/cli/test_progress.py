"""The sign of life: on a terminal, after a while, and nowhere else."""

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, environment

SLOW = """
import sys, time
from argmap import files
from argmap.cli import progress
progress.PATIENCE = float(sys.argv.pop(1))
read = files.reading
def slowly(*arguments, **named):
    time.sleep(0.4)
    return read(*arguments, **named)
files.reading = slowly
from argmap.cli.main import main
import atexit
atexit.register(lambda: print("RICH" if "rich" in sys.modules else "LIGHT", file=sys.stderr))
main()
"""


def seen(patience: float, *arguments: str | Path, **env: str) -> tuple[str, str]:
    """What a call wrote on standard output, a pipe, and on standard error, a terminal."""
    leader, follower = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(patience), *map(str, arguments)],
        env=environment({"TERM": "xterm-256color", **env}),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=follower,
    )
    os.close(follower)
    out, _ = started.communicate(timeout=60)  # a terminal holds more than a sign of life
    written = bytearray()
    with contextlib.suppress(OSError):  # the end of a terminal is an error on some systems
        while piece := os.read(leader, 65536):
            written += piece
    os.close(leader)
    assert started.returncode == 0, written
    return out.decode(), written.decode()


def test_long_work_shows_a_sign_of_life_which_is_wiped_away() -> None:
    out, err = seen(0.05, "-m", "riverton", "stats")
    assert "reading riverton.argmap.yaml" in err
    assert "\x1b[2K" in err.rpartition("reading")[2], "the line was not wiped"
    assert "\x1b[?25h" in err.rpartition("reading")[2], "the cursor was left hidden"
    assert "nodes\tclaims\t14" in out
    assert "\x1b" not in out


def test_short_work_shows_nothing_and_imports_no_rich() -> None:
    out, err = seen(30, "-m", "riverton", "stats")
    assert err.strip() == "LIGHT"
    assert out


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(["-q"], {}), (["--plain"], {}), ([], {"TERM": "dumb"}), ([], {"ARGMAP_PLAIN": "1"})],
    ids=str,
)
def test_nobody_who_wants_none_is_shown_one(arguments: list[str], env: dict[str, str]) -> None:
    _, err = seen(0.05, "-m", "riverton", "stats", *arguments, **env)
    assert err.strip() == "LIGHT"


def test_a_hostile_name_steers_no_terminal_from_there(tmp_path: Path) -> None:
    place = tmp_path / "\x1b]0;x\x07[red]\u202e.argmap.yaml"
    place.write_text("argmap: 1\nnodes: {a: {kind: claim, text: x}}\n", encoding="utf-8")
    _, err = seen(0.05, "-m", place, "stats")
    assert "reading \\u001b]0;x\\u0007[red]\\u202e.argmap.yaml" in err
    assert "\x1b]" not in err
    assert "\u202e" not in err
