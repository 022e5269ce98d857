"""Ids of argmap for the things of a foreign text: their own where that will do, else made from it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from argmap.soundness import ID_LONGEST, ID_PATTERN, RESERVED

_ID: Final = re.compile(ID_PATTERN)


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
        slug = _slug(name)
        made = slug
        while made in used or made in RESERVED:
            counts[slug] = counts.get(slug, 1) + 1
            made = f"{slug}-{counts[slug]}"
        used.add(made)
        given.append(made)
    return given


def fits(name: str) -> bool:
    """Tell whether a name will do as an id."""
    return len(name) <= ID_LONGEST and name not in RESERVED and bool(_ID.fullmatch(name))


def _slug(name: str) -> str:
    if name.isascii() and name.isdigit() and len(name) < ID_LONGEST:
        return f"n{name}"
    plain = unicodedata.normalize("NFKD", name[: ID_LONGEST * 2]).encode("ascii", "ignore").decode()
    slug = re.sub("[^a-z0-9]+", "-", plain.lower())[: ID_LONGEST - 10].strip("-")
    return slug if slug[:1].isalpha() else f"n{slug}" if slug else "node"
