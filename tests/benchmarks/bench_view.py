"""How large the page of a map is, and how fast a browser shows and unfolds it.

    python tests/benchmarks/bench_view.py [ROUNDS]

Pages of the two maps that ship and of made ones of 2,000 and 10,000 nodes (texts of 6 to 14 words, a
fifth of the links rebuttals, a tenth more links across) are opened in Chromium without a window,
ROUNDS times (5) each. Told are the page's KiB, and in milliseconds, as medians: the first picture
(first contentful paint) by the clock; what the page's thread has worked until then and to the end of
loading; and the dearest of the first ten handles that unfold a box, from the click until all is laid
out, by the clock and as work. On a machine with other things to do the clock tells more of these, and
the work (processor time of the thread) is what to compare.
"""

import random
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap import ArgumentMap, load
from argmap.shipped import builtin
from tests.browser.driving import Browser, a_browser

WORDS = [
    "charge",
    "traffic",
    "bus",
    "money",
    "year",
    "trams",
    "shops",
    "council",
    "fair",
    "law",
    "court",
    "jam",
    "night",
    "early",
    "asthma",
    "air",
    "school",
    "tunnel",
    "price",
    "rent",
    "house",
    "water",
    "light",
    "street",
    "river",
    "vote",
    "law",
    "east",
    "west",
    "long",
    "short",
    "open",
]
PAINT = "return performance.getEntriesByName('first-contentful-paint')[0].startTime"
HANDLES = "return [...document.querySelectorAll('.handle.more')].slice(0, 10).map(each => each.dataset.fold)"
UNFOLD = """
const start = performance.now();
document.querySelector(`[data-fold="${arguments[0]}"]`).dispatchEvent(new MouseEvent('click', {bubbles: true}));
document.body.getBoundingClientRect();
return performance.now() - start;
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    maps = {name: load(builtin(name) or "") for name in ("riverton", "china-russia")}
    maps |= {f"{count:,} nodes": made(random.Random(1), count) for count in (2_000, 10_000)}
    with tempfile.TemporaryDirectory() as folder, a_browser(Path(folder)) as browser:
        browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        print(f"{'':14}{'KiB':>8}{'first picture':>15}{'work':>6}{'unfolding':>11}{'work':>6}")
        for name, m in maps.items():
            measure(browser, name, m, rounds)
    print(
        "targets: 120 KiB built in, 500 KiB at 2,000 nodes; first picture 500 ms at 2,000, 2,000 ms at 10,000;"
    )
    print("unfolding 100 ms")


def measure(browser: Browser, name: str, m: ArgumentMap, rounds: int) -> None:
    told = []
    for _ in range(rounds):
        browser.open(m)
        browser.run("return new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")
        loaded = work(browser)  # the thread is the page's own
        unfolded = []
        for handle in browser.run(HANDLES):
            before = work(browser)
            unfolded.append((browser.run(UNFOLD, handle), work(browser) - before))
        told.append([browser.run(PAINT), loaded, *map(max, zip(*unfolded, strict=True))])
    size = (browser.folder / "page.html").stat().st_size / 1024
    cells = [f"{statistics.median(each):.0f}" for each in zip(*told, strict=True)]
    print(f"{name:14}{size:8.1f}{cells[0]:>15}{cells[1]:>6}{cells[2]:>11}{cells[3]:>6}")


def work(browser: Browser) -> float:
    """The processor time of the page's thread so far, in milliseconds."""
    told = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return 1000 * next(float(each["value"]) for each in told if each["name"] == "ThreadTime")


def made(chance: random.Random, count: int) -> ArgumentMap:
    kinds = chance.choices(["claim", "gain", "cost", "evidence", "assumption"], [4, 2, 2, 3, 1], k=count)
    nodes = [
        {
            "id": f"n{index}",
            "kind": kind,
            "text": " ".join(chance.choices(WORDS, k=chance.randint(6, 14))).capitalize(),
            **(
                {"holder": chance.choice(["drivers", "children", "council"])}
                if kind in {"gain", "cost"}
                else {}
            ),
        }
        for index, kind in enumerate(kinds)
    ]
    ends = [(index, max(0, min(index - 1, index // 4 + chance.randint(-3, 1)))) for index in range(1, count)]
    ends += [tuple(sorted(chance.sample(range(count), 2), reverse=True)) for _ in range(count // 10)]
    links = [
        {
            "premises": [f"n{start}"],
            "target": f"n{end}",
            "relation": "rebuts" if chance.random() < 0.2 else "supports",
        }
        for start, end in ends
    ]
    return ArgumentMap.model_validate(
        {"title": f"{count} nodes", "thesis": "n0", "nodes": nodes, "links": links}
    )


if __name__ == "__main__":
    main()
