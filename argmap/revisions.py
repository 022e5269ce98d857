"""Texts as git keeps them: a file of an older revision, read without running anything of the repository.

git is asked for bare objects only (`cat-file --batch`, names on standard input), so that no filter, text
conversion, difference program, pager or hook that a repository's configuration names has a part in it; nor
is anything fetched for it. Of git's variables those that say where the repository is are kept.
"""

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Final, NamedTuple

from argmap.controls import visible
from argmap.disk import LARGEST, decoded
from argmap.errors import FileError, RequestError
from argmap.programs import run

SECONDS: Final = 30.0
"""How long git may take."""
KEPT: Final = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_CEILING_DIRECTORIES")
)
SET: Final[Mapping[str, str]] = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""No way of fetching is allowed, nothing is locked, nobody is asked, and messages are in English."""
COMMAND: Final = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "cat-file")


class Revised(NamedTuple):
    """A file of a revision.

    Attributes:
        revision: As git knows it; empty for what is staged.
        path: Of the file, from the folder.
    """

    revision: str
    path: str

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.revision}:{self.path}"


def parted(words: str) -> Revised | None:
    """Return the revision and the path that `REV:PATH` names; None where it names none.

    A colon in braces belongs to the revision: `HEAD@{12:00}:map.argmap.yaml`.
    """
    depth = 0
    for index, sign in enumerate(words):
        depth += (sign == "{") - (sign == "}")
        if sign == ":" and depth <= 0:
            return Revised(words[:index], words[index + 1 :]) if words[index + 1 :] else None
    return None


def is_revision(words: str, folder: Path) -> bool:
    """Tell whether git knows a revision of that name in the repository of a folder.

    Raises:
        RequestError: there is no repository, or no git, or it fails.
    """
    if not words or words.startswith("-") or _breaks(words):
        return False
    return " tree " in _checked(f"{words}^{{tree}}\n", folder)


def text_of(file: Revised, folder: Path) -> str:
    """Return the text of a file as it was in a revision.

    Args:
        file: The revision and the path, from the folder.
        folder: A folder in the working tree.

    Raises:
        FileError: the repository, the revision or the file is not there, or too large.
        RequestError: git is not there, fails, or takes too long.
        LoadError: it is no UTF-8 text.
    """
    name = visible(file.name)
    if file.revision.startswith("-") or _breaks(file.name):
        raise FileError(name, "no revision has such a name")
    spec = _spec(file, folder)
    checked = _checked(f"{file.revision}^{{tree}}\n{spec}\n", folder)
    revision, blob = [*checked.splitlines(), "", ""][:2]
    if file.revision and " tree " not in revision:
        raise FileError(
            name, f"git knows no revision {visible(file.revision)}", "git log --oneline lists them"
        )
    told = blob.rsplit(" ", 2)
    if len(told) < 3 or told[1] != "blob":  # noqa: PLR2004 - name, type and size
        sort = "a folder" if " tree " in blob else "no file"
        place = f"in revision {visible(file.revision)}" if file.revision else "among what is staged"
        raise FileError(name, f"{place} this is {sort}", "paths begin in this folder")
    if int(told[2]) > LARGEST:
        raise FileError(name, f"it is larger than {LARGEST >> 20} MB", "argmap help limits")
    return decoded(_asked(["blob", told[0]], "", folder), name)


class InRevision:
    """The folder of a file as it was in a revision: what the file asks for is read from there, too."""

    def __init__(self, file: Revised, folder: Path) -> None:
        """Keep the file, and the folder in the working tree from which its path leads."""
        self.name = file.name
        self.first: PurePath = PurePosixPath(posixpath.normpath(_relative(file.path, folder)))
        self.file = Path(folder, file.path)
        self._revision = file.revision
        self._from = folder

    def inside(self, asked: str, folder: PurePath) -> PurePath | None:
        """Return the path that is meant, from the folder of the call; None where it leads outside."""
        top = self.first.parent
        path = PurePosixPath(posixpath.normpath(folder / asked))
        inside = path.is_relative_to(top) and ".." not in path.relative_to(top).parts
        return path if asked and not PurePosixPath(asked).is_absolute() and inside else None

    def called(self, path: PurePath) -> str:
        """Return the path as `diff` takes it."""
        return visible(Revised(self._revision, str(path)).name)

    def read(self, path: PurePath) -> str:
        """Return the text of a file.

        Raises:
            ArgmapError: it is not there, or no text of its own: what a link leads to is not read.
        """
        file = Revised(self._revision, str(path))
        text = text_of(file, self._from)
        spec = f"{_spec(file, self._from)}\n"
        if file.revision and _checked(spec, self._from) != _checked(spec, self._from, "--follow-symlinks"):
            raise FileError(visible(file.name), "this is a symbolic link", "put the file itself in its place")
        return text


def _spec(file: Revised, folder: Path) -> str:
    return f"{file.revision}:./{_relative(file.path, folder)}"


def _checked(names: str, folder: Path, *more: str) -> str:
    """Return what git says of some names, a line each: digest, type and size, or that it is none."""
    return _asked(["--batch-check", *more], names, folder).decode("utf-8", "replace")


def _breaks(words: str) -> bool:
    return any(sign in words for sign in "\n\r\0")


def _relative(path: str, folder: Path) -> str:
    """Return a path from a folder in git's way of writing it."""
    found = os.path.relpath(path, folder) if Path(path).is_absolute() else path
    return Path(found).as_posix()


def _asked(words: list[str], text: str, folder: Path) -> bytes:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in KEPT}
    said: list[str] = []
    line = ["git", "-C", str(folder), *COMMAND, *words]
    data = text.encode("utf-8", "surrogateescape")
    ended = run(line, data, SECONDS, said.append, most=LARGEST, environment={**env, **SET})
    if ended.code is None:
        raise RequestError(f"git has not ended within {SECONDS:g} s")
    if ended.code or not ended.whole:
        raise RequestError(*_trouble("\n".join(said)))
    return ended.written


def _trouble(said: str) -> tuple[str, str]:
    """Return what git says went wrong in our words, and what to do."""
    line = next((each for each in said.splitlines() if each.startswith(("fatal:", "error:"))), said.strip())
    if "not a git repository" in line:
        return "no git repository is here, so there are no revisions", "give two files"
    if "dubious ownership" in said:
        return (
            "this repository belongs to another user, and git does not read it",
            "git config --global safe.directory",
        )
    if "outside working tree" in line or "must be run in a work tree" in line or "outside repository" in line:
        return "this folder lies outside of the repository's working tree", "go to the map's folder"
    return f"git failed: {line.removeprefix('fatal: ').removeprefix('error: ') or 'it says nothing'}", ""
