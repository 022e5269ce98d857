"""The text of a map with nodes or links called otherwise: each mention is changed where it stands."""

from collections.abc import Iterator, Mapping

from argmap import wire
from argmap.editing import tree
from argmap.editing.patching import LINKS
from argmap.editing.splices import Splices
from argmap.formats.yaml import inline


def respelt(text: str, names: Mapping[str, str]) -> str:
    """Return the YAML text of a map with ids changed.

    Args:
        text: A text that is read as a map, without a byte-order mark.
        names: The new id for each old one.
    """
    splices = Splices(text)
    for mention in _mentions(tree.tree_of(text)):
        owner, dot, rest = mention.value.partition(
            "."
        )  # the name of a link by its place begins with a node's
        if owner in names:
            splices.put(mention.start, mention.end, inline(names[owner] + dot + rest))
    return splices.done()


def _mentions(root: tree.Mapping) -> Iterator[tree.Scalar]:
    """Yield every word of a text that is an id."""
    thesis = root.values.get("thesis")
    if isinstance(thesis, tree.Scalar):
        yield thesis
    nodes = root.values["nodes"]
    if isinstance(nodes, tree.Mapping):
        yield from nodes.keys.values()
        for node in nodes.values.values():
            if isinstance(node, tree.Mapping):
                for word in wire.LINK_LISTS:
                    if word in node.values:
                        yield from _of_links(node.values[word])


def _of_links(links: tree.Tree) -> Iterator[tree.Scalar]:
    """Yield the ids of links: of their premises, and their own; undercutters nest 20 deep at most."""
    match links:
        case tree.Scalar():
            yield links
        case tree.Sequence():
            for item in links.items:
                yield from _of_links(item)
        case tree.Mapping():
            for key, value in links.values.items():
                if key in {"from", "id"} | LINKS:
                    yield from _of_links(value)
