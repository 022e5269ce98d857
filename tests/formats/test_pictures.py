"""Pictures in SVG, PNG and PDF: safe, the same on every run, to be read by people and machines."""

import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap import RequestError, dump, dumps, load
from argmap.controls import CONTROL
from argmap.formats import _graphviz, pdf, png, svg
from argmap.formats._graphviz import BOXES
from argmap.formats.row import Format
from argmap.looks import DIRECTIONS, PALETTES, THEMES, Look, Theme
from argmap.model import KINDS, ArgumentMap, Claim, Link
from argmap.shipped import builtin
from tests.cli.running import RIVERTON, on_terminal, process, ran
from tests.formats.picturing import PICTURES, needs_graphviz
from tests.strategies import HOSTILE, maps

pytestmark = needs_graphviz
SVG = "{http://www.w3.org/2000/svg}"
M = load(RIVERTON)
SMALL = ArgumentMap(
    title="A bridge",
    thesis="keep",
    nodes=(Claim(id="keep", text="Keep the bridge"), Claim(id="safe", text="It is safe"), Claim(id="old", text="It is old")),
    links=(
        Link(premises=("safe", "old"), target="keep", relation="supports"),
        Link(premises=("old",), target="safe", relation="rebuts"),
    ),
)  # fmt: skip


