"""A3, anchors: how a map stands to the article it is of. What `argmap anchor` reports is told again."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from argmap.checks.row import Told
from argmap.checks.subject import Subject
from argmap.findings import Finding
from argmap.query.gaps import without_place
from argmap.sources import codes
from argmap.sources.coverage import Sentence
from argmap.sources.cues import cues

REASONING: Final = frozenset({"reason", "conclusion", "contrast", "concession"})
"""The families of cue words that hint at an argument."""
TOO_COMMON: Final = frozenset({"not", "but", "while"})
SHOWN_MOST: Final = 3


def _astray(code: str, subject: Subject) -> Iterator[Told]:
    found: Sequence[Finding] = subject.astray.get(code, ())
    return (Told(each.where, each.message, each.field) for each in found)


quote_not_found: Final = partial(_astray, codes.NOT_FOUND.code)
quote_in_several_places: Final = partial(_astray, codes.AMBIGUOUS.code)
place_out_of_range: Final = partial(_astray, codes.PAST_THE_END.code)
source_drifted: Final = partial(_astray, codes.DRIFTED.code)
passage_moved: Final = partial(_astray, codes.MOVED.code)
passage_changed: Final = partial(_astray, codes.CHANGED.code)
passage_vanished: Final = partial(_astray, codes.VANISHED.code)
passage_displaced: Final = partial(_astray, codes.DISPLACED.code)
passage_unclear: Final = partial(_astray, codes.UNTOLD.code)
anchor_not_in_lock: Final = partial(_astray, codes.UNLOCKED.code)
anchor_left_in_lock: Final = partial(_astray, codes.LEFT_OVER.code)
sentences_recounted: Final = partial(_astray, codes.RECOUNTED.code)


def no_place(subject: Subject) -> Iterator[Told]:
    """Find statements of which nobody can tell where the source says so."""
    left = [node for node in subject.m.nodes if without_place(subject.m, node)]
    if len(left) > 1 and len(left) == sum(not node.implicit for node in subject.m.nodes):
        yield Told("", f"none of the {len(left):,} statements has a place in the source")
        return
    for node in left:
        yield Told(node.id, "it has no place in the source, and is not said to be implicit")


def residue(subject: Subject) -> Iterator[Told]:
    """Find that sentences with the cue words of an argument are left out of the map."""
    if subject.coverage is None or subject.article is None:
        return
    text = subject.article.text
    left = [
        (each, words)
        for each in subject.coverage.unmapped
        if (words := _reasoning(text[each.start : each.end]))
    ]
    if left:
        shown = ", ".join(_shown(*each) for each in left[:SHOWN_MOST])
        more = f" and {len(left) - SHOWN_MOST} more" if len(left) > SHOWN_MOST else ""
        yield Told("", f"nothing stands on sentences that seem to argue: {shown}{more}")


def _reasoning(sentence: str) -> str:
    found = (cue.word for cue in cues(sentence) if cue.family in REASONING)
    return next((word for word in found if word not in TOO_COMMON), "")


def _shown(sentence: Sentence, word: str) -> str:
    return f"{sentence.place} ({word})"


def coverage_below_promise(subject: Subject) -> Iterator[Told]:
    """Find that less of the source is mapped than the map says."""
    promised = subject.m.source.covers if subject.m.source else None
    if subject.coverage is not None and promised is not None and subject.coverage.share < promised:
        share = f"{subject.coverage.share:.1%}"
        yield Told("", f"{share} of the sentences are mapped, and the map promises {promised:.1%}", "covers")
