"""`argmap diff`: files, revisions of git, what is told and how, and hostile repositories."""

import csv
import io
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from argmap.cli.comparing import DRIVEN
from tests.cli.running import RIVERTON, on_terminal, process, ran
from tests.cli.test_hostile import HOSTILE, LONG, hostile_map, steering

OLD = """\
argmap: 1
title: Tea
nodes:
  tea: {kind: claim, text: Tea is cheap, because: [ships]}
  ships: {kind: claim, text: Ships from the east arrive late}
"""
NEW = OLD.replace("Tea is cheap", "Tea is dear").replace("title: Tea", "title: Tea and ships")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old map and a new one, in which to stand."""
    (tmp_path / "old.argmap.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.argmap.yaml").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def git(folder: Path, *words: str) -> str:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    line = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b", *words]
    return subprocess.run(line, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with one map in it: the old one is kept, the new one stands in the folder."""
    git(folder, "init", "-q")
    map_, beside = folder / "tea.argmap.yaml", folder / "more"
    beside.mkdir()
    map_.write_text(OLD, encoding="utf-8")
    (beside / "a:b.yaml").write_text(OLD, encoding="utf-8")
    for name in ("old", "new"):
        (folder / f"{name}.argmap.yaml").unlink()
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    map_.write_text(NEW, encoding="utf-8")
    return folder


# --- what is told -------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
def test_it_ends_with_0_where_nothing_changed_and_with_1_where_something_did() -> None:
    same = ran("diff", "old.argmap.yaml", "old.argmap.yaml")
    assert (same.code, same.err) == (0, "")
    assert same.lines[-1] == "nothing changed in meaning; 2 nodes and 1 link the same."
    differing = ran("diff", "old.argmap.yaml", "new.argmap.yaml")
    assert (differing.code, differing.err) == (1, "")
    assert "  ~ Tea is [-cheap-]{+dear+}  tea" in differing.lines
    assert differing.lines[-1] == "1 reworded; head: 1 changed; 1 node and 1 link the same."


@pytest.mark.usefixtures("folder")
def test_aloud_both_texts_are_said_one_after_the_other() -> None:
    done = ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--plain")
    assert "before: Tea is cheap; now: Tea is dear" in done.out
    assert not set("[]{}→") & set(done.out)


@pytest.mark.usefixtures("folder")
def test_colour_repeats_what_marks_say(folder: Path) -> None:
    done = on_terminal("diff", "old.argmap.yaml", "new.argmap.yaml", folder=folder)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", done.out)
    assert "Tea is [-cheap-]{+dear+}" in bare
    assert "\x1b[" in done.out


