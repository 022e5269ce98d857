"""What writing GraphML costs, against `networkx.write_graphml` of the same graph.

    python tests/benchmarks/bench_graphml.py [NODES] [ROUNDS]

Makes a map of NODES statements (10,000 when not said), every tenth link of linked premises, and
writes it ROUNDS times in turn: argmap's two flavours, and networkx three times: the attributes
that people see (label, text, kind, holder, nature, sure, place, relation, scheme), every attribute
that argmap's plain flavour carries, `argmap_json` among them, and every one that the default
carries, colours and places too, but for yEd's boxes and lines. CPU time of this process.
"""

import gc
import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.formats import graphml
from argmap.model import KINDS, ArgumentMap

WORDS = (  # noqa: SIM905 - it reads as what it is, a sentence
    "the council should introduce a congestion charge of six euros a day because traffic on the"
    " inner ring is jammed every working morning and a charge would thin it by a fifth"
).split()
TARGET = 8.0


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    m = made(count)
    plain = "".join(graphml.write(m, plain=True))
    whole = nx.read_graphml(io.BytesIO(plain.encode()), force_multigraph=True)
    drawn = nx.read_graphml(io.BytesIO("".join(graphml.write(m)).encode()), force_multigraph=True)
    seen = _seen(whole)
    sides: dict[str, Callable[[], object]] = {
        "argmap, default": lambda: _written(m, plain=False),
        "argmap, plain": lambda: _written(m, plain=True),
        "networkx, what is seen": lambda: nx.write_graphml(seen, io.BytesIO()),
        "networkx, what plain has": lambda: nx.write_graphml(whole, io.BytesIO()),
        "networkx, what default has": lambda: nx.write_graphml(drawn, io.BytesIO()),
        "argmap, read plain": lambda: graphml.read(plain, "x"),
        "networkx, read plain": lambda: nx.read_graphml(io.BytesIO(plain.encode())),
    }
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    gc.freeze()  # what is at hand is not walked again: neither side pays for the other's graph
    for _ in range(rounds):
        for name, work in sides.items():
            seconds[name].append(_spent(work))
    print(f"{count:,} statements, {len(m.links):,} links, median of {rounds} rounds")
    for name, each in seconds.items():
        print(f"  {name:26} {statistics.median(each) / count * 1e6:7.1f} µs a statement")
    for mine, theirs in (
        ("argmap, default", "networkx, what is seen"),
        ("argmap, default", "networkx, what default has"),
        ("argmap, plain", "networkx, what is seen"),
        ("argmap, plain", "networkx, what plain has"),
        ("argmap, read plain", "networkx, read plain"),
    ):
        pairs = zip(seconds[theirs], seconds[mine], strict=True)
        ratio = statistics.median(their / my for their, my in pairs)
        print(f"{mine} is {ratio:.1f} times as fast as {theirs}")
    print(f"target for writing: {TARGET:g} times as fast")


def made(count: int) -> ArgumentMap:
    """Return a map of that many statements in a tree, with every kind, and linked premises."""
    dice = random.Random(1)
    nodes = [_node(dice, index) for index in range(count)]
    links: list[dict[str, Any]] = []
    for index in range(1, count):
        target, relation = f"n{(index - 1) // 3}", "supports" if index % 7 else "rebuts"
        premises = (f"n{index}", f"n{index - 1}") if index % 10 == 0 else (f"n{index}",)
        scheme = {"scheme": "analogy"} if index % 10 == 0 else {}
        links.append({"premises": premises, "target": target, "relation": relation, **scheme})
    return ArgumentMap.model_validate({"title": "A large map", "nodes": nodes, "links": links})


def _node(dice: random.Random, index: int) -> dict[str, Any]:
    kind = dice.choice(KINDS)
    fields: dict[str, Any] = {"id": f"n{index}", "kind": kind, "sure": dice.choice([None, 0.5, 0.8])}
    fields["text"] = " ".join(dice.choice(WORDS) for _ in range(14))
    if kind in {"gain", "cost"}:
        fields |= {"holder": ("drivers",), "nature": "tangible"}
    if index % 3 == 0:
        fields["anchor"] = {"at": (f"p{index % 50 + 1}.s2",)}
    return fields


def _seen(whole: Any) -> Any:
    """Return the graph with those attributes only that people see."""
    hidden = {"argmap_json", "labels", "interaction", "format", "id"}
    seen = nx.MultiDiGraph()
    for node, data in whole.nodes(data=True):
        seen.add_node(node, **{name: value for name, value in data.items() if name not in hidden})
    for source, target, data in whole.edges(data=True):
        fields = {name: value for name, value in data.items() if name not in {*hidden, "label"}}
        seen.add_edge(source, target, **fields)
    return seen


def _written(m: ArgumentMap, *, plain: bool) -> int:
    out = io.BytesIO()
    for piece in graphml.write(m, plain=plain):
        out.write(piece.encode())
    return out.tell()


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
