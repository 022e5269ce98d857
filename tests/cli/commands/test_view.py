"""`argmap view`: where the page goes, what it is written over, what a browser is handed."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import RIVERTON, process, ran

TITLE = "<title>Riverton should charge cars to enter the centre</title>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("riverton.argmap.yaml", "riverton.txt"):
        shutil.copy(RIVERTON.with_name(name), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_name_the_page_is_written_here_under_the_map_s(folder: Path) -> None:
    done = ran("view")
    assert done.code == 0
    assert done.out == ""
    assert done.err == "argmap: riverton.html is written; it opens in any browser\n"
    assert TITLE in (folder / "riverton.html").read_text(encoding="utf-8")
    first = (folder / "riverton.html").read_bytes()
    assert ran("view", "-q").err == ""
    assert (folder / "riverton.html").read_bytes() == first


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_what_argmap_did_not_write_is_not_written_over_unasked(folder: Path, kind: str) -> None:
    path = folder / "riverton.html"
    match kind:
        case "file":
            path.write_text("<p>mine</p>", encoding="utf-8")
        case "link":
            path.symlink_to("riverton.txt")
        case _:
            path.mkdir()
    before = (folder / "riverton.txt").read_bytes()
    done = ran("view")
    assert done.code == 2
    assert done.err == (
        "argmap: riverton.html: it is there, and no page of argmap's\nhint: -o FILE writes over it\n"
    )
    assert (folder / "riverton.txt").read_bytes() == before
    if kind == "file":
        assert ran("view", "-o", "riverton.html").code == 0
        assert TITLE in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["riverton.argmap.yaml", "riverton.txt"])
def test_the_map_and_its_source_are_not_written_over(folder: Path, name: str) -> None:
    before = (folder / name).read_bytes()
    done = ran("view", "-o", name)
    assert done.code == 2
    assert "not written over" in done.err
    assert (folder / name).read_bytes() == before


def test_a_map_from_standard_input_is_called_map(folder: Path) -> None:
    done = ran("-m", "-", "view", typed=RIVERTON.read_text(encoding="utf-8"))
    assert done.code == 0
    assert (folder / "map.html").is_file()


def test_to_standard_output_goes_the_page_and_no_remark(folder: Path) -> None:
    done = process("view", "-o", "-", folder=folder)
    assert done.code == 0
    assert TITLE in done.out
    assert done.err == ""


def test_the_article_is_in_the_page_only_with_quotes(folder: Path) -> None:
    assert '"article":null' in process("view", "-o", "-", folder=folder).out
    assert '"article":[[[' in process("view", "--quotes", "-o", "-", folder=folder).out
    (folder / "riverton.txt").unlink()
    done = process("view", "--quotes", "-o", "-", folder=folder)
    assert done.code == 0
    assert "the source is not at hand" in done.err
    assert '"article":null' in done.out


def test_what_comments_keep_from_being_told_is_not_in_the_page(folder: Path) -> None:
    path = folder / "riverton.argmap.yaml"
    assert '"A203"' in ran("view", "-o", "-").out
    path.write_text("# argmap: ignore-map A203\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert '"A203"' not in ran("view", "-o", "-").out


def test_a_map_that_cannot_be_read_leaves_no_page(folder: Path) -> None:
    (folder / "riverton.argmap.yaml").write_text("argmap: 1\nnodes: {a: 1}\n", encoding="utf-8")
    done = ran("view")
    assert done.code == 2
    assert done.err.startswith("argmap: riverton.argmap.yaml:2:")
    assert not (folder / "riverton.html").exists()


def test_open_hands_the_file_to_the_system_s_browser_and_runs_no_program_named_by_a_variable(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webbrowser

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: opened.append(url) or True)
    monkeypatch.setenv("BROWSER", "touch planted %s")
    done = ran("view", "--open")
    assert done.code == 0
    assert opened == [(folder / "riverton.html").resolve().as_uri()]
    assert "BROWSER" not in os.environ


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
def test_where_there_is_no_browser_open_says_so_and_runs_nothing(folder: Path) -> None:
    env = {"PATH": str(Path(sys.executable).parent), "BROWSER": f"touch {folder / 'planted'}"}
    done = process("view", "--open", folder=folder, env=env)
    assert done.code == 0
    assert done.err.endswith("no browser was found here; open the page yourself\n")
    assert not (folder / "planted").exists()


def test_open_and_standard_output_exclude_each_other(folder: Path) -> None:
    done = ran("view", "--open", "-o", "-")
    assert done.code == 2
    assert "--open needs a file" in done.err
