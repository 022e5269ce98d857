"""What the checks found as annotations of code hosts: GitHub's workflow commands, and SARIF.

Source: GitHub's workflow commands; SARIF 2.1.0, OASIS Standard, 27 March 2020.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from argmap import __version__
from argmap.checks.inspecting import Inspection
from argmap.checks.row import Check
from argmap.checks.table import CHECKS
from argmap.controls import visible
from argmap.errors import ArgmapError, FileError, LoadError
from argmap.findings import Severity
from argmap.jsontext import dumped

LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "note"}
"""What SARIF calls each severity; GitHub calls a note a notice."""
_INDEX: Final = {row.code: index for index, row in enumerate(CHECKS)}


class Trouble(NamedTuple):
    """Why a map could not be read.

    Attributes:
        name: What its file is called.
        line: Counted from 1; 0 where it is not known.
        column: Counted from 1; 0 where it is not known.
        message: What is wrong.
    """

    name: str
    line: int
    column: int
    message: str


def problems_of(error: ArgmapError) -> list[Trouble]:
    """Return what an error says of a file, place by place."""
    match error:
        case LoadError():
            return [Trouble(each.file or error.name, *each[:3]) for each in error.problems]
        case FileError():
            return [Trouble(error.name, 0, 0, error.message)]
        case _:
            return [Trouble("", 0, 0, str(error))]


# --- GitHub -------------------------------------------------------------------------------------


def github(found: Sequence[Inspection], troubles: Sequence[Trouble]) -> Iterator[str]:
    """Yield a workflow command for each finding and each problem."""
    for each in troubles:
        yield _command("error", each.name, each.line, each.column, "cannot be read", each.message)
    for one in found:
        for line, column, finding in one.found:
            level = LEVELS[finding.severity].replace("note", "notice")
            title = f"{finding.code} {CHECKS[_INDEX[finding.code]].name}"
            tells = finding.where and "." not in finding.where
            words = f"{finding.where}: {finding.message}" if tells else finding.message
            yield _command(level, finding.file or one.name, line, column, title, words)


def _command(level: str, name: str, line: int, column: int, title: str, message: str) -> str:
    fields = {"file": name, "line": line, "col": column, "title": title}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items() if value)
    return f"::{level} {said}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# --- SARIF --------------------------------------------------------------------------------------


def sarif(found: Sequence[Inspection], troubles: Sequence[Trouble]) -> Iterator[str]:
    """Yield a SARIF log of one run: the rules, and a result for each finding, one a line."""
    driver = {
        "name": "argmap",
        "version": __version__,
        "rules": [_rule(row) for row in CHECKS],
    }
    notes = [
        {"level": "error", "message": {"text": each.message}, "locations": [_location(*each[:3])]}
        for each in troubles
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not troubles, "toolExecutionNotifications": notes}],
    }
    head = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    yield f'{dumped(head)[:-1]}, "runs": [{dumped(run)[:-1]}, "results": ['
    mark = "\n"
    for one in found:
        for line, column, finding in one.found:
            result = {
                "ruleId": finding.code,
                "ruleIndex": _INDEX[finding.code],
                "level": LEVELS[finding.severity],
                "message": {"text": finding.message},
                "locations": [_location(finding.file or one.name, line, column, finding.where)],
            }
            yield mark + dumped(result)
            mark = ",\n"
    yield "\n]}]}\n"


def _rule(row: Check) -> dict[str, Any]:
    return {
        "id": row.code,
        "name": row.name,
        "shortDescription": {"text": row.about},
        "help": {"text": f"Not so:\n{row.bad.text}\nBut so:\n{row.good.text}"},
        "defaultConfiguration": {"level": LEVELS[row.severity]},
        "properties": {"family": row.family},
    }


def _location(name: str, line: int, column: int, where: str = "") -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    if line:
        place["region"] = {"startLine": line} | ({"startColumn": column} if column else {})
    location: dict[str, Any] = {"physicalLocation": place}
    if where:
        location["logicalLocations"] = [{"name": where, "kind": "member"}]
    return location


def _uri(name: str) -> str:
    """Return the path of a file as a URI, relative to the folder that we are in where it can be."""
    path = Path(name)
    if path.is_absolute():
        try:
            path = Path(os.path.relpath(path))
        except ValueError:  # another drive
            return path.as_uri()
    return quote(path.as_posix())
