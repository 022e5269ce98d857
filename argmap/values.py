"""What the fields of a map may hold, and how each is written: texts, ids, places, numbers, flags."""

import re
import sys
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from argmap.soundness import ID_LONGEST, ID_PATTERN

_COUNT: Final = "([1-9][0-9]{0,5})"
PLACE: Final = rf"p{_COUNT}(?:-p{_COUNT}|\.s{_COUNT}(?:-s{_COUNT})?)?"
"""How a place is written, as a regular expression: its first and last paragraph, or its sentences."""
_NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})(e[+-]?\d{1,3})?\Z", re.ASCII | re.IGNORECASE)
WHITE: Final = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What a text of a map never begins or ends with; Python's own `strip` takes away four more."""
DIGITS_MOST: Final = 30
"""Digits of an amount, before the point and after it."""


def _place(text: str) -> str:
    found = re.fullmatch(PLACE, text)
    if not found:
        raise ValueError("a place is written p13, p13.s2, p13.s1-s2 or p13-p14")
    first, last, start, end = (int(group) if group else None for group in found.groups())
    if (last is not None and first is not None and last < first) or (
        end is not None and start is not None and end < start
    ):
        raise ValueError("a place runs forwards: the second number is the greater one")
    return text


def _one_or_many(value: Any) -> Any:  # noqa: ANN401 - whatever a caller or a file hands in
    return (value,) if isinstance(value, str) else value


def _number(value: Any) -> Any:  # noqa: ANN401 - whatever a caller or a file hands in
    if isinstance(value, bool) or (isinstance(value, str) and not _NUMBER.match(value)):
        raise ValueError("a number is written 0.6 or 140")
    return value


def _amount(value: Decimal) -> Decimal:
    # The size is looked at first: to write 1E+999999999 out would take a gigabyte.
    sized = value.is_finite() and (not value or -DIGITS_MOST <= value.adjusted() < DIGITS_MOST)
    if not sized or len(format(value, "f").partition(".")[2].rstrip("0")) > DIGITS_MOST:
        raise ValueError(f"an amount has at most {DIGITS_MOST} digits before the point and after it")
    return value


def _flag(value: Any) -> Any:  # noqa: ANN401 - whatever a caller or a file hands in
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):  # not a set: a list or a mapping would not fit in
        return value == "true"
    raise ValueError("it is either true or false")


def _by_format(value: Any) -> Any:  # noqa: ANN401 - whatever a caller or a file hands in
    pairs = tuple(value.items()) if isinstance(value, dict) else value
    if isinstance(pairs, tuple) and all(map(_is_text_of_format, pairs)):
        return pairs
    raise ValueError("it is a mapping from names of formats to texts in these formats")


def _is_text_of_format(pair: Any) -> bool:  # noqa: ANN401 - whatever a caller or a file hands in
    match pair:
        case (str(name), str(text)):
            return bool(text) and len(name) <= ID_LONGEST and bool(re.fullmatch(ID_PATTERN, name))
        case _:
            return False


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
NodeId = Annotated[  # interned: to look an id up then compares no letters, and each is kept once
    str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LONGEST), AfterValidator(sys.intern)
]
Place = Annotated[str, AfterValidator(_place)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Places = Annotated[tuple[Place, ...], BeforeValidator(_one_or_many)]
Share = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1, allow_inf_nan=False)]
Amount = Annotated[Decimal, BeforeValidator(_number), AfterValidator(_amount), Field(allow_inf_nan=False)]
TextsByFormat = Annotated[tuple[tuple[str, str], ...], BeforeValidator(_by_format)]
Flag = Annotated[bool, BeforeValidator(_flag)]
