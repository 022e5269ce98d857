"""What the shared options say, and which map they mean."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from argmap.errors import FileError, RequestError
from argmap.shipped import BUILTIN, builtin

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.sources.article import Article

ENDING: Final = ".argmap.yaml"
MOST_REMARKS: Final = 3
Form = Literal["", "json", "jsonl", "csv"]


@dataclass
class Session:
    """The shared options of one call, as far as they were given.

    Attributes:
        map: The map's file; `-` is standard input; None where it was not said.
        color: `auto`, `always` or `never`.
        plain: Whether `--plain` was given.
        quiet: Whether to keep remarks to oneself.
        form: How programs want the answer.
        output: The file to write to; None is standard output.
        source: The file of the article, when it is elsewhere.
        name: What the map is called.
        lock: The lock beside the map, once a command has asked for it.
    """

    map: str | None = None
    color: str = "auto"
    plain: bool = False
    quiet: bool = False
    form: Form = ""
    output: str | None = None
    source: str | None = None
    name: str = ""
    lock: Path | None = None
    _source_beside: Path | None = None

    @property
    def aloud(self) -> bool:
        """Whether answers are written as numbered sentences, to be read aloud."""
        return self.plain or os.environ.get("ARGMAP_PLAIN", "") not in {"", "0"}

    def remark(self, words: str) -> None:
        """Say something beside the answer, on standard error."""
        if not self.quiet:
            from argmap.controls import visible  # noqa: PLC0415 - most calls have nothing to remark

            with contextlib.suppress(OSError):  # a remark that finds nobody is not worth the answer
                click.echo(f"argmap: {visible(words)}", err=True)

    def path(self) -> Path | str:
        """Return the map that is meant: said, set, alone in this folder, or built in.

        Raises:
            RequestError: several maps lie in this folder, and none was named.
        """
        named = self.map or os.environ.get("ARGMAP_FILE")
        if named:
            return self._named(named)
        here = sorted(Path().glob(f"*{ENDING}"))
        if len(here) > 1:
            names = ", ".join(str(path) for path in here[:5])
            raise RequestError(f"several maps are here: {names}", "choose one with -m FILE")
        if here:
            return here[0]
        self.remark("no map is here; this is the built-in one, china-russia (choose with -m FILE)")
        return self._named(BUILTIN)

    def _named(self, name: str) -> Path | str:
        path = Path(name)
        if name == "-":
            return name
        with contextlib.suppress(OSError):  # a name too long for the system is that of no map
            if not path.suffix and not os.path.lexists(path):
                return builtin(name) or path
        return path

    def load(self) -> "ArgumentMap":
        """Return the map that is meant.

        Raises:
            ArgmapError: it cannot be read.
        """
        from argmap.files import load  # noqa: PLC0415 - so that help needs none of it

        path = self.path()
        self.name = "standard input" if path == "-" else Path(path).name
        m = load(path)
        with contextlib.suppress(FileError):  # a source outside the folder is nothing to protect
            self._source_beside = self._beside(m)
        return m

    @property
    def sources(self) -> tuple[Path, ...]:
        """The article and the lock of this call, where known: no answer may be written over them."""
        named = Path(self.source) if self.source is not None else None
        return tuple(path for path in (named, self._source_beside, self.lock) if path is not None)

    def article(self, m: "ArgumentMap", *, wanted: bool, quietly: bool = False) -> "Article | None":
        """Return the article a map is of, when it is wanted and at hand.

        Only a file beside or below the map is opened unawares; `--source` opens any. What is astray
        between the two at first sight is remarked upon, unless they are read `quietly`.

        Raises:
            ArgmapError: the file that `--source` names cannot be read.
        """
        if not wanted and self.source is None:
            return None
        path = Path(self.source) if self.source is not None else self._beside(m)
        if path is None:
            if not quietly:
                self.remark("the source is not at hand (name it with --source FILE)")
            return None
        from argmap.disk import read_with_digest  # noqa: PLC0415
        from argmap.sources.article import Article  # noqa: PLC0415 - only quotes need it

        text, digest = read_with_digest(path)
        article = Article(text, path.name, digest)
        if not quietly:
            self._remark_on(m, article)
        return article

    def _remark_on(self, m: "ArgumentMap", article: "Article") -> None:
        from argmap.sources.notices import at_first_sight  # noqa: PLC0415

        found = list(at_first_sight(m, article))
        for finding in found[:MOST_REMARKS]:
            self.remark(": ".join(part for part in (finding.where, finding.message) if part))
        if len(found) > MOST_REMARKS:
            self.remark(f"… {len(found) - MOST_REMARKS} more such places: argmap anchor lists them")

    def _beside(self, m: "ArgumentMap") -> Path | None:
        """Return the path of the source that a map names, if it lies in the map's own folder."""
        if m.source is None or m.source.file is None or self.path_quietly() == "-":
            return None
        folder = Path(self.path_quietly()).resolve().parent
        try:
            path = (folder / m.source.file).resolve()
            inside = path.is_relative_to(folder) and not Path(m.source.file).is_absolute()
            if not inside:
                raise FileError(
                    m.source.file, "the source lies outside the map's folder", "name it with --source FILE"
                )
            return path if path.is_file() else None
        except (OSError, ValueError, RuntimeError):
            return None

    def path_quietly(self) -> Path | str:
        """Return the map's path without remarking on it again."""
        was, self.quiet = self.quiet, True
        try:
            return self.path()
        finally:
            self.quiet = was
