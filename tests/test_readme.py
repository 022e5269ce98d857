"""The README tells the truth: what it shows is run, and what it names is there.

A console block is run on a pseudo-terminal of 80 columns, in the folder that the last
`<!-- folder: NAME -->` before it names, beside the files of the blocks marked `file=NAME`. A line
`…` in it stands for any number of lines left out. `python tests/test_readme.py` writes the outputs
anew, except in blocks where something is left out.
"""

import contextlib
import io
import json
import os
import re
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click
import pytest
from click.testing import CliRunner

import argmap
from argmap import wire
from argmap.checks.table import CHECKS
from argmap.cli.main import cli
from argmap.cli.table import COMMANDS
from argmap.cli.topics import TOPICS
from argmap.errors import LoadError
from argmap.formats.table import FORMATS
from argmap.places import DEEPEST
from argmap.query.fields import FIELDS, FLAGS

ROOT: Final = Path(__file__).resolve().parent.parent
README: Final = ROOT / "README.md"
TEXT: Final = README.read_text(encoding="utf-8")
PROSE: Final = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
LEFT_OUT: Final = "…"
ESCAPES: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
SIGN_OF_LIFE: Final = re.compile(r"(?:\r[-\\|/] \w+ing [^\r\n]* \d+:\d\d:\d\d)+\n\r")
"""What is shown, and taken away again, where a machine is busy and a command takes long."""
NAMES: Final = [row.name for row in COMMANDS]

# --- the README, taken apart --------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what else its first line says, where and in which folder it is."""

    language: str
    mark: str
    lines: tuple[str, ...]
    line: int
    folder: str

    @property
    def text(self) -> str:
        return "".join(line + "\n" for line in self.lines)


@dataclass(frozen=True)
class Example:
    """A command of a console block, and the lines shown under it."""

    command: str
    shown: tuple[str, ...]
    line: int
    folder: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.command}"


def blocks(text: str) -> Iterator[Block]:
    folder, lines = "empty", text.splitlines()
    number = 0
    while number < len(lines):
        if found := re.fullmatch(r"<!-- folder: (\w+) -->", lines[number]):
            folder = found[1]
        elif found := re.fullmatch(r"```(\w+) ?(.*)", lines[number]):
            end = lines.index("```", number)
            yield Block(found[1], found[2], tuple(lines[number + 1 : end]), number + 1, folder)
            number = end
        number += 1


def examples(block: Block) -> Iterator[Example]:
    starts = [index for index, line in enumerate(block.lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        shown = _trimmed(block.lines[start + 1 : end])
        yield Example(block.lines[start][2:], shown, block.line + start + 1, block.folder)


def tables() -> Iterator[list[list[str]]]:
    """Yield the tables, each as its rows of cells, the heading first."""
    for found in re.finditer(r"(?:^\|.*\|\n)+", TEXT, re.MULTILINE):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in found[0].splitlines()]
        yield [rows[0], *rows[2:]]


def table(*heading: str) -> list[list[str]]:
    """Return the rows of the only table with that heading."""
    found = [rows[1:] for rows in tables() if tuple(rows[0]) == heading]
    assert len(found) == 1, f"there are {len(found)} tables headed {heading}"
    return found[0]


def ticked(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _trimmed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.rstrip(" ") for line in "\n".join(lines).strip("\n").split("\n"))


BLOCKS: Final = list(blocks(TEXT))
EXAMPLES: Final = [each for block in BLOCKS if block.language == "console" for each in examples(block)]
TABLED: Final = [
    Example(ticked(example)[0], (), 0, "commands")
    for _, _, example in table("command", "what it does", "for example")
]


# --- running ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What came of a command."""

    lines: tuple[str, ...]
    code: int


def run_all(root: Path, wanted: Sequence[Example]) -> dict[Example, Outcome]:
    """Run commands in their order, each in its folder, beside the README's files."""
    programs = root / "programs"
    programs.mkdir()
    shim = programs / "argmap"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    for each in wanted:
        (root / each.folder).mkdir(exist_ok=True)
    write_files(root)
    return {each: _run(each.command, root / each.folder, programs) for each in wanted}


def write_files(root: Path) -> None:
    for block in BLOCKS:
        if block.mark.startswith("file="):
            (root / block.folder).mkdir(exist_ok=True)
            (root / block.folder / block.mark.removeprefix("file=")).write_text(block.text, encoding="utf-8")


def _run(command: str, folder: Path, programs: Path) -> Outcome:
    ours, theirs = os.openpty()
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "COLUMNS": "80",
        "LINES": "40",
    }
    with subprocess.Popen(
        ["bash", "-c", command],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
    ) as shell:
        os.close(theirs)
        printed = _everything(ours)
    text = SIGN_OF_LIFE.sub("", ESCAPES.sub("", printed.decode("utf-8")).replace("\r\n", "\n"))
    return Outcome(_trimmed(text.split("\n")), shell.returncode)


