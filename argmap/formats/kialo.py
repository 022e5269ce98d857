"""Kialo's export as text: numbered claims, each pro or con the one above.

Read. A claim that runs over several lines is one claim, a reference to another one a second link of
it; the addresses of its evidence become a note. Older exports have a claim in a line and its evidence
in brackets, newer ones a claim below its number, and its evidence numbered, at the end. Votes and
authors are not in such a file.

Source: the exports of https://www.kialo.com.
"""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import ArgumentGraph, said_texts
from argmap.losses import Reading, counted
from argmap.malformed import TWICE
from argmap.places import with_line_feeds

_TITLE: Final = re.compile(r"Discussion (?:Title|Name):(.*)")
_FOR: Final = ("pro", "pour", "a favor", "dafür", "voor", "pró", "за")
_AGAINST: Final = ("con", "contra", "kontra", "contre", "en contra", "dagegen", "contro", "tegen", "против")
_RELATIONS: Final = {**dict.fromkeys(_FOR, "supports"), **dict.fromkeys(_AGAINST, "rebuts")}
"""What a claim is to the one above it, in the words of several tongues."""
_QUESTION: Final = "question"
_CLAIM: Final = re.compile(
    rf"([ \t]*)(\d+(?:\.\d+)*)\.(?:[ \t]+|(?=\w+:))"
    rf"(?:({'|'.join(_RELATIONS)}):[ \t]*|(thesis|{_QUESTION}):[ \t]*$)?(.*)",
    re.IGNORECASE,
)
_SEE: Final = re.compile(r"->[ \t]*See[ \t]+(\d+(?:\.\d+)*)\.?\s*")
_ESCAPE: Final = re.compile(r"\\([()\[\]])")
_LINK: Final = re.compile(
    r"(?<!\\)\[((?:\\.|[^\[\]\\\n]){0,2000})\]\(((?:\\.|\([^()\\\n]*\)|[^()\\\n]){0,4000})\)"
)
_SOURCES: Final = "Sources:"
_SOURCE: Final = re.compile(r"\[(\d+)\][ \t]*(.*)")
_ADDRESS: Final = re.compile(r"[A-Za-z]+:")
_CITED: Final = re.compile(r" ?\[(\d+)\]")
_ADDRESSES: Final = "addresses of evidence"
_NEITHER: Final = "claims that are neither pro nor con"
_HOW: Final = {_ADDRESSES: "in notes", _NEITHER: "without a link"}
_LONGEST: Final = 9
"""Digits of a number that is counted on from."""


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a discussion; references may lead forwards and backwards."""
    discussion = _Discussion()
    for number, line in enumerate(with_line_feeds(text).split("\n"), 1):
        discussion.take(number, line)
    return discussion.reading()


class _Discussion:
    """Takes the lines, one by one."""

    def __init__(self) -> None:
        self._title: str | None = None
        self._claims: dict[str, list[str]] = {}
        self._placed: dict[str, tuple[int, str]] = {}
        self._open: list[str] | None = None
        self._below = False  # whether claims stand below their numbers, as in newer exports
        self._indent = 0
        self._tops = 0
        self._item: int | None = None  # the last number of a list within the claim that is open
        self._questions: list[str] = []
        self._sources: dict[str, list[str]] = {}
        self._used: set[str] = set()
        self._graph = ArgumentGraph()
        self._problems: list[Problem] = []
        self._lines: dict[str, int] = {}  # of claims, of their links, and of what only looks like a claim
        self._ended = False  # whether the claims are, and their sources follow

    def take(self, number: int, line: str) -> None:
        """Take a line."""
        if self._ended:
            self._source(line)
            return
        found = _CLAIM.fullmatch(line)
        if found and self._begins(number, found):
            self._claim(number, found)
        elif self._open is None:
            self._head(number, line)
        elif self._below and line.rstrip() == _SOURCES:
            self._open, self._ended = None, True
        else:
            self._open.append(line[self._indent :] if line[: self._indent].isspace() else line)

    def _head(self, number: int, line: str) -> None:
        """Take a line before the claims."""
        titled = _TITLE.fullmatch(line)
        if titled and self._title is None:
            self._title = titled[1].strip()
        elif self._title == "" and not self._placed:
            self._title = line.strip()
        elif line.strip() and not self._problems:
            self._problems.append(Problem(number, 1, "a claim begins with its number: 1.2. Pro: …"))

    def _begins(self, number: int, found: re.Match[str]) -> bool:
        """Tell whether a line begins a claim; what only looks so is a part of the one it stands in."""
        _, path, stance, sort, words = found.groups()
        if not self._placed:
            self._below = bool(stance or sort) and not words
        if stance or sort or self._open is None or self._below:
            return bool(stance or sort) or not self._below
        if path in self._claims:
            message = "is the number of another claim: read as a part of the one it stands in"
        elif self._is_next(path):
            return True
        else:
            message = "is a number that no claim has here: read as a part of the one it stands in"
        self._item = int(path) if "." not in path and len(path) <= _LONGEST else None
        self._graph.note(TWICE, path, message, (f"line {number}",))
        self._lines[f"line {number}"] = number
        return False

    def _is_next(self, path: str) -> bool:
        """Tell whether a claim that is neither pro nor con may have this number, as no year has."""
        above = path.rpartition(".")[0]
        if above:
            return above in self._claims
        return path == str(self._tops + 1) and (self._item is None or path != str(self._item + 1))

    def _claim(self, number: int, found: re.Match[str]) -> None:
        indent, path, stance, sort, words = found.groups()
        self._item, self._indent = None, len(indent) if self._below else 0
        if path in self._claims:
            self._problems.append(Problem(number, 1, f"the claim {path[:60]}. is there twice"))
            self._open = []
            return
        self._tops += "." not in path
        self._open = self._claims[path] = [words]
        self._placed[path] = (number, (stance or "").lower())
        self._lines[path] = self._lines[f"{path} link"] = number
        if sort and sort.lower() == _QUESTION:
            self._questions.append(path)

    def _source(self, line: str) -> None:
        """Take a line of the sources: the number of one and its address, or words quoted from it."""
        found = _SOURCE.fullmatch(line)
        following = found and (found[1] == str(len(self._sources) + 1) or _ADDRESS.match(found[2]))
        if found and following and found[1] not in self._sources:
            self._open = self._sources[found[1]] = [found[2]]
        elif self._open is not None:
            self._open.append(line)

    def reading(self) -> Reading:
        """Return what came of it."""
        graph = self._graph
        texts = {path: "\n".join(lines).strip() for path, lines in self._claims.items()}
        asked = {path: texts.pop(path) for path in self._questions}
        meant: dict[str, str] = {}
        addresses = 0
        for path, text in texts.items():
            if see := _SEE.fullmatch(text):
                meant[path] = see[1]
                continue
            linked = (_ESCAPE.sub(r"\1", found[2]) for found in _LINK.finditer(text))
            evidence = [*linked, *self._cited(text)]
            addresses += len(evidence)
            words = _CITED.sub(self._uncited, _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text)))
            graph.statements[path] = {"text": words, **said_texts({"note": "\n".join(evidence)})}
        for path, (number, stance) in self._placed.items():
            if path not in asked:
                self._join(path, meant, number, stance)
        title = self._title or next(iter(asked.values()), "")
        done = graph.assembled(said_texts({"title": title}), _thesis(texts, asked))
        counts = {_ADDRESSES: addresses, _NEITHER: self._neither(asked)}
        losses = counted("approximated", counts, _HOW)
        beside = {
            "questions": sum(text != title for text in asked.values()),
            "sources that no claim cites": len(self._sources.keys() - self._used),
        }
        told = (*counted("kept beside", beside), *losses)
        return Reading(done.map, told, done.on_lines(self._lines), tuple(self._problems))

    def _neither(self, asked: dict[str, str]) -> int:
        """Return how many claims stand below another one, and are neither pro nor con."""
        below = (path for path, (_, stance) in self._placed.items() if "." in path and not stance)
        return sum(path.rpartition(".")[0] not in asked for path in below)

    def _cited(self, text: str) -> Iterator[str]:
        """Yield the sources that a claim cites by their numbers: each address, and what is quoted from it."""
        for number in dict.fromkeys(found[1] for found in _CITED.finditer(text)):
            if number in self._sources:
                self._used.add(number)
                yield "\n".join(self._sources[number]).strip()

    def _uncited(self, found: re.Match[str]) -> str:
        """Return what stays of a citation in a claim: nothing, where its source is known."""
        return "" if found[1] in self._sources else found[0]

    def _join(self, path: str, meant: dict[str, str], number: int, stance: str) -> None:
        """Make the link of a claim to the one above it."""
        above = path.rpartition(".")[0]
        source, target = _followed(path, meant), _followed(above, meant)
        if source not in self._graph.statements:
            said = "".join(self._claims[path])[:60].strip()
            self._problems.append(Problem(number, 1, visible(f"this refers to no claim: {said}")))
        elif stance and target not in self._graph.statements:
            self._problems.append(Problem(number, 1, f"there is no claim {above[:60]}. above this one"))
        elif stance:
            self._graph.step(f"{path} link", source, target, relation=_RELATIONS[stance], named=None)


def _thesis(claims: Iterable[str], asked: Container[str]) -> str | None:
    """Return the one claim that all others bear on: the first, or the only thesis of a question."""
    theses = [path for path in claims if path == "1" or path.rpartition(".")[0] in asked]
    return theses[0] if len(theses) == 1 else None


def _followed(path: str, meant: dict[str, str]) -> str:
    """Follow references to the claim they mean; a ring of them means nothing."""
    way: dict[str, None] = {}
    while path in meant and path not in way:
        way[path] = None
        path = meant[path]
    end = "" if path in way else path
    meant.update(dict.fromkeys(way, end))  # so that a long row of references is walked once
    return end
