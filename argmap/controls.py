"""Characters that steer a terminal or hide in a text, and how they are made visible.

Nothing from a file reaches a stream raw: escape sequences, C0 and C1 controls, bidirectional
overrides, separators that break lines, invisible signs, lone surrogates and non-characters all pass
through here.
"""

import re
from collections.abc import Callable
from typing import Final

CONTROL: Final = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
"""The characters, as the inside of a regular expression's set.

Of the format characters (category Cf) those that nobody sees are among them: soft hyphens, spaces
without a width, invisible operators. The joiners U+200C and U+200D are not, since Persian, the
scripts of India and emojis are written with them, nor are the signs that are seen (U+0600, U+06DD).
"""

_WIDE: Final = 0x10000
"""The first code point that four hexadecimal digits do not hold."""
STEERING: Final = f"[{CONTROL}]"  # compiled at first use: most texts need none
"""Finds one such character."""


def visible(text: str) -> str:
    r"""Return the text with every steering character written as `\\u001b`; line breaks too."""
    return text if text.isprintable() else re.sub(STEERING, _escaped, text)


def one_line(text: str) -> str:
    """Return the text on one line, white space folded, steering characters made visible."""
    if text.isprintable() and "  " not in text:  # so is nearly every text
        return text.strip()
    return visible(re.sub(r" [ \t\r\n]+|[\t\r\n][ \t\r\n]*", " ", text).strip())  # a blank stays as it is


def escaped_json(text: str) -> str:
    """Return JSON text with what steers written as JSON escapes: the same value, safe to print."""
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return re.sub(STEERING, _json_escaped, text)


def printable(text: str, *, json: bool = False) -> str:
    """Return a text of many lines with what steers made visible, its line breaks and tabs as they are.

    Args:
        text: The text.
        json: Whether it is JSON, and is to stay JSON with the same values.
    """
    if json:  # no line break stands within its texts
        text = re.sub("\r(?!\n)", "\n", text)
    escape = utf16_escape if json else _escape
    return re.sub(f"\r\n|[\t\n]|{STEERING}", lambda found: _kept_or(found[0], escape), text)


def _kept_or(signs: str, escape: Callable[[str], str]) -> str:
    return signs if signs in {"\r\n", "\t", "\n"} else escape(signs)


def _escaped(found: re.Match[str]) -> str:
    return _escape(found[0])


def _escape(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code < _WIDE else f"\\U{code:08x}"


def _json_escaped(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\n" else utf16_escape(found[0])


def utf16_escape(sign: str) -> str:
    r"""Return a sign as JSON and Cypher escape it: `\\u001b`, or two of these where one does not do."""
    code = ord(sign)
    if code < _WIDE:
        return f"\\u{code:04x}"
    code -= _WIDE
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
