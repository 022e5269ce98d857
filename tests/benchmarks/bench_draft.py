"""How well an article is cut and drafted, and how long that takes.

    python tests/benchmarks/bench_draft.py

Sentences: how many of the hard cases in `tests/sources/hard-cases.json` are cut exactly as a person
cut them. Drafts: of the sentences that `argmap new` takes for candidates, how many have a statement
of the map that people made (precision), and of those that have one, how many are candidates
(recall); what the map skips is left out, and nothing was tuned to these maps. `all` is what taking
every sentence would give. Time: CPU of this process for 10,000 words, imports left out.
"""

import json
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import argmap
from argmap.model import Source
from argmap.render.draft import draft_text
from argmap.sources.article import RULE, Article
from argmap.sources.coverage import coverage
from argmap.sources.drafting import draft

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "article" / "china-russia.txt"
ARTICLES = {
    "riverton": ROOT / "data" / "riverton.txt",
    "china-russia": Path(os.environ.get("ARGMAP_ARTICLE") or SHARED),
}
ROUNDS = 5
WORDS = 10_000


def main() -> None:
    cases = json.loads((ROOT / "tests" / "sources" / "hard-cases.json").read_text("utf-8"))
    right = sum(_cut(case["text"]) == case["sentences"] for case in cases)
    print(f"{RULE}: {right} of {len(cases)} hard cases cut right")
    for name, path in ARTICLES.items():
        print(_drafted(name, path) if path.is_file() else f"{name}: the article is not here")
    text = ARTICLES["riverton"].read_text("utf-8")
    text = "\n\n".join([text] * (WORDS // len(text.split()) + 1))
    words = len(text.split())
    for what, seconds in (
        ("cut", _spent(text, drafted=False)),
        ("cut and drafted", _spent(text, drafted=True)),
    ):
        print(f"{what}: {seconds / words * WORDS * 1e3:.1f} ms for {WORDS:,} words, median of {ROUNDS}")


def _cut(text: str) -> list[str]:
    article = Article(text)
    numbers = range(1, len(article.paragraphs) + 1)
    return [text[start:end] for number in numbers for start, end in article.sentences(number)]


def _drafted(name: str, path: Path) -> str:
    m = argmap.load(ROOT / "data" / f"{name}.argmap.yaml")
    article = Article(path.read_text("utf-8"), path.name)
    found = coverage(m, article)
    counted = {each.place for each in found.counted}
    mapped = {each.place for each in found.counted if each.nodes}
    sentences = draft(article, Source()).sentences
    candidates = {each.place for each in sentences if each.is_candidate} & counted
    right = len(candidates & mapped)
    return (
        f"{name}: {len(candidates)} candidates of {len(counted)} sentences, {len(mapped)} mapped, {right} both: "
        f"precision {right / len(candidates):.2f} (all {len(mapped) / len(counted):.2f}), "
        f"recall {right / len(mapped):.2f}"
    )


def _spent(text: str, *, drafted: bool) -> float:
    spans = []
    for _ in range(ROUNDS):
        start = time.process_time()
        if drafted:
            "".join(draft_text(draft(Article(text), Source()), "x", quoting=True))
        else:
            _cut(text)
        spans.append(time.process_time() - start)
    return statistics.median(spans)


if __name__ == "__main__":
    main()
