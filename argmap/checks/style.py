"""A6, style: ids, order and tags. What is wrong with suppressions is found where they are read."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from argmap.checks.row import Told
from argmap.checks.shape import named
from argmap.checks.subject import Subject
from argmap.sources.drafting import TODO

_NUMBERED: Final = re.compile(
    r"(?:n|node|claim|gain|cost|evidence|assumption|premise|reason|statement|c|g|e|a|p|s|x|id)-?\d+"
)
SPELT: Final = ("holder", "domain", "by", "unit", "tags")
"""The fields whose words bring nodes together, as long as they are spelt alike."""
_FREE: Final = re.compile(r"[\s.'’_\-‐‑–]+")
SIGN_LONGEST: Final = 3
ALONE_MOST: Final = 2


def id_without_words(subject: Subject) -> Iterator[Told]:
    """Find ids that tell nothing of what they stand for."""
    for node in subject.m.nodes:
        if _NUMBERED.fullmatch(node.id) and not _mentions(node.text, node.id):
            yield Told(node.id, f"{node.id} tells nothing of what it stands for")


def _mentions(text: str, node_id: str) -> bool:
    """Tell whether a text has an id as a word: the G7, an S-400."""
    return re.search(rf"\b{node_id.replace('-', '')}\b", text.replace("-", ""), re.IGNORECASE) is not None


def ids_alike(subject: Subject) -> Iterator[Told]:
    """Find ids that differ by hyphens only."""
    seen: dict[str, str] = {}
    for node in subject.m.nodes:
        first = seen.setdefault(node.id.replace("-", ""), node.id)
        if first != node.id:
            yield Told(node.id, f"{node.id} is easily taken for {first}")


def thesis_not_first(subject: Subject) -> Iterator[Told]:
    """Find that the thesis does not open the map."""
    m = subject.m
    if m.thesis is not None and m.nodes[0].id != m.thesis:
        yield Told(m.thesis, f"the thesis stands behind {m.nodes[0].id}; readers look for it first")


def lone_tag(subject: Subject) -> Iterator[Told]:
    """Find tags that bring nothing together."""
    counts = Counter(tag for node in subject.m.nodes for tag in set(node.tags))
    alone = {tag for tag, count in counts.items() if count == 1 and tag != TODO}
    if alone and len(subject.m.nodes) > ALONE_MOST:
        for node in subject.m.nodes:
            for tag in dict.fromkeys(node.tags):
                if tag in alone:
                    yield Told(node.id, f"no other node has the tag {tag}", "tags")


def still_to_do(subject: Subject) -> Iterator[Told]:
    """Find that statements are drafts yet; of these, other checks do not tell what every draft lacks."""
    left = [node.id for node in subject.m.nodes if TODO in node.tags]
    if left:
        verb = "is" if len(left) == 1 else "are"
        yield Told("", f"{named(left)} {verb} tagged {TODO}: of drafts less is told")


def doubled_word(subject: Subject) -> Iterator[Told]:
    """Find tags and holders that one node names twice."""
    fields = (
        *((node.id, "tags", node.tags) for node in subject.m.nodes),
        *((stake.id, "holder", stake.holder) for stake in subject.stakes),
    )
    for node_id, field, words in fields:
        if len(words) > 1 and len(set(words)) < len(words):
            for word, count in Counter(words).items():
                if count > 1:
                    yield Told(node_id, f"{word} stands {count} times under {field}", field)


def spelt_two_ways(subject: Subject) -> Iterator[Told]:
    """Find words that should bring nodes together and are spelt in several ways."""
    written: dict[str, list[tuple[str, tuple[str, ...]]]] = {field: [] for field in SPELT}
    for node in subject.m.nodes:
        values = node.__dict__
        for field in SPELT:
            if words := values.get(field):
                written[field].append((node.id, (words,) if isinstance(words, str) else words))
    for field, uses in written.items():
        counts = Counter(chain.from_iterable(words for _, words in uses))
        usual: dict[str, str] = {}
        for word, _ in counts.most_common():
            usual.setdefault(_folded(word), word)
        for node_id, words in uses if len(usual) < len(counts) else ():
            for word in dict.fromkeys(words):
                if (other := usual[_folded(word)]) != word:
                    yield Told(node_id, f"{field} {word} is spelt {other} elsewhere", field)


def _folded(word: str) -> str:
    """Return a word without what spelling leaves free; short ones may be signs, as mW and MW are."""
    bare = _FREE.sub("", word)
    return bare.casefold() if len(bare) > SIGN_LONGEST else bare
