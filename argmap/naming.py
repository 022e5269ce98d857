"""Ids for the things of a text: their own where that will do, else made from their words."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from argmap.soundness import ID_LONGEST, ID_PATTERN, RESERVED

_ID: Final = re.compile(ID_PATTERN.replace("$", r"\Z"))
WORDS_MOST: Final = 3
"""So many words of a text make an id."""
JOINING: Final = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "been", "being", "by", "for", "from", "had", "has", "have",
     "he", "her", "his", "in", "into", "is", "it", "its", "of", "on", "or", "our", "she", "so", "some",
     "such", "than", "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "was",
     "we", "were", "which", "who", "will", "with", "would", "you", "your")
)  # fmt: skip
"""English words that only join others."""


def id_from(text: str, taken: Iterable[str]) -> str:
    """Return an id made of the first words of a text that say something; none of those taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    telling = [word for word in words if word not in JOINING] or words
    return ids_for(["-".join(telling[:WORDS_MOST])], taken)[0]


def ids_for(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return an id for each name, in their order; no two alike, none of them taken."""
    listed = list(names)
    gone = set(taken)
    fit = {name for name in listed if fits(name)} - gone
    used = gone | fit
    counts: dict[str, int] = {}
    given: list[str] = []
    for name in listed:
        if name in fit:
            fit.remove(name)
            given.append(name)
            continue
        made = slug = _slug(name)
        while made in used or made in RESERVED:
            counts[slug] = counts.get(slug, 1) + 1
            made = f"{slug}-{counts[slug]}"
        used.add(made)
        given.append(made)
    return given


def fits(name: str) -> bool:
    """Tell whether a name will do as an id."""
    return bool(_ID.match(name)) and len(name) <= ID_LONGEST and name not in RESERVED


def _slug(name: str) -> str:
    if name.isascii() and name.isdigit() and len(name) < ID_LONGEST:
        return f"n{name}"
    plain = unicodedata.normalize("NFKD", name[: ID_LONGEST * 2]).encode("ascii", "ignore").decode()
    slug = re.sub("[^a-z0-9]+", "-", plain.lower())[: ID_LONGEST - 10].strip("-")
    return slug if slug[:1].isalpha() else f"n{slug}" if slug else "node"
