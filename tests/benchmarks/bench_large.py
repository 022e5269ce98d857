"""What a large map costs: one node traced, against reading the same data with json and networkx.

    python tests/benchmarks/bench_large.py [--huge] [--rounds N]

Makes maps of 1,000, 10,000 and 100,000 nodes (with --huge also 1,000,000), each with 1.3 links a
node, as JSON, and runs each side in a process of its own, in turn: `argmap trace` of a node in the
middle, and `json.load` with a `networkx.MultiDiGraph` built of the same data. CPU time and peak
memory are those of the whole process, Python's start included; "a node" is what each further node
cost since the next smaller map. Needs a POSIX system and argmap in this Python.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)
HUGE = 1_000_000
MOST_RATIO = 3.0
MOST_BYTES = 4096
ALONE = """
import gc, json, sys, networkx as nx
gc.disable()
with open(sys.argv[1], encoding="utf-8") as file:
    data = json.load(file)
graph = nx.MultiDiGraph()
graph.add_nodes_from((name, fields) for name, fields in data["nodes"].items())
graph.add_edges_from(
    (premise, target, {"relation": word})
    for target, fields in data["nodes"].items()
    for word in ("because", "but")
    for link in fields.get(word, ())
    for premise in link["from"]
)
print(len(graph), graph.number_of_edges(), len(nx.ancestors(graph, sys.argv[2])))
"""
"""The yardstick, at its best: the collector is off for it as it is for argmap."""


class Cost(NamedTuple):
    """CPU seconds and peak bytes of a process."""

    seconds: float
    peak: int


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--huge", action="store_true", help="also 1,000,000 nodes")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    sizes = (*SIZES, HUGE) if asked.huge else SIZES
    print(
        f"{'nodes':>9} {'JSON MB':>8} | {'trace s':>8} {'µs/node':>8} {'B/node':>8}"
        f" | {'json+nx s':>9} {'µs/node':>8} {'B/node':>8} | {'ratio':>6}"
    )
    before: tuple[int, Cost, Cost] | None = None
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"map-{size}.argmap.json"
            made(path, size)
            rounds = asked.rounds if size < HUGE else min(asked.rounds, 2)
            ours, theirs, ratio = _measured(path, f"n{size // 2}", rounds)
            print(_line(path, size, ours, theirs, ratio, before))
            before = (size, ours, theirs)
    print(f"targets: ratio at 100,000 nodes at most {MOST_RATIO:g}; at most {MOST_BYTES:,} bytes a node")


def made(path: Path, size: int) -> None:
    """Write a map without circles: every node bears on an earlier one, three in ten on a second one."""
    chance = random.Random(size)
    kinds = ("claim", "claim", "evidence", "gain", "cost", "assumption")
    nodes: dict[str, dict[str, Any]] = {}
    for number in range(size):
        kind = kinds[number % len(kinds)]
        text = f"Statement number {number} of a map that was made for measuring and says nothing"
        fields = {
            "kind": kind,
            "label": f"Statement {number}",
            "text": text,
            "at": [f"p{number % 997 + 1}.s2"],
        }
        if kind in {"gain", "cost"}:
            fields |= {"holder": [f"holder {number % 97}"], "nature": "tangible", "sure": 0.6}
        nodes[f"n{number}"] = fields
    for number in range(1, size):
        for _ in range(1 if number % 10 >= 3 else 2):
            target = nodes[f"n{chance.randrange(number)}"]
            word = "but" if chance.random() < 0.2 else "because"
            target.setdefault(word, []).append({"from": [f"n{number}"]})
    data = {"argmap": 1, "title": f"{size} nodes", "thesis": "n0", "nodes": nodes}
    path.write_text(json.dumps(data), encoding="utf-8")


def _measured(path: Path, node_id: str, rounds: int) -> tuple[Cost, Cost, float]:
    """Return the median costs of both sides, and the median of the ratios of their seconds."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(cost([sys.executable, "-m", "argmap", "-m", str(path), "trace", node_id]))
        theirs.append(cost([sys.executable, "-c", ALONE, str(path), node_id]))
    ratio = statistics.median(a.seconds / b.seconds for a, b in zip(ours, theirs, strict=True))
    return _median(ours), _median(theirs), ratio


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(each.seconds for each in costs), int(statistics.median(each.peak for each in costs))
    )


def cost(command: list[str]) -> Cost:
    """Run a command to its end and return what it cost."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ARGMAP_MOST": ""}  # as many nodes as it makes
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def _line(
    path: Path, size: int, ours: Cost, theirs: Cost, ratio: float, before: tuple[int, Cost, Cost] | None
) -> str:
    megabytes = path.stat().st_size / 1e6
    parts = []
    for mine, index in ((ours, 1), (theirs, 2)):
        micro, weight = "", ""
        if before is not None:
            earlier = before[index]
            assert isinstance(earlier, Cost)
            micro = f"{(mine.seconds - earlier.seconds) / (size - before[0]) * 1e6:.1f}"
            weight = f"{(mine.peak - earlier.peak) / (size - before[0]):,.0f}"
        parts.append(f"{mine.seconds:9.2f} {micro:>8} {weight:>8}")
    return f"{size:9,} {megabytes:8.1f} |{parts[0]} | {parts[1]} | {ratio:6.2f}"


if __name__ == "__main__":
    main()
