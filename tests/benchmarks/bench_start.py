"""What a call of argmap costs before it has done anything: CPU time against a yardstick.

    python tests/benchmarks/bench_start.py [ROUNDS]

Builds the wheel, installs it with byte-code into a fresh virtual environment, and runs each command
in turn, ROUNDS times (15 when not said). The yardstick B is the CPU time, user and system, of
`python -I -c "import click, rich.console; from pydantic import BaseModel"` in the same environment.
Medians of the rounds, and the median of the ratios within a round; ratios hold where milliseconds
do not. Needs a POSIX system and, for the first installation, a package index.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
YARDSTICK = "import click, rich.console; from pydantic import BaseModel"


class Run(NamedTuple):
    """A command to be measured; `most` is what it may cost, in B."""

    name: str
    command: list[str]
    terminal: bool = False
    most: float | None = None


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        binaries = _installed(Path(folder))
        empty = Path(folder) / "empty"
        empty.mkdir()
        python, argmap = str(binaries / "python"), str(binaries / "argmap")
        runs = [
            Run("B", [python, "-I", "-c", YARDSTICK]),
            Run("python -I -c pass", [python, "-I", "-c", "pass"]),
            Run("python -I -c 'import networkx'", [python, "-I", "-c", "import networkx"]),
            Run("argmap --help", [argmap, "--help"], most=0.5),
            Run("argmap show gains, piped", [argmap, "show", "gains"], most=1.5),
            Run("argmap show gains, terminal", [argmap, "show", "gains"], terminal=True, most=1.8),
            Run("argmap trace claim, piped", [argmap, "trace", "claim"], most=2.5),
            Run("argmap trace claim, terminal", [argmap, "trace", "claim"], terminal=True, most=2.5),
        ]
        _print(runs, _measured(runs, empty, rounds))


def _installed(folder: Path) -> Path:
    """Return the folder of the programs of a fresh environment with argmap's wheel in it."""
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / "bin"
    pip = [str(binaries / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "install", "--compile", str(wheel)], check=True)
    return binaries


def _measured(runs: list[Run], folder: Path, rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each run, round by round; the first round warms up and is left out."""
    seconds: dict[str, list[float]] = {run.name: [] for run in runs}
    for number in range(rounds + 1):
        for run in runs:
            spent = cpu(run.command, folder, terminal=run.terminal)
            if number:
                seconds[run.name].append(spent)
    return seconds


def cpu(command: list[str], folder: Path, *, terminal: bool = False) -> float:
    """Run a command to its end and return the CPU seconds it took, user and system."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = kept | {"LANG": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40"}
    if terminal:
        ours, theirs = os.openpty()
    else:
        ours, theirs = os.pipe()
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if terminal else subprocess.DEVNULL,
        cwd=folder,
        env=environment,
    )
    os.close(theirs)
    _drained(ours)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def _drained(descriptor: int) -> None:
    """Read until nobody writes any more; a pseudo-terminal says so with an error."""
    try:
        while os.read(descriptor, 1 << 16):
            pass
    except OSError:
        pass
    os.close(descriptor)


def _print(runs: list[Run], seconds: dict[str, list[float]]) -> None:
    yardstick = seconds["B"]
    print(f"{'median of ' + str(len(yardstick)) + ' rounds':34} {'CPU ms':>8} {'× B':>6} {'most':>6}")
    for run in runs:
        mine = seconds[run.name]
        ratio = statistics.median(a / b for a, b in zip(mine, yardstick, strict=True))
        verdict = "" if run.most is None else ("  met" if ratio <= run.most else "  MISSED")
        most = "" if run.most is None else f"{run.most:.1f}"
        print(f"{run.name:34} {statistics.median(mine) * 1000:8.1f} {ratio:6.2f} {most:>6}{verdict}")


if __name__ == "__main__":
    main()
