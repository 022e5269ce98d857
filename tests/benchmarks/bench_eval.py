"""What it costs to weigh a large map, after it is loaded: labels, strengths, and one what-if.

    python tests/benchmarks/bench_eval.py [--huge] [--rounds N]

Makes maps in memory of 10,000 and 100,000 nodes (with --huge also 1,000,000) with two links a node,
once without rings and once with one ring in a thousand nodes, and prints the median of each step in
milliseconds of CPU time, the frame's own cost included. Memory is the peak of the process after all of it.
"""

import argparse
import gc
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable

from argmap.evaluation.frame import framed
from argmap.evaluation.labels import labelled
from argmap.evaluation.semantics import SEMANTICS
from argmap.evaluation.standards import DEFAULT
from argmap.evaluation.supposing import Changes
from argmap.evaluation.verdicts import strengths_of, weighed
from argmap.evaluation.whatif import whatif
from argmap.model import ArgumentMap, Claim, Link

SIZES = (10_000, 100_000)
HUGE = 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--huge", action="store_true", help="also 1,000,000 nodes")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    gc.disable()  # as the command line does
    print(
        f"{'nodes':>9} {'links':>9} {'rings':>6} | {'frame':>8} {'labels':>8} {'DF-QuAD':>8} {'what-if':>8} {'touched':>8}"
    )
    for size in (*SIZES, *([HUGE] if asked.huge else [])):
        for rings in (0, size // 1000):
            _measure(made(size, rings), rings, asked.rounds if size < HUGE else 1)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9
    print(f"peak memory {peak:.2f} GB; milliseconds of CPU, the median of {asked.rounds} rounds")
    print("targets: frame and DF-QuAD on 100,000 nodes 1,000 ms; a what-if on 10,000 nodes 5 ms")


def made(size: int, rings: int) -> ArgumentMap:
    """Every node bears on two earlier ones, one link in five against; so many of them close a ring."""
    chance = random.Random(size)
    nodes = tuple(Claim(id=f"n{number}", text=f"Statement {number}", sure=0.9) for number in range(size))
    links = []
    for number in range(1, size):
        for _ in range(2):
            target = chance.randrange(number)
            relation = "rebuts" if chance.random() < 0.2 else "supports"
            links.append(Link(premises=(f"n{number}",), target=f"n{target}", relation=relation))
    links += [
        Link(premises=(f"n{1000 * each}",), target=f"n{1000 * each + 1}", relation="rebuts")
        for each in range(rings)
    ]
    return ArgumentMap(nodes=nodes, links=tuple(links))


def _steps(m: ArgumentMap, rounds: int) -> list[float]:
    frame = framed(m)
    rows: list[Callable[[], object]] = [
        lambda: framed(m),
        lambda: labelled(frame, DEFAULT),
        lambda: strengths_of(frame, SEMANTICS[0]),
    ]
    return [_median(row, rounds) for row in rows]


def _measure(m: ArgumentMap, rings: int, rounds: int) -> None:
    times = _steps(m, rounds)  # its frame is gone before the next one is made
    before = weighed(m)
    before.at, before.reason_at  # noqa: B018 - part of what is loaded
    changes = [Changes(sure=((f"n{len(m.nodes) - 1 - each * 7}", 0.4),)) for each in range(20)]
    found = [_timed(lambda change=change: whatif(before, change)) for change in changes]
    touched = statistics.median(len(whatif(before, change).touched) for change in changes)
    print(
        f"{len(m.nodes):9,} {len(m.links):9,} {rings:6,} | "
        + " ".join(f"{each:8.1f}" for each in (*times, statistics.median(found)))
        + f" {touched:8,.0f}"
    )


def _median(call: Callable[[], object], rounds: int) -> float:
    return statistics.median(_timed(call) for _ in range(rounds))


def _timed(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
