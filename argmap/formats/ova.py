"""OVA's own JSON, as OVA2 and the ReCAP project save it: a drawing with its nodes, edges and text.

Read. Spans of the text become quotations, the major claim the thesis, participants who says so;
the file itself, with places, colours and descriptors, is kept beside the map.

Source: OVA, http://ova.arg-tech.org; the ReCAP project's fork of it.
"""

from typing import Any, Final

from argmap.formats._argument_graph import said_texts, sound
from argmap.formats._nodeset import Keys, Nodeset, names_of, scheme_named
from argmap.formats._records import refuse
from argmap.formats._spans import spans
from argmap.jsontext import parsed
from argmap.losses import Reading
from argmap.wire import Data

_KEPT: Final = {
    "x": "places of boxes", "descriptors": "descriptors", "comment": "comments", "date": "dates",
    "annotator": "annotators",
}  # fmt: skip
_SOURCE: Final = {"title": "documentTitle", "url": "documentSource", "date": "documentDate"}


def read(text: str, name: str) -> Reading:
    """Make the map that a drawing of OVA describes.

    Raises:
        LoadError: it is no JSON, or no drawing of OVA.
    """
    data = parsed(text, name)
    if not isinstance(data, dict) or not isinstance(data.get("analysis"), dict):
        raise refuse(name, "this is no drawing of OVA: it has no analysis")
    nodeset = Nodeset(text, Keys("id", "from", "to", ("text",)))
    nodes = nodeset.listed(data.get("nodes"), ("nodes",))
    nodeset.read_nodes(nodes, ("nodes",))
    nodeset.read_edges(nodeset.listed(data.get("edges"), ("edges",)), ("edges",))
    participants = nodeset.listed(data.get("participants"), ("participants",))
    nodeset.counts["participants"] += len(participants)
    names = names_of(participants, "id")
    thesis = None
    for node in nodes:
        if isinstance(node, dict):
            key = str(node.get("id"))
            _complete(nodeset, key, node, names)
            thesis = key if node.get("majorClaim") or node.get("major_claim") else thesis
    analysis: Data = data["analysis"]
    if isinstance(analysis.get("txt"), str) and analysis["txt"].strip():
        nodeset.counts["texts that were analysed"] += 1
        nodeset.quote(spans(analysis["txt"]))
    return nodeset.reading(_head(analysis), thesis)


def _complete(nodeset: Nodeset, key: str, node: Data, names: dict[str, str]) -> None:
    """Take what a node says beside its text: its scheme's number, who says it."""
    for field, words in _KEPT.items():
        nodeset.counts[words] += bool(node.get(field))
    step = nodeset.graph.steps.get(key)
    if step is not None:
        step["scheme"] = step["scheme"] or scheme_named(node.get("scheme"))
    elif key in nodeset.graph.statements and (speaker := names.get(str(node.get("participantID")))):
        nodeset.graph.statements[key]["by"] = sound(speaker)


def _head(analysis: Data) -> dict[str, Any]:
    """Return what is said of the document that was analysed."""
    told = {field: analysis.get(name) for field, name in _SOURCE.items()}
    source = said_texts(told)
    return {"source": source, "title": source.get("title")} if source else {}
