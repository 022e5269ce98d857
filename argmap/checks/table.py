"""The table of checks: one frozen row and one function each.

A row names its function: A1… stands in `shape`, A2… in `reasoning`, A3… in `anchors`, A4… in `stakes`,
A5… in `wording`, A6… in `style`, under the row's name; X… is told by the readers of files. Errors make
`argmap check` end with 1, and warnings do with `--strict`; advice is for a reader to take or leave.
"""

from typing import Final, Literal

from argmap import malformed
from argmap.checks.examples import anchors, reading, reasoning, shape, stakes, style, wording
from argmap.checks.row import Check
from argmap.findings import Code, Severity
from argmap.sources import codes
from argmap.spelling import near

_EXAMPLES: Final = {
    code: pair
    for family in (shape, reasoning, anchors, stakes, wording, style, reading)
    for code, pair in family.EXAMPLES.items()
}


def _row(
    code: str,
    name: str,
    severity: Severity,
    about: str,
    needs: Literal["", "article", "lock", "text", "reader"] = "",
    *,
    fixable: bool = False,
) -> Check:
    bad, good = _EXAMPLES[code]
    return Check(code, name, severity, about, bad, good, needs, fixable)


def _coded(row: Code, name: str, needs: Literal["article", "lock", "reader"]) -> Check:
    return _row(row.code, name, row.severity, row.about, needs)


