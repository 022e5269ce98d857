"""Texts that annotate another one: the file beside them is the source, bounded, and held against them."""

import hashlib
import os
from pathlib import Path

import pytest

from argmap import load, loads, reading
from argmap.losses import Reading
from tests.cli.running import ran

TEXT = (
    "Ferries\n\nFog is common. Fog is common at sea.\r\nSo they wait,\nand wait. It costs [1] and costs [1]."
)


def spans(*words: str, text: str = TEXT) -> str:
    """Return annotations of words where they stand, each looked for behind the one before."""
    lines, start = [], 0
    for number, each in enumerate(words, 1):
        start = text.index(each, start)
        shown = each.replace("\n", " ").replace("\r", " ")
        lines.append(f"T{number}\tClaim {start} {start + len(each)}\t{shown}\n")
        start += len(each)
    return "".join(lines)


def put(folder: Path, annotations: str, text: str | None = TEXT, name: str = "a.ann") -> Path:
    path = folder / name
    path.write_text(annotations, encoding="utf-8")
    if text is not None:
        (folder / "a.txt").write_bytes(text.encode())
    return path


def anchors(found: Reading) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(node.anchor.quote, node.anchor.at) for node in found.map.nodes if node.anchor]


def messages(found: Reading) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in found.findings]


def test_the_text_beside_annotations_is_the_source(tmp_path: Path) -> None:
    found = reading(put(tmp_path, spans("Fog is common at sea", "So they wait,\nand wait")))
    assert found.map.source is not None
    assert found.map.source.file == "a.txt"
    assert found.map.source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert anchors(found) == [("Fog is common at sea", ()), ("So they wait, and wait", ())]
    assert found.findings == ()
    assert load(tmp_path / "a.ann").kept_beside("brat") == (tmp_path / "a.ann").read_text(encoding="utf-8")


def test_without_a_text_beside_them_annotations_are_read_as_they_are(tmp_path: Path) -> None:
    found = reading(put(tmp_path, spans("Fog is common at sea"), None))
    assert (found.map.source, found.findings) == (None, ())
    assert found.map == loads(spans("Fog is common at sea"))


def test_words_that_stand_twice_and_words_apart_are_told_by_their_place(tmp_path: Path) -> None:
    start, end = TEXT.index("Fog"), TEXT.index("So")
    annotations = spans("Fog is common", "Fog is common", "[1]", "[1]")
    annotations += f"T9\tClaim {start} {start + 3};{end} {end + 7}\tFog So they\n"
    found = reading(put(tmp_path, annotations))
    assert anchors(found) == [
        (None, ("p2.s1",)),
        (None, ("p2.s2",)),
        (None, ("p2.s4",)),
        (None, ("p2.s4",)),
        (None, ("p2.s1", "p2.s3")),
    ]
    assert found.findings == ()


def test_parts_of_the_same_are_placed_together(tmp_path: Path) -> None:
    annotations = spans("Fog is common at sea", "It costs") + "R1\tparts_of_same Arg1:T2 Arg2:T1\n"
    found = reading(put(tmp_path, annotations))
    assert [node.text for node in found.map.nodes] == ["Fog is common at sea It costs"]
    assert anchors(found) == [(None, ("p2.s2", "p2.s4"))]


def test_words_that_the_text_does_not_have_there_are_found(tmp_path: Path) -> None:
    annotations = spans("Fog is common at sea") + "T8\tClaim 0 3\tFog\nT9\tClaim 5 9999\tries\n"
    annotations += "T10\tClaim " + ";".join(["1 2"] * 9) + "\te\n"
    found = reading(put(tmp_path, annotations))
    words = "are not those of a.txt at"
    assert messages(found) == [
        ("X111", f"the words of T8 {words} 0-3"),
        ("X111", f"the words of T9 {words} 5-9999"),
        ("X111", f"the words of T10 {words} 1-2, 1-2, 1-2, 1-2, 1-2, …"),
    ]
    assert anchors(found) == [("Fog is common at sea", ()), ("Fog", ()), ("ries", ())]


