"""The pictures of the README: terminals as Rich draws them, of the real commands, and a map.

`python tests/screenshots.py` draws them anew, into `docs/`; a test says when they are stale.
"""

import io
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]  # run as a script, it stands in its own folder

from rich.console import Console  # noqa: E402
from rich.terminal_theme import TerminalTheme  # noqa: E402
from rich.text import Text  # noqa: E402

from tests.cli.running import on_terminal, process  # noqa: E402

DOCS: Final = ROOT / "docs"
COLUMNS: Final = 80
THEMES: Final = {
    "light": TerminalTheme(
        (255, 255, 255), (36, 41, 47),
        [(36, 41, 47), (170, 30, 30), (17, 99, 41), (120, 80, 0), (9, 80, 174), (130, 50, 150), (20, 110, 120), (110, 119, 129)],
        [(87, 96, 106), (164, 14, 38), (26, 127, 55), (99, 60, 1), (33, 139, 255), (164, 117, 249), (49, 146, 170), (140, 149, 159)],
    ),
    "dark": TerminalTheme(
        (22, 24, 29), (230, 232, 235),
        [(72, 79, 88), (255, 123, 114), (63, 185, 80), (210, 153, 34), (88, 166, 255), (188, 140, 255), (57, 197, 207), (177, 186, 196)],
        [(110, 118, 129), (255, 161, 152), (86, 211, 100), (227, 179, 65), (121, 192, 255), (210, 168, 255), (86, 212, 221), (240, 246, 252)],
    ),
}  # fmt: skip
FRAME: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" \
height="{terminal_height}" /></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g>
</svg>
"""
"""Rich's own frame without its fonts, which would be fetched from the network."""


@dataclass(frozen=True)
class Shot:
    """A picture.

    Attributes:
        name: Of its file, without theme and ending.
        line: The command, as the README has it.
        about: What is to be seen, for who cannot see it.
    """

    name: str
    line: str
    about: str


SHOTS: Final = (
    Shot("gains", "argmap show gains --holder Russia --limit 5", "A list of what Russia gains, in colour"),
    Shot("trace", "argmap -m riverton trace health --depth 3", "A trace: what a gain bears on and rests on"),
    Shot("stats", "argmap -m riverton stats", "A map in numbers, with bars"),
)
PICTURE: Final = Shot(
    "picture", "argmap -m riverton export svg --from health --depth 3", "A part of a map, drawn"
)


@cache
def printed(shot: Shot) -> str:
    """Return what the command prints on a terminal of 80 columns in full colour."""
    words = shlex.split(shot.line)[1:]
    done = on_terminal("-q", *words, columns=COLUMNS, env={"COLORTERM": "truecolor"})
    assert done.code == 0, done.err
    return f"$ {shot.line}\n{done.out}"


def drawn(shot: Shot, theme: str) -> str:
    """Return the picture of a terminal."""
    console = Console(
        record=True,
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Text.from_ansi(printed(shot)), soft_wrap=True)
    return console.export_svg(
        title="argmap", theme=THEMES[theme], code_format=FRAME, unique_id=f"t-{shot.name}"
    )


def picture(theme: str) -> str:
    """Return the picture of a map."""
    done = process(*shlex.split(PICTURE.line)[1:], "--theme", theme, "-q")
    assert done.code == 0, done.err
    return done.out


def files() -> Iterator[tuple[Path, str]]:
    """Yield each file with what it should hold."""
    for theme in THEMES:
        for shot in SHOTS:
            yield DOCS / f"{shot.name}-{theme}.svg", drawn(shot, theme)
        yield DOCS / f"{PICTURE.name}-{theme}.svg", picture(theme)


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for path, text in files():
        path.write_text(text, encoding="utf-8", newline="\n")
