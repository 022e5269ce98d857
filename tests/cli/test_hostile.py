"""Texts that would steer a terminal, a spreadsheet or a reader, through every command and stream."""

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from argmap import ArgumentMap, dump
from argmap.formats.table import FORMATS
from tests.cli.running import STEERING, on_terminal, process, ran
from tests.formats.picturing import PICTURES

PIECES = {
    "markup": "[red]a[/red] [/] [link=http://x]b[/link] [bold :smile: {0} %s \\n",
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "osc": "\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;ZXZpbA==\x07",
    "c1": "\x9b31m \x9d8;;x\x9c \x85",
    "c0": "a\x01\x08\x0b\x0c\x7fb",
    "bidi": "\u202egnp.exe \u2066x\u2069 \u200f \u061c",
    "lines": "a\u2028b\u2029c\rd",
    "odd": "\ufeff\ufffe\uffff \U000e0041 \ufff9",
    "formula": "=1+1",
    "at": "@SUM(1)",
    "html": "<script>alert(1)</script>",
    "tab": "a\tb\nc",
}  # fmt: skip
HOSTILE = " ".join(PIECES.values())
LONG = "word " * 20_000
SGR = re.compile(r"\x1b\[[0-9;]*m")

COMMANDS = [
    "show", "show all", "show gains", "show a", "show a b c", "show objections", "show gaps", "show sources",
    "show all --quotes", "show --quotes", "show all --sort text", "show all --columns id,text,note,quote,by,tags",
    "trace a", "trace b --up", "trace c --quotes", "trace c --to a", "find a", "stats", "eval",
    "explain a", "explain b --quotes --weakest", "whatif --set c=0.5 --semantics h-categorizer", "weigh", "coverage", "anchor --fix",
]  # fmt: skip
ERRORS = [
    ["trace", HOSTILE],
    ["show", HOSTILE],
    ["find", HOSTILE],
    ["show", "all", "--where", f"hue={HOSTILE}"],
    ["show", "all", "--where", f"sure={HOSTILE}"],
    ["show", "all", "--holder", HOSTILE],
    ["show", "all", "--sort", HOSTILE],
    ["show", "all", "--columns", HOSTILE],
    ["show", "--depth", HOSTILE],
    ["export", HOSTILE],
    ["import", HOSTILE],
    ["import", "x", "--from", HOSTILE],
    ["help", HOSTILE],
    [HOSTILE],
    [f"--{HOSTILE}"],
    ["show", f"--{HOSTILE}"],
    ["show", "-o", f"nowhere/{HOSTILE}"],
    ["show", "--source", HOSTILE],
    ["-m", HOSTILE, "show"],
    ["--color", HOSTILE, "show"],
    ["completion", HOSTILE],
]


