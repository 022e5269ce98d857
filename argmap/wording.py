"""Words for what Pydantic finds, and for the values that messages name: the mapmaker's own."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from argmap.looks import cut
from argmap.model import KINDS, NATURES, STATUSES
from argmap.spelling import Hints

SHOWN_LONGEST: Final = 40
"""Code points after which a message shortens a value."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"kind": KINDS, "nature": NATURES, "status": STATUSES}
"""The words that a field of few words may be."""
_NUMBERS: Final = {
    "sure": "sure is a number from 0 to 1",
    "amount": "amount is a number such as 6 or 4.2, without its unit",
}


_OF_TYPE: Final = {
    "string_type": "{field} is text, not {sort}",
    "string_too_short": "{field} is empty",
    "string_unicode": "{field} holds half a character (a lone surrogate)",
    "string_too_long": "{field} is longer than {limit} characters",
    "string_pattern_mismatch": (
        "an id has small letters, digits and hyphens and begins with a letter, not {value}"
    ),
    "tuple_type": "{field} is one word or a list of them, not {sort}",
    "model_type": "{field} is a mapping of fields, not {sort}",
    "value_error": "{field} {value}: {reason}",
}
"""What a message says of each thing that Pydantic finds in a value."""


def of_value(what: str, field: str, error: Mapping[str, Any]) -> str:
    """Say in the mapmaker's words what Pydantic finds wrong with a value."""
    value, facts = error["input"], error.get("ctx", {})
    if field in _NUMBERS:
        return f"{_NUMBERS[field]}, not {shown(value)}"
    if field == "sha256" and what == "string_pattern_mismatch":
        return "sha256 is 64 hexadecimal digits, in small letters"
    if not field and what == "value_error":  # the flaw is how several fields go together
        return str(facts["error"])
    return _OF_TYPE.get(what, "{field} is not as it should be").format(
        field=field or "a key",
        value=shown(value),
        sort=sort_of(value),
        limit=facts.get("max_length"),
        reason=facts.get("error"),
    )


def choice(field: str, given: object, owner: str, hints: Hints) -> str:
    """Say that a field of few words is none of them."""
    words = CHOICES[field]
    hint = hints.of(given, words) if isinstance(given, str) else ""
    return f"{field} is {listed(words)}, not {shown(given)} (in {owner}){hint}"


def listed(words: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return f"{', '.join(words[:-1])} or {words[-1]}"


def shown(value: object) -> str:
    """Return a value as a message names it: short, and in words where it is a list or a mapping."""
    match value:
        case bool():
            return "true" if value else "false"
        case str() if value:
            return cut(value, SHOWN_LONGEST)
        case int() | float():
            return cut(str(value), SHOWN_LONGEST)
        case _:
            return sort_of(value)


_SORTS: Final = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "a word"),
    (list, "a list"),
    (dict, "a mapping"),
)


def sort_of(value: object) -> str:
    """Return what sort of value it is, in words: a list, a number, nothing."""
    if value is None or value == "":
        return "nothing"
    return next((words for sort, words in _SORTS if isinstance(value, sort)), "something else")
