"""How long a large Argdown text takes, against Argdown's own tool where it is at hand.

python tests/benchmarks/bench_argdown.py [STATEMENTS]

ARGMAP_ARGDOWN names the folder that holds the tool's `node_modules`.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

RUNS = 5


def text(statements: int) -> str:
    """Return a text of statements with relations, premises and conclusions, metadata and tags."""
    pieces = []
    for number in range(0, statements, 5):
        a, b, c, d, e = (f"s{number + more}" for more in range(5))
        pieces.append(f"[{a}]: Statement *number* {number} of them #t{number % 7} {{sure: 0.5}}\n")
        pieces.append(
            f"  + [{b}]: A reason, with a [link](http://x.org/{number}) in it\n    - [{c}]: An objection\n\n"
        )
        pieces.append(f"<a{number}>\n\n(1) [{d}]: One premise\n(2) [{c}]\n----\n(3) [{e}]: So this\n\n")
    return "".join(pieces)


def cpu(command: list[str], folder: Path) -> float:
    """Return the processor time of a command, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure both, turn by turn."""
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    tool = Path(os.environ.get("ARGMAP_ARGDOWN", ".")) / "node_modules" / ".bin" / "argdown"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.argdown"
        path.write_text(text(statements), encoding="utf-8")
        commands = {
            "argmap": [sys.executable, "-m", "argmap", "-q", "import", str(path), "-o", "out.argmap.yaml"]
        }
        if tool.exists():
            commands["argdown"] = [str(tool.resolve()), "json", str(path), str(folder)]
        times: dict[str, list[float]] = {each: [] for each in commands}
        for _ in range(RUNS):
            for each, command in commands.items():
                times[each].append(cpu(command, folder))
                (folder / "out.argmap.yaml").unlink(missing_ok=True)
        for each, found in times.items():
            print(f"{each:8} {median(found):6.2f} s of CPU for {statements:,} statements")


if __name__ == "__main__":
    main()
