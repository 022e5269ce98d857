"""The rules of the house: what is imported when, tables that tell the truth, floors, depth, sizes."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import click
import pytest

from argmap import ArgumentMap, Claim, Link, dump
from argmap.cli.table import COMMANDS
from argmap.cli.topics import TOPICS
from argmap.formats.table import FORMATS
from argmap.query.bounds import DEEPEST
from tests.cli.running import ROOT, Ran, environment, on_terminal, process, ran

PACKAGE = ROOT / "argmap"
HEAVY: Final = ("pydantic", "networkx", "rich", "yaml", "nupunkt", "rapidfuzz")
TELLING: Final = """
import atexit, os, sys
atexit.register(lambda: open(os.environ["TOLD"], "w").write("\\n".join(sys.modules)))
sys.argv[0] = "argmap"
from argmap.cli.main import main
main()
"""
MOST_LINES: Final = 400
MOST_OF_A_FUNCTION: Final = 45


def imported(path: Path) -> set[str]:
    """The outermost packages that a run imported, as it told at its end."""
    return {name.partition(".")[0] for name in path.read_text(encoding="utf-8").split("\n")}


def run_and_tell(tmp_path: Path, *arguments: str, terminal: bool = False, **env: str) -> tuple[Ran, set[str]]:
    told = tmp_path / "told"
    program = [sys.executable, "-c", TELLING]
    if terminal:
        done = on_terminal(*arguments, program=program, env={"TOLD": str(told), **env})
    else:
        finished = subprocess.run(
            [*program, *arguments],
            env=environment({"TOLD": str(told), **env}),
            cwd=ROOT,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        done = Ran(finished.returncode, finished.stdout, finished.stderr)
    return done, imported(told)


# --- what is imported when ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["help"],
        ["--version"],
        ["help", "where"],
        ["completion", "bash"],
        ["show", "--help"],
        ["trace", "-h"],
        ["help", "show"],
        ["help", "A203"],
        ["check", "--help"],
        ["diff", "--help"],
    ],
    ids=" ".join,
)
def test_help_wakes_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    done, modules = run_and_tell(tmp_path, *arguments)
    assert done.code == 0
    assert done.out
    assert not modules & set(HEAVY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("argmap trace gr", "great-power-role"),
        ("argmap show ener", "energy-exports"),
        ("argmap tr", "trace"),
        ("argmap show --ho", "--holder"),
    ],
)
def test_completion_completes_and_wakes_nothing_heavy(tmp_path: Path, words: str, expected: str) -> None:
    env = {
        "_ARGMAP_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    done, modules = run_and_tell(tmp_path, **env)
    assert expected in done.out
    assert done.err == ""
    if not expected.startswith("-"):  # for its options the command itself is asked
        assert not modules & set(HEAVY)


def test_a_list_in_a_pipe_needs_no_graph_no_rich_and_no_sentences(tmp_path: Path) -> None:
    done, modules = run_and_tell(tmp_path, "show", "gains")
    assert done.code == 0
    assert not modules & {"networkx", "rich", "nupunkt"}


def test_a_list_on_a_terminal_needs_no_graph_and_no_sentences(tmp_path: Path) -> None:
    done, modules = run_and_tell(tmp_path, "show", "gains", terminal=True)
    assert done.code == 0
    assert "rich" in modules
    assert not modules & {"networkx", "nupunkt"}


@pytest.mark.parametrize("terminal", [False, True])
def test_a_trace_needs_no_graph_and_no_sentences(tmp_path: Path, terminal: bool) -> None:
    done, modules = run_and_tell(tmp_path, "trace", "claim", terminal=terminal)
    assert done.code == 0
    assert not modules & {"networkx", "nupunkt"}


# --- tables tell the truth ----------------------------------------------------------------------


def test_every_command_is_one_file_and_one_row() -> None:
    files = {path.stem for path in (PACKAGE / "cli" / "commands").glob("*.py")} - {"__init__"}
    rows = [row.module.rpartition(".")[2] for row in COMMANDS]
    assert sorted(rows) == sorted(files)
    assert len({row.name for row in COMMANDS}) == len(COMMANDS)


def test_every_format_is_one_file_and_one_row() -> None:
    files = {path.stem for path in (PACKAGE / "formats").glob("[a-z]*.py")} - {"row", "table"}
    assert sorted(row.home.rpartition(".")[2] for row in FORMATS) == sorted(files)


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_a_format_reads_and_writes_as_its_row_says(row: "object") -> None:
    from argmap.formats.row import Format

    assert isinstance(row, Format)
    home = import_module(row.home)
    assert hasattr(home, "read") == row.reads
    assert hasattr(home, "write") == row.writes
    assert row.suffixes
    assert not row.whole or (row.reads and row.writes)


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_a_command_has_help_an_example_and_a_line_in_the_list(row: "object") -> None:
    from argmap.cli.options import Command
    from argmap.cli.table import Row

    assert isinstance(row, Row)
    found = import_module(row.module).command
    assert isinstance(found, Command)
    assert found.example.strip()
    assert all(line.strip().split()[0] in {"argmap", "eval"} for line in found.example.splitlines())
    assert len((found.help or "").strip()) > 20
    assert all(each.help for each in found.params if isinstance(each, click.Option)), "an option without help"
    assert row.about.endswith((".", "…"))
    listed = ran("--help").out
    assert re.search(rf"^  {row.name} +{re.escape(row.about[:30])}", listed, re.MULTILINE)
    shown = ran(row.name, "--help").out
    assert shown.lstrip().startswith("$ ")
    assert ran("help", row.name).out.split() == shown.split()


def examples() -> list[str]:
    found = []
    for row in COMMANDS:
        lines = import_module(row.module).command.example.splitlines()
        found += [line.strip() for line in lines if line.strip().startswith("argmap")]
    return found


def edits(example: str) -> bool:
    """Tell whether an example changes a map, which must then be the reader's own."""
    (row,) = [row for row in COMMANDS if row.name == shlex.split(example)[1]] or [COMMANDS[0]]
    return any(each.name == "dry_run" for each in import_module(row.module).command.params)


