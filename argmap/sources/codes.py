"""The table of what may be astray between a map, its article and its lock: one frozen row each."""

from typing import Final

from argmap.findings import Code

NOT_FOUND: Final = Code("A301", "error", "a quote is not found in the source")
AMBIGUOUS: Final = Code("A302", "error", "a quote stands in several places of the source")
PAST_THE_END: Final = Code("A303", "error", "a place is past the end of the source")
DRIFTED: Final = Code("A304", "warning", "the source is not the one the map was made from")
MOVED: Final = Code("A305", "advice", "a passage stands elsewhere than the lock says")
CHANGED: Final = Code("A306", "error", "the words of a passage have changed")
VANISHED: Final = Code("A307", "error", "a passage is no longer in the source")
DISPLACED: Final = Code("A308", "error", "the words that stood at a place stand at another now")
UNTOLD: Final = Code("A309", "error", "a place holds other words, and the lock has only digests to tell by")
UNLOCKED: Final = Code("A310", "advice", "an anchor is not in the lock yet")
LEFT_OVER: Final = Code("A311", "advice", "the lock holds an anchor that the map no longer has")
RECOUNTED: Final = Code("A312", "warning", "the lock was made with another way of counting sentences")

CODES: Final = (
    NOT_FOUND,
    AMBIGUOUS,
    PAST_THE_END,
    DRIFTED,
    MOVED,
    CHANGED,
    VANISHED,
    DISPLACED,
    UNTOLD,
    UNLOCKED,
    LEFT_OVER,
    RECOUNTED,
)
