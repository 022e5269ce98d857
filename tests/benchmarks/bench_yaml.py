"""What reading a map in YAML costs, against PyYAML's own loaders on the same text.

    python tests/benchmarks/bench_yaml.py [NODES] [ROUNDS]

Makes a map of NODES nodes (2,000 when not said) with 1.3 links a node, and reads it ROUNDS times in
turn with `argmap.loads`, with PyYAML's C loader and once with its pure Python one. CPU time of this
process, imports left out. Only `argmap.loads` also checks the map and keeps every line and column.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import argmap
from tests.benchmarks.bench_large import made

MOST_SECONDS = 1.0


def main() -> None:
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    text = _text(nodes)
    argmap.loads(text[:0] + "argmap: 1\nnodes: {}\n", format="yaml")  # what is imported at first use
    sides: dict[str, Callable[[], object]] = {
        "argmap.loads": lambda: argmap.loads(text, format="yaml"),
        "yaml.load, C loader": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
    }
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, read in sides.items():
            seconds[name].append(_spent(read))
    pure = _spent(lambda: yaml.load(text, Loader=yaml.SafeLoader))
    print(f"{nodes:,} nodes, {len(text) / 1e6:.2f} MB, median of {rounds} rounds")
    for name, mine in seconds.items():
        print(_line(name, statistics.median(mine), nodes))
    print(_line("yaml.load, pure Python, once", pure, nodes))
    ratio = statistics.median(
        a / b for a, b in zip(seconds["argmap.loads"], seconds["yaml.load, C loader"], strict=True)
    )
    print(f"argmap.loads takes {ratio:.2f} times what the C loader takes")
    print(f"target: 2,000 nodes in at most {MOST_SECONDS:g} s")


def _text(nodes: int) -> str:
    """Return a map in YAML, as argmap writes it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.argmap.json"
        made(path, nodes)
        return argmap.dumps(argmap.load(path))


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _line(name: str, seconds: float, nodes: int) -> str:
    return f"{name:30} {seconds:7.3f} s {seconds / nodes * 1e6:8.1f} µs a node"


if __name__ == "__main__":
    main()
