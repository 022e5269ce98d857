"""A draft as the file that a person goes on with: a map in YAML, and in comments what is suggested.

A comment that begins with a field is ready to be taken: without its `#` it belongs to the map.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from argmap.controls import visible
from argmap.formats.yaml import SCHEMA_LINE, head_lines, node_lines
from argmap.looks import cut
from argmap.model import ArgumentMap
from argmap.render.sections import counted
from argmap.sources.cues import Family
from argmap.sources.drafting import Draft, Sentence, Suggestion, concludes

SHOWN_LONGEST: Final = 400
"""Code points after which a comment cuts a sentence."""

CANDIDATES: Final = """
A candidate is a sentence with a cue word, no more: some of them argue nothing, and a sentence
without a cue may argue. Go on like this:
  1. Delete what is no part of the argument; make two nodes of a sentence that says two things.
  2. Give each node an id that says what it is, its kind (claim, gain, cost, evidence or
     assumption), and a text in your own words: one statement. Then take its tag todo away.
  3. Say what bears on what, `because` and `but`, on what it bears on. Links and fields that a cue
     suggests stand there as comments: take the # away where you agree.
  4. Name the thesis.
"""
ANSWERED: Final = """
What they say and how they are linked is the program's word; only their quotes and places were
verified. Read each node against the article, mend it, and take its tag todo away.
"""
SEE: Final = "What is left: argmap show all --where todo; argmap coverage; argmap show gaps."

KINDS: Final[dict[Family, str]] = {"gain": "a gain", "cost": "a cost", "number": "evidence"}
"""What a candidate may be besides a claim, by the families of its cues."""


def draft_text(draft: Draft, article: str, *, quoting: bool) -> Iterator[str]:
    """Yield the file of a draft; without `quoting`, no comment holds the article's words."""
    counts = f"{counted(len(draft.m.nodes), 'candidate')} in {counted(len(draft.sentences), 'sentence')}"
    yield SCHEMA_LINE
    yield from _comment([f"A draft by `argmap new`: {counts} of {article}.", *_lines(CANDIDATES)])
    yield from head_lines(draft.m)
    yield from _comment(_theses(draft.theses, quoting=quoting))
    yield "nodes:\n" if draft.m.nodes else "nodes: {}\n"
    nodes = {node.id: node for node in draft.m.nodes}
    for number, sentences in groupby(draft.sentences, lambda each: each.paragraph):
        yield f"\n  # --- paragraph {number} ---\n"
        for each in sentences:
            yield "\n"
            if each.id in nodes:
                yield from node_lines(draft.m, nodes[each.id])
                yield from _comment(_hints(each), "    ")
                yield from _comment(_links(draft.suggested.get(each.id, ())), "    ")
            else:
                yield from _comment([f"{each.place} has no cue" + _shown(each, quoting=quoting)], "  ")


def answered_text(m: ArgumentMap, article: str, program: str) -> Iterator[str]:
    """Yield the file of a map that a program answered with."""
    made = f"A draft by `argmap new`: {counted(len(m.nodes), 'node')} of {article}, from {program}"
    yield SCHEMA_LINE
    yield from _comment([made, *_lines(ANSWERED)])
    yield from head_lines(m)
    yield "nodes:\n"
    for index, node in enumerate(m.nodes):
        yield "\n" if index else ""
        yield from node_lines(m, node)


def _lines(text: str) -> list[str]:
    return [*text.strip("\n").splitlines(), SEE]


def _comment(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    yield from (f"{indent}# {visible(line)}\n" for line in lines)


def _shown(sentence: Sentence, *, quoting: bool) -> str:
    """Return the words of a sentence as a comment ends with them, where it may."""
    return f": {cut(sentence.words, SHOWN_LONGEST)}" if quoting else ""


def _theses(theses: Sequence[Sentence], *, quoting: bool) -> list[str]:
    """Return the comment that names what may be the thesis, the first of them ready to be taken."""
    if not theses:
        return []
    first = next((each for each in theses if concludes(each)), theses[0])
    lines = [f"thesis: {first.id}", "Or one of these, or a statement of your own that they come to:"]
    for each in theses:
        cue = next(
            (f"“{cue.word}”" for cue in each.cues if cue.family == "conclusion"),
            "in the first or last paragraph",
        )
        lines.append(f"  {each.id}, {cue}{_shown(each, quoting=quoting)}")
    return lines


def _hints(sentence: Sentence) -> Iterator[str]:
    """Yield what the cues suggest of the sentence itself."""
    first = {cue.family: cue.word for cue in reversed(sentence.cues)}
    if "hedge" in first:
        yield f"hedge: {first['hedge']}"
    if "attribution" in first:
        yield f"by: WHO  # suggested: “{first['attribution']}”"
    kinds = [f"{kind} (“{first[family]}”)" for family, kind in KINDS.items() if family in first]
    if kinds:
        yield f"perhaps {', '.join(kinds)}"


def _links(suggested: Sequence[Suggestion]) -> Iterator[str]:
    """Yield the links that cues suggest, those of a word together."""
    for word, links in groupby(sorted(suggested), lambda each: each.word):
        found = list(links)
        cues = ", ".join(
            f"“{each.cue}” in {each.place}" + ("" if each.premise else ", with its reason inside")
            for each in found
        )
        yield f"{word}: [{', '.join(each.premise for each in found if each.premise)}]  # suggested: {cues}"
