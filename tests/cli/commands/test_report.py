"""`argmap report`."""

import re
from pathlib import Path

import pytest

from argmap import dump
from argmap.model import ArgumentMap, Claim
from tests.cli.running import RIVERTON, on_terminal, ran
from tests.strategies import HOSTILE


def test_the_brief_is_markdown_unless_the_ending_or_an_option_says_otherwise(tmp_path: Path) -> None:
    text = ran("-m", RIVERTON, "report").out
    assert text.startswith("# Riverton should charge cars to enter the centre\n")
    page = ran("-m", RIVERTON, "report", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    for name, expected in (("b.md", text), ("b.HTML", page), ("b.htm", page), ("b", text)):
        assert ran("-m", RIVERTON, "report", "-o", tmp_path / name).out == ""
        assert (tmp_path / name).read_text(encoding="utf-8") == expected
    assert ran("-m", RIVERTON, "report", "--format", "markdown", "-o", tmp_path / "c.html").code == 0
    assert (tmp_path / "c.html").read_text(encoding="utf-8") == text


def test_a_terminal_shows_the_brief_folded_unless_it_is_asked_for_markdown() -> None:
    shown = on_terminal("-m", RIVERTON, "report", "--color", "never", columns=60).out
    assert shown.startswith("Riverton should charge cars to enter the centre\n")
    assert max(map(len, shown.splitlines())) <= 60
    assert "├── because ▼" in shown
    asked = on_terminal("-m", RIVERTON, "report", "--format", "markdown").out
    assert asked == ran("-m", RIVERTON, "report").out


def test_it_is_the_same_on_every_run_and_in_every_format_that_says_the_same(tmp_path: Path) -> None:
    ran("-q", "-m", RIVERTON, "export", "json", "-o", tmp_path / "m.argmap.json")
    both = [
        ran("-q", "-m", name, "report").out.partition("## What the checks find")[0]
        for name in (RIVERTON, tmp_path / "m.argmap.json")
    ]
    assert both[0] == both[1]


def test_coverage_is_told_where_the_source_is_at_hand_and_left_out_where_it_is_not(tmp_path: Path) -> None:
    assert "73.3% of the 45 sentences of riverton.txt are mapped" in ran("-m", RIVERTON, "report").out
    alone = tmp_path / "alone.argmap.yaml"
    alone.write_text(RIVERTON.read_text(encoding="utf-8"), encoding="utf-8")
    done = ran("-m", alone, "report")
    assert (done.code, done.err) == (0, "")
    assert "## Coverage" not in done.out
    there = ran("-m", alone, "report", "--source", RIVERTON.with_name("riverton.txt"))
    assert "of riverton.txt are mapped" in there.out


def test_quotes_are_cut_out_of_the_article_when_they_are_asked_for() -> None:
    assert "riverton.txt:" not in ran("-m", RIVERTON, "report").out
    assert "riverton.txt:3" in ran("-m", RIVERTON, "report", "--quotes").out


def test_comments_that_ignore_a_finding_are_heeded(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap.yaml"
    path.write_text("argmap: 1\nnodes:\n  a: {kind: claim, text: A}\n", encoding="utf-8")
    assert "A201" in ran("-m", path, "report").out
    path.write_text("# argmap: ignore-map A201\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "No error and no warning." in ran("-m", path, "report").out


def test_plain_leaves_signs_and_looks_out() -> None:
    text = ran("-m", RIVERTON, "report", "--plain", "--format", "markdown").out
    assert not set("■▲▼●○*") & set(text)
    assert "<style>" not in ran("-m", RIVERTON, "report", "--plain", "--format", "html").out


def test_plain_speaks_where_no_format_is_asked_for(tmp_path: Path) -> None:
    done = ran("-m", RIVERTON, "report", "--plain")
    assert not set("#>■▲▼●○*·") & set(done.out)
    lines = done.lines
    assert "Objections." in lines
    assert any(line.startswith(("1. But, cost: ", "1. But, claim: ")) for line in lines)
    assert any(" Id " in line and line.startswith("1.1. Against: ") for line in lines)
    written = tmp_path / "brief.md"
    assert ran("-m", RIVERTON, "report", "--plain", "-o", written).code == 0
    assert written.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_hostile_map_is_only_text(tmp_path: Path, form: str) -> None:
    path = tmp_path / "m.argmap.json"
    dump(
        ArgumentMap(
            title="".join(HOSTILE),
            nodes=tuple(Claim(id=f"n{at}", text=f"x{text}") for at, text in enumerate(HOSTILE)),
        ),
        path,
    )
    done = ran("-m", path, "report", "--format", form)
    assert (done.code, done.err) == (0, "")
    assert re.findall(r"(?<!\\)<(?:/?script|img|!--|b>)", done.out) == []


def test_the_map_is_never_written_over_by_its_brief() -> None:
    before = RIVERTON.read_bytes()
    assert ran("-m", RIVERTON, "report", "-o", RIVERTON).code == 2
    assert RIVERTON.read_bytes() == before
