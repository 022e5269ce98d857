"""The table of what may be malformed in a text and is read all the same: one frozen row each.

What cannot be read is no finding but a problem, and refused; only a reader who was asked to leave it
out tells it as the first of these.
"""

from typing import Final

from argmap.findings import Code

LEFT_OUT: Final = Code("X100", "error", "what cannot be read is left out, as --lenient asks")
ITSELF: Final = Code("X101", "warning", "an edge or a step leads from something to itself")
DIRECT: Final = Code("X102", "warning", "an edge joins two statements without a step between them")
DANGLING: Final = Code("X103", "warning", "an end of an edge is not there")
HALF: Final = Code("X104", "warning", "a step has no premise or no conclusion")
ON_A_STEP: Final = Code(
    "X105", "warning", "a step supports a step, and in a map only statements have reasons"
)
RING: Final = Code("X106", "warning", "an attack is on a step that leads to no statement")
NO_TEXT: Final = Code("X107", "warning", "a statement has no text")
TWICE: Final = Code("X108", "warning", "the same edge or number is there twice")
AGAIN: Final = Code("X109", "warning", "a file is asked for that was put in already")
ATTACKS_ITSELF: Final = Code("X110", "warning", "an argument attacks itself, which a map cannot say")
OTHERWISE: Final = Code("X111", "warning", "the text beside a file has other words where the file says")
UNRELATED: Final = Code("X112", "warning", "the text beside a file is not the one that it annotates")
UNREADABLE: Final = Code("X113", "warning", "the text beside a file cannot be read")
BACKWARDS: Final = Code("X120", "advice", "an attack of SADFace 0.5 is read against its arrows")
MUTUAL: Final = Code("X121", "advice", "a conflict without direction is read as two rebuttals")
NOT_UNDERSTOOD: Final = Code("X200", "warning", "metadata is not understood, and dropped")
ODD: Final = Code("X201", "warning", "something is read that was perhaps meant otherwise")

CODES: Final = (
    LEFT_OUT,
    ITSELF,
    DIRECT,
    DANGLING,
    HALF,
    ON_A_STEP,
    RING,
    NO_TEXT,
    TWICE,
    AGAIN,
    ATTACKS_ITSELF,
    OTHERWISE,
    UNRELATED,
    UNREADABLE,
    BACKWARDS,
    MUTUAL,
    NOT_UNDERSTOOD,
    ODD,
)