@pytest.mark.parametrize("name", ["a.ann", "a.xml", "a.arggraph.xml"])
def test_a_text_that_has_nothing_of_it_is_not_the_source(tmp_path: Path, name: str) -> None:
    microtext = (
        '<arggraph><edu id="e">It rains.</edu><adu id="a"/><edge src="e" trg="a" type="seg"/></arggraph>'
    )
    found = reading(put(tmp_path, microtext if "xml" in name else spans("Fog"), "Other words.", name))
    assert found.map.source is None
    assert messages(found) == [("X112", "a.txt is not the text of this: nothing stands there as it says")]


@pytest.mark.parametrize("name", ["a.xml", "a.arggraph.xml", "A.XML"])
def test_the_text_beside_a_microtext_is_its_source(tmp_path: Path, name: str) -> None:
    microtext = (
        '<arggraph><edu id="e">It costs</edu><adu id="a"/><edge src="e" trg="a" type="seg"/></arggraph>'
    )
    path = put(tmp_path, microtext, TEXT, name)
    (tmp_path / "a.txt").rename(tmp_path / f"{name[0]}.txt")
    found = reading(path)
    assert found.map.source is not None
    assert found.map.source.file == f"{name[0]}.txt"
    assert anchors(found) == [("It costs", ())]


def test_annotations_that_mark_nothing_take_the_text_beside_them(tmp_path: Path) -> None:
    found = reading(put(tmp_path, "#1\tNote T9\twhy\n"))
    assert found.map.source is not None
    assert (found.map.nodes, found.findings) == ((), ())


def test_a_text_that_annotates_itself_by_its_name_has_no_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(spans("Fog"), encoding="utf-8")
    assert reading(path).map.source is None


def test_what_cannot_be_read_beside_annotations_is_told_and_left_aside(tmp_path: Path) -> None:
    path = put(tmp_path, spans("Fog"), None)
    text = tmp_path / "a.txt"
    said = "the text beside this is left aside: "
    text.mkdir()
    assert messages(reading(path)) == [("X113", f"{said}{text}: this is a folder, not a file")]
    text.rmdir()
    text.write_bytes(b"\xff")
    (found,) = messages(reading(path))
    assert found[1].startswith(f"{said}{text}:1:1: this is no UTF-8 text")
    text.unlink()
    os.mkfifo(text)
    assert messages(reading(path)) == [("X113", f"{said}{text}: this is a pipe, not a file")]


def test_links_out_of_the_folder_and_in_rings_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = put(folder, spans("Fog"), None)
    (tmp_path / "out.txt").write_bytes(TEXT.encode())
    (folder / "a.txt").symlink_to(tmp_path / "out.txt")
    said = "the text beside this is left aside: a.txt: it is a link to"
    assert messages(reading(path)) == [("X113", f"{said} what lies outside of the folder")]
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "a.txt")
    assert [
        message.startswith("the text beside this is left aside: ") for _, message in messages(reading(path))
    ] == [True]
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(TEXT.encode())
    (folder / "a.txt").symlink_to("b.txt")
    assert reading(path).findings == ()
    (tmp_path / "linked.ann").symlink_to(path)  # beside what the link leads to, as every source is
    assert reading(tmp_path / "linked.ann").map.source is not None


def test_the_source_is_quoted_and_covered(tmp_path: Path) -> None:
    path = put(tmp_path, spans("Fog is common at sea", "It costs") + "T7\tClaim 0 2\tNo\n")
    shown = ran("-m", path, "show", "t1", "--quotes")
    assert "“Fog is common at sea” a.txt:3" in shown.out
    assert "a.ann:3:1: warning X111 the words of T7 are not those of a.txt at 0-2" in shown.err
    left = ["Ferries\t\tp1.s1", "Fog is common.\t\tp2.s1", "So they wait, and wait.\t\tp2.s3"]
    assert ran("-m", path, "coverage").lines == left