def tree_of(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - it is ours


def is_safe(text: str) -> None:
    """Hold a picture to what it may be made of: shapes and words of our own, and nothing else."""
    allowed = {"svg", "title", "desc", "g", "polygon", "polyline", "path", "ellipse", "text"}
    assert not re.search(f"[{CONTROL}]", text.replace("\n", ""))
    assert "<!" not in text, "no document type, no comment, no entity"
    for element in tree_of(text).iter():
        assert element.tag.removeprefix(SVG) in allowed
        for name, value in element.attrib.items():
            assert not name.startswith(("on", "{", "xlink", "style", "href"))
            assert "javascript" not in value
            assert "url(" not in value


@settings(max_examples=8, deadline=None)
@given(m=maps())
def test_a_picture_is_well_formed_and_safe_whatever_the_map_says(m: ArgumentMap) -> None:
    is_safe(dumps(m, format="svg"))


def test_hostile_texts_are_words_and_nothing_else() -> None:
    nodes = tuple(
        Claim(id=f"n{at}", text=f"{at} x{text}y", label=f"{at} x{text}") for at, text in enumerate(HOSTILE)
    )
    links = tuple(
        Link(premises=(f"n{at}",), target="n0", relation="rebuts", scheme=f"{at}{text}")
        for at, text in enumerate(HOSTILE)
        if at
    )
    text = dumps(ArgumentMap(title="".join(HOSTILE), nodes=nodes, links=links), format="svg")
    is_safe(text)
    titles = [found.text or "" for found in tree_of(text).iter(f"{SVG}title")]
    assert any("</script><img onerror=alert(1)>" in title for title in titles)
    assert any("javascript:alert(1)" in title for title in titles)


def test_every_node_is_a_box_with_its_id_and_its_words() -> None:
    root = tree_of(dumps(M, format="svg"))
    boxes = {box.get("id"): box for box in root.iter(f"{SVG}g") if box.get("id")}
    for node in M.nodes:
        box = boxes[f"node-{node.id}"]
        assert box.findtext(f"{SVG}title") == f"{node.kind} {node.id}: {node.text}"
        shown = " ".join(line.text or "" for line in box.iter(f"{SVG}text"))
        assert re.sub(r"\s+", " ", shown[2:]) == node.title
    assert len([name for name in boxes if name.startswith("step-")]) == len(M.inferences)
    arrows = [box for box in root.iter(f"{SVG}g") if box.get("class") == "edge"]
    assert len(arrows) == sum(len(link.premises) + (link.id in M.inferences) for link in M.links)


def test_it_is_described_for_who_cannot_see_it() -> None:
    root = tree_of(dumps(SMALL, format="svg"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title about"
    assert [(each.tag.removeprefix(SVG), each.get("id")) for each in root][:2] == [
        ("title", "title"),
        ("desc", "about"),
    ]
    assert root.findtext(f"{SVG}title") == "A bridge"
    assert root.findtext(f"{SVG}desc") == (
        "An argument map of 3 statements (claim 3) and 2 links (because 1, but 1). "
        "Arrows run from a reason to what it bears on. The thesis: Keep the bridge"
    )


@pytest.mark.parametrize("row", PICTURES, ids=lambda row: row.name)
def test_equal_maps_give_equal_bytes_of_the_right_kind(row: Format, tmp_path: Path) -> None:
    for name in ("one", "two"):
        dump(SMALL, tmp_path / f"{name}{row.suffixes[0]}")
    one, two = (path.read_bytes() for path in sorted(tmp_path.iterdir()))
    assert one == two
    assert one.startswith({"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}[row.name])
    if row.name == "svg":
        assert one.decode() == dumps(SMALL, format="svg")
    else:
        with pytest.raises(RequestError, match=f"{row.name} is no text"):
            dumps(SMALL, format=row.name)


def test_the_time_does_not_stand_in_a_pdf() -> None:
    told = b"".join(pdf.write(SMALL))
    assert all(time == b"20000101000000" for time in re.findall(rb"/CreationDate \(D:(\d{14})", told))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_letters_stay_letters_in_a_pdf(tmp_path: Path) -> None:
    dump(SMALL, tmp_path / "m.pdf")
    done = subprocess.run(
        ["pdftotext", tmp_path / "m.pdf", "-"], capture_output=True, check=True, encoding="utf-8"
    )
    assert "Keep the bridge" in done.stdout


def test_a_png_is_sharp_and_never_larger_than_can_be_drawn() -> None:
    width, height = struct.unpack(">II", b"".join(png.write(SMALL))[16:24])
    (points,) = re.findall(r'width="(\d+)pt"', dumps(SMALL, format="svg"))
    assert abs(width - int(points) * png.DOTS / 72) < 8
    assert height < width
    assert png.DOTS * png.SIDE < 32_767


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_arrows_run_where_they_are_asked_to(direction: str) -> None:
    root = tree_of("".join(svg.write(SMALL, look=Look(direction=direction))))  # type: ignore[arg-type]
    at = {
        box.get("id"): tuple(float(box.find(f"{SVG}text").get(name)) for name in "xy")  # type: ignore[union-attr, arg-type]
        for box in root.iter(f"{SVG}g")
        if (box.get("id") or "").startswith("node-")
    }
    x, y = (after - before for after, before in zip(at["node-keep"], at["node-old"], strict=True))
    towards = {"rl": x < -abs(y), "lr": x > abs(y), "bt": y < -abs(x) / 3, "tb": y > abs(x) / 3}
    assert towards[direction], (x, y)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_its_colours_and_no_others(theme: Theme) -> None:
    text = "".join(svg.write(M, look=Look(theme)))
    palette = PALETTES[theme]
    known = {
        palette.ink,
        palette.paper,
        *palette.lines.values(),
        *(each for pair in palette.boxes.values() for each in pair),
    }
    used = set(re.findall(r'(?:fill|stroke)="(.*?)"', text)) - {"none", "black", "white"}
    assert used <= known
    if theme == "print":
        assert used <= {"#000000", "#ffffff"}
        assert "round corners" in text


def light(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_letters_and_lines_can_be_seen(theme: Theme) -> None:
    palette = PALETTES[theme]
    assert set(palette.boxes) == set(KINDS)
    for fill, border in palette.boxes.values():
        assert contrast(palette.ink, fill) >= 7
        assert contrast(border, palette.paper) >= 4.5
    assert all(contrast(colour, palette.paper) >= 3 for colour in palette.lines.values())


# --- without Graphviz, and with too much for it -------------------------------------------------


def without(monkeypatch: pytest.MonkeyPatch, *, bundled: bool = True, dot: bool = True) -> None:
    if bundled:
        monkeypatch.setattr(_graphviz, "_BUNDLED", f"raise SystemExit({_graphviz._BROKEN})")
    if dot:
        monkeypatch.setattr(_graphviz.shutil, "which", lambda _: None)


@pytest.mark.parametrize("row", PICTURES, ids=lambda row: row.name)
def test_without_graphviz_both_ways_to_one_are_named(
    row: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch)
    there = tmp_path / f"m{row.suffixes[0]}"
    done = ran("-m", RIVERTON, "export", row.name, "-o", there)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == "argmap: pictures are drawn by Graphviz, and there is none here"
    assert "argmap[draw]" in done.err
    assert "`dot`" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("dot") is None, reason="`dot` is not installed")
def test_dot_on_the_path_draws_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, dot=False)
    is_safe(dumps(SMALL, format="svg"))
    assert b"".join(png.write(SMALL)).startswith(b"\x89PNG")


def hindered(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(_graphviz, "_drawers", lambda _: [[sys.executable, "-c", code]])


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import time; time.sleep(60)", "Graphviz has not drawn this map within 1 s"),
        ("import os; os.kill(os.getpid(), 11)", "Graphviz cannot draw this map: it was ended by signal 11"),
        ("raise SystemExit(1)", "Graphviz cannot draw this map: it ended with 1"),
        ("", "Graphviz cannot draw this map: it drew nothing"),
        ("print('x' * 2000_000)", "Graphviz cannot draw this map: more than 1 MB"),
    ],
)
def test_a_graphviz_that_fails_is_told_of_and_nothing_is_written(
    code: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hindered(monkeypatch, code)
    monkeypatch.setattr(_graphviz, "SECONDS", 1)
    monkeypatch.setattr(_graphviz, "LARGEST", 1 << 20)
    (tmp_path / "m.png").write_bytes(b"old")
    done = ran("-m", RIVERTON, "export", "-o", tmp_path / "m.png")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"argmap: {message}\nhint: draw a part: --from ID --depth 3\n"
    assert (tmp_path / "m.png").read_bytes() == b"old"


def test_too_many_boxes_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    hindered(monkeypatch, "raise AssertionError")
    m = ArgumentMap(nodes=tuple(Claim(id=f"n{at}", text="x") for at in range(BOXES + 1)))
    with pytest.raises(RequestError, match=r"20,001 boxes are too many for a picture \(at most 20,000\)"):
        dumps(m, format="svg")


# --- at the command line ------------------------------------------------------------------------


def test_dots_are_not_written_to_a_terminal_but_to_a_pipe_and_a_file(tmp_path: Path) -> None:
    for output in ([], ["-o", "-"]):
        done = on_terminal("-m", RIVERTON, "export", "png", *output)
        assert (done.code, done.out) == (2, "")
        assert done.err == "argmap: png is no text for a terminal\nhint: -o map.png writes a file\n"
    piped = process("-q", "-m", RIVERTON, "export", "png")
    assert piped.code == 0
    assert piped.out.encode("utf-8", "surrogateescape").startswith(b"\x89PNG\r\n")
    place = tmp_path / "m.png"
    assert ran("-q", "-m", RIVERTON, "export", "-o", place) == ran(
        "-q", "-m", RIVERTON, "stats", "-o", tmp_path / "x"
    )
    assert place.read_bytes().startswith(b"\x89PNG\r\n")


def test_looks_go_with_pictures_only() -> None:
    done = ran("-m", RIVERTON, "export", "json", "--theme", "dark")
    assert done.code == 2
    assert "--theme and --direction go with pictures (svg, png, pdf, dot, mermaid), not with json" in done.err
    assert "flowchart TB" in ran("-q", "-m", RIVERTON, "export", "mermaid", "--direction", "tb").out


def test_a_large_picture_is_warned_of_with_a_part_of_it(tmp_path: Path) -> None:
    size = 301
    m = ArgumentMap(
        nodes=tuple(Claim(id=f"n{at}", text="x") for at in range(size)),
        links=tuple(Link(premises=(f"n{at}",), target="n0", relation="supports") for at in range(1, size)),
    )
    dump(m, tmp_path / "m.argmap.json")
    warned = "argmap: a picture of 301 boxes is hard to read as a whole; for a part: --from n0 --depth 3"
    assert warned in ran("-m", tmp_path / "m.argmap.json", "export", "dot").err
    assert warned not in ran("-m", tmp_path / "m.argmap.json", "export", "json").err
    assert ran("-q", "-m", tmp_path / "m.argmap.json", "export", "dot").err == ""
    assert "hard to read" not in ran("-m", RIVERTON, "export", "dot").err


@pytest.mark.parametrize("name", ["china-russia"])
def test_the_built_in_map_is_drawn_in_every_theme(name: str) -> None:
    path = builtin(name)
    assert path is not None
    m = load(path)
    for theme in THEMES:
        is_safe("".join(svg.write(m, look=Look(theme))))
