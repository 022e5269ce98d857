"""`argmap export`, `argmap import` and `argmap schema`."""

import json
from pathlib import Path

import pytest

from argmap import dumps, load
from argmap.formats.table import FORMATS
from argmap.losses import losses_of_writing
from tests.cli.running import RIVERTON, STEERING, process, ran
from tests.formats.picturing import PICTURES

M = load(RIVERTON)
WHOLE = [row for row in FORMATS if row.whole]


@pytest.mark.parametrize(
    "row",
    [row for row in FORMATS if row.writes and not row.placed and row not in PICTURES],
    ids=lambda row: row.name,
)
def test_an_export_is_what_the_library_writes(tmp_path: Path, row: "object") -> None:
    from argmap.formats.row import Format

    assert isinstance(row, Format)
    told = ran("-m", RIVERTON, "export", row.name)
    assert told.out == dumps(M, format=row.name)
    assert bool(told.err) is bool(losses_of_writing(M, row.carries)), "what is lost is told, and only then"
    place = tmp_path / "out"
    done = ran("-m", RIVERTON, "export", row.name, "-o", place, "--plain", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert place.read_text(encoding="utf-8") == dumps(M, format=row.name, plain=True)


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row.name)
def test_what_comes_back_whole_comes_back_whole(tmp_path: Path, row: "object") -> None:
    from argmap.formats.row import Format

    assert isinstance(row, Format)
    there = tmp_path / f"there{row.suffixes[0]}"
    back = tmp_path / "back.argmap.yaml"
    assert ran("-m", RIVERTON, "export", row.name, "-o", there).code == 0
    assert ran("import", there, "-o", back).code == 0
    assert load(back) == M
    assert ran("import", there).out == back.read_text(encoding="utf-8")
    typed = there.read_text(encoding="utf-8")
    assert ran("import", "-", "--from", row.name, typed=typed).out == back.read_text(encoding="utf-8")


def test_an_import_does_not_write_over_a_map_unless_forced(tmp_path: Path) -> None:
    there, back = tmp_path / "there.json", tmp_path / "back.argmap.yaml"
    ran("-m", RIVERTON, "export", "json", "-o", there)
    back.write_text("mine", encoding="utf-8")
    done = ran("import", there, "-o", back)
    assert (done.code, back.read_text(encoding="utf-8")) == (2, "mine")
    assert done.err == f"argmap: {back}: it is there already\nhint: --force writes over it\n"
    assert ran("import", there, "-o", back, "--force").code == 0
    assert load(back) == M


def test_an_import_never_writes_over_what_it_reads(tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    ran("-m", RIVERTON, "export", "json", "-o", there)
    before = there.read_bytes()
    assert ran("import", there, "-o", there, "--force").code == 2
    assert there.read_bytes() == before


@pytest.mark.parametrize("name", ["nothing.json", ".", "bad.json", "empty.graphml"])
def test_what_cannot_be_imported_is_told_and_writes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "empty.graphml").write_text("", encoding="utf-8")
    out = tmp_path / "out.argmap.yaml"
    done = ran("import", tmp_path / name, "-o", out)
    assert done.code == 2
    assert done.err.startswith("argmap: ")
    assert not out.exists()


def test_the_schema_is_json_and_can_be_written_to_a_file(tmp_path: Path) -> None:
    done = ran("schema")
    assert json.loads(done.out)["$schema"].startswith("https://json-schema.org/")
    ran("schema", "-o", tmp_path / "argmap.schema.json")
    assert (tmp_path / "argmap.schema.json").read_text(encoding="utf-8") == done.out


def test_what_is_lost_is_told_on_standard_error_in_words_and_to_programs() -> None:
    words = ran("-m", RIVERTON, "export", "csv-links")
    approximated, dropped = words.err.splitlines()
    assert approximated == "argmap: writing csv-links: approximated: schemes (11, on one line)"
    assert dropped.startswith("argmap: writing csv-links: dropped: texts (40); labels (")
    told = json.loads(ran("-m", RIVERTON, "export", "csv-links", "--report", "json", "-q").err)
    assert (told["map"], told["to"]) == ("riverton.argmap.yaml", "csv-links")
    assert {"when": "writing", "fate": "dropped", "feature": "texts", "count": 40} in told["losses"]
    assert ran("-m", RIVERTON, "export", "csv-links", "-q").err == ""


def test_the_format_is_told_by_to_by_the_argument_or_by_the_ending(tmp_path: Path) -> None:
    place = tmp_path / "m.argmap.jsonl"
    assert ran("-m", RIVERTON, "export", "-o", place).code == 0
    assert place.read_text(encoding="utf-8") == dumps(M, format="jsonl")
    assert ran("-m", RIVERTON, "export", "dot", "--to", "json").out == dumps(M, format="json")
    copy = tmp_path / "copy.json"
    assert ran("import", place, "-o", copy).code == 0
    assert copy.read_text(encoding="utf-8") == dumps(M, format="json")
    assert ran("import", place, "--to", "jsonl").out == dumps(M, format="jsonl")
    for line in (["export"], ["export", "-o", "-"], ["export", "-o", tmp_path / "m.txt"]):
        done = ran("-m", RIVERTON, *line)
        assert done.code == 2
        assert "format" in done.err


def test_a_map_from_standard_input_is_in_the_format_that_from_says() -> None:
    typed = dumps(M, format="graphml")
    assert ran("-m", "-", "export", "json", "--from", "graphml", typed=typed).out == dumps(M, format="json")
    assert ran("-m", "-", "export", "json", "--from", "json", typed=typed).code == 2


FOREIGN = {
    "argdown": "[a]: so\u202e\u2028 \ufeffit\tis\r\n  + <b>: because\n",
    "aif": '{"nodes":\r [\t{"nodeID": "1", "type": "I", "text": "so\u202e\u2028 \U000e0041", "timestamp": "1"}], "edges": []}',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_was_read_goes_back_as_it_was_into_a_file_and_steers_no_stream(
    name: str, tmp_path: Path
) -> None:
    path, copy = tmp_path / f"m.{name}", tmp_path / f"copy.{name}"
    path.write_bytes(FOREIGN[name].encode())
    assert ran("-m", path, "export", name, "-o", copy).code == 0
    assert copy.read_bytes() == path.read_bytes()
    done = process("-m", path, "export", name)
    assert not STEERING & set(done.out.replace("\r\n", "\n"))
    assert "so\\u202e\\u2028" in done.out
    assert "what cannot be seen or steers a terminal is written as \\u202e" in done.err
    if name == "aif":
        assert json.loads(done.out) == json.loads(FOREIGN[name])
