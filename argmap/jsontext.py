"""JSON, strictly: doubled keys refused, every problem placed; and written safe to print."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any, Final

from argmap.controls import escaped_json
from argmap.errors import LoadError, Problem

DEEPEST: Final = 60
Path = tuple[str | int | None, ...]
Marks = dict[Path, int]

_TOKEN = re.compile(r'\s*(?:([{}\[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|([^\s{}\[\],:"]+))', re.S)
_encode = json.JSONEncoder(ensure_ascii=False).encode


class _DoubledKeyError(ValueError):
    pass


def dumped(data: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return the value as JSON on one line, with what steers a terminal escaped."""
    return escaped_json(_encode(data))


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
            Problem(*line_and_column, message)
            for line_and_column, message in _troubles(text, first_line)
        ]
        raise LoadError(name, problems or [Problem(first_line, 0, "this is no JSON")]) from None


_WORDED: Final = {
    "Expecting value": "a value is missing here",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Unterminated string starting at": "the string that begins here does not end",
    "Extra data": "there is more after the end",
    "Invalid control character at": "a control character; write it as an escape",
}


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _DoubledKeyError
    return made


def _refused(constant: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(constant)


def located(text: str, first_line: int = 1) -> Callable[[Path], tuple[int, int]]:
    """Return the function from a path through the data to its line and column."""
    marks, _ = _scanned(text)
    place = _places(text, first_line)

    def locate(path: Path) -> tuple[int, int]:
        while path and path not in marks:
            path = path[:-1]
        return place(marks.get(path, 0))

    return locate


def _places(text: str, first_line: int) -> Callable[[int], tuple[int, int]]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(position: int) -> tuple[int, int]:
        line = bisect_right(starts, position) - 1
        return line + first_line, position - starts[line] + 1

    return place


def _troubles(text: str, first_line: int) -> list[tuple[tuple[int, int], str]]:
    _, troubles = _scanned(text)
    place = _places(text, first_line)
    return [(place(position), message) for position, message in troubles]


def _scanned(text: str) -> tuple[Marks, list[tuple[int, str]]]:
    """Walk the tokens of well-formed JSON: where each value stands, and what is refused."""
    marks: Marks = {}
    troubles: list[tuple[int, str]] = []
    stack: list[list[Any]] = []  # [keys seen or None for a list, current key or position]
    awaiting_key = False
    for token in _TOKEN.finditer(text):
        sign, string, word = token.groups()
        start = token.start(token.lastindex or 0)
        if sign in {"}", "]"}:
            if stack:
                stack.pop()
            awaiting_key = False
        elif sign == ",":
            if stack and stack[-1][0] is None:
                stack[-1][1] += 1
            awaiting_key = bool(stack) and stack[-1][0] is not None
        elif sign == ":":
            awaiting_key = False
        elif awaiting_key and string:
            key = _key(string)
            here = tuple(level[1] for level in stack[:-1])
            if key in stack[-1][0]:
                troubles.append((start, f"the key {key[:40]} is there twice"))
            stack[-1][0].add(key)
            stack[-1][1] = key
            marks[*here, key, None] = start
        else:
            marks[tuple(level[1] for level in stack)] = start
            if sign in {"{", "["}:
                if len(stack) == DEEPEST:
                    troubles.append((start, f"this nests deeper than {DEEPEST}"))
                    break
                stack.append([set() if sign == "{" else None, None if sign == "{" else 0])
                awaiting_key = sign == "{"
            elif word in {"NaN", "Infinity", "-Infinity"}:
                troubles.append((start, f"{word} is no number of JSON"))
            elif word and len(word) > 4000:
                troubles.append((start, "this number has too many digits"))
    return marks, troubles


def _key(string: str) -> str:
    try:
        return str(json.loads(string))
    except ValueError:
        return string[1:-1]