CHECKS: Final = (
    _row("A101", "circle-of-support", "error", "statements are reasons for one another, in a ring"),
    _row("A102", "lonely-node", "warning", "a statement is linked with no other"),
    _row("A103", "several-roots", "warning", "there are several conclusions, and no thesis is named"),
    _row("A104", "doubled-link", "warning", "a link says what another one says already", fixable=True),
    _row("A105", "thesis-unreachable", "warning", "statements neither bear on the thesis nor follow from it"),
    _row("A201", "claim-without-reason", "warning", "a claim, gain or cost has no reason"),
    _row("A202", "word-alone", "advice", "nothing but the source’s or a person’s word stands behind a claim"),
    _row("A203", "objection-without-answer", "warning", "nothing answers an objection"),
    _row("A204", "single-premise", "advice", "one premise does all the work for a conclusion"),
    _row("A205", "flat-star", "advice", "many reasons side by side have no reasons of their own"),
    _row("A206", "evidence-on-both-sides", "error", "evidence supports and rebuts the same statement"),
    _row("A207", "both-sides", "advice", "a statement speaks for another one way, and against it another"),
    _row("A208", "unlinked-premises", "advice", "a rule and its case stand as separate reasons"),
    _coded(codes.NOT_FOUND, "quote-not-found", "article"),
    _coded(codes.AMBIGUOUS, "quote-in-several-places", "article"),
    _coded(codes.PAST_THE_END, "place-out-of-range", "article"),
    _coded(codes.DRIFTED, "source-drifted", "article"),
    _coded(codes.MOVED, "passage-moved", "lock"),
    _coded(codes.CHANGED, "passage-changed", "lock"),
    _coded(codes.VANISHED, "passage-vanished", "lock"),
    _coded(codes.DISPLACED, "passage-displaced", "lock"),
    _coded(codes.UNTOLD, "passage-unclear", "lock"),
    _coded(codes.UNLOCKED, "anchor-not-in-lock", "lock"),
    _coded(codes.LEFT_OVER, "anchor-left-in-lock", "lock"),
    _coded(codes.RECOUNTED, "sentences-recounted", "lock"),
    _row("A313", "no-place", "advice", "a statement has no place in the source"),
    _row("A314", "residue", "advice", "sentences that seem to argue are left out of the map", "article"),
    _row("A315", "coverage-below-promise", "warning", "less is mapped than `covers` promises", "article"),
    _row("A401", "no-holder", "warning", "a gain or cost is nobody’s"),
    _row("A402", "no-nature", "advice", "a gain or cost is neither tangible nor intangible"),
    _row("A403", "amount-without-unit", "warning", "an amount has no unit, or a unit no amount"),
    _row("A404", "gain-and-cost", "warning", "the same is booked as a gain and a cost of one holder"),
    _row("A405", "hoped-for-as-actual", "warning", "a gain or cost is actual, its reasons only hoped for"),
    _row("A406", "hope-in-words", "advice", "a gain or cost is actual in words of hope: would, could"),
    _row("A501", "two-propositions", "advice", "a node says two things"),
    _row("A502", "reason-inside", "advice", "a node holds a conclusion and its reason"),
    _row("A503", "question", "warning", "a node asks and states nothing"),
    _row("A504", "quotation", "advice", "a text is quoted where the mapmaker’s own words should stand"),
    _row("A505", "same-text", "warning", "two nodes say the same, word for word"),
    _row("A506", "near-same-text", "advice", "two nodes say nearly the same"),
    _row("A507", "vague-quantity", "advice", "a quantity cannot be tested: numerous, considerable"),
    _row("A601", "id-without-words", "advice", "an id tells nothing of its node: n12, claim-3"),
    _row("A602", "ids-alike", "warning", "two ids differ by hyphens only"),
    _row("A603", "thesis-not-first", "advice", "the thesis does not open the map"),
    _row("A604", "lone-tag", "advice", "a tag is used on one node only"),
    _row("A605", "doubled-word", "warning", "a node has a tag or a holder twice", fixable=True),
    _row("A606", "spelt-two-ways", "warning", "a holder, domain, unit, tag or speaker is spelt in two ways"),
    _row("A607", "unknown-suppression", "warning", "a comment ignores a code that there is not", "text"),
    _row("A608", "unused-suppression", "warning", "a comment ignores what is not there", "text"),
    _row("A609", "still-to-do", "advice", "statements are tagged todo: drafts, of which less is told"),
    _coded(malformed.LEFT_OUT, "left-out", "reader"),
    _coded(malformed.ITSELF, "joined-with-itself", "reader"),
    _coded(malformed.DIRECT, "edge-without-step", "reader"),
    _coded(malformed.DANGLING, "dangling-edge", "reader"),
    _coded(malformed.HALF, "half-a-step", "reader"),
    _coded(malformed.ON_A_STEP, "reason-for-a-step", "reader"),
    _coded(malformed.RING, "attack-on-nothing", "reader"),
    _coded(malformed.NO_TEXT, "no-text", "reader"),
    _coded(malformed.TWICE, "edge-twice", "reader"),
    _coded(malformed.AGAIN, "file-put-in-twice", "reader"),
    _coded(malformed.ATTACKS_ITSELF, "attack-on-itself", "reader"),
    _coded(malformed.OTHERWISE, "other-words-beside", "reader"),
    _coded(malformed.UNRELATED, "strange-text-beside", "reader"),
    _coded(malformed.UNREADABLE, "unreadable-text-beside", "reader"),
    _coded(malformed.BACKWARDS, "backward-attack", "reader"),
    _coded(malformed.MUTUAL, "mutual-conflict", "reader"),
    _coded(malformed.NOT_UNDERSTOOD, "metadata-not-understood", "reader"),
    _coded(malformed.ODD, "perhaps-not-meant", "reader"),
)
CODES: Final = frozenset(row.code for row in CHECKS)


def checks_called(prefix: str) -> tuple[Check, ...]:
    """Return the rows whose code begins so, capitals or not, or that have that name; none, where none has."""
    code, name = prefix.strip().upper(), prefix.strip().lower()
    return tuple(row for row in CHECKS if code and (row.code.startswith(code) or row.name == name))


def near_codes(name: str) -> tuple[str, ...]:
    """Return the codes and names that were perhaps meant."""
    return near(name.upper(), sorted(CODES)) or near(name.lower(), [row.name for row in CHECKS])
