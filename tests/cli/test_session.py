"""Which map is meant, and which article may be opened."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import RIVERTON, ran

SMALL = "argmap: 1\ntitle: Small\nnodes:\n  a:\n    kind: claim\n    text: So it is\n    quote: it is\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def small(folder: Path, name: str = "small.argmap.yaml", source: str = "", title: str = "Small") -> Path:
    text = SMALL.replace("Small", title)
    path = folder / name
    path.write_text(f"{text}source: {{file: {source!r}}}\n" if source else text, encoding="utf-8")
    return path


def test_the_only_map_of_a_folder_is_meant_without_a_word(folder: Path) -> None:
    small(folder)
    done = ran("show")
    assert done.lines[0] == "Small"
    assert done.err == ""


def test_where_no_map_is_the_one_built_in_is_meant_and_said(folder: Path) -> None:
    done = ran("stats")
    assert done.code == 0
    assert done.err == (
        "argmap: no map is here; this is the built-in one, china-russia (choose with -m FILE)\n"
    )
    assert ran("-q", "stats").err == ""
    assert ran("stats", "-q").err == ""


def test_several_maps_of_a_folder_are_named_and_none_is_guessed(folder: Path) -> None:
    small(folder, "a.argmap.yaml")
    small(folder, "b.argmap.yaml")
    done = ran("show")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "argmap: several maps are here: a.argmap.yaml, b.argmap.yaml\nhint: choose one with -m FILE\n"
    )


def test_an_option_goes_before_the_environment_and_that_before_the_folder(folder: Path) -> None:
    small(folder)
    other = small(folder, "other.yaml", title="Other")
    third = small(folder, "third.yaml", title="Third")
    assert ran("show", env={"ARGMAP_FILE": str(other)}).lines[0] == "Other"
    assert ran("-m", third, "show", env={"ARGMAP_FILE": str(other)}).lines[0] == "Third"
    assert ran("show", env={"ARGMAP_FILE": ""}).lines[0] == "Small"


def test_the_map_may_be_named_before_and_after_the_command_and_the_last_counts(folder: Path) -> None:
    one, two = small(folder, "one.yaml", title="One"), small(folder, "two.yaml", title="Two")
    assert ran("-m", one, "show").lines[0] == ran("show", "-m", one).lines[0] == "One"
    assert ran("-m", one, "show", "--map", two).lines[0] == "Two"


def test_a_built_in_map_is_meant_by_its_name_unless_a_file_has_it(folder: Path) -> None:
    assert ran("-m", "riverton", "show").lines[0] == "Riverton should charge cars to enter the centre"
    small(folder, "riverton")
    assert ran("-m", "riverton", "show").lines[0] == "Small"


@pytest.mark.parametrize(
    "name", ["nothing", "nothing.argmap.yaml", "../riverton", "a/b/c", "x" * 300, "", "\x1b[31m", "-x"]
)
def test_a_map_that_is_not_there_is_one_line(folder: Path, name: str) -> None:
    done = ran("-m", name, "show") if name else ran(f"--map={name}", "show", "-m", "nothing")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("argmap: ")
    assert "\x1b" not in done.err


def test_standard_input_is_a_map_of_any_readable_format() -> None:
    assert ran("-m", "-", "show", typed=SMALL).lines[0] == "Small"
    in_json = ran("-m", "riverton", "export", "json").out
    assert ran("-m", "-", "show", typed=in_json).out == ran("-m", "riverton", "show").out
    assert ran("show", env={"ARGMAP_FILE": "-"}, typed=SMALL).lines[0] == "Small"
    assert '"map": "standard input"' in ran("-m", "-", "show", "--json", typed=SMALL).out


def test_an_empty_standard_input_is_a_map_without_statements_or_one_line() -> None:
    done = ran("-m", "-", "show", typed="")
    assert done.code in {1, 2}
    assert len(done.err.splitlines()) <= 1


# --- the article ----------------------------------------------------------------------------------


def test_the_article_beside_the_map_is_found(folder: Path) -> None:
    (folder / "x.txt").write_text("Indeed, it is so.", encoding="utf-8")
    small(folder, source="x.txt")
    done = ran("show", "a", "--quotes")
    assert "  “it is” x.txt:1" in done.lines
    assert done.err == ""


def test_an_article_that_is_not_at_hand_is_remarked_on(folder: Path) -> None:
    small(folder, source="x.txt")
    done = ran("show", "a", "--quotes")
    assert done.code == 0
    assert "  “it is”" in done.lines
    assert done.err.count("\n") == 1
    assert "--source FILE" in done.err


@pytest.mark.parametrize(
    "source", ["/dev/zero", "/etc/hostname", "../secret.txt", "inner/../../secret.txt", "link.txt"]
)
def test_an_article_outside_the_folder_of_the_map_is_refused(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.txt").write_text("it is secret", encoding="utf-8")
    inner = tmp_path / "maps"
    inner.mkdir()
    (inner / "link.txt").symlink_to(tmp_path / "secret.txt")
    done = ran("-m", small(inner, source=source), "show", "a", "--quotes")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"argmap: {source}: the source lies outside the map's folder",
        "hint: name it with --source FILE",
    ]


@pytest.mark.parametrize(
    "source", ["https://example.org/a.txt", "file:///etc/hostname", ".", "pipe", "loop", "\\x00"]
)
def test_an_article_that_is_no_file_is_never_opened(tmp_path: Path, source: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    done = ran("-m", small(tmp_path, source=source), "show", "a", "--quotes")
    assert done.code in {0, 2}
    assert "root" not in done.out
    assert len(done.err.splitlines()) <= 2


def test_an_article_that_is_named_may_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("\n\nit is", encoding="utf-8")
    done = ran("-m", small(tmp_path), "show", "a", "--quotes", "--source", tmp_path / "elsewhere.txt")
    assert "  “it is” elsewhere.txt:3" in done.lines


@pytest.mark.parametrize("name", ["nothing.txt", "/dev/zero", ".", "bad.txt"])
def test_an_article_that_is_named_and_cannot_be_read_is_one_line(folder: Path, name: str) -> None:
    (folder / "bad.txt").write_bytes(b"abc\xff")
    done = ran("-m", RIVERTON, "show", "health", "--quotes", "--source", name)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


def test_a_map_from_standard_input_opens_no_article_of_this_folder(folder: Path) -> None:
    (folder / "x.txt").write_text("it is", encoding="utf-8")
    text = SMALL + "source: {file: x.txt}\n"
    for done in (
        ran("-m", "-", "show", "a", "--quotes", typed=text),
        ran("show", "a", "--quotes", env={"ARGMAP_FILE": "-"}, typed=text),
    ):
        assert "x.txt:1" not in done.out


@pytest.mark.parametrize("line", [["-m", "", "stats"], ["check", ""], ["check", "riverton", ""]])
def test_an_empty_word_names_no_map(folder: Path, line: list[str]) -> None:
    done = ran(*line)
    assert done.code == 2
    assert done.err == "argmap: an empty word names no map\nhint: choose one with -m FILE\n"


@pytest.fixture
def including(tmp_path: Path) -> Path:
    """An Argdown text that asks for another file, twice."""
    (tmp_path / "part.argdown").write_text(
        "[b]: Boats take an hour\n\n[c]: It held\n  + [b]\n", encoding="utf-8"
    )
    main = tmp_path / "main.argdown"
    main.write_text(
        "[a]: Open it\n  + [b]\n\n@include(part.argdown)\n\n@include(part.argdown)\n", encoding="utf-8"
    )
    return main


@pytest.mark.parametrize("words", [["-m", "MAP", "show"], ["diff", "MAP", "MAP"], ["solve", "EE-GR", "MAP"]])
def test_every_command_puts_in_the_files_that_a_text_asks_for(including: Path, words: list[str]) -> None:
    result = ran(*[str(including) if word == "MAP" else word for word in words])
    assert "not followed" not in result.err
    assert result.code in {0, 1}
    name = str(including) if words[0] == "diff" else "main.argdown"
    line = f"argmap: {name}:6:1: warning X109 part.argdown is there already: each file is put in once\n"
    assert result.err == line * words.count("MAP")
    assert result.out == "[[a,b,c]]\n" or words[0] != "solve"


MALFORMED = """{"nodes": [{"nodeID": "1", "type": "I", "text": "It rains"}, {"nodeID": "2", "type": "RA"}],
 "edges": [
  {"fromID": "1", "toID": "2"},
  {"fromID": "1", "toID": "9"}]}
