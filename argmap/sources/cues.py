"""Cue words of English: what tells a reader that a sentence reasons, doubts, grants or counts.

Cues are hints for a person, nothing more: many sentences that argue have none, and many that
have one do not argue.
"""

import re
from functools import cache
from typing import Final, Literal, NamedTuple, cast

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
    spaced = {family: words.replace(" ", r"\s+") for family, words in WORDS.items()}
    groups = (f"(?P<{family}>{words})" for family, words in spaced.items())
    return re.compile(rf"\b(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


def cues(sentence: str) -> tuple[Cue, ...]:
    """Return the cue words of a sentence, each once, in the order in which they stand."""
    found = (
        Cue(" ".join(match[0].lower().split()), cast("Family", match.lastgroup))
        for match in _pattern().finditer(sentence)
    )
    return tuple(dict.fromkeys(found))
