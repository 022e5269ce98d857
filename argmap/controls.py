"""Characters that steer a terminal or hide in a text, and how they are made visible.

Nothing from a file reaches a stream raw: escape sequences, C0 and C1 controls, bidirectional
overrides, separators that break lines, lone surrogates and non-characters all pass through here.
"""

import re
from typing import Final

CONTROL: Final = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
"""The characters, as the inside of a regular expression's set."""

_WIDE: Final = 0x10000
"""The first code point that four hexadecimal digits do not hold."""
STEERING: Final = re.compile(f"[{CONTROL}]")
"""Finds one such character."""
_WORDS_APART = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    r"""Return the text with every steering character written as `\\u001b`; line breaks too."""
    if text.isascii() and text.isprintable():
        return text
    return STEERING.sub(_escaped, text)


def one_line(text: str) -> str:
    """Return the text on one line, white space folded, steering characters made visible."""
    return visible(_WORDS_APART.sub(" ", text).strip())


def many_lines(text: str) -> str:
    """Return the text with its line breaks kept and everything else that steers made visible."""
    return "\n".join(visible(line.expandtabs(4)) for line in text.splitlines())


def escaped_json(text: str) -> str:
    """Return JSON text with what steers written as JSON escapes: the same value, safe to print."""
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return STEERING.sub(_json_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < _WIDE else f"\\U{code:08x}"


def _json_escaped(found: re.Match[str]) -> str:
    if found[0] == "\n":
        return "\n"
    code = ord(found[0])
    if code < _WIDE:
        return f"\\u{code:04x}"
    code -= _WIDE
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
