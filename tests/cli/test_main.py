"""Exit codes, errors in a line, signals, closed and full streams."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.cli.main import MOST_PARTS
from tests.cli.running import RIVERTON, ROOT, STEERING, command, environment, process, ran, shell


def told(*arguments: str) -> list[str]:
    """The lines on standard error of a run that ends with 2 and answers nothing."""
    done = ran("-m", RIVERTON, *arguments)
    assert (done.code, done.out) == (2, "")
    return done.err.splitlines()


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["shw"], "there is no command shw; did you mean show?", "argmap --help"),
        (["\x1b[31m"], "there is no command \\u001b[31m", "argmap --help"),
        (["show", "--holdr", "x"], "No such option '--holdr'", "argmap show --help"),
        (["show", "--depth", "0"], "Invalid value for '--depth'", "argmap show --help"),
        (["show", "--nature", "red"], "Invalid value for '--nature'", "argmap show --help"),
        (["trace"], "Missing argument 'ID'", "argmap trace --help"),
        (["show", "--json", "--csv"], "--json, --jsonl and --csv exclude each other", "argmap show --help"),
        (["find"], "Missing argument 'WORDS...'", "argmap find --help"),
        (["trace", "helth"], "there is no id helth", "did you mean health?"),
        (["trace", "s"], "id s fits several", "write more of it: "),
        (["show", "gains", "--holder", "childen"], "nobody called childen gains or pays", "did you mean children?"),
        (["show", "gains", "--sort", "amout"], "there is no field amout", "did you mean amount?"),
        (["show", "gains", "--columns", "text,hue"], "there is no field hue", "there are id, kind"),
        (["show", "gains", "--where", "hue=red"], "there is no field hue", "there are id, kind"),
        (["show", "gains", "--where", "open not"], "`not` stands before a term", ""),
        (["export", "grafml"], "there is no format grafml", "did you mean graphml?"),
        (["import", "x.dot", "--from", "dot"], "argmap does not read dot", "it reads yaml"),
        (["help", "trase"], "there is no command, topic or check trase", "did you mean trace?"),
        (["help", "A999"], "there is no command, topic or check A999", "argmap help lists them"),
        (["check", "--select", ""], "an empty word names no check", "argmap help checks"),
        (["check", "--ignore", ","], "an empty word names no check", "argmap help checks"),
        (["show", "health", "--holder", "children"], "--holder, --nature, --where", "argmap"),
        (["show", "gians"], "there is no id gians", "did you mean gains"),
        (["show", "healht"], "there is no id healht", "did you mean health"),
        (["trace", "evidense"], "there is no id evidense", "did you mean evidence"),
        (["show", "health", "gains"], "gains is a list and does not go together with health", "argmap show"),
        (["show", "gains", "health"], "gains is a list and does not go together with health", "argmap show"),
        (["show", "map", "gains"], "map is a list and does not go together with gains", "argmap show"),
        (["show", "gains", "gaps"], "gaps is a list and does not go together with gains", "argmap show"),
        (["show", "gains", "costs", "health"], "gains is a list and does not go together with health", "argmap"),
        (["show", "gaps", "gaps"], "gaps is a list and does not go together with gaps", "argmap show"),
        (["show", "--limit", "3"], "--limit goes with lists", "argmap show --help"),
        (["show", "map", "--limit", "3"], "--limit goes with lists", "argmap show --help"),
        (["show", "gaps", "--quotes"], "--quotes goes with the outline", "argmap show --help"),
        (["show", "objections", "--quotes"], "--quotes goes with the outline", "argmap show --help"),
        (["show", "claims", "--depth", "3"], "--depth goes with the map as an outline", "argmap show --help"),
        (["show", "health", "--depth", "3"], "--depth goes with the map as an outline", "argmap show --help"),
        (["show", "sources", "--limit", "3"], "--limit goes with lists", "argmap show --help"),
        (["show", "map", "--sort", "text"], "--holder, --nature, --where", "argmap show --help"),
        (["show", "claims", "--holder", "children"], "--holder and --nature go with gains and costs", "argmap show"),
        (["show", "claims", "evidence", "--nature", "tangible"], "--holder and --nature go with", "argmap show"),
        (["show", "gains", "--sort", ""], "there is no field", "there are id, kind"),
        (["show", "gains", "--where", "kind=clam"], "there is no kind clam", "did you mean claim?"),
        (["show", "gains", "--where", "nature!=blue"], "there is no nature blue", "there are tangible, intangible, both"),
        (["show", "gains", "--where", "status=sougth"], "there is no status sougth", "did you mean sought?"),
        (["show", "gains", "--where", "sure<"], "sure is a number, and nothing is none", "such as sure<0.6"),
        (["show", "gains", "--where", "sure<much"], "sure is a number, and much is none", "such as sure<0.6"),
        (["show", "gains", "--where", "sure~0.6"], "sure is a number", "such as sure<0.6"),
        (["show", "gains", "--where", "text<a"], "text is text", "such as text~word"),
        (["show", "gains", "--where", '""'], "an empty text stands everywhere", ""),
        (["trace", "health", "--to", "thesis", "--down"], "--up, --down, --depth, --only and --quotes", "argmap trace"),
        (["trace", "health", "--to", "thesis", "--depth", "3"], "--up, --down, --depth, --only and", "argmap trace"),
        (["schema", "-m", "riverton"], "No such option '-m'", "argmap schema --help"),
        (["formats", "-m", "riverton"], "No such option '-m'", "argmap formats --help"),
        (["import", "x.json", "-m", "riverton"], "No such option '-m'", "argmap import --help"),
        (["export", "gif"], "there is no format gif", "there are yaml, json, jsonl, graphml"),
        (["import", "x", "--from", "gif"], "there is no format gif", "there are yaml, json, jsonl, graphml"),
        (["coverage", "--min", "nan"], "Invalid value for '--min'", "argmap coverage --help"),
        (["new", "a.txt", "--with", "b", "--timeout", "nan"], "Invalid value for '--timeout'", "argmap new --help"),
        (["find", ""], "find needs words to look for", "argmap find --help"),
        (["find", "asthma", "  "], "find needs words to look for", "argmap find --help"),
        (["completion"], "Missing argument '{bash|zsh|fish}'. Choose from: bash, zsh, fish", "argmap completion --help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_wrong_use_is_one_line_a_hint_and_exit_code_two(
    arguments: list[str], message: str, hint: str
) -> None:
    lines = told(*arguments)
    assert lines[0].startswith(f"argmap: {message}"), lines
    assert len(lines) == (2 if hint else 1), lines
    assert not hint or lines[1].startswith(f"hint: {hint}"), lines


@pytest.mark.parametrize(
    "word", ["--", "---", "-1", "-", "--=", "-é", "\x1b[31m", "[red]", "a\nb", "\u202e", "%s", "{0}"]
)
@pytest.mark.parametrize(
    "before", [["show"], ["trace"], ["find"], ["export"], ["help"], ["show", "--"], ["trace", "--"], []]
)
def test_odd_words_are_refused_or_not_found_in_a_few_lines(before: list[str], word: str) -> None:
    done = ran("-m", RIVERTON, *before, word)
    assert done.code in {0, 1, 2}
    assert done.code == 0 or len(done.err.splitlines()) <= 2 or "Usage" in done.err
    assert not STEERING & set(done.out + done.err)
    assert "an error of argmap itself" not in done.err


def test_no_match_ends_with_one_and_says_so() -> None:
    for arguments in (
        ["find", "xyzzy"],
        ["show", "gains", "--where", "xyzzy"],
        ["trace", "charge", "--to", "no2"],
    ):
        done = ran("-m", RIVERTON, *arguments)
        assert done.code == 1
        assert done.err == ""
        assert len(done.lines) == 1


def test_without_a_command_the_help_is_shown_and_it_is_wrong_use() -> None:
    done = ran()
    assert (done.code, done.out) == (2, "")
    assert "Usage: argmap" in done.err.splitlines()[4]
    assert ran("--help").code == 0
    assert ran("--help").err == ""


def test_the_version_is_told() -> None:
    import argmap

    assert ran("--version").out == f"argmap, version {argmap.__version__}\n"


def test_of_very_many_problems_a_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bad.argmap.yaml"
    nodes = "".join(f"  n{index}:\n    kind: thing\n    text: x\n" for index in range(100))
    path.write_text(f"argmap: 1\nnodes:\n{nodes}", encoding="utf-8")
    done = ran("-m", path, "show")
    assert done.code == 2
    assert len(done.err.splitlines()) == 61
    assert done.err.splitlines()[-1] == "argmap: … 40 more problems"
    assert done.err.startswith(f"argmap: {path}:4:")


def test_an_error_of_argmap_itself_is_a_line_unless_it_is_to_be_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from argmap.cli.commands import stats

    def broken(_: object) -> None:
        raise ZeroDivisionError("by \x1b[31m")

    monkeypatch.setattr(stats, "build_graph", broken)
    done = ran("-m", RIVERTON, "stats")
    assert done.code == 2
    assert done.err.splitlines() == [
        "argmap: an error of argmap itself: ZeroDivisionError: by \\u001b[31m",
        "hint: ARGMAP_DEBUG=1 shows where",
    ]
    with pytest.raises(ZeroDivisionError):
        ran("-m", RIVERTON, "stats", env={"ARGMAP_DEBUG": "1"})


def test_memory_that_runs_out_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.cli.commands import stats

    def full(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(stats, "build_graph", full)
    done = ran("-m", RIVERTON, "stats")
    assert (done.code, done.err) == (2, "argmap: this map is too large for the memory here\n")


# --- streams --------------------------------------------------------------------------------------

COMMANDS = [
    "show",
    "show gains",
    "trace charge",
    "stats",
    "export json",
    "export graphml",
    "formats",
    "schema",
    "help where",
    "--help",
    "show --json",
    "show --plain",
    "completion bash",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_pipe_that_closes_early_is_quiet(line: str) -> None:
    done = shell(f"argmap -m riverton {line} | head -1")
    assert done.err == ""
    assert len(done.lines) == 1
    assert done.code in {0, 141}


@pytest.mark.parametrize(
    "line", ["show --json", "show all", "export json", "trace a --color always", "--help"]
)
def test_a_pipe_that_nobody_reads_ends_with_141_and_not_as_if_nothing_was_found(
    line: str, tmp_path: Path
) -> None:
    text = json.dumps({"argmap": 1, "nodes": {"a": {"kind": "gain", "text": "word " * 50_000}}})
    (tmp_path / "x.argmap.json").write_text(text, encoding="utf-8")
    done = shell(f"argmap -m x.argmap.json {line} | true", folder=tmp_path)
    assert (done.code, done.out, done.err) == (141, "", "")


@pytest.mark.parametrize("line", COMMANDS)
def test_a_closed_standard_output_is_quiet(line: str) -> None:
    done = shell(f"argmap -q -m riverton {line} >&-")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("line", COMMANDS)
def test_a_full_standard_output_is_a_line_and_no_success(line: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = shell(f"argmap -q -m riverton {line} >/dev/full")
    assert done.code not in {0, 1}
    assert done.err.startswith("argmap: ")
    assert len(done.err.splitlines()) == 1


def test_a_closed_or_full_standard_error_spoils_no_answer_and_leaks_nothing_into_it() -> None:
    fine = shell("argmap stats").out
    assert shell("argmap stats 2>&-").out == fine
    assert shell("argmap nonsense 2>&-").out == ""
    if Path("/dev/full").exists():
        assert shell("argmap stats 2>/dev/full").out == fine
        assert shell("argmap nonsense 2>/dev/full").code == 2


def test_a_closed_standard_input_is_no_matter_unless_it_is_the_map() -> None:
    assert shell("argmap -m riverton show gains <&-").code == 0
    done = shell("argmap -m - show <&-")
    assert (done.code, done.err) == (2, "argmap: standard input: it is closed\n")
    assert shell("argmap -q show gains <&- >&- 2>&-").code == 0


def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    started = subprocess.Popen(
        command("-m", "-", "show"),
        env=environment(),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_until_it_reads(started.pid)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert started.returncode == 130
    assert out == b""
    assert b"Traceback" not in err


def test_an_interrupt_while_argmap_is_still_imported_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("import time\nprint('here', flush=True)\ntime.sleep(60)\n")
    started = subprocess.Popen(
        [sys.executable, "-c", "from argmap.__main__ import main; main()"],
        env=environment({"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == b"here\n"
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (130, b"")


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("value", ["0", "1", "-5", "abc", "", "1000000", "9" * 4000, "9" * 5000])
def test_odd_sizes_of_a_terminal_are_no_matter(name: str, value: str) -> None:
    done = ran("-m", RIVERTON, "show", "gains", "--color", "always", env={name: value})
    assert (done.code, done.err) == (0, "")
    assert "asthma" in done.out


@pytest.mark.parametrize(
    ("env", "code"),
    [
        ({"_ARGMAP_COMPLETE": "bash_complete"}, 2),
        ({"_ARGMAP_COMPLETE": "fish_complete", "COMP_WORDS": "argmap sh"}, 2),
        ({"_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": "argmap sh", "COMP_CWORD": "x"}, 2),
        ({"_ARGMAP_COMPLETE": "nonsense"}, 1),
    ],
    ids=str,
)
def test_completion_that_no_shell_asks_for_is_at_most_a_line(env: dict[str, str], code: int) -> None:
    done = process(env=env)
    assert (done.code, done.out) == (code, "")
    assert "error of argmap itself" not in done.err
    assert len(done.err.splitlines()) <= 1


def wait_until_it_reads(pid: int) -> None:
    """Wait until a process sleeps in a read; where that cannot be seen, skip."""
    place = Path(f"/proc/{pid}/syscall")
    if not place.exists():
        pytest.skip("this system does not tell what a process waits for")
    for _ in range(600):
        try:
            waiting = place.read_text(encoding="ascii").split()
        except PermissionError:
            pytest.skip("this system does not tell what a process waits for")
        if waiting[:2] == ["0", "0x0"] or (os.uname().machine == "aarch64" and waiting[:2] == ["63", "0x0"]):
            return
        time.sleep(0.05)
    pytest.skip("the process was not seen to read")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252"])
@pytest.mark.parametrize(
    "line",
    [
        "show",
        "show gains --quotes",
        "trace health",
        "stats",
        "show --json",
        "show all --csv",
        "show --plain",
        "export yaml",
        "export graphml",
        "formats",
        "help",
        "find asthma",
    ],
)
def test_any_encoding_of_standard_output_works(encoding: str, line: str) -> None:
    done = subprocess.run(
        command("-m", "riverton", *line.split()),
        env=environment({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C", "NO_COLOR": "1"}),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    for_programs = "--json" in line or "--csv" in line or "export" in line
    text = done.stdout.decode("utf-8" if for_programs else encoding)
    assert text
    assert not STEERING & set(text)


def test_a_plain_locale_shows_letters_for_glyphs() -> None:
    done = process(
        "-m",
        "riverton",
        "show",
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.code == 0
    assert done.out.isascii()
    assert "C Riverton should charge cars" in done.out
    assert "|-- + because together" in done.out


# --- what lies about ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The console script as an installer writes it, for this checkout."""
    place = tmp_path_factory.mktemp("bin") / "argmap"
    place.write_text(
        f"#!{sys.executable}\nimport sys\nfrom argmap.__main__ import main\nsys.exit(main())\n",
        encoding="utf-8",
    )
    place.chmod(0o755)
    return [str(place)]


