"""The page as one file: its policy, its size, what is in it and what is not."""

import json
import re

import pytest

from argmap import ArgumentMap, load
from argmap.checks.checking import check
from argmap.hypertext import digest
from argmap.render.page.making import MARK, view_page
from argmap.shipped import builtin
from argmap.sources.article import Article
from argmap.sources.coverage import coverage
from argmap.sources.passages import placed_range
from tests.cli.running import RIVERTON
from tests.cli.test_hostile import hostile_map

KIB = 1024


def made(m: ArgumentMap, article: Article | None = None) -> str:
    return "".join(view_page(m, "a map", check(m), article))


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    text = made(load(RIVERTON))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy == (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert " style=" not in text.replace("<style>", "")
    assert "http" not in re.sub(r"http://www\.w3\.org/\d+/svg", "", script + style)


def test_a_text_cannot_end_the_data() -> None:
    text = made(hostile_map("</script><!--<script>alert(1)//"))
    assert text.count("<script") == 2
    assert text.count("</script>") == 2
    (data,) = re.findall(r'id="data">(.*?)</script>', text, re.DOTALL)
    assert "<" not in data
    assert json.loads(data)["title"] == "</script><!--<script>alert(1)//"


def test_the_article_travels_only_when_it_is_handed_over() -> None:
    m = load(RIVERTON)
    article = Article(RIVERTON.with_name("riverton.txt").read_text(encoding="utf-8"))
    unquoted = next(each.place for each in coverage(m, article).unmapped if each.paragraph > 3)
    place = placed_range(article, unquoted)
    assert place is not None
    sentence = " ".join(article.text[slice(*place)].split())
    assert sentence not in made(m)
    assert sentence in made(m, article)


def test_the_licence_of_what_is_vendored_stands_in_the_page_and_the_mark_near_its_beginning() -> None:
    text = made(ArgumentMap())
    assert "Copyright (c) 2012-2014 Chris Pettitt" in text
    assert "The above copyright notice and this permission notice shall be included" in text
    assert MARK in text[:20_000]


def test_equal_maps_give_equal_bytes() -> None:
    assert made(load(RIVERTON)) == made(load(RIVERTON))


@pytest.mark.parametrize("name", ["china-russia"])
def test_the_page_of_the_built_in_map_is_small(name: str) -> None:
    assert len(made(load(builtin(name) or "")).encode()) <= 120 * KIB