def commit_in(folder: Path, names: list[str]) -> None:
    """Keep maps of those names in two commits of a new repository."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "init", "-q"], check=True)
    for number in range(2):
        for name in names:
            shutil.copy(ROOT / "data" / "riverton.argmap.yaml", folder / name)
        (folder / f"{number}.note").touch()
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-qm", "x"], check=True)


@pytest.mark.parametrize("example", examples())
def test_an_example_works_as_it_stands(example: str, tmp_path: Path) -> None:
    names = re.findall(r"[\w.-]+\.(?:graphml|txt|apx|md)", example)
    if "import" in example:
        ran("-m", "riverton", "export", "graphml", "-o", tmp_path / names[0])
    if "--source" in example or " new " in example:
        (tmp_path / names[0]).write_text("One.\n\nTwo.\n", encoding="utf-8")
    if "--with" in example:
        program = tmp_path / "ask-a-model"
        program.write_text(
            '#!/bin/sh\necho \'{"nodes": {"a": {"kind": "claim", "text": "A", "at": "p1"}}}\'\n'
        )
        program.chmod(0o755)
    if "solve" in example and names:
        (tmp_path / names[0]).write_text("arg(a). arg(b). att(a,b).\n", encoding="utf-8")
    if edits(example):
        ran("-m", "riverton", "export", "-o", tmp_path / "riverton.argmap.yaml")
    if "anchor" in example:
        for name in ("riverton.argmap.yaml", "riverton.txt"):
            shutil.copy(ROOT / "data" / name, tmp_path)
    if " diff " in example:
        commit_in(tmp_path, re.findall(r"[\w-]+\.argmap\.yaml", example) or ["map.argmap.yaml"])
    if "|" in example or ">" in example:
        example = re.split(r"[|>]", example)[0]
    done = process(*shlex.split(example)[1:], folder=tmp_path)
    assert done.code in {0, 1} if "coverage" in example else done.code == 0, done.err
    assert done.out or list(tmp_path.iterdir())


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_fits_eighty_columns_and_stands_in_the_help(name: str) -> None:
    text = ran("help", name).out
    assert max(map(len, text.splitlines())) <= 80
    assert name in ran("help").out.partition("Topics of argmap help:")[2]


def test_the_map_that_help_shows_is_a_map() -> None:
    from argmap import loads
    from argmap.cli.topics import FORMAT

    block = re.findall(r"(?:^  .*\n|^\n)+", FORMAT, re.MULTILINE)
    text = max(block, key=len)
    text = "\n".join(line[2:] for line in text.splitlines())
    ids = {"jam", "fifth", "balance", "tunnel", "sunday", "sundiff"}
    text += "\n" + "\n".join(f"  {name}: {{kind: claim, text: {name}}}" for name in sorted(ids))
    assert len(loads(text).nodes) == 8


def test_the_limits_that_help_names_are_those_of_the_code() -> None:
    from argmap.cli.main import MOST_PARTS, MOST_PROBLEMS
    from argmap.cli.topics import LIMITS
    from argmap.comparison.rewording import MOST_WORDS as REWORDED
    from argmap.disk import LARGEST
    from argmap.evaluation.strengths import STEPS as RING_STEPS
    from argmap.evaluation.weakest import LARGEST as LARGEST_LOSS
    from argmap.evaluation.weakest import TRIALS
    from argmap.formats._graphviz import BOXES, SECONDS
    from argmap.formats.png import DOTS, SIDE
    from argmap.looks import READABLE
    from argmap.query.bounds import DEPTH
    from argmap.query.chains import MOST, STEPS
    from argmap.render.brief import LONGEST as LONGEST_TEXT
    from argmap.render.brief import MOST as MOST_ENTRIES
    from argmap.render.brief import MOST_UNDER
    from argmap.render.page.contents import FINDINGS_MOST
    from argmap.render.page.marking import LONGEST as PAGE_LONGEST
    from argmap.soundness import ID_LONGEST, UNDERCUT_DEEPEST
    from argmap.sources.anchoring import LOOKED_FOR
    from argmap.sources.likeness import LARGEST as ARTICLE_LARGEST
    from argmap.sources.likeness import LONGEST, MOST_WORDS

    for words, number in (
        ("a file ", f"{LARGEST >> 20} MB"),
        ("statements and links of a map ", f"{MOST_PARTS:,} (ARGMAP_MOST=N says otherwise)"),
        ("an id ", f"{ID_LONGEST} characters"),
        ("undercutters of undercutters ", f"{UNDERCUT_DEEPEST} deep"),
        ("the depth of an outline ", f"{DEEPEST} ({DEPTH}, when --depth does not say)"),
        ("ways listed by trace --to ", f"{MOST}, after at most {STEPS:,} steps of search"),
        ("problems listed of one file ", f"{MOST_PROBLEMS}"),
        ("an article searched for words like a quote ", f"{ARTICLE_LARGEST:,} characters"),
        ("a quote that is searched for so ", f"{LONGEST:,} characters, {MOST_WORDS:,} words"),
        ("anchors of a map that are searched for so ", f"{LOOKED_FOR:,}"),
        ("an article in a page of `view` ", f"{PAGE_LONGEST:,} characters"),
        ("findings in a page of `view` ", f"{FINDINGS_MOST}"),
        ("words that diff tells one by one ", f"{REWORDED:,}, from first to last change"),
        ("steps to settle a ring ", f"{RING_STEPS:,}, fewer where it is large"),
        ("premises lost at once ", f"{LARGEST_LOSS}, in at most {TRIALS:,} trials of explain --weakest"),
        ("boxes of a picture ", f"{BOXES:,}; above {READABLE} there is a warning"),
        ("seconds for drawing a picture ", f"{SECONDS}"),
        ("dots of a PNG, each side ", f"{DOTS * SIDE:,}; a larger picture is drawn smaller"),
        ("a text in a report ", f"{LONGEST_TEXT:,} characters"),
        ("entries of a list in a report ", f"{MOST_ENTRIES}, and {MOST_UNDER} under an entry"),
    ):
        assert re.search(rf"^{re.escape(words)} +{re.escape(number)}$", LIMITS, re.MULTILINE), words


def test_the_lists_that_are_completed_are_those_that_show_knows() -> None:
    from argmap.cli import completing, showing, tracing
    from argmap.soundness import RESERVED

    assert set(completing.LISTS) <= set(showing.KIND_OF) | set(showing.LISTS)
    assert {*showing.KIND_OF, *showing.LISTS, *tracing.KIND_WORDS} <= RESERVED, (
        "an id could stand in a command's way"
    )


# --- floors, sizes, words -----------------------------------------------------------------------


def test_the_floors_of_the_house_hold() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    if not program.is_file():
        pytest.skip("import-linter is not installed beside this Python")
    done = subprocess.run(
        [str(program), "--no-cache"], cwd=ROOT, capture_output=True, check=False, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_file_is_not_too_long_and_says_what_lives_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    assert text.startswith('"""')
    if path.name == "__init__.py" and path.parent != PACKAGE:
        assert text.count("\n") == 1, "a room's door holds a docstring and nothing else"


