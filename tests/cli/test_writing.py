import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ran

MAP = """argmap: 1
source: {file: pool.txt}
nodes:
  open:
    kind: claim
    text: "caf\u00e9 \u201copen\u201d \u25a0"
"""
ROOT = Path(__file__).resolve().parents[2]


def run(folder: Path, *arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "argmap", "-q", *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)


def made(folder: Path) -> Path:
    (folder / "pool.txt").write_text("The pool stays.\n", encoding="utf-8")
    (folder / "pool.argmap.yaml").write_text(MAP, encoding="utf-8")
    return folder


def test_no_answer_is_written_over_the_source(tmp_path: Path) -> None:
    done = run(made(tmp_path), "show", "all", "-o", "pool.txt")
    assert done.returncode == 2
    assert b"not written over" in done.stderr
    assert (tmp_path / "pool.txt").read_text(encoding="utf-8") == "The pool stays.\n"


def test_what_programs_read_is_utf8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    folder = made(tmp_path)
    for arguments in (
        ["export", "yaml"],
        ["export", "json"],
        ["export", "graphml"],
        ["show", "all", "--json"],
    ):
        plain = run(folder, *arguments).stdout
        assert "café “open” ■".encode() in plain
        assert run(folder, *arguments, encoding="latin-1").stdout == plain
        assert run(folder, *arguments, encoding="ascii").stdout == plain


def test_bars_are_named_when_read_aloud(tmp_path: Path) -> None:
    assert b"1 nodes." in run(made(tmp_path), "stats", "--plain").stdout


ASKED = [
    "show",
    "trace open",
    "find pool",
    "stats",
    "check",
    "check pool.argmap.yaml",
    "check pool.argmap.yaml --format sarif",
    "check riverton pool.argmap.yaml",
    "coverage",
    "solve DC-GR -a open",
    "solve DC-GR pool.argmap.yaml -a open",
    "anchor",
    "eval",
    "explain open",
    "sensitivity open",
    "whatif --drop open",
    "weigh",
    "export json",
    "export annotations",
    "export json --from open",
    "report",
    "view",
    "import pool.argmap.yaml --force",
    "new pool.txt --force",
]


@pytest.mark.parametrize("line", ASKED)
def test_no_command_writes_over_a_map_its_source_or_its_lock(
    tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made(tmp_path))
    ran("anchor", "-q")
    kept = ["pool.argmap.lock.json", "pool.txt"] + ["pool.argmap.yaml"] * (not line.startswith("new"))
    for name in kept:
        before = Path(name).read_bytes()
        done = ran(*line.split(), "-q", "-o", name)
        assert (done.code, done.out) == (2, "")
        assert "not written over" in done.err
        assert Path(name).read_bytes() == before


def test_a_source_that_is_too_far_away_to_be_opened_is_not_written_over_either(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    (tmp_path / "pool.txt").write_text("The pool stays.\n", encoding="utf-8")
    there = tmp_path / "maps" / "pool.argmap.yaml"
    there.write_text(MAP.replace("pool.txt", "../pool.txt"), encoding="utf-8")
    done = ran("-m", there, "show", "-o", tmp_path / "pool.txt")
    assert done.code == 2
    assert (tmp_path / "pool.txt").read_text(encoding="utf-8") == "The pool stays.\n"


def test_no_answer_takes_the_name_of_a_lock_that_is_not_there_yet(tmp_path: Path) -> None:
    done = ran("-m", made(tmp_path) / "pool.argmap.yaml", "show", "-o", tmp_path / "pool.argmap.lock.json")
    assert done.code == 2
    assert "not written over" in done.err
    assert not (tmp_path / "pool.argmap.lock.json").exists()
