"""What the shared options say, and which map they mean."""

import contextlib
import os
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from argmap.cli.progress import working
from argmap.errors import ArgmapError, FileError, RequestError
from argmap.shipped import BUILTIN, builtin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from argmap.findings import Finding
    from argmap.losses import Reading
    from argmap.model import ArgumentMap
    from argmap.sources.article import Article

ENDING: Final = ".argmap.yaml"
MOST_REMARKS: Final = 3
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
        name: What the map is called.
        lock: The lock beside the map, once a command has asked for it.
        others: Further maps of this call, which are not to be written over either.
        dry_run: Whether a change is only to be shown.
        backup: Whether the old file is to be kept beside the changed one.
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
    lock: Path | None = None
    others: tuple[Path | str, ...] = ()
    dry_run: bool = False
    backup: bool = False

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
            RequestError: several maps lie in this folder, and none was named; or one by an empty word.
        """
        if self.map == "":
            raise RequestError("an empty word names no map", "choose one with -m FILE")
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

    def of(self, name: str) -> "Session":
        """Return a session of one of several maps, with the same options."""
        one = copy(self)
        one.map = name
        return one

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
        return self._remarked(self.reading())

    def map_in(self, text: str) -> "ArgumentMap":
        """Return the map in a text that `text` gave, as `load` does.

        Raises:
            LoadError: it is no map.
        """
        return self._remarked(self.reading_of(text, self.name))

    def reading_of(self, text: str, name: str) -> "Reading":
        """Return the map in a text that `text` gave, and what was found in reading it.

        Args:
            text: The text of the map that is meant.
            name: What messages call it.

        Raises:
            LoadError: it is no map.
        """
        from argmap.files import reading_of  # noqa: PLC0415 - so that help needs none of it

        found = reading_of(text, self.path(), name)
        self.knows(found.map)
        return found

    def _remarked(self, found: "Reading") -> "ArgumentMap":
        self.tell(found.findings)
        return found.map

    def tell(self, findings: "Sequence[Finding]", name: str = "") -> None:
        """Remark upon what was malformed in the text of a map, or of the one of that name."""
        for each in findings[:MOST_REMARKS]:
            self.remark(each.worded(name or self.name))
        if more := len(findings[MOST_REMARKS:]):
            self.remark(f"… {more} more such findings: argmap check lists them")

    def reading(self, format_name: str | None = None, *, lenient: bool = False) -> "Reading":
        """Return the map that is meant, and what it does not say of its file.

        Raises:
            ArgmapError: it cannot be read.
        """
        from argmap.cli.plugins import refuse_plugins  # noqa: PLC0415 - so that help needs none of it
        from argmap.files import reading  # noqa: PLC0415

        refuse_plugins()
        path = self._opened()
        with self.working(f"reading {self.name}"):
            found = reading(path, format=format_name, lenient=lenient)
        self.knows(found.map)
        return found

    def knows(self, m: "ArgumentMap") -> None:
        """Remember the map that was read, for its source is not to be written over."""
        self._map = m

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
        found: list[Path | str | None] = [self.source, self.lock, *self.others]
        with contextlib.suppress(ArgmapError):  # several maps, and none was named
            found += [self.path(), self._source_named()]
        return tuple(path for path in found if path is not None)

    def _source_named(self) -> Path | None:
        """Return the source that the map names, wherever that is: it need not be opened to be kept."""
        source = self._map.source if self._map else None
        if source is None or source.file is None:
            return None
        folder = Path() if self.path() == "-" else Path(os.path.realpath(self.path())).parent
        return folder / source.file

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
        from argmap.sources.passages import quotes_of  # noqa: PLC0415

        text, digest = read_with_digest(path)
        article = Article(text, path.name, digest)
        article.seek(quotes_of(m))
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
