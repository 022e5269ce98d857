"""Abstract argumentation frameworks: arguments that attack one another, and their three notations.

An argument here is a name and nothing else. What sets of arguments are acceptable is asked next
door, in the room of abstract argumentation.

Source: Dung 1995; the notations are those of the competitions ICCMA 2015 to 2023 (apx, trivial
graph format, `p af`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.spelling import Hints

Notation = Literal["apx", "tgf", "af"]

ARGUMENTS_MOST: Final = 1_000_000
"""Arguments of the largest framework that is read."""

_FACT: Final = r"\s*(?:%[^\n]*\n?\s*)*(?:(arg|att)\s*\(\s*([^\s(),.%]+)\s*(?:,\s*([^\s(),.%]+)\s*)?\)\s*\.)?"
_BEGINS_AF: Final = r"\s*(?:#[^\n]*\n\s*)*p\s"
_BEGINS_TGF: Final = r"""\s*(?:[^\s:#{<"'\[-][^\s:]*(?:[ \t][^\n]*)?\n\s*)*#[ \t]*\r?(?:\n|\Z)"""
_BEGINS_APX: Final = r"\s*(?:%[^\n]*\n\s*)*(?:arg|att)\s*\("


@dataclass(frozen=True)
class Framework:
    """Arguments and the attacks among them.

    Attributes:
        names: The arguments' names, each once.
        attacks: Pairs of positions in `names`, attacker first, each once.
    """

    names: tuple[str, ...]
    attacks: tuple[tuple[int, int], ...]

    @cached_property
    def attackers(self) -> Sequence[Sequence[int]]:
        """For each argument, by position, what attacks it."""
        found: list[list[int]] = [[] for _ in self.names]
        for attacker, attacked in self.attacks:
            found[attacked].append(attacker)
        return found

    @cached_property
    def attacked(self) -> Sequence[Sequence[int]]:
        """For each argument, by position, what it attacks."""
        found: list[list[int]] = [[] for _ in self.names]
        for attacker, attacked in self.attacks:
            found[attacker].append(attacked)
        return found


def framework_of(names: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Framework:
    """Return the framework of some names, each once, and of attacks among them."""
    listed = tuple(names)
    at = {name: position for position, name in enumerate(listed)}
    pairs = dict.fromkeys((at[attacker], at[attacked]) for attacker, attacked in attacks)
    return Framework(listed, tuple(pairs))


def notation_of(text: str) -> Notation | None:
    """Return the notation that a text is in, by what it begins with; None when it is none."""
    if re.match(_BEGINS_AF, text):
        return "af"
    if re.match(_BEGINS_APX, text):
        return "apx"
    return "tgf" if re.match(_BEGINS_TGF, text) else None


def parsed(text: str, name: str, notation: Notation) -> Framework:
    """Return the framework that a text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    reading = _Reading()
    match notation:
        case "apx":
            _read_apx(text, reading)
        case "tgf":
            _read_tgf(text, reading)
        case "af":
            _read_af(text, reading)
    problems = [*reading.problems, *reading.unknown()]
    if problems:
        raise LoadError(name, problems)
    return framework_of(reading.names, ((attacker, attacked) for attacker, attacked, _ in reading.attacks))


class _Reading:
    """Gathers arguments and attacks; an attack may stand before the arguments it joins."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self.attacks: list[tuple[str, str, tuple[int, int]]] = []
        self.problems: list[Problem] = []

    def argument(self, name: str, place: tuple[int, int]) -> None:
        if name in self.names:
            self.problems.append(Problem(*place, f"the argument {_shown(name)} is there twice"))
        self.names[name] = None

    def refuse(self, place: tuple[int, int], message: str) -> None:
        self.problems.append(Problem(*place, message))

    def unknown(self) -> Iterator[Problem]:
        hints = Hints()
        for attacker, attacked, place in self.attacks:
            for name in dict.fromkeys((attacker, attacked)):
                if name not in self.names:
                    yield Problem(*place, f"unknown argument {_shown(name)}{hints.of(name, self.names)}")


def _shown(name: str) -> str:
    return visible(name[:60])


def _read_apx(text: str, reading: _Reading) -> None:
    fact = re.compile(_FACT)
    line, line_start, position = 1, 0, 0
    while found := fact.match(text, position):
        begins = found.start(1) if found[1] else found.end()
        line += text.count("\n", position, begins)
        line_start = max(line_start, text.rfind("\n", position, begins) + 1)
        place = (line, begins - line_start + 1)
        if not found[1]:
            if begins < len(text):
                reading.refuse(place, "here a fact is expected: arg(a). or att(a,b).")
            return
        if (found[1] == "att") is (found[3] is None):
            reading.refuse(place, "arg(a). names one argument, att(a,b). two")
        elif found[1] == "arg":
            reading.argument(found[2], place)
        else:
            reading.attacks.append((found[2], found[3], place))
        line += text.count("\n", begins, found.end())
        line_start = max(line_start, text.rfind("\n", begins, found.end()) + 1)
        position = found.end()


def _read_tgf(text: str, reading: _Reading) -> None:
    among_attacks = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 2)
        if not words:
            continue
        place = (number, len(line) - len(line.lstrip()) + 1)
        if words == ["#"] and not among_attacks:
            among_attacks = True
        elif not among_attacks:
            reading.argument(words[0], place)
        elif len(words) > 1:
            reading.attacks.append((words[0], words[1], place))
        else:
            reading.refuse(place, "an attack names two arguments: the attacker, then the attacked")


def _read_af(text: str, reading: _Reading) -> None:
    count: int | None = None
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        place = (number, len(line) - len(line.lstrip()) + 1)
        if not words or words[0].startswith("#"):
            continue
        if count is None:
            count = _count(words)
            if count is None:
                most = f"{ARGUMENTS_MOST:,}"
                reading.refuse(
                    place, f"this begins with `p af 3`, with the number of arguments (at most {most})"
                )
                return
            reading.names = dict.fromkeys(map(str, range(1, count + 1)))
        elif len(words) == 2 and all(re.fullmatch("[0-9]{1,9}", word) for word in words):  # noqa: PLR2004
            attacker, attacked = (str(int(word)) for word in words)
            reading.attacks.append((attacker, attacked, place))
        else:
            reading.refuse(place, "an attack is two numbers of arguments, from 1: 1 2")
    if count is None:
        reading.refuse((1, 1), "this is empty; it begins with `p af 3`")


def _count(words: Sequence[str]) -> int | None:
    match words:
        case ["p", "af", number] if re.fullmatch("[0-9]{1,9}", number) and int(number) <= ARGUMENTS_MOST:
            return int(number)
        case _:
            return None
