"""The numbered notation of ICCMA 2023: `p af 3`, then `1 2` for each attack.

Read and written. Carries which rebuts which; the ids stand in comments, for people.

Source: ICCMA 2023, https://iccma2023.github.io/rules.html.
"""

from collections.abc import Iterator
from typing import Final

from argmap.formats._framework import Framework, attacks
from argmap.losses import Reading
from argmap.model import ArgumentMap

MOST: Final = 1_000_000
"""Arguments that a header may announce."""


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a framework."""
    framework = Framework()
    header = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("#")[0].split()
        column = len(line) - len(line.lstrip()) + 1
        if not words:
            continue
        if words[0] == "p":
            header = _begin(framework, words, number, column, again=header)
        elif not header:
            framework.refuse(number, column, "the first line says how many arguments there are: p af 3")
            break
        elif len(words) != 2 or not all(_is_number(word) for word in words):  # noqa: PLR2004 - a pair
            framework.refuse(number, column, "an attack is two numbers with a space between them")
        else:
            source, target = (str(int(word)) for word in words)
            framework.attack(source, target, number, column)
    if not header and not framework.problems:
        framework.refuse(1, 1, "this is empty; the first line says how many arguments there are: p af 3")
    return framework.reading()


def _begin(framework: Framework, words: list[str], number: int, column: int, *, again: bool) -> bool:
    """Take the header; return whether it was one."""
    if again or words[:2] != ["p", "af"] or len(words) != 3 or not _is_number(words[2]):  # noqa: PLR2004 - p af n
        framework.refuse(number, column, "there is one header, and it says: p af 3")
        return again
    most = int(words[2])
    if most > MOST:
        framework.refuse(number, column, f"more than {MOST:,} arguments are not read")
        return True
    for each in range(1, most + 1):
        framework.argue(str(each), number, column)
    return True


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= len(str(MOST)) + 1


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the header, the ids as comments, and an attack a line."""
    yield f"p af {len(m.nodes)}\n"
    yield from (f"# {number} {node.id}\n" for number, node in enumerate(m.nodes, 1))
    numbers = [str(number) for number in range(1, len(m.nodes) + 1)]
    yield from (f"{source} {target}\n" for source, target in attacks(m, numbers))
