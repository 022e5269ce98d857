"""Words of YAML as they are written: plain where that will do, else in quotes with escapes."""

import re
from typing import Any, Final

from argmap.controls import visible

# Patterns as text: they are compiled when a map is written, which most calls never do.
_BEGINS_PLAIN: Final = r"[^\W_]"
_ENDS_PLAIN: Final = r":(?: |\Z)| #| \Z"
ENDS_PLAIN_IN_FLOW: Final = r"[:#?,\[\]{}]| \Z"
_TYPED: Final = r"(?i)(?:true|false|yes|no|on|off|y|n|null|~|[-+.]?[\d.][\d_.,:exoa-f+-]*|\.?(?:inf|nan))\Z"


def scalar(value: Any, ends: str = _ENDS_PLAIN) -> str:  # noqa: ANN401 - a word, a number or a truth value
    """Return a value as it is written: plain where it stays what it is, else in quotes.

    `ends` is what ends a plain word there.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if visible(text) == text:
        if re.match(_BEGINS_PLAIN, text) and not re.search(ends, text) and not re.match(_TYPED, text):
            return text
        if "'" not in text and ("\\" in text or '"' in text):
            return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{visible(escaped)}"'


def flow(value: Any) -> str:  # noqa: ANN401 - any plain data
    """Return data on one line, keys and values in the flow style."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        pairs = (f"{scalar(key, ENDS_PLAIN_IN_FLOW)}: {flow(each)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return scalar(value, ENDS_PLAIN_IN_FLOW)
