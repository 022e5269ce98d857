"""Where answers go, and in which form."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.running import RIVERTON, on_terminal, process, ran, shell

ANSWERS = [
    "show",
    "show gains",
    "show all",
    "show health",
    "show health charge",
    "show objections",
    "show gaps",
    "show sources",
    "trace health",
    "trace claim",
    "trace petrol --to charge",
    "find asthma",
    "stats",
    "formats",
    "coverage",
]


@pytest.mark.parametrize("line", ANSWERS)
def test_json_is_one_object_with_the_command_the_map_and_the_items(line: str) -> None:
    done = ran("-m", RIVERTON, *line.split(), "--json")
    answer = json.loads(done.out)
    assert list(answer)[:3] == ["argmap", "command", "map"]
    assert (answer["argmap"], answer["command"]) == (1, line.split(maxsplit=1)[0])
    assert answer["map"] == (RIVERTON.name if line != "formats" else "")
    assert list(answer)[-1] == "items"
    assert all(isinstance(item, dict) for item in answer["items"])
    assert answer["items"]


@pytest.mark.parametrize("line", ANSWERS)
def test_json_lines_are_the_same_items(line: str) -> None:
    answer = json.loads(ran("-m", RIVERTON, *line.split(), "--json").out)
    lines = ran("-m", RIVERTON, *line.split(), "--jsonl").lines
    assert [json.loads(each) for each in lines] == answer["items"]


@pytest.mark.parametrize("line", ANSWERS)
def test_csv_has_a_header_and_a_row_an_item(line: str) -> None:
    answer = json.loads(ran("-m", RIVERTON, *line.split(), "--json").out)
    rows = list(csv.DictReader(io.StringIO(ran("-m", RIVERTON, *line.split(), "--csv").out)))
    assert len(rows) == len(answer["items"])
    assert set(rows[0]) == {name for item in answer["items"] for name in item}


@pytest.mark.parametrize("line", ANSWERS)
def test_aloud_nothing_is_drawn_and_no_colour_is_used(line: str) -> None:
    done = ran("-m", RIVERTON, *line.split(), "--plain", "--color", "always")
    assert not set("├└│─█■▲▼●○\x1b") & set(done.out)
    assert done.out == ran("-m", RIVERTON, *line.split(), env={"ARGMAP_PLAIN": "1"}).out
    assert all(each == "" or each.rstrip(")")[-1] in ".!?:…”" for each in done.lines), done.lines


@pytest.mark.parametrize("line", ANSWERS)
def test_in_a_pipe_there_is_no_colour_and_nothing_is_cut(line: str) -> None:
    wide = ran("-m", RIVERTON, *line.split(), env={"COLUMNS": "500"})
    narrow = ran("-m", RIVERTON, *line.split(), env={"COLUMNS": "20"})
    assert wide.out == narrow.out
    assert "\x1b" not in wide.out
    assert "Next:" not in wide.out


@pytest.mark.parametrize(
    "line", ["show gains", "show all", "show objections", "show gaps", "find a", "formats"]
)
def test_in_a_pipe_every_row_has_the_same_number_of_cells(line: str) -> None:
    assert len({each.count("\t") for each in ran("-m", RIVERTON, *line.split()).lines}) == 1


def test_the_forms_exclude_each_other_also_before_and_after_the_command() -> None:
    for arguments in (["--json", "--csv"], ["--jsonl", "--json"], ["--csv", "--jsonl"]):
        assert ran("-m", RIVERTON, "show", *arguments).code == 2
    assert ran("-m", RIVERTON, "show", "--json", "--json").code == 0


# --- files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "txt"])
def test_the_ending_of_the_file_picks_the_form(tmp_path: Path, ending: str) -> None:
    place = tmp_path / f"out.{ending}"
    done = ran("-m", RIVERTON, "show", "gains", "-o", place)
    assert (done.code, done.out, done.err) == (0, "", "")
    form = [] if ending == "txt" else [f"--{ending}"]
    assert place.read_text(encoding="utf-8") == ran("-m", RIVERTON, "show", "gains", *form).out


def test_a_form_that_is_asked_for_goes_before_the_ending(tmp_path: Path) -> None:
    ran("-m", RIVERTON, "show", "gains", "--csv", "-o", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text(encoding="utf-8").startswith("id,kind,text")


def test_a_hyphen_is_standard_output() -> None:
    assert ran("-m", RIVERTON, "show", "-o", "-").out == ran("-m", RIVERTON, "show").out
    assert ran("-m", RIVERTON, "export", "json", "-o", "-").out == ran("-m", RIVERTON, "export", "json").out


@pytest.mark.parametrize(
    "line", ["show", "trace charge --json", "export json", "export graphml", "schema", "stats"]
)
def test_the_map_is_never_written_over_by_an_answer(tmp_path: Path, line: str) -> None:
    place = tmp_path / "town.argmap.yaml"
    place.write_bytes(RIVERTON.read_bytes())
    link, hard = tmp_path / "link.json", tmp_path / "hard.json"
    link.symlink_to(place)
    hard.hardlink_to(place)
    for output in (place, link, hard, tmp_path / "." / "town.argmap.yaml"):
        done = ran("-m", place, *line.split(), "-o", output)
        assert done.code == 2
        assert "written over" in done.err
        assert place.read_bytes() == RIVERTON.read_bytes()


@pytest.mark.parametrize("output", ["nowhere/out.json", ".", "/dev/full", "x" * 300])
def test_a_file_that_cannot_be_written_is_one_line_and_leaves_nothing(
    tmp_path: Path, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = ran("-m", RIVERTON, "show", "-o", output)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_map_that_comes_from_standard_input_is_not_written_over_either(tmp_path: Path) -> None:
    place = tmp_path / "town.argmap.yaml"
    place.write_bytes(RIVERTON.read_bytes())
    done = shell("argmap -m - show -o town.argmap.yaml <town.argmap.yaml", folder=tmp_path)
    assert done.code == 2
    assert "written over" in done.err
    assert place.read_bytes() == RIVERTON.read_bytes()


def test_another_file_is_written_over(tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    for line in ("export json", "schema", "stats --json"):
        place.write_text("old", encoding="utf-8")
        assert ran("-m", RIVERTON, *line.split(), "-o", place).code == 0
        assert place.read_text(encoding="utf-8") == ran("-m", RIVERTON, *line.split()).out


@pytest.mark.parametrize("line", ["stats", "export json", "schema", "import x.json"])
def test_a_pipe_that_nobody_reads_and_an_empty_name_are_refused_at_once(tmp_path: Path, line: str) -> None:
    (tmp_path / "x.json").write_text('{"argmap": 1}', encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    done = process("-q", *line.split(), "-o", "pipe", folder=tmp_path)
    assert (done.code, done.err) == (2, "argmap: pipe: nobody reads this pipe\n")
    done = process(*line.split(), "-o", "", folder=tmp_path)
    assert done.code == 2
    assert done.err.startswith("argmap: -o needs the name of a file")


def test_an_answer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    place.write_text("old", encoding="utf-8")
    assert ran("-m", RIVERTON, "show", "gains", "--sort", "nonsense", "-o", place).code == 2
    assert place.read_text(encoding="utf-8") == "old"


# --- terminals --------------------------------------------------------------------------------------


def test_on_a_terminal_there_is_colour_a_table_and_what_to_try_next() -> None:
    done = on_terminal("-m", "riverton", "show", "gains")
    assert done.code == 0
    assert "\x1b[" in done.out
    assert "5 gains in" in done.lines[0]
    assert "Next: argmap trace health" in done.out


@pytest.mark.parametrize(
    ("env", "arguments", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": ""}, [], False),
        ({"TERM": None}, [], False),
        ({"TERM": "no-such-terminal"}, [], True),
        ({}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
    ],
)
def test_colour_on_a_terminal_is_as_one_asks_for(
    env: dict[str, str | None], arguments: list[str], coloured: bool
) -> None:
    done = on_terminal("-m", "riverton", "show", "gains", *arguments, env=env)
    assert done.code == 0
    assert ("\x1b" in done.out) == coloured
    assert "Fewer children would have asthma attacks" in " ".join(done.out.split())


@pytest.mark.parametrize(
    ("env", "arguments", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({}, ["--color", "always"], True),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour_in_a_pipe_is_only_there_when_one_asks_for_it(
    env: dict[str, str | None], arguments: list[str], coloured: bool
) -> None:
    done = process("-m", "riverton", "show", "gains", *arguments, env={"TERM": "xterm-256color", **env})
    assert done.code == 0
    assert ("\x1b" in done.out) == coloured


@pytest.mark.parametrize("columns", ["0", "-5", "abc", "1000000", "1", "20", "", "99999999999999999999"])
def test_any_number_of_columns_works(columns: str) -> None:
    for line in (["show"], ["show", "gains"], ["trace", "health"], ["stats"], ["--help"], ["show", "--help"]):
        done = on_terminal("-m", "riverton", *line, env={"COLUMNS": columns, "NO_COLOR": "1"})
        assert done.code == 0, (line, done.err)
        assert done.out


@pytest.mark.parametrize("columns", [0, 1, 20, 80, 200, 65535])
def test_a_terminal_of_any_width_works(columns: int) -> None:
    done = on_terminal("-m", "riverton", "show", "gains", columns=columns, env={"NO_COLOR": "1"})
    assert done.code == 0
    width = max(20, min(columns or 80, 120))
    shown = [line for line in done.lines if not line.startswith("Next: ")]  # a command stays whole
    assert max(map(len, shown)) <= width


def test_errors_are_not_coloured_and_go_to_standard_error() -> None:
    done = on_terminal("-m", "riverton", "trace", "helth", env={"FORCE_COLOR": "1"})
    assert (done.code, done.out) == (2, "")
    assert done.err == "argmap: there is no id helth\nhint: did you mean health?\n"


def test_a_terminal_that_speaks_ascii_gets_letters() -> None:
    done = on_terminal("-m", "riverton", "show", env={"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"})
    assert done.code == 0
    assert done.out.isascii()


def test_nothing_is_written_beside_the_answer(tmp_path: Path) -> None:
    ran("-m", RIVERTON, "show", "-o", tmp_path / "out.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
