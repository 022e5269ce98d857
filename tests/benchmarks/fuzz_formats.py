"""Whether any text can make a reader fail otherwise than by saying what is wrong.

    python tests/benchmarks/fuzz_formats.py [EXECUTIONS] [FORMAT ...]

Takes the shipped maps and those in `tests/maps/good`, and small maps cut out of them, and changes
them EXECUTIONS times (2,000 when not said) for each format: in structure where the format is JSON
(values swapped, doubled, removed, given another kind or a hostile text), and word by word in every
text. A text is right where it is refused by an error of argmap, or read into a map which comes back
from JSON as it is and which the format writes and reads again. Anything else is told with the text
that did it, and the script ends with 1. Half a minute to some minutes for 100,000 executions.
"""

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap import dumps, load, loads
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("yaml", "json", "jsonl", "graphml", "argdown", "aif")
OF_JSON = {"json", "jsonl", "aif"}
LOSSLESS = {"yaml", "json", "jsonl", "graphml"}
NASTY = (
    *(
        "",
        " ",
        "\t",
        "\n",
        "\0",
        "\x1b[31m",
        "\u202e",
        "\ud800",
        "\ufeff",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
    ),
    *("[x]", "<x>", "{a}", "#t", "- ", "+ ", ": ", "?", "*a", "&a", "!t", "|", ">", "%", "@", "`", "'", '"'),
    *(
        "no",
        "null",
        "~",
        "1e999",
        "0x10",
        "-1",
        "0.5",
        "2020-01-01",
        "p1.s1",
        "p9-p1",
        "a" * 300,
        "é",
        "e\u0301",
    ),
)
VALUES: tuple[Any, ...] = (None, True, 0, -1, 1e308, 10**30, [], {}, [[]], {"a": 1}, *NASTY)
PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def main() -> int:
    executions = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    bad = sum(fuzz(name, executions) for name in sys.argv[2:] or FORMATS)
    return 1 if bad else 0


def fuzz(name: str, executions: int) -> int:
    """Change texts of a format so often, print how many were read, and return how many went wrong."""
    chance = random.Random(name)
    texts = [text for m in maps(chance) if (text := written(m, name)) is not None]
    counts: Counter[str] = Counter()
    start = time.process_time()
    for _ in range(executions):
        text = changed(chance, chance.choice(texts), name)
        try:
            counts[tried(text, name)] += 1
        except Exception as error:  # noqa: BLE001 - that is what is sought
            counts["wrong"] += 1
            print(f"{name}: {type(error).__name__}: {error}\n{ascii(text)[:3000]}")
    seconds = time.process_time() - start
    said = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
    print(f"{name}: {executions:,} executions: {said}; {seconds:.0f} s of CPU", flush=True)
    return counts["wrong"]


def maps(chance: random.Random) -> list[ArgumentMap]:
    """Return small maps: those of the tests, and pieces of the shipped ones."""
    good = [load(path) for path in sorted((ROOT / "tests" / "maps" / "good").iterdir())]
    found = [m for m in good if len(dumps(m, format="json")) < 5_000]
    for name in ("riverton", "china-russia"):
        m = load(ROOT / "data" / f"{name}.argmap.yaml")
        found += [piece(chance, m) for _ in range(20)]
    return found


def piece(chance: random.Random, m: ArgumentMap) -> ArgumentMap:
    """Return a few of the statements of a map, and the links between them."""
    start = chance.randrange(len(m.nodes) - 6)
    nodes = m.nodes[start : start + chance.randint(2, 6)]
    ids = {node.id for node in nodes}
    links = [link for link in m.links if {*link.premises, link.target} <= ids]
    return ArgumentMap(title=m.title, nodes=nodes, links=tuple(links))


def written(m: ArgumentMap, name: str) -> str | None:
    try:
        return dumps(m, format=name)
    except ArgmapError:
        return None


def changed(chance: random.Random, text: str, name: str) -> str:
    """Return a text with one change or a few."""
    structure = name in OF_JSON and chance.random() < 0.7
    change: Callable[[random.Random, str], str] = in_structure if structure else in_words
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        text = change(chance, text)
    return text


def in_structure(chance: random.Random, text: str) -> str:
    """Change one value somewhere in JSON, or in a line of it."""
    lines = [text] if text.startswith("{\n") or "\n{" not in text else text.splitlines()
    index = chance.randrange(len(lines))
    try:
        data = json.loads(lines[index])
    except ValueError:
        return in_words(chance, text)
    places = list(containers(data))
    here, other = chance.choice(places), chance.choice(places)
    key, from_key = key_in(chance, here), key_in(chance, other)
    match chance.randrange(6):
        case 0 if key is not None:
            here[key] = chance.choice(VALUES)
        case 1 if key is not None and from_key is not None:
            here[key], other[from_key] = other[from_key], here[key]
        case 2 if key is not None:
            del here[key]
        case 3 if key is not None and isinstance(here[key], str):
            here[key] = in_words(chance, here[key])
        case 4 if isinstance(here, dict):
            here[chance.choice([*NASTY, "because", "but", "unless", "kind"])] = chance.choice(VALUES)
        case _ if isinstance(here, list):
            here.insert(chance.randint(0, len(here)), chance.choice(VALUES))
    try:
        lines[index] = json.dumps(data, ensure_ascii=chance.random() < 0.5)
    except (ValueError, RecursionError):  # a list was put into itself
        return text
    return "\n".join(lines)


def containers(data: Any) -> list[Any]:
    """Return every list and mapping of some data."""
    found = [data] if isinstance(data, list | dict) else [[]]
    for each in found:
        inside = each.values() if isinstance(each, dict) else each
        found += [value for value in inside if isinstance(value, list | dict)]
    return found


def key_in(chance: random.Random, here: Any) -> Any:
    keys = list(here) if isinstance(here, dict) else list(range(len(here)))
    return chance.choice(keys) if keys else None


def in_words(chance: random.Random, text: str) -> str:
    """Change one word, blank or sign of a text, or a line."""
    if chance.random() < 0.25:
        lines = text.splitlines(keepends=True) or [""]
        index, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[index]
        lines[index : index + 1] = chance.choice(([], [line, line], [lines[other], line], ["  " + line]))
        return "".join(lines)
    words = PIECE.findall(text) or [""]
    index = chance.randrange(len(words))
    word, another = words[index], chance.choice(words)
    words[index] = chance.choice(("", word + word, another, word + another, chance.choice(NASTY), word[:-1]))
    return "".join(words)


def tried(text: str, name: str) -> str:
    """Read a text, and what came of it again; return whether it was read."""
    try:
        m = loads(text, format=name)
    except ArgmapError as error:
        str(error).encode()
        return "refused"
    alone = m.model_copy(update={"beside": ()})
    back = loads(dumps(m, format="json"), format="json")
    if back != m:
        raise AssertionError("the map does not come back from JSON as it is")
    try:
        again = loads(dumps(alone, format=name), format=name).model_copy(update={"beside": ()})
    except ArgmapError as error:
        raise AssertionError(f"what the format wrote is refused: {error}") from error
    if name in LOSSLESS and again != alone:
        raise AssertionError("the map does not come back from its format as it is")
    return "read"


if __name__ == "__main__":
    sys.exit(main())
