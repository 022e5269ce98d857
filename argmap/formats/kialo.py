"""Kialo's export as text: numbered claims, each pro or con the one above.

Read. A claim that runs over several lines is one claim, a reference to another one a second link of
it; the addresses of its evidence become a note. Votes and authors are not in such a file.

Source: the exports of https://www.kialo.com.
"""

import re
from typing import Final

from argmap.controls import visible
from argmap.errors import Problem
from argmap.formats._argument_graph import TWICE, ArgumentGraph, said_texts
from argmap.losses import Reading, counted
from argmap.places import with_line_feeds

_TITLE: Final = "Discussion Title:"
_FOR: Final = ("pro", "pour", "a favor", "dafür", "voor", "pró", "за")
_AGAINST: Final = ("con", "contra", "kontra", "contre", "en contra", "dagegen", "contro", "tegen", "против")
_RELATIONS: Final = {**dict.fromkeys(_FOR, "supports"), **dict.fromkeys(_AGAINST, "rebuts")}
"""What a claim is to the one above it, in the words of several tongues."""
_CLAIM: Final = re.compile(
    rf"[ \t]*(\d+(?:\.\d+)*)\.(?:[ \t]+|(?=\w+:))(?:({'|'.join(_RELATIONS)}):[ \t]*)?(.*)", re.IGNORECASE
)
_SEE: Final = re.compile(r"->[ \t]*See[ \t]+(\d+(?:\.\d+)*)\.?\s*")
_ESCAPE: Final = re.compile(r"\\([()\[\]])")
_LINK: Final = re.compile(
    r"(?<!\\)\[((?:\\.|[^\[\]\\\n]){0,2000})\]\(((?:\\.|\([^()\\\n]*\)|[^()\\\n]){0,4000})\)"
)
_ADDRESSES: Final = "addresses of evidence"
_NEITHER: Final = "claims that are neither pro nor con"
_HOW: Final = {_ADDRESSES: "in notes", _NEITHER: "without a link"}


def read(text: str, name: str) -> Reading:  # noqa: ARG001 - problems are placed by whoever reads
    """Make the map of a discussion; references may lead forwards and backwards."""
    discussion = _Discussion()
    for number, line in enumerate(with_line_feeds(text).split("\n"), 1):
        discussion.take(number, line)
    return discussion.reading()


class _Discussion:
    """Takes the lines, one by one."""

    def __init__(self) -> None:
        self._title = ""
        self._claims: dict[str, list[str]] = {}
        self._placed: dict[str, tuple[int, str]] = {}
        self._open: list[str] | None = None
        self._listed: list[int] = []
        self._problems: list[Problem] = []

    def take(self, number: int, line: str) -> None:
        """Take a line."""
        found = _CLAIM.match(line)
        if found:
            path, stance, words = found.groups()
            if path in self._claims and not stance and self._open is not None:
                self._listed.append(number)  # a list within a claim: its items look like claims
                self._open.append(line)
                return
            if path in self._claims:
                self._problems.append(Problem(number, 1, f"the claim {path[:60]}. is there twice"))
                self._open = None
                return
            self._open = self._claims[path] = [words]
            self._placed[path] = (number, (stance or "").lower())
        elif line.startswith(_TITLE) and not self._claims:
            self._title = line.removeprefix(_TITLE).strip()
        elif self._open is not None:
            self._open.append(line)
        elif line.strip() and not self._problems:
            self._problems.append(Problem(number, 1, "a claim begins with its number: 1.2. Pro: …"))

    def reading(self) -> Reading:
        """Return what came of it."""
        graph = ArgumentGraph()
        texts = {path: "\n".join(lines).strip() for path, lines in self._claims.items()}
        meant: dict[str, str] = {}
        addresses = 0
        for path, text in texts.items():
            if see := _SEE.fullmatch(text):
                meant[path] = see[1]
                continue
            urls = [_ESCAPE.sub(r"\1", found[2]) for found in _LINK.finditer(text)]
            addresses += len(urls)
            words = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text))
            graph.statements[path] = {"text": words, **said_texts({"note": "\n".join(urls)})}
        for path, (number, stance) in self._placed.items():
            self._join(graph, path, meant, number, stance)
        for number in self._listed:
            message = "has the number of another claim: read as a part of the one it stands in"
            graph.note(TWICE, f"line {number}", message)
        done = graph.assembled(said_texts({"title": self._title}), "1" if "1" in texts else None)
        neither = sum("." in path and not stance for path, (_, stance) in self._placed.items())
        losses = counted("approximated", {_ADDRESSES: addresses, _NEITHER: neither}, _HOW)
        return Reading(done.map, losses, done.findings, tuple(self._problems))

    def _join(self, graph: ArgumentGraph, path: str, meant: dict[str, str], number: int, stance: str) -> None:
        """Make the link of a claim to the one above it."""
        above = path.rpartition(".")[0]
        source, target = _followed(path, meant), _followed(above, meant)
        if source not in graph.statements:
            said = "".join(self._claims[path])[:60].strip()
            self._problems.append(Problem(number, 1, visible(f"this refers to no claim: {said}")))
        elif stance and target not in graph.statements:
            self._problems.append(Problem(number, 1, f"there is no claim {above[:60]}. above this one"))
        elif stance:
            graph.step(f"{path} link", source, target, relation=_RELATIONS[stance], named=None)


def _followed(path: str, meant: dict[str, str]) -> str:
    """Follow references to the claim they mean; a ring of them means nothing."""
    way: dict[str, None] = {}
    while path in meant and path not in way:
        way[path] = None
        path = meant[path]
    end = "" if path in way else path
    meant.update(dict.fromkeys(way, end))  # so that a long row of references is walked once
    return end
