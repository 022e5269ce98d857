"""Texts as they may stand in GraphML where people see them, many at once, which is faster by far.

Source: XML 1.0, production 2 (Char), https://www.w3.org/TR/xml/#charsets.
"""

import re
from html import unescape
from typing import Final

from argmap.controls import STEERING, visible

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (production 2)."""
_SPACES: Final = str.maketrans("\t\n\r", "   ")
_BETWEEN: Final = "\0"
_TAG: Final = (
    r"(?i)</?(?:html|head|body|p|div|span|font|center|b|i|u|s|em|strong|small|big|sub|sup|tt|code|a|h[1-6]"
    r"|ul|ol|li|table|tr|td|th|img|hr)\b[^<>]*>"
)
"""Tags that people give to labels; whatever else stands between < and > is text."""


def shown_all(texts: list[str]) -> list[str]:
    """Return texts as they may be seen: on one line, nothing that steers, nothing XML forbids."""
    whole = "".join(texts)
    return texts if _is_clean(whole) else [shown(text) for text in texts]


def shown(text: str) -> str:
    """Return a text as it may be seen."""
    if _is_clean(text):
        return text
    return re.sub(STEERING, _replaced, text.translate(_SPACES))


def _is_clean(text: str) -> bool:
    return text.isprintable() and "\ufffc" not in text


def _replaced(found: re.Match[str]) -> str:
    sign = found[0]
    return "\ufffd" if sign == "\ufffd" or _FORBIDDEN.match(sign) else visible(sign)


def escaped(texts: list[str]) -> list[str]:
    """Return texts, none of which holds a NUL, escaped for XML."""
    whole = _BETWEEN.join(texts)
    whole = whole.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return whole.split(_BETWEEN)


def without_html(label: str) -> str:
    """Return the text of a label, which yEd shows as HTML where it begins so, as those of Argdown do."""
    if not re.match(r"(?i)\s*<html>", label):
        return label
    joined = re.sub(r"(?i)(?<=\s)<br\s*/?>", "", label)  # a line that was only too long
    broken = re.sub(r"(?i)<(?:br|/p|/div|/li|/tr|/h[1-6])\s*/?>", "\n", joined)
    return unescape(re.sub(_TAG, "", broken)).strip()
