"""The commands that change a map: what they write, what they say, and what they leave alone."""

import os
from pathlib import Path

import pytest

from argmap import load
from tests.cli.running import STEERING, ran

MAP = """\
# mine
argmap: 1
nodes:
  keep:   # the thesis
    kind: claim
    text: 'Keep the pool'
    because: [lessons]

  lessons: {kind: evidence, text: Children learn to swim}
"""
NAMES = ("add", "link", "unlink", "set", "rename", "remove", "merge-nodes", "fmt")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pool.argmap.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "pool.argmap.yaml"


def test_a_statement_is_added_and_its_id_printed(here: Path) -> None:
    done = ran("add", "cost", "The pool costs money", "--rebuts", "keep", "--set", "holder=the town")
    assert (done.code, done.out) == (0, "pool-costs-money\n")
    assert done.err == "argmap: pool.argmap.yaml: added the cost pool-costs-money, which rebuts keep\n"
    new = here.read_text()
    assert [line for line in MAP.splitlines() if line not in new.splitlines()] == []
    assert "    but: [pool-costs-money]\n\n  lessons" in new
    assert load(here).by_id["pool-costs-money"].holder == ("the town",)  # type: ignore[union-attr]


def test_every_command_does_what_it_says(here: Path) -> None:
    for line, said in (
        (
            "link lessons because keep --sure 0.5 --scheme sign --note so --id turn",
            "linked lessons because keep",
        ),
        ("set turn sure=0.25", "changed the link turn"),
        ("unlink turn", "unlinked lessons because keep"),
        ("set keep domain=sport sure=0.9 --unset sure", ""),
        ("set keep domain=sport tags=a tags=b", "changed keep"),
        ("rename lessons swimming", "renamed lessons to swimming"),
        ("set map title=Pool thesis=keep", "changed the head of the map"),
        ("set source file=pool.txt", "changed the source"),
        ("merge-nodes swimming keep --force", "merged keep into swimming"),
        ("fmt", "laid out anew"),
        ("fmt", "is laid out so already"),
        ("fmt --check", "is laid out so already"),
        ("remove swimming --force", "removed swimming"),
    ):
        done = ran(*line.split())
        assert (done.code, done.out) == ((0, "") if said else (2, "")), done.err
        assert said in done.err
    assert load(here).nodes == ()
    assert here.read_text().startswith("# mine\n")


@pytest.mark.parametrize(
    "line",
    [
        "add claim New",
        "set keep sure=0.5",
        "rename keep stay",
        "remove keep --force",
        "fmt",
        "unlink keep because lessons",
    ],
)
def test_a_dry_run_shows_the_change_and_writes_nothing(here: Path, line: str) -> None:
    done = ran(*line.split(), "--dry-run")
    assert done.code == 0
    assert done.out.startswith("--- pool.argmap.yaml\n+++ pool.argmap.yaml\n@@")
    assert here.read_text() == MAP
    assert [each.name for each in here.parent.iterdir()] == [here.name]


def test_a_backup_is_the_old_file(here: Path) -> None:
    assert ran("set", "keep", "sure=0.5", "--backup").code == 0
    assert (here.parent / "pool.argmap.yaml~").read_text() == MAP
    assert load(here).by_id["keep"].sure == 0.5


def test_what_is_so_already_is_not_written(here: Path) -> None:
    before = here.stat().st_mtime_ns
    done = ran("set", "keep", "text=Keep the pool")
    assert (done.code, done.err) == (0, "argmap: pool.argmap.yaml says so already\n")
    assert here.stat().st_mtime_ns == before


def test_a_check_of_the_layout_ends_with_one_and_names_the_map(here: Path) -> None:
    done = ran("fmt", "--check")
    assert (done.code, done.err) == (1, "argmap: pool.argmap.yaml is laid out otherwise\n")
    assert here.read_text() == MAP


def test_what_hangs_on_a_statement_is_told(here: Path) -> None:
    done = ran("remove", "keep")
    assert done.code == 2
    assert "keep cannot go: lessons stands under its because" in done.err
    assert "hint: unlink that first, or take it along with --force" in done.err
    assert here.read_text() == MAP


