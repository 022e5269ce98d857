"""Abstract argumentation frameworks: arguments that attack one another, and their three notations.

An argument here is a name and nothing else. What sets of arguments are acceptable is asked next
door, in the room of abstract argumentation.

Source: Dung 1995; the notations are those of the competitions ICCMA 2015 to 2023 (apx, trivial
graph format, `p af`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.places import with_line_feeds
from argmap.spelling import Hints

Notation = Literal["apx", "tgf", "iccma"]
NOTATIONS: Final[tuple[Notation, ...]] = get_args(Notation)
ARGUMENTS_MOST: Final = 1_000_000
"""Arguments of the largest framework that is read."""

_NAME: Final = r'\s*("[^"\n]*"|[^\s(),."%]+)\s*'
_FACT: Final = (
    r"(?:\s|%[^\n]*+)*+"
    rf"(?:(?P<fact>arg\s*\({_NAME}\)\s*\.|att\s*\({_NAME},{_NAME}\)\s*\.)|\Z|(?P<wrong>[^\n]++))"
)


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


class Gathered(NamedTuple):
    """What a text says of a framework, and what it says wrongly.

    Attributes:
        framework: The arguments, and the attacks among them.
        texts: What is said of each argument beside its name; empty where nothing is.
        problems: What could not be read, with line and column.
        labels: How many attacks have a label, which says no more of a framework.
        itself: Line and column of the first attack on itself of each argument that has one.
    """

    framework: Framework
    texts: tuple[str, ...]
    problems: tuple[Problem, ...]
    labels: int = 0
    itself: Mapping[str, tuple[int, int]] = MappingProxyType({})


def parsed(text: str, name: str, notation: Notation) -> Framework:
    """Return the framework that a text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    found = gathered(text, notation)
    if found.problems:
        raise LoadError(name, found.problems)
    return found.framework


def gathered(text: str, notation: Notation) -> Gathered:
    """Return what a text says of a framework, as far as it can be read."""
    reading = _Reading()
    text = with_line_feeds(text)
    match notation:
        case "apx":
            _read_apx(text, reading)
        case "tgf":
            _read_tgf(text, reading)
        case "iccma":
            _read_iccma(text, reading)
    return reading.gathered()


class _Reading:
    """Gathers arguments and attacks; an attack may stand before the arguments it joins."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._attacks: list[tuple[str, str, tuple[int, int]]] = []
        self._problems: list[Problem] = []
        self._labels = 0

    def label(self) -> None:
        self._labels += 1

    def argument(self, name: str, place: tuple[int, int], text: str = "") -> None:
        if name in self._texts:
            self.refuse(place, f"the argument {visible(name[:60])} is there twice")
        else:
            self._texts[name] = text

    def attack(self, attacker: str, attacked: str, place: tuple[int, int]) -> None:
        self._attacks.append((attacker, attacked, place))

    def refuse(self, place: tuple[int, int], message: str) -> None:
        self._problems.append(Problem(*place, message))

    def gathered(self) -> Gathered:
        unknown = list(self._unknown())
        joined = ((one, other) for one, other, _ in self._attacks if {one, other} <= self._texts.keys())
        framework = framework_of(self._texts, joined)
        texts, problems = tuple(self._texts.values()), (*self._problems, *unknown)
        itself = {one: place for one, other, place in reversed(self._attacks) if one == other}
        return Gathered(framework, texts, problems, self._labels, itself)

    def _unknown(self) -> Iterator[Problem]:
        hints = Hints()
        for attacker, attacked, place in self._attacks:
            for name in dict.fromkeys((attacker, attacked)):
                if name not in self._texts:
                    hint = hints.of(name, self._texts)
                    yield Problem(*place, f"there is no argument {visible(name[:60])}{hint}")


def _read_apx(text: str, reading: _Reading) -> None:
    line, line_start, position = 1, 0, 0
    for found in re.finditer(_FACT, text):
        begins = max(found.start("fact"), found.start("wrong"))
        if begins < 0:  # nothing but space and comments before the end
            return
        line += text.count("\n", position, begins)
        line_start = max(line_start, text.rfind("\n", position, begins) + 1)
        position = begins
        place = (line, begins - line_start + 1)
        _, argument, attacker, attacked, wrong = found.groups()
        if wrong is not None:
            reading.refuse(place, "this is no fact: arg(a). or att(a,b).")
        elif argument is not None:
            reading.argument(argument, place)
        else:
            reading.attack(attacker, attacked, place)


def _read_tgf(text: str, reading: _Reading) -> None:
    among_attacks = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 2 if among_attacks else 1)
        place = (number, len(line) - len(line.lstrip()) + 1)
        if not words:
            continue
        if words[0] == "#":
            if among_attacks:
                reading.refuse(place, "a second # line; one stands between arguments and attacks")
            among_attacks = True
        elif not among_attacks:
            reading.argument(words[0], place, words[1].strip() if len(words) > 1 else "")
        elif len(words) > 1:
            reading.attack(words[0], words[1], place)
            if len(words) > 2:  # noqa: PLR2004 - two ids and a label
                reading.label()
        else:
            reading.refuse(place, "an attack is two ids with a space between them")


def _read_iccma(text: str, reading: _Reading) -> None:
    begun = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.partition("#")[0].split()
        place = (number, len(line) - len(line.lstrip()) + 1)
        match words:
            case []:
                pass
            case ["p", "af", most] if not begun and _is_number(most):
                begun = True
                _announce(int(most), reading, place)
            case ["p", *_]:
                reading.refuse(place, "there is one header, and it says: p af 3")
                if not begun:
                    return
            case _ if not begun:
                reading.refuse(place, "the first line says how many arguments there are: p af 3")
                return
            case [attacker, attacked] if _is_number(attacker) and _is_number(attacked):
                reading.attack(str(int(attacker)), str(int(attacked)), place)
            case _:
                reading.refuse(place, "an attack is two numbers with a space between them")
    if not begun:
        reading.refuse((1, 1), "this is empty; the first line says how many arguments there are: p af 3")


def _announce(count: int, reading: _Reading, place: tuple[int, int]) -> None:
    if count > ARGUMENTS_MOST:
        reading.refuse(place, f"more than {ARGUMENTS_MOST:,} arguments are not read")
        return
    for number in range(1, count + 1):
        reading.argument(str(number), place)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= len(str(ARGUMENTS_MOST)) + 1
