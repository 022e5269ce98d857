"""Argdown that asks for other files: put together, bounded, every place still told."""

import os
from pathlib import Path

import pytest

from argmap import load, reading
from argmap.errors import LoadError
from argmap.including import DEEPEST


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.argdown"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "main.argdown"


def texts(path: Path) -> list[str]:
    return [node.text for node in load(path).nodes]


def test_files_are_put_in_where_they_are_asked_for(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        main="[a]: A\n\n@include(parts/one.argdown)\n\n[d]: D\n",
        parts__one="[b]: B\n  - [a]\n\n@include(two.argdown)\n",
        parts__two="[c]: C",
    )
    assert texts(main) == ["A", "B", "C", "D"]
    found = reading(main)
    assert [(loss.fate, loss.feature, loss.count) for loss in found.losses][-1] == (
        "approximated",
        "included files",
        2,
    )
    assert "@include" not in (found.map.kept_beside("argdown") or "")


def test_a_file_is_put_in_once_so_rings_end(tmp_path: Path) -> None:
    main = put(tmp_path, main="[a]: A\n\n@include(b.argdown)\n", b="[b]: B\n\n@include(main.argdown)\n\n@include(b.argdown)\n")  # fmt: skip
    found = reading(main)
    assert [node.text for node in found.map.nodes] == ["A", "B"]
    assert [each.code for each in found.findings] == ["X109", "X109"]


def test_a_problem_is_told_where_its_file_has_it(tmp_path: Path) -> None:
    main = put(
        tmp_path,
        main="[a]: A\n\n@include(b.argdown)\n\n[c]: C {k: [1, 2}\n",
        b="[b]: B\r\n\r\n[x]: X {l: [1, 2}\n",
    )
    with pytest.raises(LoadError) as caught:
        load(main)
    lines = caught.value.lines()
    assert sorted(line.rpartition("/")[2].split(": ")[0] for line in lines) == [
        "b.argdown:3:17",
        "main.argdown:5:17",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "missing.argdown",
        "../outside.argdown",
        "/etc/hostname",
        "/dev/zero",
        "pipe",
        "link",
        ".",
        "",
        "https://example.org/x.argdown",
        "a\0b",
        "\x1b[31mred",
    ],
)
def test_what_is_no_file_inside_is_refused_where_it_is_asked_for(tmp_path: Path, asked: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "outside.argdown").write_text("[secret]: secret")
    os.mkfifo(inner / "pipe")
    (inner / "link").symlink_to("../outside.argdown")
    main = inner / "main.argdown"
    main.write_text(f"[a]: A\n\n@include({asked})\n".replace("\0", ""))
    if asked == "a\0b":
        main.write_text("[a]: A\n\n@include(" + "a" * 5000 + ")\n")
    with pytest.raises(LoadError) as caught:
        load(main)
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(3, 1)]
    assert "secret" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    found = reading(main, lenient=True)
    assert [node.text for node in found.map.nodes] == ["A"]
    assert [each.code for each in found.findings] == ["X100"]


def test_a_long_chain_is_refused(tmp_path: Path) -> None:
    files = {f"f{at}": f"@include(f{at + 1}.argdown)\n" for at in range(DEEPEST + 5)}
    main = put(tmp_path, main="[a]: A\n\n@include(f0.argdown)\n", **files)
    with pytest.raises(LoadError, match="deep"):
        load(main)
