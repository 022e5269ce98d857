"""Completion of ids, lists, options and formats in a shell."""

from pathlib import Path

import pytest

from argmap.cli import completing
from tests.cli.running import RIVERTON, process


def completed(words: str, folder: Path | None = None, shell: str = "bash", **env: str) -> list[str]:
    """What a shell offers for the last word of a line."""
    count = len(words.split(" ")) - 1
    line = {"_ARGMAP_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(count), **env}
    done = process(env=line, folder=folder)
    assert done.err == ""
    return [each.partition(",")[2] for each in done.lines if each]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("argmap tra", ["trace"]),
        ("argmap trace he", ["health"]),
        ("argmap trace heal", ["health"]),
        ("argmap show ga", ["gains", "gaps"]),
        ("argmap show min", ["minutes"]),
        ("argmap show health min", ["minutes"]),
        ("argmap trace health --to bal", ["balance"]),
        ("argmap trace --down bal", ["balance"]),
        ("argmap show gains --hol", ["--holder"]),
        ("argmap show gains --nature t", ["tangible"]),
        ("argmap export gra", ["graphml"]),
        ("argmap --col", ["--color"]),
        ("argmap trace nothing-like-it", []),
        ("argmap nothing x", []),
        ("argmap add ev", ["evidence"]),
        ("argmap link health b", ["because", "but"]),
        ("argmap link health because min", ["minutes"]),
        ("argmap unlink health un", ["unless"]),
        ("argmap help trac", ["trace"]),
        ("argmap help whe", ["where"]),
        ("argmap help A20", [f"A20{number}" for number in range(1, 9)]),
        ("argmap help flat", ["flat-star"]),
        ("argmap check --select A31,a40", [f"A31,A40{number}" for number in range(1, 7)]),
        ("argmap check --ignore quest", ["question"]),
    ],
)
def test_a_line_is_completed(words: str, expected: list[str]) -> None:
    assert completed(words, ARGMAP_FILE=str(RIVERTON)) == expected


def test_every_id_of_the_map_is_offered() -> None:
    from argmap import load

    offered = completed("argmap trace ", ARGMAP_FILE=str(RIVERTON))
    assert offered == [node.id for node in load(RIVERTON).nodes]


def test_every_command_is_offered() -> None:
    from argmap.cli.table import COMMANDS

    assert sorted(completed("argmap ")) == sorted(row.name for row in COMMANDS)


def test_the_map_is_the_one_that_the_command_would_read(tmp_path: Path) -> None:
    text = "argmap: 1\nnodes:\n  own-id:\n    kind: claim\n    text: x\n"
    (tmp_path / "x.argmap.yaml").write_text(text, encoding="utf-8")
    assert completed("argmap trace own", tmp_path) == ["own-id"]
    assert completed(f"argmap -m {RIVERTON} trace heal", tmp_path) == ["health"]
    assert completed(f"argmap trace -m {RIVERTON} heal", tmp_path) == ["health"]
    assert completed("argmap -m riverton trace heal", tmp_path) == ["health"]
    assert completed("argmap trace energy-e") == ["energy-exports"]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"nodes:\n  \x1b[31m:\n", b"not a map", b"argmap: 1\n"]
)
def test_a_file_that_is_no_map_completes_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.argmap.yaml").write_bytes(content)
    assert completed("argmap trace a", tmp_path) == []


def test_several_maps_no_map_and_standard_input_complete_nothing_and_say_nothing(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.argmap.yaml").write_text("argmap: 1\n", encoding="utf-8")
    assert completed("argmap trace a", tmp_path) == []
    assert completed("argmap -m nowhere trace a") == []
    assert completed("argmap -m - trace a") == []
    assert completed("argmap -m /dev/zero trace a") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_given_a_script_that_calls_argmap(shell: str) -> None:
    done = process("completion", shell)
    assert done.code == 0
    assert f"_ARGMAP_COMPLETE={shell}_complete" in done.out


@pytest.mark.parametrize(
    "line",
    [
        "argmap -m ri",
        "argmap show -m ri",
        "argmap show -o ri",
        "argmap show --source ri",
        "argmap check ri",
        "argmap anchor -m ri",
        "argmap new ri",
        "argmap new article.txt -o ri",
        "argmap import ri",
        "argmap fmt ri",
        "argmap solve EE-PR ri",
    ],
)
def test_where_a_file_is_meant_the_shell_completes_its_files(line: str) -> None:
    count = len(line.split(" ")) - 1
    done = process(env={"_ARGMAP_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(count)})
    assert done.out == "file,ri\n"


def test_the_kinds_and_words_that_are_offered_are_those_of_the_model() -> None:
    from argmap import model

    assert list(completing.KINDS) == [kind.model_fields["kind"].default for kind in model.NODE_KINDS]
    assert set(completing.WORDS) == set(model.WORDS.values())
