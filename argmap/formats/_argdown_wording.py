"""What an author of Argdown is told when a text is no Argdown."""

from typing import Final

from argmap.controls import visible
from argmap.formats._argdown_tokens import STATEMENT_TEXT, Token

_LINES: Final = {
    "heading": "heading",
    "number": "numbered premise",
    "bullet": "list item",
    "inference": "inference",
    "front": "front matter",
}
ONE_PREMISE: Final = (
    "premises, ---- and a conclusion stand together, without a blank line; for a mere number write \\(1)"
)
NO_START: Final = {
    "relation": "a relation belongs below a statement or an argument, indented and without a blank line; "
    "put a \\ before a text that begins with this sign",
    "inference": "an inference belongs between numbered premises and a conclusion",
    "data": "metadata { … } stands after a text; write \\{ where a brace is text",
    "front": "front matter, === … ===, stands at the very beginning",
}


def missing(token: Token, *, named: bool) -> str:
    """Say that a text is missing."""
    if named:
        shown = visible(token.value[:60])
        pair = f"[{shown}]" if token.kind == STATEMENT_TEXT else f"<{shown}>"
        return f"after {pair}: stands a text; to name it only, leave the colon out"
    return unexpected(token)


def unclosed(mark: str) -> str:
    """Say which mark of bold or italic is never closed."""
    what = "bold" if len(mark) > 1 else "italics"
    return f"this {mark} begins {what} that never end; write \\{mark[0]} for the sign itself"


def unexpected(token: Token) -> str:
    """Say what is wrong with a token that stands where a block should end."""
    shown = visible(token.value[:60])
    match token.kind:
        case "[statement" | "[statement]:":
            return f"the title [{shown}] stands inside a line; write @[{shown}], or \\[ for a bracket"
        case "<argument" | "<argument>:":
            return f"the title <{shown}> stands inside a line; write @<{shown}>, or \\< for the sign"
        case "heading" | "number" | "bullet" | "inference" | "front":
            return f"a blank line is missing above this {_LINES[token.kind]}, or a \\ before it if it is text"
        case "relation":
            return "a relation is indented more than what it belongs to; put a \\ before it if it is text"
        case "data":
            return "metadata { … } stands once, at the end; write \\{ where a brace is text"
        case _:
            return (
                "only tags, metadata and relations stand after a title; a text needs a colon: [title]: text"
            )
