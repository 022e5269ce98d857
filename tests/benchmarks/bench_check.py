"""What checking a map costs beside loading it.

    python tests/benchmarks/bench_check.py [NODES] [ROUNDS]

Makes a map of NODES nodes (10,000 when not said): texts of 8 to 16 words whose frequencies fall off as
those of a language do, every fourth a tree's inner node, a fifth of the links rebuttals, a hundredth
of the texts near-duplicates. ROUNDS times (7) in turn: the text is loaded from YAML and from JSON
Lines, the map is checked by all checks that need no article, and as `argmap check` does it: findings
placed in the YAML text, too. CPU time of this process; medians. The imports that each side
needs are made before.
"""

import gc
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap import files
from argmap.checks.checking import check
from argmap.checks.inspecting import inspect
from argmap.checks.table import CHECKS
from argmap.model import NODE_KINDS, ArgumentMap, Link

SIGNS = "bcdfglmnprst", "aeiou"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    m = made(random.Random(1), count)
    yaml, lines = files.dumps(m), files.dumps(m, format="jsonl")
    found = check(m)
    sides: dict[str, Callable[[], Any]] = {
        "load YAML": lambda: files.loads(yaml, format="yaml"),
        "load JSON Lines": lambda: files.loads(lines, format="jsonl"),
        "check": lambda: check(fresh()),
        "check and place": lambda: inspect(fresh(), yaml, "map.argmap.yaml", None, None, CHECKS),
    }
    fresh_maps = [files.loads(yaml, format="yaml") for _ in range(2 * rounds)]
    fresh = fresh_maps.pop  # what a map remembers of itself is found once, and belongs to the check
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    gc.disable()  # as the command line does
    for _ in range(rounds):
        for name, run in sides.items():
            gc.collect()
            start = time.process_time()
            run()
            seconds[name].append(time.process_time() - start)
    print(f"{count:,} nodes, {len(m.links):,} links, {len(found):,} findings, {len(CHECKS)} checks")
    for name, each in seconds.items():
        print(f"  {name:16} {statistics.median(each) * 1e3:8.0f} ms   {min(each) * 1e3:8.0f} ms at best")
    ratio = statistics.median(seconds["check"]) / statistics.median(seconds["load YAML"])
    print(f"check is {ratio:.2f} times load YAML; target: at most 1")


def made(chance: random.Random, count: int) -> ArgumentMap:
    """Return a map of so many nodes."""
    words = ["".join(chance.choice(each) for each in SIGNS * chance.randint(1, 3)) for _ in range(4_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    nodes: list[Any] = []
    for index in range(count):
        kind = chance.choice(NODE_KINDS)
        text = " ".join(chance.choices(words, weights, k=chance.randint(8, 16)))
        if index and chance.random() < 0.01:
            text = nodes[chance.randrange(index)].text + " again"
        stake = {"holder": ("x", "y"), "nature": "tangible"} if "holder" in kind.model_fields else {}
        nodes.append(kind(id=f"n{index}-x", text=text, tags=("a", "b"), **stake))
    links = [
        Link(
            premises=(f"n{index}-x",),
            target=f"n{index // 4}-x",
            relation="supports" if chance.random() < 0.8 else "rebuts",
        )
        for index in range(1, count)
    ]
    return ArgumentMap(nodes=tuple(nodes), links=tuple(links), thesis="n0-x")


if __name__ == "__main__":
    main()