"""
TOLD = """\
argmap: {name}:1:62: warning X104 2 is a step without conclusion
argmap: {name}:4:3: warning X103 9 is an end of an edge, and is not there
"""
READING = (
    ["show"], ["trace", "n1"], ["find", "rains"], ["stats"], ["view", "-o", "-"], ["report"], ["eval"],
    ["explain", "n1"], ["sensitivity", "n1"], ["whatif", "--drop", "n1"], ["weigh"], ["export", "aif"],
    ["export", "csv"], ["solve", "EE-PR"], ["diff", "m.json", "riverton"], ["import", "m.json"],
)  # fmt: skip


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_command_tells_what_is_malformed_once_and_in_order(folder: Path, words: list[str]) -> None:
    (folder / "m.json").write_text(MALFORMED, encoding="utf-8")
    more = [] if words[0] == "import" else ["-m", "m.json"]
    result = ran(*more, *words)
    assert result.err.startswith(TOLD.format(name="m.json"))
    assert result.err.count("X104") == 1
    assert ran(*more, "-q", *words).err == ""


@pytest.mark.parametrize("words", [["coverage"], ["anchor"]], ids=" ".join)
def test_commands_that_need_a_source_tell_it_first(folder: Path, words: list[str]) -> None:
    (folder / "m.json").write_text(MALFORMED, encoding="utf-8")
    assert ran("-m", "m.json", *words).err.startswith(TOLD.format(name="m.json"))


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_finds_what_is_malformed_where_it_stands(folder: Path, form: str) -> None:
    (folder / "m.json").write_text(MALFORMED, encoding="utf-8")
    result = ran("check", "m.json", "--select", "X,A1", "--ignore", "A10", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert (result.out.index("X104"), result.out.count("without conclusion")) < (result.out.rindex("X103"), 2)
    assert ran("check", "m.json", "--select", "X", "--strict").code == 1
    place = {
        "text": "m.json:4:3: warning X103",
        "json": '"file": "m.json", "line": 4, "column": 3',
        "github": "file=m.json,line=4,col=3,title=X103 dangling-edge",
        "sarif": '"region": {"startLine": 4, "startColumn": 3}',
    }
    assert place[form] in result.out


def test_check_places_what_an_included_file_has_wrong_in_that_file(folder: Path) -> None:
    (folder / "m.argdown").write_text("[a]: A\n\n@include(part.argdown)\n", encoding="utf-8")
    (folder / "part.argdown").write_text("\n[b]: B {kind: proof}\n", encoding="utf-8")
    result = ran("check", "m.argdown", "--select", "X")
    assert result.lines[0] == "part.argdown:2:1: warning X200 b: the kind proof is unknown"


@pytest.mark.parametrize("words", [["-m", "MAP", "show"], ["check", "MAP"], ["solve", "EE-GR", "MAP"]])
def test_every_command_tells_what_is_wrong_in_the_file_that_was_asked_for(
    including: Path, words: list[str]
) -> None:
    (including.parent / "part.argdown").write_text("[b]: B\n\n[c]: C {k: [1, 2}\n", encoding="utf-8")
    result = ran(*[str(including) if word == "MAP" else word for word in words])
    assert result.code == 2
    assert "part.argdown:3:" in result.err
