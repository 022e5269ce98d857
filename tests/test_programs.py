import os
import sys
import time
from pathlib import Path

import pytest

from argmap import programs
from argmap.errors import LoadError, RequestError


def python(code: str) -> str:
    return f"{sys.executable} -c '{code}'"


def answer(command: str, text: str = "The article\n", seconds: float = 60) -> tuple[str, list[str]]:
    said: list[str] = []
    return programs.answer(command, text, seconds, said.append), said


def refused(command: str, **given: float) -> str:
    with pytest.raises(RequestError) as caught:
        answer(command, **given)  # type: ignore[arg-type]
    return str(caught.value)


def test_a_program_reads_the_text_in_utf8_and_its_answer_and_remarks_are_handed_on() -> None:
    code = 'import sys; b = sys.stdin.buffer.read(); sys.stdout.buffer.write(b[::1]); print("one\\ntwo", file=sys.stderr)'
    assert answer(python(code), "“öl”\n") == ("“öl”\n", ["one", "two"])


def test_no_shell_is_between() -> None:
    code = "import sys; print(sys.argv[1:])"
    assert answer(python(code) + " '$HOME; echo' a\\ b")[0] == "['$HOME; echo', 'a b']\n"


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("", "the command names no program"),
        ("''", "the command names no program"),
        ("'open", "a quotation mark in the command is never closed"),
        ("/nowhere/at-all x", "there is no program /nowhere/at-all"),
        ("/", "/ cannot be run: permission denied"),
        (python("print(1); raise SystemExit(3)"), f"{sys.executable} ended with 3"),
        (python("import os; os.kill(os.getpid(), 9)"), f"{sys.executable} was ended by signal 9"),
        (python("print()"), f"{sys.executable} wrote nothing to standard output"),
    ],
)
def test_a_program_that_fails_is_told_of(command: str, message: str) -> None:
    assert refused(command) == message


def test_a_program_need_not_read_what_it_is_given() -> None:
    assert answer(python("print(5)"), "word " * 1_000_000)[0] == "5\n"


def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    sign = tmp_path / "alive"
    code = (
        f'import subprocess, time; subprocess.Popen(["sh", "-c", "sleep 3; touch {sign}"]); time.sleep(600)'
    )
    assert refused(python(code), seconds=1) == f"{sys.executable} has not ended within 1 s"
    time.sleep(3)
    assert not sign.exists()


def test_what_a_program_leaves_running_keeps_nobody_waiting() -> None:
    code = 'import subprocess; subprocess.Popen(["sleep", "600"]); print(7)'
    assert answer(python(code))[0] == "7\n"


def test_an_answer_without_end_is_cut_short() -> None:
    assert refused(python('while True: print("x" * 9999)')) == f"{sys.executable} wrote more than 4 MB"


def test_an_answer_that_is_no_text_is_refused_with_its_place() -> None:
    with pytest.raises(LoadError, match="the answer:2:1: this is no UTF-8"):
        answer(python('import sys; sys.stdout.buffer.write(b"a\\n\\xff")'))


def test_remarks_without_end_are_cut_short_and_broken_into_lines() -> None:
    code = 'import sys; sys.stderr.write("x" * 5000 + chr(10) + "y\\n" * 999); sys.stderr.buffer.write(b"\\xff"); print(1)'
    said = answer(python(code))[1]
    assert len(said) == programs.REMARKS_MOST
    assert max(map(len, said)) == programs.LINE


def test_nothing_is_left_open() -> None:
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("this system does not list open files")
    before = len(os.listdir(folder))
    answer(python("print(1)"))
    assert len(os.listdir(folder)) == before
