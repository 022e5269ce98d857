"""What comparing two maps costs, beside loading them.

    python tests/benchmarks/bench_diff.py [NODES] [ROUNDS]

Makes a map of NODES nodes (10,000 when not said), as `bench_check.py` does, and others from it: `edited`
has a hundredth of its texts reworded; `renamed` has other ids throughout, in another order; `retold` has
other ids and every text reworded (one word in six another one); `strange` is a map of other words, with
other ids; `numbered` is the same with the first map's ids. ROUNDS times (3) in turn the first is
compared with each, and loaded from JSON Lines. CPU time of this process; medians. Beside it stands how
many nodes were matched, and of `retold` how many rightly.
"""

import gc
import random
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap import files
from argmap.comparison.comparing import compare
from argmap.model import ArgumentMap
from tests.benchmarks.bench_check import made
from tests.comparison.renaming import renamed


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    m = made(random.Random(1), count)
    chance = random.Random(2)
    fresh = {name: f"f{index}" for index, name in enumerate(chance.sample(sorted(m.by_id), count))}
    strange = made(random.Random(3), count)
    others = {
        "edited": reworded(m, chance, 0.01),
        "renamed": renamed(m, fresh, chance.shuffle),
        "retold": renamed(reworded(m, chance, 1.0), fresh, chance.shuffle),
        "strange": renamed(strange, {name: f"f{name}" for name in strange.by_id}, chance.shuffle),
        "numbered": strange,
    }
    text = files.dumps(m, format="jsonl")
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    told = {}
    gc.disable()  # as the command line does
    for _ in range(rounds):
        start = time.process_time()
        files.loads(text, format="jsonl")
        seconds["load"].append(time.process_time() - start)
        for name, other in others.items():
            gc.collect()
            old, new = m.model_copy(), other.model_copy()
            start = time.process_time()
            found = compare(old, new)
            seconds[name].append(time.process_time() - start)
            right = sum(fresh.get(pair.before.id) == pair.after.id for pair in found.pairs)
            told[name] = f"{len(found.pairs):,} matched" + (
                f", {right:,} rightly" if name == "retold" else ""
            )
    print(f"{count:,} nodes, {len(m.links):,} links")
    for name, each in seconds.items():
        print(f"  {name:9} {statistics.median(each):7.2f} s  {told.get(name, '')}")


def reworded(m: ArgumentMap, chance: random.Random, share: float) -> ArgumentMap:
    """Return a map in which of that share of the texts one word in six is another one, and one at least."""
    nodes = []
    for node in m.nodes:
        words = node.text.split()
        if chance.random() < share:
            for place in chance.sample(range(len(words)), max(1, len(words) // 6)):
                words[place] = f"{words[place][::-1]}{chance.randrange(100)}"
        nodes.append(node.model_copy(update={"text": " ".join(words)}))
    return m.model_copy(update={"nodes": tuple(nodes)})


if __name__ == "__main__":
    main()
