"""AIF as AIFdb serves it: a nodeset in JSON, with its dialogue.

Read and written. A map says the statements and steps; the file it was read from is kept beside it,
so that locutions, times and ids come back as they were. Amounts, kinds and places have no slot here.

Source: AIFdb, http://www.aifdb.org; the Argument Interchange Format (Chesñevar et al. 2006).
"""

from collections.abc import Iterator
from typing import Any

from argmap.formats._nodeset import Nodeset
from argmap.formats._nodeset_writing import Update
from argmap.formats._records import as_list, kept_records, refuse
from argmap.jsontext import dumped, parsed
from argmap.losses import Reading
from argmap.model import ArgumentMap


def read(text: str, name: str) -> Reading:
    """Make the map that a nodeset describes.

    Raises:
        LoadError: it is no JSON, or no nodeset.
    """
    return _nodeset(parsed(text, name), text, name).reading({})


def _nodeset(data: Any, text: str, name: str) -> Nodeset:  # noqa: ANN401 - any JSON value
    if not isinstance(data, dict) or "nodes" not in data:
        raise refuse(name, "this is no nodeset of AIF: it has no list of nodes")
    nodeset = Nodeset(text)
    nodeset.read_nodes(nodeset.listed(data["nodes"], ("nodes",)), ("nodes",))
    nodeset.read_edges(nodeset.listed(data.get("edges"), ("edges",)), ("edges",))
    nodeset.counts["records of locutions"] += len(nodeset.listed(data.get("locutions"), ("locutions",)))
    nodeset.speakers()
    return nodeset


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:  # noqa: ARG001 - it has no looks
    """Yield the map as a nodeset: the one it was read from, brought up to date, or a new one."""
    kept = m.kept_beside("aif")
    data: dict[str, Any] = {"nodes": [], "edges": [], "locutions": []}
    update = Update(m, data["nodes"], data["edges"])
    if kept is not None:
        data, nodeset = kept_records(kept, "beside.aif", lambda data: _nodeset(data, kept, "beside.aif"))
        data |= {part: as_list(data.get(part)) for part in ("nodes", "edges")}
        update = Update(m, data["nodes"], data["edges"], nodeset)
    update.apply()
    yield "{"
    mark = ""
    for key, value in data.items():
        yield f"{mark}\n{dumped(key)}: "
        mark = ","
        if isinstance(value, list) and value:
            yield "[\n" + ",\n".join(dumped(each) for each in value) + "\n]"
        else:
            yield dumped(value)
    yield "\n}\n"