def test_no_room_has_a_name_that_says_nothing() -> None:
    nameless = {"utils", "helpers", "common", "base", "core", "misc", "util"}
    assert not [path for path in PACKAGE.rglob("*.py") if path.stem in nameless]


def test_no_function_is_too_long() -> None:
    import ast

    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.body[0].lineno + 1 > MOST_OF_A_FUNCTION
    ]
    assert not long


def test_only_the_command_line_prints() -> None:
    printing = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if re.search(r"(?<!\w)print\(|sys\.stdout|sys\.stderr", path.read_text(encoding="utf-8"))
    ]
    assert all(name.startswith("cli/") or name == "render/terminal.py" for name in printing), printing


# --- nothing recurses ---------------------------------------------------------------------------

DEPTH: Final = 100_000


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map in which each of very many statements rests on the next."""
    m = ArgumentMap(
        title="A chain",
        nodes=tuple(Claim(id=f"n{index}", text=f"Statement {index}") for index in range(DEPTH)),
        links=tuple(
            Link(premises=(f"n{index + 1}",), target=f"n{index}", relation="supports")
            for index in range(DEPTH - 1)
        ),
    )
    path = tmp_path_factory.mktemp("chain") / "chain.argmap.jsonl"
    dump(m, path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "map", "--depth", str(DEEPEST)],
        ["show", "map", "--json", "--depth", str(DEEPEST)],
        ["show", "n50000"],
        ["show", "all", "--limit", "3"],
        ["show", "gaps", "--limit", "3"],
        ["trace", "n0"],
        ["trace", "n99999", "--plain"],
        ["trace", "n50000", "--json", "--depth", str(DEEPEST)],
        ["trace", "n99999", "--to", "n0", "--plain"],
        ["stats"],
        ["check"],
        ["find", "99999"],
        ["eval", "--limit", "3"],
        ["explain", "n0", "--depth", str(DEEPEST)],
        ["whatif", "--drop", "n99999", "--plain"],
        ["export", "json"],
        ["export", "graphml"],
        ["export", "dot", "-q"],
        ["export", "json", "-q", "--from", "n50000", "--depth", "3"],
        ["report"],
        ["view", "-o", "-"],
    ],
    ids=" ".join,
)
def test_a_chain_of_a_hundred_thousand_is_read_shown_and_written(chain: Path, arguments: list[str]) -> None:
    done = ran("-m", chain, *arguments)
    assert done.code == 0, done.err
    assert done.err == ""
    assert done.out
    if "--json" in arguments or arguments[:2] == ["export", "json"]:
        assert json.loads(done.out)


@pytest.mark.slow
def test_a_chain_of_a_hundred_thousand_is_compared(chain: Path) -> None:
    done = ran("-m", chain, "diff", chain)
    assert (done.code, done.err) == (0, "")
    assert done.lines[-1] == "nothing changed in meaning; 100,000 nodes and 99,999 links the same."


@pytest.mark.slow
def test_a_deep_chain_fits_a_terminal(chain: Path) -> None:
    done = on_terminal("-m", chain, "trace", "n0", "--depth", "200", columns=40, env={"NO_COLOR": "1"})
    assert done.code == 0
    assert max(map(len, done.lines)) <= 40
