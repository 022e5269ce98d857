"""What the shared options say, and which map they mean."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from argmap.cli.progress import working
from argmap.errors import ArgmapError, FileError, RequestError
from argmap.shipped import BUILTIN, builtin

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from argmap.losses import Reading
    from argmap.model import ArgumentMap
    from argmap.sources.article import Article

ENDING: Final = ".argmap.yaml"
Form = Literal["", "json", "jsonl", "csv"]


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
    """

    map: str | None = None
    color: str = "auto"
    plain: bool = False
    quiet: bool = False
    form: Form = ""
    output: str | None = None
    source: str | None = None
    name: str = ""
    _map: "ArgumentMap | None" = None

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

    def working(self, words: str, *, shown: bool = True) -> "AbstractContextManager[None]":
        """Say what is being done while it takes long, unless remarks are unwanted or read aloud."""
        return working(words, shown=shown and not self.quiet and not self.aloud)

    def path(self) -> Path | str:
        """Return the map that is meant: said, set, alone in this folder, or built in.

        Raises:
            RequestError: several maps lie in this folder, and none was named.
        """
        if self._said:
            return self._named(self._said)
        here = sorted(Path().glob(f"*{ENDING}"))
        if len(here) > 1:
            names = ", ".join(str(path) for path in here[:5])
            raise RequestError(f"several maps are here: {names}", "choose one with -m FILE")
        return here[0] if here else self._named(BUILTIN)

    @property
    def _said(self) -> str:
        return self.map or os.environ.get("ARGMAP_FILE", "")

    def _named(self, name: str) -> Path | str:
        path = Path(name)
        if name == "-":
            return name
        with contextlib.suppress(OSError):  # a name too long for the system is that of no map
            if not path.suffix and not os.path.lexists(path):
                return builtin(name) or path
        return path

    def text(self) -> str:
        """Return the text of the map, or of the framework, that is meant.

        Raises:
            ArgmapError: it cannot be read.
        """
        from argmap.disk import read_text  # noqa: PLC0415 - so that help needs none of it

        return read_text(self._opened())

    def load(self) -> "ArgumentMap":
        """Return the map that is meant.

        Raises:
            ArgmapError: it cannot be read.
        """
        return self.reading().map

    def reading(self, format_name: str | None = None, *, lenient: bool = False) -> "Reading":
        """Return the map that is meant, and what it does not say of its file.

        Raises:
            ArgmapError: it cannot be read.
        """
        from argmap.files import reading  # noqa: PLC0415 - so that help needs none of it

        path = self._opened()
        with self.working(f"reading {self.name}"):
            found = reading(path, format=format_name, lenient=lenient)
        self._map = found.map
        return found

    def _opened(self) -> Path | str:
        """Return the map's path, remember its name, and say so where nobody chose it."""
        path = self.path()
        if not self._said and path == builtin():
            self.remark(f"no map is here; this is the built-in one, {BUILTIN} (choose with -m FILE)")
        self.name = "standard input" if path == "-" else Path(path).name
        return path

    @property
    def inputs(self) -> tuple[Path | str, ...]:
        """The map and the articles of this call, as far as they are at hand: not to be written over."""
        found: list[Path | str | None] = [self.source]
        for ask in (self.path, self._source_beside):
            with contextlib.suppress(ArgmapError):  # what is not to be read is not to be protected
                found.append(ask())
        return tuple(path for path in found if path is not None)

    def _source_beside(self) -> Path | None:
        return None if self._map is None else self._beside(self._map)

    def article(self, m: "ArgumentMap", *, wanted: bool) -> "Article | None":
        """Return the article a map is of, when it is wanted and at hand.

        Only a file beside or below the map is opened unawares; `--source` opens any.

        Raises:
            ArgmapError: the file that `--source` names cannot be read.
        """
        if not wanted and self.source is None:
            return None
        from argmap.disk import read_text  # noqa: PLC0415
        from argmap.sources.article import Article  # noqa: PLC0415 - only quotes need it

        if self.source is not None:
            return Article(read_text(self.source), Path(self.source).name)
        path = self._beside(m)
        if path is None:
            self.remark("the source is not at hand (name it with --source FILE)")
            return None
        return Article(read_text(path), path.name)

    def _beside(self, m: "ArgumentMap") -> Path | None:
        """Return the path of the source that a map names, if it lies in the map's own folder."""
        if m.source is None or m.source.file is None or self.path() == "-":
            return None
        folder = Path(self.path()).resolve().parent
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
