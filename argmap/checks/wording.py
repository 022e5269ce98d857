"""A5, wording: how statements are put. English words, save where a sign tells; advice, no more."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from argmap.checks.likeness import LONGEST
from argmap.checks.row import Told
from argmap.checks.subject import Subject
from argmap.model import Cost, Gain, Node, stake_of
from argmap.sources.drafting import TODO
from argmap.sources.folding import fold
from argmap.sources.passages import anchors_of, range_of
from argmap.sources.sentences import sentences

COPIED: Final = 6
"""Words from which on a text that is the source's own counts as a quotation."""
_CLAUSES: Final = re.compile(r";\s+\w")
_LIST: Final = re.compile(r":[^;]*;[^;]*;")
"""A list behind a colon, whose members are kept apart by semicolons."""
_STOP: Final = re.compile(r"[^\W\d_]{3,}[.!]\s+[A-Z“\"'(]")
"""What may end a sentence; abbreviations do it too, and are told from it by what cuts sentences."""
_INFERENCE: Final = re.compile(
    r"(?<!not )\b(?:because(?! of\b)|therefore|(?<!years )(?<!months )(?<!weeks )(?<!days )hence|consequently"
    r"|for this reason|it follows that|which shows that|which is why|that is why)\b",
    re.IGNORECASE,
)
_INFERRING: Final = frozenset(
    ("because", "therefore", "hence", "consequently", "reason", "follows", "shows", "why")
)
"""One of these words stands in whatever the pattern finds: to look for words is faster."""
_ASKING: Final = ("?", "？", "؟", ";")
_QUOTED: Final = re.compile(r"[“„\"«]([^“”„\"«»]*)[”“\"»][.!]?\Z")
_FIGURE: Final = (
    r"[\s,(]*\bby (?:about |nearly |over |some )?"
    r"(?:\d|half\b|(?:an?|one|two|three|four) (?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b)"
)
_VAGUE: Final = re.compile(
    r"\b(?:a lot of|lots of|a number of|numerous|countless|various|quite a few|a great deal of"
    r"|considerable|considerably|significantly|substantially|to some extent|somewhat)\b"
    rf"(?!{_FIGURE})",
    re.IGNORECASE,
)
_VAGUELY: Final = frozenset(
    ("lot", "lots", "number", "numerous", "countless", "various", "few", "deal", "considerable",
     "considerably", "significantly", "substantially", "extent", "somewhat")
)  # fmt: skip


def two_propositions(subject: Subject) -> Iterator[Told]:
    """Find texts of two sentences, or of two clauses with a semicolon between them."""
    for node in subject.m.nodes:
        text = node.text[:LONGEST]
        clauses = ";" in text and _CLAUSES.search(text) and not _LIST.search(text)
        if clauses or ((". " in text or "! " in text) and _of_several_sentences(text)):
            yield Told(node.id, "two statements in one node: each can be doubted by itself", "text")


def _of_several_sentences(text: str) -> bool:
    return _STOP.search(text) is not None and len(list(islice(sentences(text), 2))) > 1


def reason_inside(subject: Subject) -> Iterator[Told]:
    """Find texts that hold a conclusion and its reason."""
    for node, words in zip(subject.m.nodes, subject.words, strict=True):
        if not _INFERRING.isdisjoint(words) and (found := _INFERENCE.search(node.text[:LONGEST])):
            yield Told(node.id, f"“{found[0].lower()}”: a conclusion and its reason in one node", "text")


def question(subject: Subject) -> Iterator[Told]:
    """Find statements that state nothing."""
    for node in subject.m.nodes:
        if _unquoted(node.text).rstrip().endswith(_ASKING):
            yield Told(node.id, "a question can be neither true nor false: state what is claimed", "text")


def _unquoted(text: str) -> str:
    """Return a text without the marks of quotation around all of it."""
    found = _QUOTED.match(text[-2 * LONGEST :])
    return found[1] if found else text


def quotation(subject: Subject) -> Iterator[Told]:
    """Find texts in the source's words, or in quotation marks, where the mapmaker's should stand."""
    for node in subject.m.nodes:
        text = node.text[:LONGEST]
        if _QUOTED.match(text):
            yield Told(node.id, "a quotation: say in your own words what it claims", "text")
        elif TODO in node.tags:  # a draft is a quotation to begin with
            continue
        elif node.anchor is not None and text.count(" ") >= COPIED - 1 and _copied(subject, node, text):
            yield Told(node.id, "these are the source's own words: say it in yours", "text")


def _copied(subject: Subject, node: Node, text: str) -> bool:
    """Tell whether a text stands, word for word, where the statement stands."""
    words = fold(text).rstrip(".").lower()
    if node.anchor is not None and node.anchor.quote is not None:
        return words in fold(node.anchor.quote[: 2 * LONGEST]).lower()
    if subject.article is None:
        return False
    text = subject.article.text
    places = filter(None, (range_of(node, by, subject.article) for by in anchors_of(node)))
    return any(words in fold(text[start : min(end, start + LONGEST)]).lower() for start, end in places)


def same_text(subject: Subject) -> Iterator[Told]:
    """Find statements that are there twice, word for word."""
    for one, other in _alike(subject, same=True):
        yield Told(other.id, f"{one.id} says the same, word for word", "text")


def near_same_text(subject: Subject) -> Iterator[Told]:
    """Find statements that say nearly the same."""
    for one, other in _alike(subject, same=False):
        yield Told(other.id, f"{one.id} says nearly the same", "text")


def _alike(subject: Subject, *, same: bool) -> Iterator[tuple[Node, Node]]:
    """Yield statements in like words, but for gains and costs that differ in kind or in whose they are."""
    nodes = subject.m.nodes
    for pair in subject.alike:
        one, other = nodes[pair.first], nodes[pair.second]
        if pair.same is same and not _are_stakes_apart(stake_of(one), stake_of(other)):
            yield one, other


def _are_stakes_apart(one: Gain | Cost | None, other: Gain | Cost | None) -> bool:
    if one is None or other is None:
        return False
    owned = bool(one.holder) and bool(other.holder)
    return one.kind != other.kind or (owned and set(one.holder).isdisjoint(other.holder))


def vague_quantity(subject: Subject) -> Iterator[Told]:
    """Find words for a quantity that cannot be tested."""
    for node, words in zip(subject.m.nodes, subject.words, strict=True):
        if not _VAGUELY.isdisjoint(words) and (found := _VAGUE.search(node.text[:LONGEST])):
            yield Told(node.id, f"“{found[0].lower()}”: how many, or how much?", "text")