def _everything(descriptor: int) -> bytes:
    """Return all that is written to a pseudo-terminal, whose end is told as an error."""
    printed = b""
    with contextlib.suppress(OSError):
        while piece := os.read(descriptor, 1 << 16):
            printed += piece
    os.close(descriptor)
    return printed


def agrees(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether what is shown is what was printed, as far as it is not left out."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Example, Outcome]:
    if not hasattr(os, "openpty"):
        pytest.skip("there are no pseudo-terminals here")
    return run_all(tmp_path_factory.mktemp("readme"), [*EXAMPLES, *TABLED])


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the README's files, and stand in that of the five minutes."""
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path / "pool")
    return tmp_path / "pool"


def answered(*arguments: str) -> Any:
    result = CliRunner().invoke(cli, [*arguments, "--json", "-q"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return json.loads(result.stdout)


# --- what is shown ------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_command_prints_what_the_readme_shows(
    example: Example, outcomes: Mapping[Example, Outcome]
) -> None:
    outcome = outcomes[example]
    printed = "\n".join(outcome.lines)
    assert outcome.code in {0, 1, 2}, printed
    assert "error of argmap itself" not in printed
    if example.shown == ("",):
        assert outcome.code == 0, printed
        assert printed == "", "it prints something that the README does not show"
    else:
        assert agrees(example.shown, outcome.lines), f"it prints\n\n{printed}"


@pytest.mark.slow
@pytest.mark.parametrize("example", TABLED, ids=str)
def test_an_example_of_the_table_of_commands_works(
    example: Example, outcomes: Mapping[Example, Outcome]
) -> None:
    assert outcomes[example].code == 0, "\n".join(outcomes[example].lines)


def test_a_line_that_differs_or_is_missing_is_noticed() -> None:
    printed = ("one", "two", "three", "four")
    assert agrees(("one", "two", "three", "four"), printed)
    assert agrees(("one", LEFT_OUT, "four"), printed)
    assert agrees(("one", LEFT_OUT), printed)
    assert not agrees(("one", "two", "three"), printed)
    assert not agrees(("one", LEFT_OUT, "three"), printed)
    assert not agrees(("one", "two", "th..e", "four"), printed)
    assert not agrees(("two", "three", "four"), printed)


def test_there_are_examples_to_run() -> None:
    assert len(EXAMPLES) > 20
    assert all(example.shown for example in EXAMPLES)


@pytest.mark.parametrize(
    "block", [each for each in BLOCKS if each.language == "yaml"], ids=lambda each: f"line {each.line}"
)
def test_a_map_in_the_readme_loads_unless_it_shows_mistakes(block: Block) -> None:
    if "mistaken" in block.mark:
        with pytest.raises(LoadError):
            argmap.loads(block.text)
    else:
        assert argmap.loads(block.text) is not None


@pytest.mark.usefixtures("pool")
def test_the_quotes_and_places_of_the_five_minutes_are_found_in_the_article() -> None:
    m = argmap.load("pool.argmap.yaml")
    article = argmap.Article(Path("pool.txt").read_text(encoding="utf-8"))
    passages = [each for node in m.nodes for each in argmap.passages(node, article)]
    assert len(passages) == len(m.nodes)
    assert all(each.found for each in passages)


@pytest.mark.usefixtures("pool")
def test_the_python_example_runs_and_prints_what_the_readme_shows() -> None:
    (code,) = [block.text for block in BLOCKS if block.language == "python"]
    (shown,) = [block.lines for block in BLOCKS if block.mark == "output"]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - it is ours
    assert printed.getvalue().splitlines() == list(shown)


# --- what is named ------------------------------------------------------------------------------


def test_every_command_stands_in_the_table_and_no_other() -> None:
    rows = table("command", "what it does", "for example")
    assert [ticked(command)[0] for command, _, _ in rows] == NAMES
    assert all(ticked(example)[0].split()[:2] == ["argmap", ticked(name)[0]] for name, _, example in rows)


def test_nothing_is_called_a_command_that_is_none() -> None:
    called = re.findall(r"(?:`|\$ |\| |/|\()argmap (?:-m \S+ )?([a-z]+(?:-[a-z]+)*)", TEXT)
    assert set(called) == set(NAMES)


def test_every_option_is_named_and_no_other() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", TEXT))
    assert named == {name for command in (cli, *_commands()) for name in _options(command)}


def test_every_option_of_the_table_belongs_to_the_commands_it_names() -> None:
    named: dict[str, set[str]] = {}
    for names, of, _ in table("option", "of", "what it does"):
        for option in re.findall(
            r"--[a-z]+(?:-[a-z]+)*", names
        ):  # one word may mean two things to two commands
            told = set(NAMES) - set(ticked(of)) if of.startswith("all but") else set(ticked(of))
            named[option] = named.get(option, set()) | told
    for option, told in named.items():
        assert {name for name in NAMES if option in _options(_command(name))} == told, option


def test_every_environment_variable_is_named_and_no_other() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "argmap").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", sources))
    rows = table("variable", "meaning")
    assert {name for cell, _ in rows for name in ticked(cell)} == read | {"COLUMNS"}


