"""The pictures of the README are those of today's commands, and need nothing from outside."""

import html
import os
import re
from pathlib import Path

import pytest

from tests.formats.picturing import needs_graphviz
from tests.screenshots import DOCS, PICTURE, ROOT, SHOTS, THEMES, drawn, picture

MOST_BYTES = 60_000
PICTURES = sorted(DOCS.glob("*.svg"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def words(svg: str) -> list[str]:
    """The words of a picture, whatever version of Rich or Graphviz cut them into pieces."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return sorted(" ".join(html.unescape(" ".join(pieces)).split()).split(" "))


def colours(svg: str) -> set[str]:
    return {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}", svg)}


def is_fresh(path: Path, svg: str) -> None:
    kept = path.read_text(encoding="utf-8")
    advice = f"{path.name} is stale: run python tests/screenshots.py, and look at it"
    assert words(kept) == words(svg), advice
    assert colours(kept) == colours(svg), advice


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no pseudo-terminals here")
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_terminal_looks_as_it_does_today(shot: object) -> None:
    from tests.screenshots import Shot

    assert isinstance(shot, Shot)
    for theme in THEMES:
        is_fresh(DOCS / f"{shot.name}-{theme}.svg", drawn(shot, theme))
        assert drawn(shot, theme) == drawn(shot, theme)


@needs_graphviz
@pytest.mark.parametrize("theme", THEMES)
def test_the_map_looks_as_it_does_today(theme: str) -> None:
    is_fresh(DOCS / f"{PICTURE.name}-{theme}.svg", picture(theme))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_small_and_fetches_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < MOST_BYTES
    assert re.findall(r"\w+://[^\"<\s]*", text.replace("http://www.w3.org/2000/svg", "")) == []
    assert not re.search(r"<script|<image|@font-face|@import|url\((?!#)", text)


def test_every_picture_is_drawn_and_shown_in_the_readme() -> None:
    names = {path.name for path in PICTURES}
    assert names == {f"{shot.name}-{theme}.svg" for shot in (*SHOTS, PICTURE) for theme in THEMES}
    assert set(re.findall(r'"docs/([\w-]+\.svg)"', README)) == names


def test_what_is_shown_in_the_readme_is_described_by_its_command() -> None:
    for shot in (*SHOTS, PICTURE):
        assert f'alt="`{shot.line}`: {shot.about}"' in README
