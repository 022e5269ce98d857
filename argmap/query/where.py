"""The small language of `--where`: `kind=gain holder=Russia sure<0.6 open "asthma"`.

All terms must hold; `not` stands before a term. A term compares a field, names a flag, or is a
text to be found. Nothing in it is a pattern, so that no input makes it slow.
"""

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from argmap.errors import RequestError
from argmap.model import Node
from argmap.query.fields import (
    CHOICES_ASKED,
    FLAGS,
    NUMBER_FIELDS,
    VERDICTS,
    Facts,
    choice_named,
    field_named,
)

Test = Callable[[Facts, Node], bool]

_TERM: Final = r"""\s*(?:
        (?P<field>[A-Za-z]+)(?P<sign>!=|<=|>=|=|<|>|~)(?P<value>"[^"]*"|'[^']*'|\S*)
        |(?P<quoted>"[^"]*"|'[^']*')
        |(?P<word>\S+)
    )"""
_COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SEARCHED: Final = ("id", "label", "text", "quote", "note", "holder", "tags", "domain", "by")
"""The fields in which a text is looked for."""


def parse_where(expression: str) -> Test:
    """Return the test that an expression describes.

    Raises:
        RequestError: it names an unknown field, or compares what has no order.
    """
    tests: list[Test] = []
    negated = False
    for found in re.finditer(_TERM, expression.rstrip(), re.VERBOSE):
        if found["word"] == "not":
            negated = not negated
            continue
        test = _term(found)
        tests.append(_denied(test) if negated else test)
        negated = False
    if negated:
        raise RequestError("`not` stands before a term, and none follows")
    return lambda facts, node: all(test(facts, node) for test in tests)


def _denied(test: Test) -> Test:
    return lambda facts, node: not test(facts, node)


def _term(found: re.Match[str]) -> Test:
    if found["field"]:
        return _comparison(field_named(found["field"]), found["sign"], _bare(found["value"]))
    word = found["word"]
    if word in FLAGS:
        return lambda facts, node: facts.flag(node, word)
    text = _bare(found["quoted"] or word)
    if not text.strip():
        raise RequestError("an empty text stands everywhere: there is nothing to look for")
    return mentions(text)


def _bare(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _comparison(field: str, sign: str, wanted: str) -> Test:
    if field in NUMBER_FIELDS:
        return _numeric(field, sign, wanted)
    if field in CHOICES_ASKED and sign in {"=", "!="}:
        choice_named(field, wanted)
    word = folded(wanted)
    if field == "label" and word in VERDICTS:
        raise RequestError(
            "label is the short name that a node has; what it comes to is its verdict", f"verdict{sign}{word}"
        )
    if sign in {"=", "!="}:
        return lambda facts, node: (word in _words(facts.value(node, field))) == (sign == "=")
    if sign == "~":
        return lambda facts, node: any(word in each for each in _words(facts.value(node, field)))
    raise RequestError(
        f"{field} is text: it is compared with =, != or ~ (contains), not with {sign}", "such as text~word"
    )


def _numeric(field: str, sign: str, wanted: str) -> Test:
    share = wanted.endswith("%")
    try:
        number = Decimal(wanted.removesuffix("%")) / (100 if share else 1)
    except ArithmeticError:  # malformed, or out of all bounds
        number = Decimal("nan")
    if not number.is_finite():
        raise RequestError(f"{field} is a number, and {wanted or 'nothing'} is none", "such as sure<0.6")
    if sign == "~":
        message = f"{field} is a number: it is compared with =, !=, <, <=, > or >="
        raise RequestError(message, "such as sure<0.6")
    compare = _COMPARISONS[sign]

    def test(facts: Facts, node: Node) -> bool:
        value = facts.value(node, field)
        if value is None:
            return False
        return compare(Decimal(str(value)), number)

    return test


def _words(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - text, texts or None
    if value is None:
        return ()
    return (folded(value),) if isinstance(value, str) else tuple(map(folded, value))


def folded(text: str) -> str:
    """Return a text as texts are compared: without capitals, each sign composed in one way."""
    if text.isascii():
        return text.lower()
    from unicodedata import normalize  # noqa: PLC0415 - a megabyte that many maps need none of

    return normalize("NFC", normalize("NFC", text).casefold())


def mentions(text: str) -> Test:
    """Return the test whether a text stands anywhere in a statement, in capitals or not."""
    word = folded(text)
    return lambda facts, node: any(
        word in each for field in SEARCHED for each in _words(facts.value(node, field))
    )
