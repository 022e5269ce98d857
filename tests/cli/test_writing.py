import os
import subprocess
import sys
from pathlib import Path

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