FORMATS_HEADING: Final = ("format", "ending", "read", "written", "comes back identical")


def format_rows() -> list[list[str]]:
    def yes(value: object) -> str:
        return "yes" if value else "no"

    return [
        [f"`{row.name}`", f"`{row.suffixes[0]}`", yes(row.reads), yes(row.writes), yes(row.whole)]
        for row in FORMATS
    ]


def test_the_table_of_formats_is_that_of_the_program() -> None:
    assert table(*FORMATS_HEADING) == format_rows()


def test_every_field_of_a_node_stands_in_the_table_with_the_kinds_that_have_it() -> None:
    rows = [(ticked(names), of) for names, _, of in table("field", "what it says", "of")]
    named = [name for names, _ in rows for name in names]
    assert sorted(named) == sorted([*wire.NODE_FIELDS, *wire.LINK_LISTS])
    stakes = {name for names, of in rows if of == "gain, cost" for name in names}
    assert stakes == set(wire.STAKE_FIELDS)


def test_every_flag_and_field_of_where_is_named() -> None:
    terms = " ".join(term for term, _ in table("term", "holds where"))
    section = TEXT.partition("### Questions with `--where`")[2].partition("\n### ")[0]
    fields = re.search(r"The fields are (.*?)\(how many", section, re.DOTALL)
    assert fields is not None
    assert set(FLAGS) <= set(ticked(terms))
    assert set(ticked(fields[1])) == set(FIELDS)


CHECKS_HEADING: Final = ("check", "name", "severity", "what it finds")


def check_rows() -> list[list[str]]:
    return [[f"`{row.code}`", row.name, row.severity, row.about] for row in CHECKS]


def test_the_table_of_checks_is_that_of_the_program() -> None:
    assert table(*CHECKS_HEADING) == check_rows()
    assert f"by {len(CHECKS)} coded checks" in TEXT


def test_every_topic_of_help_is_named_and_no_other() -> None:
    (row,) = [about for name, about, _ in table("command", "what it does", "for example") if name == "`help`"]
    assert ticked(row) == list(TOPICS)


def test_the_limits_it_names_are_those_that_help_names() -> None:
    for limit in ("512 MB", "32 million characters", "600,000"):
        assert limit in TEXT
        assert limit in TOPICS["limits"]
    assert f"may nest {DEEPEST} deep" in TEXT


def test_every_name_of_the_python_api_that_it_uses_is_there() -> None:
    used = set(re.findall(r"(?<![./\w])argmap\.([A-Za-z_]+)", TEXT)) - {"schema"}
    assert used
    assert used <= set(argmap.__all__)


def test_every_file_and_folder_of_the_project_that_it_names_is_there() -> None:
    named = [name for name in ticked(PROSE) if re.match(r"(?:argmap|tests|data|\.ci)/[\w/.]*$", name)]
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_it_names_no_absolute_path_and_no_address() -> None:
    assert re.findall(r"(?:^|[\s`'\"(])/\w+", TEXT) == []
    assert "://" not in TEXT


# --- shapes -------------------------------------------------------------------------------------

ASKED: Final[dict[str, list[list[str]]]] = {
    "`show`": [["show"]],
    "`trace ID`": [["trace", "claim"]],
    "`trace ID --to ID`": [["trace", "skill", "--to", "keep"]],
    "`show objections`": [["show", "objections"]],
    "`show gaps`": [["show", "gaps"]],
    "`show sources`": [["show", "sources"]],
    "`coverage`": [["coverage"]],
    "`anchor`": [["anchor"]],
    "`check`": [["check"]],
    "`stats`": [["stats"]],
    "`formats`": [["formats"]],
}


@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("answer", ASKED)
def test_the_keys_of_an_answer_are_those_of_the_table(answer: str) -> None:
    (row,) = [keys for name, keys in table("answer", "the keys of an item") if name == answer]
    inside, _, beside = row.partition(";")
    for arguments in ASKED[answer]:
        found = answered(*arguments)
        assert set(found) == {"argmap", "command", "map", "items", *ticked(beside)}
        assert found["items"]
        assert all(list(item) == ticked(inside) for item in found["items"])


