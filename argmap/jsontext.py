"""JSON, strictly: doubled keys refused, every problem placed; and written safe to print."""

import json
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Any, Final

from argmap.controls import escaped_json, visible
from argmap.errors import LoadError, Problem
from argmap.places import DEEPEST, Lines, Path, nearest, towards

Marks = dict[Path, int]

DIGITS_MOST: Final = 4_000
"""Digits of the longest number; from about 4,300 Python refuses to read them."""

_PIECE: Final = r'(?s)\s*(?:([{}\[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}\[\],:"]+)|("))'
"""A sign, a string, a word, or a quotation mark that no other one answers."""
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_value = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode
_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_sorted = json.JSONEncoder(sort_keys=True).encode


class _DoubledKeyError(ValueError):
    pass


def dumped(data: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return the value as JSON on one line, with what steers a terminal escaped."""
    return escaped_json(_encode(data))


def canonical(text: str) -> str:
    """Return a JSON text in one layout, keys sorted: of two texts the same where they say the same.

    Raises:
        LoadError: as for `parsed`.
    """
    return _encode_sorted(parsed(text, "text"))


def parsed(text: str, name: str, first_line: int = 1) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text.

    Args:
        text: The text.
        name: Its name, for messages.
        first_line: The number of its first line, when it is part of a longer text.

    Raises:
        LoadError: malformed, a key twice in one object, NaN, nested too deep, a giant number.
    """
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)
    except json.JSONDecodeError as error:
        message = _WORDED.get(error.msg, error.msg[:1].lower() + error.msg[1:])
        problem = Problem(error.lineno + first_line - 1, error.colno, f"this is no JSON: {message}")
        raise LoadError(name, [problem]) from None
    except (ValueError, RecursionError):
        problems = [
            Problem(*line_and_column, message) for line_and_column, message in _troubles(text, first_line)
        ]
        raise LoadError(name, problems or [Problem(first_line, 0, "this is no JSON")]) from None


_WORDED: Final = {
    "Expecting value": "a value is missing here",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Unterminated string starting at": "the string that begins here does not end",
    "Extra data": "there is more after the end",
    "Illegal trailing comma before end of object": "a key in double quotes is missing here",
    "Illegal trailing comma before end of array": "a value is missing here",
    "Invalid \\escape": "this escape is unknown; write a backslash twice",
    "Invalid \\uXXXX escape": "an escape has four hexadecimal digits: \\u00e9",
    "Invalid control character at": "a control character; write it as an escape",
}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DoubledKeyError
    return made


def _refused(constant: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(constant)


def located(text: str, paths: Iterable[Path], first_line: int = 1) -> list[tuple[int, int]]:
    """Return line and column of what each path through well-formed JSON leads to, as far as it leads."""
    paths = list(paths)
    search = _Search(text, towards(paths))
    with suppress(RecursionError):  # so deep that it was read just so: what was found till there is told
        search.value(0, ())
    lines = Lines(text, first_line)
    return [lines.at(nearest(path, search.marks, 0)) for path in paths]


def placed(text: str, faults: Iterable[tuple[Path, str]]) -> list[Problem]:
    """Return what is said of paths through the data as problems, each where its path leads."""
    told = list(faults)
    places = located(text, [path for path, _ in told]) if told else []
    return [Problem(*place, message) for place, (_, message) in zip(places, told, strict=True)]


class _Search:
    """Finds where what is wanted stands; values that nothing wanted is in are passed by quickly."""

    def __init__(self, text: str, wanted: Collection[Path]) -> None:
        self.marks: Marks = {}
        self._text = text
        self._wanted = wanted
        self._left = len(wanted)
        self._entered = {path[:-1] for path in wanted if path}

    def value(self, position: int, path: Path) -> int:
        """Look through the value that begins at a position, white space aside; return where it ends."""
        start = _after_space(self._text, position)
        if path in self._wanted:
            self._mark(path, start)
        sign = self._text[start : start + 1]
        if path not in self._entered or sign not in "{[":
            return _value(self._text, start)[1]
        return self._members(start + 1, path, keyed=sign == "{")

    def _members(self, position: int, path: Path, *, keyed: bool) -> int:
        """Look through the members of an object or a list, up to the last that is wanted."""
        text, number = self._text, 0
        position = _after_space(text, position)
        while self._left and text[position] not in "}]":
            here: Path = (*path, number)
            if keyed:
                key, end = _value(text, position)
                here = (*path, key)
                if (*here, None) in self._wanted:
                    self._mark((*here, None), position)
                position = _after_space(text, end) + 1  # a colon
            number += 1
            position = _after_space(text, self.value(position, here))
            if text[position] == ",":
                position = _after_space(text, position + 1)
        return position + 1

    def _mark(self, path: Path, start: int) -> None:
        self._left -= 1
        self.marks[path] = start


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _troubles(text: str, first_line: int) -> list[tuple[tuple[int, int], str]]:
    scan = _Scan()
    for token in re.finditer(_PIECE, text):
        if not scan.take(token):
            break
    lines = Lines(text, first_line)
    return [(lines.at(position), message) for position, message in scan.troubles]


class _Scan:
    """Notes, token by token, what is refused; stops where there is no going on."""

    def __init__(self) -> None:
        self.troubles: list[tuple[int, str]] = []
        self._keys: list[set[str] | None] = []  # of each object that is open; None for a list
        self._key_next = False

    def take(self, token: re.Match[str]) -> bool:
        """Take a token; return whether there is any sense in going on."""
        sign, string, word, lone = token.groups()
        start = token.start(token.lastindex or 0)
        if sign:
            return self._sign(sign, start)
        if string:
            self._string(string, start)
        elif word:
            self._word(word, start)
        return lone is None

    def _sign(self, sign: str, start: int) -> bool:
        if sign in "{[":
            return self._open(sign, start)
        self._key_next = False
        if sign in "}]" and self._keys:
            self._keys.pop()
        elif sign == "," and self._keys:
            self._key_next = self._keys[-1] is not None
        return True

    def _open(self, sign: str, start: int) -> bool:
        if len(self._keys) == DEEPEST:
            self.troubles.append((start, f"this nests deeper than {DEEPEST}"))
            return False
        self._key_next = sign == "{"
        self._keys.append(set() if self._key_next else None)
        return True

    def _string(self, string: str, start: int) -> None:
        keys = self._keys[-1] if self._keys else None
        if not self._key_next or keys is None:
            return
        key = _key(string)
        if key in keys:
            self.troubles.append((start, f"the key {visible(key[:40])} is there twice"))
        keys.add(key)

    def _word(self, word: str, start: int) -> None:
        if word in {"NaN", "Infinity", "-Infinity"}:
            self.troubles.append((start, f"{word} is no number of JSON"))
        elif len(word) > DIGITS_MOST:
            self.troubles.append((start, "this number has too many digits"))


def _key(string: str) -> str:
    try:
        return str(json.loads(string))
    except ValueError:
        return string[1:-1]
