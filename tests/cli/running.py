"""Running argmap: inside this process, as a process, and on a terminal."""

import contextlib
import fcntl
import gc
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from argmap.cli.main import main

ROOT = Path(__file__).parents[2]
RIVERTON = ROOT / "data" / "riverton.argmap.yaml"
STEERING = set(map(chr, [*range(9), 11, 12, *range(14, 32), 127, *range(128, 160)])) | set(
    "\r\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""What must not reach a stream raw; line feeds and tabs may."""


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it wrote."""

    code: int
    out: str
    err: str = ""

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class _Door(click.Command):
    """What the console script calls, in the shape that Click's runner wants."""

    def main(self, args: Sequence[str] | None = None, **_: Any) -> Any:
        try:
            main(list(args or ()))
        finally:
            gc.enable()  # a process that ends may leave it off; this one goes on


def ran(*arguments: str | Path, env: Mapping[str, str | None] | None = None, typed: str | bytes = "") -> Ran:
    """Run the command line inside this process, as in a pipe."""
    clean: dict[str, str | None] = dict.fromkeys(
        (
            "ARGMAP_FILE",
            "ARGMAP_MOST",
            "ARGMAP_PLAIN",
            "ARGMAP_DEBUG",
            "NO_COLOR",
            "FORCE_COLOR",
            "COLUMNS",
            "TERM",
        )
    )
    runner = CliRunner(env={**clean, **(env or {})})
    result = runner.invoke(_Door("argmap"), [str(each) for each in arguments], input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def environment(changed: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The environment of a process: this one's, in UTF-8, with the project importable."""
    known = {"PATH", "HOME", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR"}
    plain = {name: value for name, value in os.environ.items() if name in known}
    merged = {**plain, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(changed or {})}
    return {name: value for name, value in merged.items() if value is not None}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "argmap", *map(str, arguments)]


def process(
    *arguments: str | Path,
    env: Mapping[str, str | None] | None = None,
    folder: Path | None = None,
    typed: bytes | None = None,
    **streams: Any,
) -> Ran:
    """Run argmap as a process; what it writes is decoded byte by byte where it is no UTF-8."""
    done = subprocess.run(
        command(*arguments),
        env=environment(env),
        cwd=folder or ROOT,
        check=False,
        timeout=120,
        **({"input": typed} if typed is not None else {"stdin": subprocess.DEVNULL}),
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
    )
    out, err = (each or b"" for each in (done.stdout, done.stderr))
    return Ran(
        done.returncode, out.decode("utf-8", "surrogateescape"), err.decode("utf-8", "surrogateescape")
    )


def shell(line: str, folder: Path | None = None, env: Mapping[str, str | None] | None = None) -> Ran:
    """Run a line of the shell in which `argmap` is argmap."""
    script = f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}\nset -o pipefail\n{line}\n'
    done = subprocess.run(
        ["bash", "-c", script],
        env=environment(env),
        cwd=folder or ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Ran(
        done.returncode,
        done.stdout.decode("utf-8", "surrogateescape"),
        done.stderr.decode("utf-8", "surrogateescape"),
    )


def on_terminal(
    *arguments: str | Path,
    columns: int = 80,
    env: Mapping[str, str | None] | None = None,
    folder: Path | None = None,
    program: Sequence[str] | None = None,
) -> Ran:
    """Run argmap on a real terminal of so many columns; standard error stays apart."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    started = subprocess.Popen(
        [*(program or command()), *map(str, arguments)],
        env=environment({"TERM": "xterm-256color", **(env or {})}),
        cwd=folder or ROOT,
        stdin=follower,
        stdout=follower,
        stderr=subprocess.PIPE,
    )
    os.close(follower)
    written = bytearray()
    with contextlib.suppress(OSError):  # the end of a terminal is an error on some systems
        while piece := os.read(leader, 65536):
            written += piece
    _, err = started.communicate(timeout=120)
    os.close(leader)
    text = written.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    return Ran(started.returncode, text, err.decode("utf-8", "surrogateescape"))