def hostile_map(text: str) -> ArgumentMap:
    node = {
        "text": text,
        "label": text,
        "domain": text,
        "by": text,
        "hedge": text,
        "note": text,
        "tags": [text],
    }
    stake = {"holder": [text, "us"], "unit": text, "amount": 1}
    nodes = [
        {"id": "a", "kind": "claim", **node, "anchor": {"quote": text, "at": "p1"}},
        {"id": "b", "kind": "gain", **node, **stake},
        {"id": "c", "kind": "cost", **node, **stake},
        {"id": "d", "kind": "evidence", **node},
    ]
    links = [
        {
            "id": "l",
            "premises": ["b", "d"],
            "target": "a",
            "relation": "supports",
            "scheme": text,
            "note": text,
        },
        {"premises": ["c"], "target": "a", "relation": "rebuts", "scheme": text},
        {"premises": ["d"], "target": "l", "relation": "undercuts", "note": text},
    ]
    source = {
        "file": "article.txt",
        **dict.fromkeys(("title", "author", "publisher", "date", "url", "note"), text),
    }
    return ArgumentMap.model_validate(
        {"title": text, "source": source, "thesis": "a", "nodes": nodes, "links": links}
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile map with a hostile name, and a hostile article beside it."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "[red]\x1b[31m\u202ex.argmap.json"
    dump(hostile_map(HOSTILE), path)
    (folder / "article.txt").write_text(f"{HOSTILE}\n\nMore {HOSTILE}. Less.\n", encoding="utf-8")
    return path


def steering(text: str, *, colour: bool = False) -> set[str]:
    """What would steer: controls and their kin, lone surrogates, tags and non-characters."""
    rest = SGR.sub("", text) if colour else text
    odd = {sign for sign in rest if "\ud800" <= sign <= "\udfff" or "\ufff9" <= sign <= "\uffff"} - {
        "\ufffd",
        "\ufffc",
    }
    return (STEERING & set(rest)) | odd | {sign for sign in rest if "\U000e0000" <= sign <= "\U000e007f"}


@pytest.mark.parametrize("line", ["view -o -", "view --quotes -o -"])
def test_nothing_in_a_map_steers_what_reads_its_page(place: Path, line: str) -> None:
    done = process("-m", place, *line.split())
    assert done.code == 0
    assert not steering(done.out)
    assert not steering(done.err)
    assert "\\\\u001b[31mred" in done.out


@pytest.mark.parametrize("form", ["", "--plain", "--json", "--jsonl", "--csv", "--color=always"])
@pytest.mark.parametrize("line", COMMANDS)
def test_nothing_in_a_map_steers_what_reads_the_answer(place: Path, line: str, form: str) -> None:
    done = ran("-m", place, *line.split(), *([form] if form else []))
    assert done.code in {0, 1}, done.err
    assert not steering(done.out, colour=form == "--color=always")
    assert not steering(done.err)
    if form == "--json":
        assert json.loads(done.out)["map"] == place.name


@pytest.mark.parametrize("line", COMMANDS)
def test_nothing_in_a_map_steers_a_terminal(place: Path, line: str) -> None:
    done = on_terminal("-m", place, *line.split(), columns=60)
    assert done.code in {0, 1}, done.err
    assert not steering(done.out, colour=True)
    plain = on_terminal("-m", place, *line.split(), columns=60, env={"NO_COLOR": "1"})
    assert not steering(plain.out)


@pytest.mark.parametrize(
    "row", [row for row in FORMATS if row.writes and row not in PICTURES], ids=lambda row: row.name
)
def test_no_export_steers_a_terminal(place: Path, row: object) -> None:
    from argmap.formats.row import Format

    assert isinstance(row, Format)
    for arguments in ([], ["--plain"]):
        done = ran("-q", "-m", place, "export", row.name, *arguments)
        assert (done.code, done.err) == (0, "")
        assert not steering(done.out)


@pytest.mark.parametrize("piece", PIECES, ids=str)
def test_what_programs_read_is_the_text_itself(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "x.argmap.json"
    m = hostile_map(PIECES[piece])
    dump(m, path)
    items = json.loads(ran("-m", path, "show", "all", "--json").out)["items"]
    assert [item["text"] for item in items] == [node.text for node in m.nodes]
    assert items[0]["because"][0]["scheme"] == m.links[0].scheme


def test_markup_is_printed_literally_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "x.argmap.json"
    text = "[red]a[/red] [/] :smile: [link=x]b[/link]"
    dump(hostile_map(text), path)
    for line in ("show all", "show a", "trace a", "show", "show objections"):
        assert text in ran("-m", path, *line.split()).out
        done = on_terminal("-m", path, *line.split(), columns=120)
        assert text in SGR.sub("", done.out), line


def test_no_cell_begins_a_formula(place: Path, tmp_path: Path) -> None:
    for sign in "=+-@\t\r":
        path = tmp_path / "formula.argmap.json"
        dump(hostile_map(f"{sign}1+1|cmd"), path)
        for arguments in (
            ["show", "all", "--csv"],
            ["export", "csv"],
            ["export", "csv-links"],
            ["show", "objections", "--csv"],
        ):
            rows = list(csv.reader(io.StringIO(ran("-m", path, *arguments).out)))
            assert rows
            begun = [
                cell
                for row in rows
                for cell in row
                if cell[:1] in set("=+-@\t\r") and not cell.lstrip("-").isdigit()
            ]
            assert not begun, begun


@pytest.mark.parametrize("arguments", ERRORS, ids=lambda arguments: " ".join(arguments).replace(HOSTILE, "X"))
def test_what_a_user_types_does_not_steer_the_error_about_it(place: Path, arguments: list[str]) -> None:
    done = ran("-m", place, *arguments)
    is_there = arguments[0] == "find" or "--holder" in arguments  # the hostile text stands in this map
    assert done.code in ({0} if is_there else {1, 2})
    assert not steering(done.out)
    assert not steering(done.err)
    assert "an error of argmap itself" not in done.err
    assert len(done.err.splitlines()) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not: [a",
        "argmap: 1\nnodes:\n  a: {kind: claim}\n",
        "\x1b[31m",
        "argmap: 2",
        "{",
        "<graphml>",
        '{"argmap": 1, "nodes": {"\\u001b[31m": {}}}',
        "argmap: 1\n\x85: x\n",
    ],
)
def test_a_bad_map_with_a_bad_name_is_a_few_clean_lines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "\x1b[31m\u202e.argmap.yaml"
    path.write_text(text, encoding="utf-8")
    done = process("-m", path, "show")
    assert done.code in {1, 2}
    assert not steering(done.out)
    assert not steering(done.err)
    assert len(done.err.splitlines()) <= 4


def test_a_name_that_is_no_text_is_a_clean_line(tmp_path: Path) -> None:
    name = os.fsencode(str(tmp_path)) + b"/\xff\xfe.argmap.yaml"
    try:
        with open(name, "wb") as file:  # noqa: PTH123 - a name that is no text
            file.write(b"argmap: 1\nnodes: {a: {kind: claim, text: x}}\n")
    except OSError:
        pytest.skip("this system has only names that are text")
    for arguments in (["show"], ["show", "--json"], ["trace", "nothing"]):
        done = process("-m", os.fsdecode(name), *arguments)
        assert done.code == (2 if "nothing" in arguments else 0)
        assert not steering(done.out + done.err)
    assert process("show", folder=tmp_path).code == 0


def test_several_maps_with_hostile_names_are_named_cleanly(tmp_path: Path) -> None:
    for sign in "\x1b\u202e":
        (tmp_path / f"{sign}x.argmap.yaml").write_text("argmap: 1\n", encoding="utf-8")
    done = process("show", folder=tmp_path)
    assert done.code == 2
    assert not steering(done.err)


# --- the very long ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def long_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.argmap.json"
    dump(hostile_map(LONG), path)
    return path


@pytest.mark.parametrize(
    "line",
    [*COMMANDS[:-2], "show all --json", "show all --csv", "show --plain", "export graphml", "export mermaid"],
)
def test_a_text_of_a_hundred_thousand_characters_is_shown_whole(long_map: Path, line: str) -> None:
    done = ran("-q", "-m", long_map, *line.split())
    assert done.code in {0, 1}
    if line not in {"stats", "show sources", "export mermaid"}:
        assert done.out.count("word") >= 20_000


@pytest.mark.parametrize("text", [LONG, "w" * 100_000, "中" * 100_000], ids=["words", "one-word", "wide"])
def test_a_very_long_text_fits_a_narrow_terminal(tmp_path: Path, text: str) -> None:
    path = tmp_path / "long.argmap.json"
    dump(ArgumentMap.model_validate({"nodes": [{"id": "a", "kind": "gain", "text": text}]}), path)
    for line in ("show a", "show gains", "show"):
        done = on_terminal("-m", path, *line.split(), columns=20, env={"NO_COLOR": "1"})
        assert done.code == 0
        assert max(len(each) for each in done.lines if not each.startswith("Next:")) <= 20
        assert sum(done.out.count(sign) for sign in set(text.split(maxsplit=1)[0])) >= 100_000 // 2
