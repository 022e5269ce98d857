"""How long a large nodeset of AIF takes, against its bare JSON and a bare validation of it.

python tests/benchmarks/bench_aif.py [STATEMENTS]

The last two rows are what no reader can do without: JSON in which no key is there twice, and a map that
is sound, made of values that are there already.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from pydantic import BaseModel

import argmap
from argmap.formats import aif
from argmap.jsontext import parsed
from argmap.model import ArgumentMap

RUNS = 9


class Node(BaseModel):
    nodeID: str  # noqa: N815 - AIF's word
    text: str
    type: str
    timestamp: str | None = None


class Edge(BaseModel):
    edgeID: str  # noqa: N815
    fromID: str  # noqa: N815
    toID: str  # noqa: N815
    formEdgeID: str | None = None  # noqa: N815


class Nodeset(BaseModel):
    nodes: list[Node]
    edges: list[Edge]
    locutions: list[Any]


def nodeset(size: int) -> str:
    """A tree of statements and inferences, `size` nodes in all."""
    half = size // 2
    nodes = [
        {
            "nodeID": str(key),
            "text": f"Statement {key} of a larger nodeset, in so many words",
            "type": "I",
            "timestamp": "2024-01-02 03:04:05",
        }
        for key in range(half)
    ]
    steps = [
        {
            "nodeID": str(half + key),
            "text": "Default Inference",
            "type": "RA",
            "timestamp": "2024-01-02 03:04:05",
        }
        for key in range(1, half)
    ]
    ends = [pair for key in range(1, half) for pair in ((key, half + key), (half + key, key // 3))]
    edges = [
        {"edgeID": str(at), "fromID": str(source), "toID": str(target), "formEdgeID": None}
        for at, (source, target) in enumerate(ends)
    ]
    return json.dumps({"nodes": nodes + steps, "edges": edges, "locutions": []})


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text = nodeset(size)
    values = argmap.loads(text).model_dump(exclude_defaults=True)
    values["nodes"] = [{**node, "kind": "claim"} for node in values["nodes"]]
    ways: dict[str, Callable[[], object]] = {
        "json.loads + Pydantic": lambda: Nodeset.model_validate(json.loads(text)),
        "argmap.loads": lambda: argmap.loads(text),
        "aif.read": lambda: aif.read(text, "x"),
        "json.loads": lambda: json.loads(text),
        "the same, keys once": lambda: parsed(text, "x"),
        "the map of its values": lambda: ArgumentMap.model_validate(values),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            gc.collect()
            start = time.process_time()
            way()
            times[name].append(time.process_time() - start)
    base = median(times["json.loads + Pydantic"])
    print(f"{size:,} nodes, {len(text) / 1e6:.1f} MB, CPU, median of {RUNS}")
    for name, found in times.items():
        print(f"  {name:24}{median(found) * 1000:8.1f} ms{median(found) / base:8.2f}")


if __name__ == "__main__":
    main()
