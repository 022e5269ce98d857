"""Cue words of English: what tells a reader that a sentence reasons, doubts, grants or counts.

Cues are hints for a person, nothing more: many sentences that argue have none, and many that
have one do not argue.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

Family = Literal[
    "reason", "conclusion", "contrast", "concession", "hedge", "attribution", "gain", "cost", "number"
]

WORDS: Final[dict[Family, str]] = {
    "reason": "because|since|given that|due to|owing to|for this reason|as a result of|the reason",
    "conclusion": "therefore|thus|hence|consequently|as a result|accordingly|it follows|so that|in sum"
    "|on balance|clearly|must|should|ought to|need to",
    "contrast": "but|however|yet|instead|in contrast|by contrast|on the other hand|unlike|rather than|not",
    "concession": "although|though|even though|nevertheless|nonetheless|despite|in spite of|admittedly"
    "|granted|while|concede[sd]?|admit(?:s|ted)?|of course",
    "hedge": "probably|perhaps|possibly|likely|unlikely|arguably|apparently|evidently|allegedly|reportedly"
    "|presumably|presume[sd]?|seems?|appears?|may|might|could|suggests?",
    "attribution": "says?|said|stat(?:es|ed)|argue[sd]?|claim(?:s|ed)?|according to|reports?|reported|notes?"
    "|noted|believe[sd]?|den(?:y|ies|ied)|observers?|critics?|warn(?:s|ed)?|insists?|insisted",
    "gain": "gains?|gained|benefit(?:s|ed)?|profit(?:s|ed)?|advantages?|wins?|improve[sd]?|saves?|saved"
    "|support(?:s|ed)?|help(?:s|ed)?",
    "cost": "costs?|prices?|pay|pays|paid|lose[sd]?|loss(?:es)?|lost|risks?"
    "|threat(?:s|ens?|ened)?|danger(?:s|ous)?|harm(?:s|ed)?|burdens?|dependen(?:t|ce)|depends?",
    "number": r"\d+(?:[.,]\d+)*(?:\s?(?:%|per cent|percent|million|billion|euros|dollars))?",
}


class Cue(NamedTuple):
    """A cue word as it stands in a sentence, in small letters, and what it hints at."""

    word: str
    family: Family


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the cues in small letters: a choice by the first letter, which is searched fast."""
    *words, numbers = re.split(r"\|(?![^(]*\))", "|".join(WORDS.values()))
    by_letter: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        by_letter[word[0]].append(word[1:])
    choice = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"\b(?:{_spaced(choice)}|{numbers})(?!\w)")


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


@lru_cache(maxsize=4096)
def _cue(found: str) -> Cue:
    word = " ".join(found.split())
    return Cue(word, next(family for family, words in WORDS.items() if re.fullmatch(_spaced(words), word)))


def cues(sentence: str) -> tuple[Cue, ...]:
    """Return the cue words of a sentence, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(map(_cue, _pattern().findall(sentence.lower()))))
