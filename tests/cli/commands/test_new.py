import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from argmap import load
from argmap.disk import read_text
from argmap.sources.article import Article
from argmap.sources.coverage import coverage
from tests.cli.running import ROOT, STEERING, Ran, process, ran
from tests.cli.test_hostile import HOSTILE, PIECES

POOL = "The pool\n\nThe pool should stay open. It costs much.\n"
MAP = "pool.argmap.yaml"
ANSWER = {"nodes": {"stay": {"kind": "claim", "text": "Keep it", "quote": "should stay"}}}


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    path = tmp_path / "pool.txt"
    path.write_text(POOL, encoding="utf-8")
    return path


def program(folder: Path, answer: object, more: str = "") -> str:
    """The command of a program that writes an answer, text or JSON."""
    path = folder / "ask.py"
    text = answer if isinstance(answer, str) else json.dumps(answer)
    path.write_text(f"import sys\nsys.stdin.read()\n{more}\nprint({text!r})\n", encoding="utf-8")
    return f"{sys.executable} {path}"


def test_a_draft_stands_beside_its_article_and_loads(pool: Path) -> None:
    done = ran("new", pool)
    assert (done.code, done.out) == (0, "")
    assert (
        done.err
        == f"argmap: {pool.parent / MAP} has 2 to look at; next: argmap -m {pool.parent / MAP} coverage\n"
    )
    m = load(pool.parent / MAP)
    assert m.source is not None
    assert (m.source.file, m.source.title) == ("pool.txt", "The pool")
    assert m.source.sha256 == hashlib.sha256(pool.read_bytes()).hexdigest()


def test_the_article_that_ships_is_drafted_with_every_quote_found(tmp_path: Path) -> None:
    path = tmp_path / "riverton.argmap.yaml"
    assert ran("new", ROOT / "data" / "riverton.txt", "-o", path).code == 0
    article = Article(read_text(ROOT / "data" / "riverton.txt"))
    found = coverage(load(path), article)
    assert found.astray == ()
    assert len(load(path).nodes) == len(found.sentences) - len(found.unmapped) > 20


def test_a_draft_that_is_there_is_not_written_over_unless_forced(pool: Path) -> None:
    (pool.parent / MAP).write_text("mine", encoding="utf-8")
    done = ran("new", pool)
    assert (done.code, done.err.splitlines()[1]) == (2, "hint: --force writes over it")
    assert (pool.parent / MAP).read_text(encoding="utf-8") == "mine"
    assert ran("new", pool, "--force").code == 0
    assert load(pool.parent / MAP).title == "The pool"


def test_an_article_from_standard_input_is_refused_for_want_of_a_name() -> None:
    done = ran("new", "-", typed=POOL)
    assert (done.code, done.out) == (2, "")
    assert "give ARTICLE as a file" in done.err
    assert not Path("-.argmap.yaml").exists()


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_article_is_never_written_over(pool: Path, force: list[str]) -> None:
    assert ran("new", pool, "-o", pool, *force).code == 2
    assert pool.read_text(encoding="utf-8") == POOL


def test_several_maps_in_the_folder_do_not_matter(pool: Path) -> None:
    for name in ("a", "b"):
        (pool.parent / f"{name}.argmap.yaml").write_text("x", encoding="utf-8")
    assert process("new", "pool.txt", folder=pool.parent).code == 0


def test_the_path_of_the_article_is_that_from_the_map(pool: Path) -> None:
    (pool.parent / "maps").mkdir()
    assert ran("new", pool, "-o", pool.parent / "maps" / MAP).code == 0
    source = load(pool.parent / "maps" / MAP).source
    assert source is not None
    assert source.file == "../pool.txt"


def test_a_hyphen_is_standard_output(pool: Path) -> None:
    done = process("new", "pool.txt", "-o", "-", folder=pool.parent)
    assert done.out.startswith("# yaml-language-server")
    assert "  file: pool.txt\n" in done.out
    assert (done.err, os.listdir(pool.parent)) == ("", ["pool.txt"])


def test_with_places_no_sentence_is_in_the_draft(pool: Path) -> None:
    done = process("new", "pool.txt", "--places", "-o", "-", folder=pool.parent)
    assert "at: p2.s1" in done.out
    assert "stay" not in done.out


def test_a_program_may_find_the_nodes(pool: Path) -> None:
    command = program(pool.parent, ANSWER, "print('so \\x1b[31m far', file=sys.stderr)")
    done = ran("new", pool, "--with", command)
    assert done.code == 0
    assert done.err.startswith("argmap: so \\u001b[31m far\n")
    (node,) = load(pool.parent / MAP).nodes
    assert (node.id, node.tags) == ("stay", ("todo",))


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ('{"nodes":\n{"a": {"kind": "claim", "text": "A", "quote": "no such", "ho": 1}}}', ["the answer:2:47: the quote of a does not stand in pool.txt", "the answer:2:58: unknown field ho in a"]),
        ("not json", ["the answer:1:1: this is no JSON: a value is missing here"]),
        ("", []),
    ],
)  # fmt: skip
def test_an_answer_that_the_article_does_not_bear_out_is_refused_and_nothing_written(
    pool: Path, answer: str, lines: list[str]
) -> None:
    done = ran("new", pool, "--with", program(pool.parent, answer))
    assert done.code == 2
    assert [line for line in done.err.splitlines() if not line.startswith("hint")][: len(lines)] == [
        f"argmap: {line}" for line in lines
    ]
    assert not (pool.parent / MAP).exists()


