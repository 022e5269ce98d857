"""Pages of HTML: whole files that need nothing from outside, and in which a text is only ever text.

Shared by the outline that is exported and by the answers that are rendered as pages.

Source: HTML, https://html.spec.whatwg.org; Content Security Policy Level 3.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from argmap.controls import one_line

_HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{style}</head>
<body>
"""


def page(title: str, body: Iterable[str], style: str = "", script: str = "") -> Iterator[str]:
    """Yield a page whose own policy forbids whatever is not text, its own style or its own script.

    Args:
        title: What the page is called, as plain text.
        body: The page's content, as HTML: whoever makes it has escaped what comes from a map.
        style: The page's style sheet, written by us: nothing of a map.
        script: The page's script, written by us and run when the body is there: nothing of a map.
    """
    policy = f"; style-src '{digest(style)}'" if style else ""
    if script:
        policy += f"; script-src '{digest(script)}'; base-uri 'none'; form-action 'none'"
    sheet = f"<style>{style}</style>\n" if style else ""
    yield _HEAD.format(policy=policy, title=escaped(title), style=sheet)
    yield from body
    if script:
        yield f"<script>{script}</script>\n"
    yield "</body>\n</html>\n"


def digest(text: str) -> str:
    """Return the digest by which a policy allows this script or style and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def escaped(text: str) -> str:
    """Return a text on one line in which nothing is markup, fit for content and for attributes."""
    return escape(one_line(text))
