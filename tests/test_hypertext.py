"""Pages of HTML: nothing in them but what is meant."""

import re

from argmap.hypertext import digest, escaped, page

HOSTILE = "</title><script>alert(1)</script>\x1b[31m\u202e\" onclick='x'"


def test_a_page_without_a_style_allows_nothing() -> None:
    text = "".join(page("T", ["<p>x</p>"]))
    assert "content=\"default-src 'none'\"" in text
    assert text.endswith("<body>\n<p>x</p></body>\n</html>\n")


def test_a_page_with_a_style_allows_that_style_and_no_other() -> None:
    text = "".join(page("T", [], "p { color: red }"))
    (policy,) = re.findall(r'content="(default-src[^"]*)"', text)
    assert policy == f"default-src 'none'; style-src '{digest('p { color: red }')}'"
    assert "<style>p { color: red }</style>" in text


def test_a_page_with_a_script_allows_that_script_and_no_other() -> None:
    text = "".join(page("T", ["<p>x</p>\n"], script="run()"))
    (policy,) = re.findall(r'content="(default-src[^"]*)"', text)
    assert (
        policy == f"default-src 'none'; script-src '{digest('run()')}'; base-uri 'none'; form-action 'none'"
    )
    assert text.endswith("<p>x</p>\n<script>run()</script>\n</body>\n</html>\n")


def test_the_digest_is_that_of_the_standard() -> None:
    # The example of Content Security Policy Level 2, section 7.17.1.
    assert digest("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


def test_hostile_texts_are_only_text() -> None:
    text = "".join(page(HOSTILE, [f'<p title="{escaped(HOSTILE)}">{escaped(HOSTILE)}</p>']))
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert '" onclick' not in text
