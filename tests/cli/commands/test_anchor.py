"""`argmap anchor` from outside: the lock, its safety, drift, and sources of every bad sort."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from argmap import dumps, load
from tests.cli.running import ROOT, STEERING, Ran, process, ran

TEXT = "The pool\n\nThe pool should stay open. Children learn to swim there. It costs little.\n"
MAP = """argmap: 1
source: {file: pool.txt}
nodes:
  open: {kind: claim, text: Keep it, quote: should stay open}
  swim: {kind: gain, text: They swim, at: p2.s2}
"""
LOCK = "pool.argmap.lock.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pool.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def anchor(folder: Path, *arguments: str) -> Ran:
    return ran("-m", folder / "pool.argmap.yaml", "anchor", *arguments)


def states(done: Ran) -> dict[str, str]:
    return {item["id"]: item["state"] for item in json.loads(done.out)["items"]}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def is_refused(done: Ran, *words: str) -> None:
    assert done.code == 2, done.out
    assert done.out == ""
    lines = done.err.splitlines()
    assert lines[0].startswith("argmap: ")
    assert len(lines) <= 2
    assert "Traceback" not in done.err
    assert not STEERING & set(done.err)
    assert all(word in done.err for word in words), done.err


# --- the lock -----------------------------------------------------------------------------------


def test_the_first_time_the_lock_is_written_and_the_second_time_held_against(folder: Path) -> None:
    first = anchor(folder)
    assert (first.code, first.err) == (0, "")
    assert "pool.argmap.lock.json is written: 2 anchors." in first.out
    before = bytes_of(folder)
    second = anchor(folder)
    assert (second.code, second.out) == (0, "2 anchors in pool.txt: 2 unchanged\n")
    assert bytes_of(folder) == before
    assert set(before) == {"pool.txt", "pool.argmap.yaml", LOCK}


def test_the_lock_has_no_words_of_places_unless_they_are_asked_for(folder: Path) -> None:
    anchor(folder)
    text = (folder / LOCK).read_text("utf-8")
    assert "should stay open" in text
    assert '"exact": "Children' not in text
    assert json.loads(text)["words"] is False
    done = anchor(folder, "--words")
    is_refused(done, "--words is for writing the lock", "add --fix")
    assert anchor(folder, "--words", "--fix").code == 0
    text = (folder / LOCK).read_text("utf-8")
    assert '"exact": "Children learn to swim there."' in text
    anchor(folder, "--fix")
    assert (folder / LOCK).read_text("utf-8") == text


def test_a_map_by_place_alone_puts_no_word_of_the_article_into_its_lock(folder: Path) -> None:
    (folder / "pool.argmap.yaml").write_text(MAP.replace("quote: should stay open", "at: [p1, p2]"), "utf-8")
    assert anchor(folder).code == 0
    text = (folder / LOCK).read_text("utf-8")
    words = set(re.findall(r"\w{4,}", TEXT)) - {"pool", "open", "swim"}  # a file and ids of the map
    assert words
    assert not [word for word in words if word in text]


def test_the_same_map_gives_the_same_lock(folder: Path) -> None:
    anchor(folder)
    first = (folder / LOCK).read_bytes()
    (folder / LOCK).unlink()
    anchor(folder)
    assert (folder / LOCK).read_bytes() == first


def test_what_drifted_is_told_and_ends_with_one_and_nothing_is_written(folder: Path) -> None:
    anchor(folder)
    (folder / "pool.txt").write_text(
        TEXT.replace("The pool\n", "The outdoor pool\n").replace("swim", "dive"), "utf-8"
    )
    before = bytes_of(folder)
    done = anchor(folder, "--json")
    assert done.code == 1
    assert states(done) == {"open": "moved", "swim": "changed"}
    assert bytes_of(folder) == before


def test_fix_brings_the_lock_up_to_date_and_leaves_the_map_alone(folder: Path) -> None:
    anchor(folder)
    (folder / "pool.txt").write_text("New.\n\n" + TEXT, "utf-8")
    before = bytes_of(folder)
    fixed = anchor(folder, "--fix", "--json")
    assert fixed.code == 1, "the place in the map is wrong now, and only the mapmaker can mend that"
    assert states(fixed) == {"open": "moved", "swim": "displaced"}
    after = bytes_of(folder)
    assert {name for name in after if after[name] != before[name]} == {LOCK}
    (folder / "pool.argmap.yaml").write_text(MAP.replace("p2.s2", "p3.s2"), "utf-8")
    assert anchor(folder).code == 1
    assert anchor(folder, "--fix").code == 0
    assert anchor(folder).code == 0


def test_a_source_that_changed_where_nothing_stands_is_told_until_it_is_fixed(folder: Path) -> None:
    anchor(folder)
    (folder / "pool.txt").write_text(TEXT + "\nThe end.\n", "utf-8")
    done = anchor(folder)
    assert done.code == 1
    assert done.out == "pool.txt has changed since the lock was written\tA304\t\n"
    assert anchor(folder, "--fix").code == 0
    assert anchor(folder).code == 0


def test_the_map_may_be_named_as_the_argument(folder: Path) -> None:
    assert ran("anchor", folder / "pool.argmap.yaml").code == 0
    assert (folder / LOCK).is_file()


def test_of_maps_that_came_with_argmap_and_from_standard_input_no_lock_is_kept(folder: Path) -> None:
    done = ran("-m", "riverton", "anchor")
    assert done.code == 0
    assert "No lock is kept" in done.out
    assert not (ROOT / "data" / "riverton.argmap.lock.json").exists()
    done = ran("-m", "-", "anchor", "--source", folder / "pool.txt", "--fix", typed=MAP)
    assert done.code == 0
    assert not (folder / LOCK).exists()


def test_a_map_behind_a_symbolic_link_has_its_lock_beside_itself(folder: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "link.argmap.yaml"
    elsewhere.symlink_to(folder / "pool.argmap.yaml")
    assert ran("-m", elsewhere, "anchor").code == 0
    assert (folder / LOCK).is_file()
    assert list(elsewhere.parent.iterdir()) == [elsewhere]


@pytest.mark.parametrize("flag", [[], ["--fix"]])
def test_a_lock_that_is_a_symbolic_link_is_neither_read_nor_written(folder: Path, flag: list[str]) -> None:
    for target in ("precious", "missing"):
        (folder / "precious").write_text("mine", "utf-8")
        (folder / LOCK).symlink_to(folder / target)
        is_refused(anchor(folder, *flag), "symbolic link")
        assert (folder / "precious").read_text("utf-8") == "mine"
        assert not (folder / "missing").exists()
        (folder / LOCK).unlink()


def test_a_lock_that_is_a_folder_or_a_pipe_is_refused(folder: Path) -> None:
    (folder / LOCK).mkdir()
    is_refused(anchor(folder, "--fix"), "this is a folder, not a file")
    (folder / LOCK).rmdir()
    os.mkfifo(folder / LOCK)
    is_refused(anchor(folder, "--fix"), "this is a pipe, not a file")


@pytest.mark.parametrize(
    "text", ['{"name": "x", "lockfileVersion": 3}', "[]", "", "{", "\x1b[31m", "\x00", "é".encode("latin-1")]
)
def test_a_file_of_somebody_else_is_never_written_over(folder: Path, text: str | bytes) -> None:
    (folder / LOCK).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = bytes_of(folder)
    for flag in ([], ["--fix"], ["--words", "--fix"]):
        is_refused(anchor(folder, *flag), f"{LOCK}:1:")
    assert bytes_of(folder) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_lock_that_may_not_be_written_is_refused(folder: Path) -> None:
    anchor(folder)
    (folder / LOCK).chmod(0o444)
    (folder / "pool.txt").write_text("New.\n\n" + TEXT, "utf-8")
    is_refused(anchor(folder, "--fix"), "permission is denied")


def test_a_lock_with_ids_and_positions_from_elsewhere_does_no_harm(folder: Path) -> None:
    anchor(folder)
    data = json.loads((folder / LOCK).read_text("utf-8"))
    data["anchors"][0]["selector"][1] = {"type": "TextPositionSelector", "start": 2**52, "end": 2**52 + 1}
    data["anchors"][1]["node"] = "stranger"
    data["source"]["file"] = "../../../etc/passwd"
    (folder / LOCK).write_text(json.dumps(data), "utf-8")
    done = anchor(folder, "--json")
    assert done.code == 1
    assert states(done) == {"open": "moved", "swim": "new", "stranger": "left over"}
    assert anchor(folder, "--fix").code == 0
    assert anchor(folder).code == 0


def test_an_answer_is_not_written_over_the_lock(folder: Path) -> None:
    anchor(folder)
    before = bytes_of(folder)
    for command in ("anchor", "anchor --json", "export annotations"):
        done = ran("-m", folder / "pool.argmap.yaml", *command.split(), "-o", folder / LOCK)
        is_refused(done, "not written over by an answer")
    assert bytes_of(folder) == before


# --- sources of every bad sort ------------------------------------------------------------------


def test_a_source_that_is_missing_is_named_as_such(folder: Path) -> None:
    (folder / "pool.txt").unlink()
    is_refused(anchor(folder), "the source of this map is not at hand", "--source FILE")
    is_refused(anchor(folder, "--source", str(folder / "none.txt")), "there is no such file")
    assert not (folder / LOCK).exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "this is no UTF-8 text"),
        ("Caf\u00e9 open.".encode("latin-1"), ":1:4: this is no UTF-8 text"),
        (TEXT.encode("utf-16"), "this is UTF-16; save it as UTF-8"),
        (b"text\nwith \x00 in it", ":2:6: a NUL character"),
        (b"\xed\xa0\x80", "this is no UTF-8 text"),
        (b"\xc0\xaf", "this is no UTF-8 text"),
    ],
    ids=["binary", "latin-1", "utf-16", "nul", "surrogate", "overlong"],
)
def test_a_source_that_is_no_text_is_refused_with_the_place(folder: Path, data: bytes, words: str) -> None:
    (folder / "pool.txt").write_bytes(data)
    is_refused(anchor(folder), "pool.txt", words)
    for command in ("coverage", "show open --quotes", "trace open --quotes", "export annotations"):
        is_refused(ran("-m", folder / "pool.argmap.yaml", *command.split()), "pool.txt")
    assert not (folder / LOCK).exists()


@pytest.mark.parametrize("text", ["", "\n\n \n", "\ufeff"])
def test_an_empty_source_holds_nothing(folder: Path, text: str) -> None:
    (folder / "pool.txt").write_text(text, "utf-8")
    done = anchor(folder)
    assert done.code == 1
    assert [line.split("\t")[1:] for line in done.lines] == [["A301", "open"], ["A303", "swim"]]


def test_a_source_of_one_line_holds_what_it_holds(folder: Path) -> None:
    (folder / "pool.txt").write_text(TEXT.replace("\n", " "), "utf-8")
    done = anchor(folder, "--json")
    assert done.code == 1
    assert states(done) == {"open": "new", "swim": "not found"}


@pytest.mark.parametrize("words", [[], ["--words"]])
@pytest.mark.parametrize("change", ["crlf", "wrapped", "byte-order mark", "spaced"])
def test_a_source_that_is_wrapped_otherwise_is_told_and_loses_nothing(
    folder: Path, change: str, words: list[str]
) -> None:
    anchor(folder, *words)
    text = {
        "crlf": TEXT.replace("\n", "\r\n"),
        "wrapped": TEXT.replace("to ", "to\n").replace("stay ", "stay\n"),
        "byte-order mark": "\ufeff" + TEXT,
        "spaced": TEXT.replace(" ", "  "),
    }[change]
    (folder / "pool.txt").write_bytes(text.encode())
    done = anchor(folder, "--json")
    assert set(states(done).values()) <= {"unchanged", "moved"}
    assert [each["code"] for each in json.loads(done.out)["astray"]] == ["A304"]
    assert anchor(folder, "--fix").code == 0


@pytest.mark.parametrize(
    "file", ["/etc/passwd", "../secret.txt", "sub/../../secret.txt", "/dev/zero", "link.txt"]
)
def test_a_source_outside_the_folder_of_the_map_is_not_read(folder: Path, file: str) -> None:
    inside = folder / "inside"
    inside.mkdir()
    (folder / "secret.txt").write_text("secret", "utf-8")
    (inside / "link.txt").symlink_to(folder / "secret.txt")
    (inside / "pool.argmap.yaml").write_text(MAP.replace("pool.txt", file), "utf-8")
    for command in ("anchor", "coverage", "show open --quotes", "export annotations"):
        done = ran("-m", inside / "pool.argmap.yaml", *command.split())
        is_refused(done, "the source lies outside the map's folder")
        assert "secret\n" not in done.err


@pytest.mark.parametrize(
    "file", ["https://example.org/a.txt", "file:///etc/passwd", "pool.txt/x", "x" * 5_000]
)
def test_a_source_that_is_an_address_or_no_file_is_not_at_hand(folder: Path, file: str) -> None:
    (folder / "pool.argmap.yaml").write_text(MAP.replace("pool.txt", f"'{file}'"), "utf-8")
    is_refused(anchor(folder), "not at hand")


@pytest.mark.parametrize("file", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_source(folder: Path, file: str) -> None:
    is_refused(anchor(folder, "--source", file), "this is a device, not a file")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a", "a ", "\n", "It is so. ", "It is.\n\n"])
def test_a_source_of_fifty_megabytes_is_searched(folder: Path, piece: str) -> None:
    (folder / "pool.txt").write_text(piece * (50_000_000 // len(piece)), "utf-8")
    quotes = ("a" * 50_000 + "b", "a " * 25_000 + "b")
    nodes = "".join(
        f"  n{index}: {{kind: claim, text: x, quote: {quote}}}\n" for index, quote in enumerate(quotes)
    )
    (folder / "pool.argmap.yaml").write_text(
        f"argmap: 1\nsource: {{file: pool.txt}}\nnodes:\n{nodes}", "utf-8"
    )
    done = process("-m", folder / "pool.argmap.yaml", "anchor")
    assert done.code == 1
    assert [line.split("\t")[1] for line in done.lines] == ["A301", "A301"]


# --- elsewhere ----------------------------------------------------------------------------------


def test_other_commands_remark_on_another_source_and_on_places_that_are_not_there(folder: Path) -> None:
    text = MAP.replace("pool.txt}", f"pool.txt, sha256: {'0' * 64}}}").replace("at: p2.s2", "at: [p2.s9, p7]")
    (folder / "pool.argmap.yaml").write_text(text, "utf-8")
    for command in ("show --quotes", "trace open --quotes", "coverage", "show swim --quotes"):
        done = ran("-m", folder / "pool.argmap.yaml", *command.split())
        assert done.code == 0
        assert [line.partition(" ")[2][:36] for line in done.err.splitlines()] == [
            "pool.txt is not the file that the ma",
            "swim: there is no p2.s9 in pool.txt",
            "swim: there is no p7 in pool.txt",
        ]
    assert ran("-m", folder / "pool.argmap.yaml", "show").err == ""
    assert ran("-q", "-m", folder / "pool.argmap.yaml", "show", "--quotes").err == ""


def test_a_quote_in_other_typography_is_shown_as_the_source_has_it(folder: Path) -> None:
    (folder / "pool.txt").write_text(TEXT.replace("should stay", "“should”\u00ad\nstay"), "utf-8")
    (folder / "pool.argmap.yaml").write_text(
        MAP.replace("should stay open", "'\"should\" stay open'"), "utf-8"
    )
    done = ran("-m", folder / "pool.argmap.yaml", "show", "open", "--quotes", "--json")
    (passage,) = json.loads(done.out)["items"][0]["passages"]
    assert passage == {"words": "“should”\u00ad\nstay open", "place": "pool.txt:3", "found": True}


def test_annotations_have_positions_from_the_lock_where_the_article_is_absent(folder: Path) -> None:
    path = folder / "pool.argmap.yaml"
    anchor(folder)
    with_article = ran("-m", path, "export", "annotations")
    (folder / "pool.txt").rename(folder / "away.txt")
    with_lock = ran("-m", path, "export", "annotations")
    assert with_lock.out == with_article.out
    assert "not at hand" in with_lock.err
    (folder / LOCK).unlink()
    with_nothing = ran("-m", path, "export", "annotations")
    assert "TextPositionSelector" not in with_nothing.out
    assert with_nothing.out == dumps(load(path), format="annotations")
    assert ran("-m", path, "export", "annotations", "--source", folder / "away.txt").out == with_article.out


def test_export_of_other_formats_opens_no_article(folder: Path) -> None:
    (folder / "pool.txt").write_bytes(b"\xff\xfe")
    assert ran("-m", folder / "pool.argmap.yaml", "export", "json").code == 0


def test_the_lock_of_a_map_beside_another_of_the_same_stem_is_the_same(folder: Path) -> None:
    anchor(folder)
    shutil.copy(folder / "pool.argmap.yaml", folder / "pool.yaml")
    assert ran("-m", folder / "pool.yaml", "anchor").out == "2 anchors in pool.txt: 2 unchanged\n"