def test_every_command_that_answers_programs_has_its_keys_in_the_table() -> None:
    answers = {name for cell, _ in table("answer", "the keys of an item") for name in ticked(cell)}
    told = {name.split()[0] for name in answers}
    assert told - {"--quotes"} == {name for name in NAMES if "--json" in _options(_command(name))}


@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("what", [("show", "gains"), ("show", "all"), ("show", "upkeep"), ("find", "pool")])
def test_an_item_that_is_a_node_has_the_fields_of_the_file_and_passages_on_demand(
    what: tuple[str, ...],
) -> None:
    known = {"id", *wire.NODE_FIELDS, *wire.LINK_LISTS}
    for item in answered(*what)["items"]:
        assert list(item)[:3] == ["id", "kind", "text"]
        assert set(item) <= known
    for item in answered(*what, "--quotes")["items"]:
        assert set(item) <= {*known, "passages"}
        assert all(list(each) == ["words", "place", "found"] for each in item["passages"])


def test_the_keys_inside_of_traces_are_those_that_are_named() -> None:
    section = TEXT.partition("Inside `rests_on` and `bears_on`")[2].partition("\n\n")[0]
    named = {name for name in ticked(section) if name.isidentifier()} - {"because", "but"}
    found: set[str] = set()
    for name in ("riverton", "china-russia"):
        for item in answered("-m", name, "trace", "claim", "--depth", "3")["items"]:
            found |= set(_keys(item["rests_on"]))
        for leaf in ("sunday", "no2") if name == "riverton" else ("energy-exports",):
            for item in answered("-m", name, "trace", leaf)["items"]:
                found |= set(_keys(item["bears_on"]))
    assert found <= named | {"rests_on", "bears_on"}
    assert named <= found | {"rests_on", "bears_on"}


def _keys(values: Any) -> Iterator[str]:
    for value in values:
        for key, inside in value.items():
            yield key
            if key in {"rests_on", "bears_on", "together", "unless"}:
                yield from _keys(inside)


def test_every_block_of_json_is_json() -> None:
    lines = [line for example in EXAMPLES for line in example.shown if line.startswith('{"')]
    whole = [line for line in lines if line.endswith("}")]
    assert len(whole) > 5
    for line in whole:
        json.loads(line)
    for example in EXAMPLES:
        if example.command.endswith("--json"):
            json.loads("\n".join(example.shown))


# --- the build ----------------------------------------------------------------------------------


def test_the_build_runs_the_very_command_that_the_readme_gives_for_the_tests() -> None:
    commands = [line for block in BLOCKS if block.language == "sh" for line in block.lines]
    (testing,) = [line for line in commands if "pytest" in line]
    script = ROOT / ".ci" / "run"
    assert testing in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & stat.S_IXUSR


def test_the_build_runs_every_program_that_the_readme_says_it_does() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (said,) = re.findall(r"`\.ci/run` does everything.*?: (.*?)\.", TEXT)
    programs = [name for name in ticked(said) if name != ".ci/run"]
    assert len(programs) == 4
    for program in programs:
        assert re.search(rf"^{re.escape(program)}$", script, re.MULTILINE), program


def _commands() -> list[click.Command]:
    return [_command(name) for name in NAMES]


def _command(name: str) -> click.Command:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None, f"there is no command {name}"
    return command


def _options(command: click.Command) -> set[str]:
    options = command.get_params(click.Context(command))
    return {name for each in options for name in each.opts if name.startswith("--")}


# --- writing the outputs anew -------------------------------------------------------------------


def _tabled(text: str, headings: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    heading = "".join(f"| {cell} " for cell in headings) + "|\n"
    rows = "".join(f"| {' | '.join(row)} |\n" for row in cells)
    return re.sub(
        rf"(?<={re.escape(heading)})(\|[-|]+\|\n)(?:\|.*\|\n)+", lambda found: found[1] + rows, text
    )


def _rewrite() -> None:
    """Write what the commands print, and the tables of formats and checks, into the README, unless left out."""
    with tempfile.TemporaryDirectory() as folder:
        found = run_all(Path(folder), EXAMPLES)
        lines = TEXT.splitlines()
        for example in reversed(EXAMPLES):
            printed, shown = found[example].lines, example.shown
            if agrees(shown, printed):
                continue
            if LEFT_OUT in shown:
                sys.stderr.write(f"shorten by hand: {example}\n")
                continue
            end = example.line
            while not lines[end].startswith(("$ ", "```")):
                end += 1
            gap = [""] if lines[end].startswith("$ ") else []
            lines[example.line : end] = [*printed, *gap]
        text = "\n".join(lines) + "\n"
        text = _tabled(text, FORMATS_HEADING, format_rows())
        text = _tabled(text, CHECKS_HEADING, check_rows())
        README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _rewrite()
