"""Texts in Markdown: whatever they hold, a reader of Markdown sees the text and nothing else."""

import html
import re

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from argmap.commonmark import escaped, readable
from argmap.controls import one_line
from tests.strategies import HOSTILE, texts

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """The text of the only paragraph, or of an item of a list, of which nothing is markup."""
    page = PARSER.render(markdown)
    inside = re.fullmatch(r"(?:<ul>\n<li>)?(?:<p>)?([^<]*)(?:</p>)?(?:</li>\n</ul>)?\n?", page)
    assert inside is not None, page
    return html.unescape(inside[1])


@pytest.mark.parametrize("way", [escaped, readable])
@pytest.mark.parametrize("before", ["", "- "])
@given(text=texts())
@example(text="[x](javascript:alert)")
@example(text="1. one")
@example(text="+ plus")
@example(text="-")
@example(text="--- rule")
@example(text="# head")
@example(text="===")
@example(text="a\\")
@example(text="| a | b |")
@example(text="~~gone~~ **bold** __bold__ `code` ![x](y) <b> &lt; &#65;")
def test_a_reader_of_markdown_sees_the_text(way: object, before: str, text: str) -> None:
    assert callable(way)
    assert shown(before + way(text)) == one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a",
        "HTTP://x",
        "www.example.org",
        "mailto:a@b.c",
        "x xmpp:a",
        "@everyone",
        "#12",
        "$x$",
    ],
)
def test_what_links_itself_elsewhere_does_not(text: str) -> None:
    for way in (escaped, readable):
        assert re.search(r"(?i)(?:https?|mailto|xmpp):|www\.|(?<!\\)[@#$]", way(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "9 million euros (a year).",
        "It is 8:30, and 2.5 hours to go.",
        "Riverton’s ring-road, “really”!",
        "50% more",
    ],
)
def test_what_is_readable_is_left_as_it_is(text: str) -> None:
    assert readable(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_markup(text: str) -> None:
    assert shown(readable(f"x{text}")) == one_line(f"x{text}")