def test_modules_planted_in_the_folder_are_not_imported(tmp_path: Path, script: list[str]) -> None:
    for name in ("yaml", "networkx", "click", "rich", "pydantic", "nupunkt", "json", "argmap", "typing"):
        (tmp_path / f"{name}.py").write_text("print('PLANTED'); raise SystemExit(66)\n", encoding="utf-8")
    (tmp_path / ".env").write_text("ARGMAP_FILE=/nowhere\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.argmap]\nmap = 'nowhere'\n", encoding="utf-8")
    for line in ("stats", "show gains --quotes", "trace charge --color always", "export graphml"):
        done = subprocess.run(
            [*script, "-m", "riverton", *line.split()],
            env=environment({"PAGER": "false", "EDITOR": "false", "BROWSER": "false", "TZ": "Nowhere/Never"}),
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"PLANTED" not in done.stdout


def test_what_the_environment_tells_networkx_changes_no_answer(tmp_path: Path) -> None:
    done = process("-m", "riverton", "stats", env={"NETWORKX_BACKEND_PRIORITY": "evil"}, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out == process("-m", "riverton", "stats", folder=tmp_path).out


def test_a_map_that_needs_more_memory_than_is_promised_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.argmap.jsonl"
    node = '{"id": "n%d", "kind": "claim", "text": "x"}\n'
    path.write_text('{"argmap": 1}\n' + "".join(node % number for number in range(MOST_PARTS)))
    done = ran("-m", path, "stats")
    assert done.code == 2
    assert done.err.splitlines() == [
        f"argmap: {path}: it holds about 600,001 statements and links, and 600,000 are read at most",
        "hint: set ARGMAP_MOST to more where there is memory, 2.5 KB for each: argmap help limits",
    ]
    few = {"ARGMAP_MOST": "30000"}
    path.write_text('{"argmap": 1}\n' + "".join(node % number for number in range(30_000)))
    assert "30,000 are read at most" in ran("-m", path, "stats", env=few).err
    assert ran("-m", path, "stats", env={"ARGMAP_MOST": "30001"}).code == 0