def test_no_program_is_asked_for_what_could_not_be_written(pool: Path) -> None:
    (pool.parent / MAP).write_text("mine", encoding="utf-8")
    done = ran("new", pool, "--with", program(pool.parent, ANSWER, "print('thinking', file=sys.stderr)"))
    assert done.code == 2
    assert "it is there already" in done.err
    assert "thinking" not in done.err


def test_a_time_limit_without_a_program_is_refused(pool: Path) -> None:
    done = ran("new", pool, "--timeout", "5")
    assert (done.code, done.err.splitlines()[0]) == (2, "argmap: --timeout goes with --with")


def test_a_program_that_hangs_is_ended(pool: Path) -> None:
    done = ran(
        "new",
        pool,
        "--with",
        program(pool.parent, ANSWER, "import time; time.sleep(600)"),
        "--timeout",
        "0.5",
    )
    assert (done.code, done.err.splitlines()) == (
        2,
        [f"argmap: {sys.executable} has not ended within 0.5 s", "hint: --timeout gives it longer"],
    )
    assert not (pool.parent / MAP).exists()


# --- bad input ----------------------------------------------------------------------------------


def tame(done: Ran) -> bool:
    return (
        "Traceback" not in done.err
        and not set(done.out + done.err) & STEERING
        and "error of argmap itself" not in done.err
    )


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a\0b", b"\x80abc", "Öl".encode("latin-1")])
def test_an_article_that_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    done = ran("new", tmp_path / "x.txt")
    assert (done.code, tame(done), os.listdir(tmp_path)) == (2, True, ["x.txt"])


@pytest.mark.parametrize("name", ["", "-", "nowhere.txt", ".", "/dev/zero", HOSTILE, "a" * 5_000])
def test_what_is_no_file_is_refused(name: str) -> None:
    done = ran("new", name)
    assert (done.code, tame(done)) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\r\n\r\n",
        "\ufeffIt must be.",
        "must " * 50_000,
        "It must be.\r\n- so\r\n",
        *PIECES.values(),
        HOSTILE,
        *(f"It must be {text}. But {text}.\n\n" for text in PIECES.values()),
    ],
)
@pytest.mark.parametrize("option", [[], ["--places"]])
def test_any_text_is_drafted_into_a_map_that_loads_and_steers_nothing(
    tmp_path: Path, text: str, option: list[str]
) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8", newline="")
    done = ran("new", tmp_path / "x.txt", *option, "-o", "-")
    assert (done.code, tame(done)) == (0, True)
    (tmp_path / "x.argmap.yaml").write_text(done.out, encoding="utf-8", newline="")
    assert ran("-m", tmp_path / "x.argmap.yaml", "coverage").code == 0
    assert load(tmp_path / "x.argmap.yaml").source is not None


@pytest.mark.parametrize(
    "answer",
    [
        *PIECES.values(),
        "[" * 100_000,
        '{"nodes": {"' + "a" * 9_999 + '": {}}}',
        json.dumps({"nodes": {HOSTILE: {HOSTILE: HOSTILE}}}),
        json.dumps({"nodes": {"a": {"kind": HOSTILE, "quote": HOSTILE, "at": HOSTILE}}}),
        '{"nodes": {"a": {"kind": "claim", "text": "\\ud800", "at": "p1"}}}',
        '{"nodes": {"a": {"kind": "claim", "text": "\\u0000", "at": "p1"}}}',
    ],
)
def test_whatever_a_program_answers_ends_in_a_line_and_no_traceback(pool: Path, answer: str) -> None:
    done = ran("new", pool, "--with", program(pool.parent, answer))
    assert done.code in {0, 2}
    assert tame(done)
    assert (pool.parent / MAP).exists() == (done.code == 0)
    if done.code == 0:
        load(pool.parent / MAP)


@pytest.mark.parametrize("command", ["", "'", HOSTILE, "/nowhere", "-", "a\0b"])
def test_whatever_a_command_is_it_ends_in_a_line_and_no_traceback(pool: Path, command: str) -> None:
    done = ran("new", pool, "--with", command)
    assert (done.code, tame(done), (pool.parent / MAP).exists()) == (2, True, False)


def test_a_name_that_is_no_text_is_drafted_without_it(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(POOL, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    done = process("new", name, "-o", "x.argmap.yaml", folder=tmp_path)
    assert (done.code, tame(done)) == (0, True)
    source = load(tmp_path / "x.argmap.yaml").source
    assert source is not None
    assert source.file is None


@pytest.mark.parametrize("name", ["mine.argmap.yaml", "mine.argmap.json"])
def test_a_map_where_the_article_should_stand_is_refused(pool: Path, name: str) -> None:
    (pool.parent / name).write_text("argmap: 1\nnodes: {}\n", encoding="utf-8")
    done = ran("new", pool.parent / name)
    assert (done.code, done.out) == (2, "")
    assert "is named as a map: give the ARTICLE, and the MAP after -o" in done.err
    assert {path.name for path in pool.parent.iterdir()} == {name, "pool.txt"}