@pytest.mark.usefixtures("folder")
def test_programs_get_every_change_and_the_counts() -> None:
    done = ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--json")
    found = json.loads(done.out)
    assert (done.code, found["reworded"], found["same"], found["links_same"]) == (1, 1, 1, 1)
    assert [item["what"] for item in found["items"]] == ["head", "node"]
    assert found["items"][1]["fields"]["text"]["words"] == [["=", "Tea is "], ["-", "cheap"], ["+", "dear"]]
    rows = list(csv.DictReader(io.StringIO(ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--csv").out)))
    assert [row["change"] for row in rows] == ["changed", "changed"]
    styled = ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--format", "json")
    assert styled.out == done.out


@pytest.mark.usefixtures("folder")
def test_conclusions_are_told_with_eval_only() -> None:
    Path("but.argmap.yaml").write_text(
        OLD.replace("late}", "late, but: [mules]}") + "  mules: {kind: claim, text: Mules are slow}\n"
    )
    asked = ["diff", "old.argmap.yaml", "but.argmap.yaml"]
    assert "Conclusions" not in ran(*asked).out
    done = ran(*asked, "--eval")
    assert "(was + stands, strength 1.000; now - falls, strength 0.000)" in done.out
    (item, _) = [
        each
        for each in json.loads(ran(*asked, "--eval", "--json").out)["items"]
        if each["what"] == "conclusion"
    ]
    assert (item["label"], item["before"]["label"]) == ("falls", "stands")
    assert ran(*asked, "--semantics", "df-quad").code == 2
    assert (
        "is no semantics" in (err := ran(*asked, "--eval", "--semantics", "xyz").err)
        or "no semantics xyz" in err
    )


def test_other_formats_and_standard_input_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "r.graphml"
    assert ran("-m", "riverton", "export", "graphml", "-o", path).code == 0
    assert ran("diff", "riverton", path).code == 0
    assert ran("diff", "-", "riverton", typed=RIVERTON.read_bytes()).code == 0
    both = ran("diff", "-", "-", typed=OLD)
    assert both.code == 2
    assert "both maps are standard input" in both.err


@pytest.mark.usefixtures("folder")
def test_a_map_that_is_compared_is_not_written_over() -> None:
    done = ran("diff", "old.argmap.yaml", "new.argmap.yaml", "-o", "new.argmap.yaml")
    assert done.code == 2
    assert Path("new.argmap.yaml").read_text(encoding="utf-8") == NEW


# --- the page -----------------------------------------------------------------------------------


class Page(HTMLParser):
    """Collects what a page takes out and puts in, and every tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.changed: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's signature
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements are nested well"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"ins", "del"}:
            self.changed.append((self.open[-1], data))


@pytest.mark.usefixtures("folder")
def test_a_page_marks_what_was_taken_out_and_put_in() -> None:
    assert ran("diff", "old.argmap.yaml", "new.argmap.yaml", "-o", "x.html").code == 1
    text = Path("x.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.changed == [("ins", " and ships"), ("del", "cheap"), ("ins", "dear")] or page.changed[
        -2:
    ] == [("del", "cheap"), ("ins", "dear")]
    assert not page.open
    assert ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--format", "html").out == text
    assert ran("diff", "old.argmap.yaml", "new.argmap.yaml", "--format", "html", "--json").code == 2


def test_nothing_in_a_map_steers_a_page_or_a_terminal(tmp_path: Path) -> None:
    import argmap

    paths = tmp_path / "[red]\x1b[31mx.argmap.json", tmp_path / "\u202ey.argmap.json"
    argmap.dump(hostile_map(HOSTILE), paths[0])
    argmap.dump(hostile_map(f"{LONG[:3000]} {HOSTILE}"), paths[1])
    for form in ([], ["--plain"], ["--json"], ["--csv"], ["--format", "html"]):
        done = ran("diff", *paths, *form)
        assert done.code == 1, done.err
        assert not steering(done.out)
    page = Page(ran("diff", *paths, "--format", "html").out)
    assert page.tags <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "p",
        "section",
        "ul",
        "li",
        "span",
        "code",
        "strong",
        "ins",
        "del",
    }
    assert not steering(on_terminal("diff", *paths, columns=60).out, colour=True)


# --- git ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["HEAD"],
        ["HEAD:tea.argmap.yaml"],
        ["HEAD", "tea.argmap.yaml"],
        ["HEAD:tea.argmap.yaml", "tea.argmap.yaml"],
        [":tea.argmap.yaml"],
        ["HEAD@{0}:tea.argmap.yaml"],
        ["HEAD^{/one}:./tea.argmap.yaml"],
        ["HEAD:more/../tea.argmap.yaml"],
        ["more/a:b.yaml"],
        ["HEAD:more/a:b.yaml", "tea.argmap.yaml"],
    ],
    ids=" ".join,
)
def test_a_revision_is_compared_with_the_working_file(repository: Path, words: list[str]) -> None:
    done = ran("diff", *words)
    assert (done.code, done.err) == (1, "")
    assert "Tea is [-cheap-]{+dear+}" in done.out
    assert repository.is_dir()


def test_a_revision_of_annotations_is_of_the_text_that_lies_beside_them(repository: Path) -> None:
    (repository / "a.ann").write_text("T1\tClaim 0 4\tDark\n", encoding="utf-8")
    (repository / "a.txt").write_text("Dark and late", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "two")
    assert ran("diff", "HEAD:a.ann", "a.ann").code == 0
    (repository / "a.ann").write_text("T1\tClaim 9 13\tlate\n", encoding="utf-8")
    done = ran("diff", "HEAD:a.ann", "a.ann")
    assert done.code == 1
    assert "source" not in done.out


def test_paths_begin_in_the_folder_one_stands_in(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "more")
    assert ran("diff", "HEAD:a:b.yaml").code == 0
    assert ran("diff", "HEAD:../tea.argmap.yaml", "../tea.argmap.yaml").code == 1
    assert ran("-m", "../tea.argmap.yaml", "diff", "HEAD").code == 1


def test_a_file_goes_before_a_revision_of_its_name(repository: Path) -> None:
    (repository / "HEAD").write_text(NEW, encoding="utf-8")
    assert ran("diff", "HEAD", "tea.argmap.yaml").code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["NOPE"], "NOPE: there is no such file, and git knows no such revision"),
        (["NOPE:tea.argmap.yaml"], "git knows no revision NOPE"),
        (["HEAD:nope.yaml"], "in revision HEAD this is no file"),
        (["HEAD:more"], "in revision HEAD this is a folder"),
        ([":nope.yaml"], "among what is staged this is no file"),
        (["HEAD:"], "there is no such file"),
        (["a", "b", "c"], "two maps are compared, not 3"),
        (["--", "--upload-pack=x:y"], "no revision has such a name"),
        (["--", "-x"], "there is no such file"),
        (["HEAD\nHEAD:x"], "no revision has such a name"),
        (["\x1b[31m:x"], "\\u001b[31m:x: git knows no revision"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_what_is_not_there_is_one_clear_line(words: list[str], message: str) -> None:
    done = ran("diff", *words)
    assert done.code == 2
    assert message in done.err
    assert len(done.err.splitlines()) <= 2
    assert not done.out


def test_without_a_repository_or_without_git_it_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("git"):
        done = ran("-m", "old.argmap.yaml", "diff", "HEAD")
        assert (done.code, "no git repository is here" in done.err) == (2, True)
        assert "no git repository is here" in ran("diff", "HEAD:old.argmap.yaml").err
    monkeypatch.setenv("PATH", str(folder))
    done = ran("diff", "HEAD:old.argmap.yaml")
    assert (done.code, "there is no program git" in done.err) == (2, True)


def test_a_built_in_map_has_no_revisions(repository: Path) -> None:
    done = ran("-m", "riverton", "diff", "HEAD", "riverton")
    assert (done.code, "of which map is HEAD a revision?" in done.err) == (2, True)
    assert repository.is_dir()


@pytest.fixture
def including(folder: Path) -> Path:
    """A repository with an Argdown text that asks for others; since its commit one of them has changed."""
    git(folder, "init", "-q")
    (folder / "sub" / "parts").mkdir(parents=True)
    (folder / "sub" / "main.argdown").write_text("[a]: A\n\n@include(parts/one.argdown)\n", encoding="utf-8")
    (folder / "sub" / "parts" / "one.argdown").write_text("[b]: B\n  + [a]\n\n@include(../two.argdown)\n")
    (folder / "sub" / "two.argdown").write_text("[c]: C is old\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "sub" / "two.argdown").write_text("[c]: C is new\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("place", [".", "sub"])
@pytest.mark.parametrize("revision", ["HEAD", ""])
def test_what_a_text_asks_for_is_read_from_its_revision(
    including: Path, monkeypatch: pytest.MonkeyPatch, place: str, revision: str
) -> None:
    monkeypatch.chdir(including / place)
    path = "main.argdown" if place == "sub" else "sub/main.argdown"
    done = ran("diff", f"{revision}:{path}", path)
    assert (done.code, done.err) == (1, "")
    assert "[-old-]{+new+}" in done.out
    (including / "sub" / "two.argdown").unlink()
    assert ran("diff", f"{revision}:{path}", f"{revision}:{path}").code == 0


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("../tea.txt", "only files in the text's folder or below it are put in"),
        ("parts/../../tea.txt", "only files in the text's folder or below it are put in"),
        ("/etc/passwd", "only files in the text's folder or below it are put in"),
        ("nowhere.argdown", "in revision HEAD this is no file"),
        ("parts", "in revision HEAD this is a folder"),
        ("link.argdown", "this is a symbolic link"),
        ("out.argdown", "this is a symbolic link"),
    ],
)
def test_what_may_not_be_put_in_is_refused_in_a_revision_too(
    including: Path, asked: str, message: str
) -> None:
    (including / "tea.txt").write_text("[t]: Secret\n", encoding="utf-8")
    (including / "sub" / "link.argdown").symlink_to("two.argdown")
    (including / "sub" / "out.argdown").symlink_to("../tea.txt")
    (including / "sub" / "main.argdown").write_text(f"[a]: A\n\n@include({asked})\n", encoding="utf-8")
    git(including, "add", ".")
    git(including, "commit", "-qm", "two")
    done = ran("diff", "HEAD:sub/main.argdown", "riverton")
    assert (done.code, done.out, message in done.err) == (2, "", True)
    assert done.err.startswith("argmap: HEAD:sub/main.argdown:3:1: @include: ")
    assert "Secret" not in done.err


def test_files_of_a_revision_that_ask_for_one_another_end(including: Path) -> None:
    sub = including / "sub"
    (sub / "two.argdown").write_text("[c]: C {kind: proof}\n\n@include(main.argdown)\n", encoding="utf-8")
    git(including, "commit", "-qam", "two")
    done = ran("diff", "HEAD:sub/main.argdown", "HEAD:sub/main.argdown")
    assert done.code == 0
    lines = done.err.splitlines()
    assert lines[0] == "argmap: HEAD:sub/two.argdown:1:1: warning X200 c: the kind proof is unknown"
    assert lines[1].startswith("argmap: HEAD:sub/two.argdown:3:1: warning X109 main.argdown is there already")


def test_nothing_that_a_repository_names_is_run(repository: Path) -> None:
    bait = repository / "run"
    for name in (
        "core.pager", "core.fsmonitor", "diff.external", "core.sshCommand", "alias.cat-file", "core.editor",
        "filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.x.command", "core.askPass",
    ):  # fmt: skip
        git(repository, "config", name, f"touch '{bait}';")
    (repository / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    hooks = repository / ".git" / "hooks" / "post-index-change"
    hooks.parent.mkdir(exist_ok=True)
    hooks.write_text(f"#!/bin/sh\ntouch '{bait}'\n", encoding="utf-8")
    hooks.chmod(0o755)
    for words in ([], ["HEAD:tea.argmap.yaml"], [":tea.argmap.yaml"]):
        assert ran("diff", *words).code == 1
    assert not bait.exists()


def test_nothing_is_fetched_for_a_repository_that_lacks_a_file(repository: Path) -> None:
    bait = repository / "run"
    blob = git(repository, "rev-parse", "HEAD:tea.argmap.yaml").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in (
        ("extensions.partialClone", "origin"), ("core.repositoryformatversion", "1"), ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::touch {bait}"), ("protocol.ext.allow", "always"), ("protocol.allow", "always"),
    ):  # fmt: skip
        git(repository, "config", name, value)
    done = ran("diff", "HEAD")
    assert done.code == 2
    assert not bait.exists()
    bare = ["git", "-C", str(repository), "cat-file", "-e", blob]
    subprocess.run(bare, capture_output=True, check=False)
    assert bait.exists(), "git alone would have run it: the bait is good"


def test_variables_of_git_that_run_or_write_something_are_left_out(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = repository / "trace"
    monkeypatch.setenv("GIT_TRACE", str(trace))
    monkeypatch.setenv("GIT_EXEC_PATH", str(repository))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "nonsense")
    assert ran("diff").code == 1
    assert not trace.exists()


def test_git_itself_shows_the_difference(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.argmap.yaml diff=argmap\n", encoding="utf-8")
    program = repository / "argmap"
    import sys

    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    git(repository, "config", "diff.argmap.command", f"'{program}' diff")
    (repository / "made.argmap.yaml").write_text(OLD, encoding="utf-8")
    git(repository, "add", "-N", "made.argmap.yaml")
    monkeypath = {"PYTHONPATH": str(Path(__file__).parents[3])}
    import os

    line = ["git", "-C", str(repository), "diff"]
    told = subprocess.run(
        line, check=True, capture_output=True, encoding="utf-8", env={**os.environ, **monkeypath}
    ).stdout
    assert "From a/tea.argmap.yaml to b/tea.argmap.yaml" in told
    assert "Tea is [-cheap-]{+dear+}" in told
    assert "Added (2)" in told


def test_the_seven_words_of_git_end_with_0_and_an_absent_file_is_an_empty_map(folder: Path) -> None:
    words = ["x.yaml", "/dev/null", ".", ".", "new.argmap.yaml", "0" * 40, "100644"]
    assert len(words) == DRIVEN
    done = process("diff", *words, folder=folder)
    assert (done.code, "2 added" in done.out) == (0, True)