def test_json_and_json_lines_are_edited_and_other_formats_are_not(here: Path) -> None:
    for name in ("m.argmap.json", "m.argmap.jsonl"):
        assert ran("export", "-o", name).code == 0
        assert ran("-m", name, "rename", "lessons", "swimming").code == 0
        assert "swimming" in load(name).by_id
    assert ran("export", "-o", "m.graphml").code == 0
    old = Path("m.graphml").read_bytes()
    done = ran("-m", "m.graphml", "set", "keep", "sure=0.5")
    assert done.code == 2
    assert "hint: make one of argmap's own of it: argmap import m.graphml -o m.argmap.yaml" in done.err
    assert Path("m.graphml").read_bytes() == old


@pytest.mark.parametrize("name", NAMES[:-1])
def test_standard_input_and_maps_that_came_with_argmap_are_refused(here: Path, name: str) -> None:
    arguments = {
        "add": ["claim", "x"], "link": ["keep", "but", "lessons"], "unlink": ["keep.because.1"],
        "set": ["keep", "sure=1"], "rename": ["keep", "stay"], "remove": ["keep"], "merge-nodes": ["keep", "lessons"],
    }[name]  # fmt: skip
    done = ran("-m", "riverton", name, *arguments)
    assert (done.code, done.out) == (2, "")
    assert "riverton.argmap.yaml came with argmap, and is not changed" in done.err
    done = ran("-m", "-", name, *arguments, typed=MAP)
    assert done.code == 2
    assert "standard input cannot be changed" in done.err


def test_a_broken_map_is_refused_with_its_place_and_stays(here: Path) -> None:
    here.write_text(MAP + "  x: {kind: clam}\n")
    done = ran("set", "keep", "sure=0.5")
    assert done.code == 2
    assert "pool.argmap.yaml:10:" in done.err
    assert here.read_text().endswith("clam}\n")


def test_hostile_words_are_text_and_steer_nothing(here: Path) -> None:
    words = "\x1b[31mred\x1b[0m [red]x[/] \u202e # y: - 'z' \"\n</script>"
    done = ran("add", "claim", words, "--set", f"note={words}", "--id", "odd")
    assert done.code == 0, done.err
    assert load(here).by_id["odd"].text == words
    shown = ran("set", "odd", f"text={words}!", "--dry-run")
    assert not STEERING & set(shown.out + shown.err)
    long = "x" * 100_000
    assert ran("set", "odd", f"text={long}").code == 0
    assert load(here).by_id["odd"].text == long


def test_an_old_name_in_the_lock_is_told(here: Path) -> None:
    (here.parent / "pool.txt").write_text("Keep the pool. Children learn to swim.\n")
    here.write_text(
        MAP.replace("argmap: 1\n", "argmap: 1\nsource: {file: pool.txt}\n").replace(
            "'Keep the pool'", "'Keep it'\n    at: p1.s1"
        )
    )
    assert ran("anchor").code in {0, 1}
    done = ran("rename", "keep", "stay")
    assert "pool.argmap.lock.json still has the old id; argmap anchor --fix" in done.err


def test_several_maps_are_laid_out_and_one_that_cannot_be_stops_there(here: Path) -> None:
    other = here.with_name("other.argmap.yaml")
    other.write_text(MAP)
    assert ran("fmt", str(here), str(other)).code == 0
    assert here.read_text() == other.read_text() != MAP
    assert ran("fmt", "nowhere.argmap.yaml").code == 2


def test_checks_mend_what_is_safe_and_leave_the_rest(here: Path) -> None:
    here.write_text(
        MAP.replace("because: [lessons]", "because: [lessons, lessons]  # twice\n    tags: [a, a, b]")
    )
    done = ran("check", "--select", "A104,A605,A102", "--fix")
    assert (done.code, done.err) == (0, "argmap: pool.argmap.yaml: 2 mended\n")
    assert "    because: [lessons]  # twice\n    tags: [a, b]\n" in here.read_text()
    assert ran("check", "--select", "A104,A605", "--strict").code == 0


def test_checks_that_a_comment_ignores_are_not_mended(here: Path) -> None:
    text = MAP.replace("because: [lessons]", "because: [lessons]\n    tags: [a, a]  # argmap: ignore A605")
    here.write_text(text)
    assert ran("check", "--fix").code == 0
    assert here.read_text() == text


@pytest.mark.skipif(os.name == "nt", reason="symbolic links and modes are those of POSIX")
def test_links_modes_and_marks_are_kept(here: Path) -> None:
    real = here.parent / "real" / "pool.argmap.yaml"
    real.parent.mkdir()
    real.write_bytes(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    real.chmod(0o640)
    here.unlink()
    here.symlink_to(real)
    assert ran("set", "keep", "sure=0.5").code == 0
    assert here.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    data = real.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
