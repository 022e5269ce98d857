"""What a user says of fields: `sure=0.6`, `holder=children holder=parents`, `tags+=todo`, `tags-=todo`."""

import re
from collections.abc import Sequence
from typing import Final

from argmap import wire
from argmap.errors import RequestError
from argmap.spelling import suggestion
from argmap.values import WHITE
from argmap.wire import Data
from argmap.wording import listed

LISTS: Final = frozenset(("holder", "tags", "at", "also", "skip"))
"""Fields that may say several things."""
NODE: Final = wire.NODE_FIELDS
LINK: Final = ("scheme", "sure", "note", "id")
HEAD: Final = ("title", "thesis")
_SAID: Final = re.compile(r"(\w+)\s*(\+=|-=|=)(.*)", re.DOTALL)


def assigned(said: Sequence[str], fields: Data, known: Sequence[str], of: str) -> Data:
    """Return the fields that are said, given what there is.

    Args:
        said: `FIELD=VALUE`, several times for several values; `FIELD+=VALUE` and `FIELD-=VALUE` for lists.
        fields: What there is.
        known: The fields that may be set.
        of: What they are fields of, for messages.

    Raises:
        RequestError: no field, or a malformed one.
    """
    found: Data = {}
    for words in said:
        name, sign, value = _parted(words, known, of)
        if name not in LISTS:
            if sign != "=":
                raise RequestError(f"{name} is one value, not a list", f"set it: {name}=…")
            if name in found:
                raise RequestError(f"{name} is said twice", "only lists have several values")
            found[name] = value
            continue
        there = found.get(name)
        if there is None:
            there = [] if sign == "=" else _listed(fields.get(name, []))
        found[name] = _with(there, sign, value, name, of)
    return found


def _parted(words: str, known: Sequence[str], of: str) -> tuple[str, str, str]:
    parts = _SAID.fullmatch(words)
    if not parts:
        raise RequestError(f"{words} is not FIELD=VALUE", "for example: sure=0.6 'text=A new wording'")
    name, sign, value = parts[1], parts[2], parts[3].strip(WHITE)
    if name not in known:
        raise RequestError(
            f"{of} has no field {name}{suggestion(name, known)}", f"it may have {listed(known)}"
        )
    if not value:
        raise RequestError(f"{name} would be empty", f"take it away with --unset {name}")
    return name, sign, value


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def _with(there: list[object], sign: str, value: str, name: str, of: str) -> list[object]:
    if sign != "-=":
        return there if value in there else [*there, value]
    if value not in there:
        raise RequestError(f"{of} has no {value} among its {name}")
    return [each for each in there if each != value]
