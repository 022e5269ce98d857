"""The lock of a map as text: JSON with one anchor a line, the same bytes for the same anchors.

Read strictly, since it may come from anybody: every problem is told at once, with line and column.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from argmap.controls import visible
from argmap.errors import LoadError
from argmap.jsontext import dumped, parsed, placed
from argmap.places import Path
from argmap.selectors import DIGEST, POSITION, QUOTE, WORDS, Stretch, position_selector, words_selector
from argmap.soundness import ID_LONGEST, ID_PATTERN
from argmap.sources.lock import SKIPPED, Entry, Lock
from argmap.sources.passages import QUOTE as BY_QUOTE
from argmap.spelling import suggestion
from argmap.values import PLACE

VERSION: Final = 1
HEAD: Final = "argmap-lock"

Fault = tuple[Path, str]
Check = Callable[[Any], str]
"""What is wrong with a value, in words; nothing where all is well."""


def write(lock: Lock) -> Iterator[str]:
    """Yield the text of a lock."""
    head = {
        HEAD: VERSION,
        "source": {"file": lock.file, "sha256": lock.sha256},
        "rule": lock.rule,
        "words": lock.words,
    }
    yield dumped(head)[:-1] + ', "anchors": ['
    for number, each in enumerate(lock.entries):
        selectors = [words_selector(each.stretch, digests=each.digests), position_selector(each.stretch)]
        yield (",\n " if number else "\n ") + dumped(
            {"node": each.node, "by": each.by, "selector": selectors}
        )
    yield "\n]}\n"


def read(text: str, name: str) -> Lock:
    """Return the lock that a text describes.

    Raises:
        LoadError: it is none; carries every problem with line and column.
    """
    data = parsed(text, name)
    faults = list(_faults(data))
    if faults:
        raise LoadError(name, placed(text, faults))
    source = data["source"]
    entries = tuple(map(_entry, data["anchors"]))
    return Lock(source["file"], source["sha256"], data["rule"], data["words"], entries)


def _entry(data: Mapping[str, Any]) -> Entry:
    words, position = data["selector"]
    stretch = Stretch(position["start"], position["end"], *(words[name] for name in WORDS))
    return Entry(data["node"], data["by"], stretch, words["type"] == DIGEST)


# --- what is wrong with it ----------------------------------------------------------------------


def _faults(data: Any) -> Iterator[Fault]:  # noqa: ANN401 - any JSON value
    if not isinstance(data, dict) or HEAD not in data:
        yield (), f"this is no lock of argmap: it has no {HEAD}"
        return
    if data[HEAD] != VERSION or isinstance(data[HEAD], bool):
        yield (HEAD,), f"this argmap reads locks of version {VERSION}"
        return
    yield from _fields(data, (), _OF_LOCK)
    if isinstance(data.get("source"), dict):
        yield from _fields(data["source"], ("source",), _OF_SOURCE)
    if isinstance(data.get("anchors"), list):
        yield from _anchor_faults(data["anchors"])


def _anchor_faults(anchors: list[Any]) -> Iterator[Fault]:
    seen: set[tuple[str, str]] = set()
    for index, each in enumerate(anchors):
        path = ("anchors", index)
        faults = list(_fields(each, path, _OF_ANCHOR))
        if not faults:
            faults += _selector_faults(each["selector"], (*path, "selector"), by_quote=each["by"] == BY_QUOTE)
            key = (each["node"], each["by"])
            faults += [(path, f"the anchor {key[1]} of {key[0]} is there twice")] if key in seen else []
            seen.add(key)
        yield from faults


def _selector_faults(selectors: list[Any], path: Path, *, by_quote: bool) -> Iterator[Fault]:
    if len(selectors) != 2:  # noqa: PLR2004 - words, and their position
        yield path, "there are two selectors: one of words or digests, one of their position"
        return
    words, position = selectors
    digests = isinstance(words, dict) and words.get("type") == DIGEST
    if digests and by_quote:
        yield (*path, 0), "an anchor by quote has its words"
    yield from _fields(words, (*path, 0), _OF_DIGESTS if digests else _OF_WORDS)
    faults = list(_fields(position, (*path, 1), _OF_POSITION))
    if not faults and position["start"] >= position["end"]:
        faults.append(((*path, 1), "a position ends after it starts"))
    yield from faults


def _fields(data: Any, path: Path, checks: Mapping[str, Check]) -> Iterator[Fault]:  # noqa: ANN401
    if not isinstance(data, dict):
        yield path, "this is an object: { … }"
        return
    for name in checks.keys() - data.keys():
        yield path, f"{name} is missing"
    for name, value in data.items():
        if name not in checks:
            yield (*path, name, None), f"unknown field {visible(name[:60])}{suggestion(name, checks)}"
        elif words := checks[name](value):
            yield (*path, name), f"{name} {words}"


def _text(value: Any) -> str:  # noqa: ANN401
    return "" if isinstance(value, str) else "is a text"


def _flag(value: Any) -> str:  # noqa: ANN401
    return "" if isinstance(value, bool) else "is true or false"


def _list(value: Any) -> str:  # noqa: ANN401
    return "" if isinstance(value, list) else "is a list: [ … ]"


def _object(value: Any) -> str:  # noqa: ANN401
    return "" if isinstance(value, dict) else "is an object: { … }"


def _count(value: Any) -> str:  # noqa: ANN401
    right = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53
    return "" if right else "is a whole number from 0"


def _like(pattern: str, words: str, longest: int = 100) -> Check:
    def check(value: Any) -> str:  # noqa: ANN401
        right = isinstance(value, str) and len(value) <= longest and re.fullmatch(pattern, value, re.ASCII)
        return "" if right else words

    return check


def _one_of(*known: str) -> Check:
    return lambda value: "" if value in known else f"is {' or '.join(known)}"


_hex: Final = _like("[0-9a-f]{64}", "is a SHA-256 digest: 64 hexadecimal digits")
_OF_LOCK: Final[Mapping[str, Check]] = {
    HEAD: lambda _: "",
    "source": _object,
    "rule": _text,
    "words": _flag,
    "anchors": _list,
}
_OF_SOURCE: Final[Mapping[str, Check]] = {"file": _text, "sha256": _hex}
_OF_ANCHOR: Final[Mapping[str, Check]] = {
    "node": _like(rf"{ID_PATTERN}|{re.escape(SKIPPED)}", "is the id of a node, or source.skip", ID_LONGEST),
    "by": _like(f"{BY_QUOTE}|{PLACE}", "is quote or a place: p13, p13.s2, p13.s1-s2, p13-p14"),
    "selector": _list,
}
_OF_WORDS: Final[Mapping[str, Check]] = {"type": _one_of(QUOTE, DIGEST), **dict.fromkeys(WORDS, _text)}
_OF_DIGESTS: Final[Mapping[str, Check]] = {"type": _one_of(DIGEST), **dict.fromkeys(WORDS, _hex)}
_OF_POSITION: Final[Mapping[str, Check]] = {"type": _one_of(POSITION), "start": _count, "end": _count}
