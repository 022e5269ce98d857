"""Records of a foreign JSON text: taken one by one, those that are none told with their place."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.jsontext import located, parsed, placed
from argmap.places import Path
from argmap.wording import sort_of


class Records:
    """Looks at what a text holds, and keeps the problems."""

    def __init__(self, text: str) -> None:
        """Begin; the text is looked into again only where something is wrong."""
        self._text = text
        self._faults: list[tuple[Path, str]] = []
        self._shapeless: set[Path] = set()

    def fault(self, path: Path, message: str) -> None:
        """Note a record that cannot be read."""
        self._faults.append((path, message))

    def listed(self, data: Any, path: Path) -> list[Any]:  # noqa: ANN401 - any JSON value
        """Return a list of the file; what is missing or null is an empty one."""
        if data is None or data == {}:
            return []
        if not isinstance(data, list):
            self.fault(path, f"{path[-1]} is a list, not {sort_of(data)}")
            self._shapeless.add(path)
            return []
        return data

    def mapped(self, data: Any, path: Path) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
        """Return an object of the file; what is missing or null is an empty one."""
        if data is None or data == []:
            return {}
        if not isinstance(data, dict):
            self.fault(path, f"{path[-1]} is an object, not {sort_of(data)}")
            self._shapeless.add(path)
            return {}
        return data

    def worded(self, data: dict[str, Any], name: str, path: Path) -> str:
        """Return a text of a record; what is missing or null is an empty one."""
        value = data.get(name)
        if isinstance(value, str | None):
            return value or ""
        self.fault((*path, name), f"{name} is text, not {sort_of(value)}")
        return ""

    def places(self, paths: Iterable[Path]) -> list[tuple[int, int]]:
        """Return line and column of what each path leads to; (0, 0) for an empty one, where none is known."""
        told = list(paths)
        places = located(self._text, told)
        return [place if path else (0, 0) for path, place in zip(told, places, strict=True)]

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, each with its place."""
        return tuple(placed(self._text, ((path, visible(message)) for path, message in self._faults)))

    def cut(self, data: Any) -> bool:  # noqa: ANN401 - any JSON value
        """Take the records that cannot be read out of the data they are in; tell whether there are any."""
        for path in sorted({_of_record(path) for path, _ in self._faults}, reverse=True):
            owner = data
            for step in path[:-1]:
                owner = owner[step]
            if path in self._shapeless:
                owner[path[-1]] = None
            else:
                del owner[path[-1]]  # the later ones of a list first
        return bool(self._faults)


def _of_record(path: Path) -> Path:
    """Return the way to the record in which something is: an item of a list, or of an object of objects."""
    positions = [at for at, step in enumerate(path, 1) if isinstance(step, int)]
    return path[: positions[-1] if positions else 2]


class Cutting(Protocol):
    """What has read records, and can take those out that it could not read."""

    def cut(self, data: Any) -> bool:  # noqa: ANN401 - any JSON value
        """Take them out; tell whether there are any."""
        ...


R = TypeVar("R", bound=Cutting)


def kept_records(text: str, name: str, read: Callable[[Any], R]) -> tuple[Any, R]:
    """Return the data of a kept text, without what cannot be read of it, and what was read.

    Args:
        text: The text.
        name: Its name, for messages.
        read: Reads the data.
    """
    data = parsed(text, name)
    found = read(data)
    return (data, read(data)) if found.cut(data) else (data, found)


def as_list(data: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    """Return a list of a file that is to be written anew; an empty one where it has something else."""
    return data if isinstance(data, list) else []


def objects(data: Any, *needed: str) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    """Return the objects in a list of a file that have all fields needed."""
    return [each for each in as_list(data) if isinstance(each, dict) and each.keys() >= set(needed)]


def refuse(name: str, message: str) -> LoadError:
    """Return the error for a text that is something else altogether."""
    return LoadError(name, [Problem(1, 1, message)])
