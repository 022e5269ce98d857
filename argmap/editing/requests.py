"""What the command line asks for: names resolved, changes made, and what is to be told of them."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from argmap import wire
from argmap.editing import changes
from argmap.editing.fields import HEAD, LINK, NODE, assigned
from argmap.errors import RequestError, UnknownNameError
from argmap.model import RELATIONS, WORDS, ArgumentMap, Link, Source
from argmap.naming import fits, id_from
from argmap.query.names import node_called
from argmap.spelling import near
from argmap.wording import listed

WHOLE: Final = "map"
SOURCE: Final = "source"
"""What `set` calls the head of a map, and its source; no node may be called so."""


class Changed(NamedTuple):
    """A map, changed.

    Attributes:
        m: The map as it is now.
        words: What was done, in a few words.
        lost: What went with it.
        names: The new id for each that is called otherwise.
        node: The id of what was added; empty where nothing was.
    """

    m: ArgumentMap
    words: str
    lost: tuple[str, ...] = ()
    names: Mapping[str, str] = {}
    node: str = ""


def adding(
    m: ArgumentMap,
    kind: str,
    text: str,
    *,
    node_id: str | None = None,
    said: Sequence[str] = (),
    onto: Sequence[tuple[str, str]] = (),
    after: str | None = None,
) -> Changed:
    """Add a statement.

    Args:
        m: The map.
        kind: Its kind.
        text: What it says.
        node_id: Its id; made from the text where it is missing.
        said: Further fields, as `FIELD=VALUE`.
        onto: What it bears on: a word (because, but, unless) and a node, or a link.
        after: The node that it follows; the last where it is missing.

    Raises:
        ArgmapError: it cannot be added as asked.
    """
    data = wire.plain(m)
    made = node_id or id_from(text, [*m.by_id, *(link.id for link in m.links)])
    fields = {"kind": kind, "text": text} | assigned(said, {}, NODE, f"a {kind}")
    changes.add(data, made, fields, node_called(m, after).id if after else None)
    bears = [(word, _target(m, word, name)) for word, name in onto]
    for word, target in bears:
        changes.link(data, m, target, word, {"from": [made]})
    does = " and ".join(f"{RELATIONS[word]} {target}" for word, target in bears)
    words = f"added the {kind} {made}{', which ' if does else ''}{does}"
    return Changed(changes.edited(data), words, node=made)


def linking(
    m: ArgumentMap, target: str, word: str, premises: Sequence[str], said: Sequence[str] = ()
) -> Changed:
    """Link premises, which work together, to what they bear on.

    Raises:
        ArgmapError: they cannot be linked so.
    """
    onto = _target(m, _known_word(word), target)
    ids = [node_called(m, name).id for name in premises]
    fields = {"from": list(dict.fromkeys(ids)), **assigned(said, {}, LINK, "a link")}
    words = f"linked {onto} {word} {' + '.join(fields['from'])}"
    data = wire.plain(m)
    changes.link(data, m, onto, word, fields)
    return Changed(changes.edited(data), words)


def unlinking(m: ArgumentMap, target: str, word: str, premises: Sequence[str], *, force: bool) -> Changed:
    """Take a link away: the one of that id, or the one from these premises.

    Raises:
        ArgmapError: there is no such link, or something undercuts it.
    """
    link = _link(m, target) if not word else _link_between(m, target, _known_word(word), premises)
    data = wire.plain(m)
    changes.unlink(data, m, [link], force=force)
    words = f"unlinked {link.target} {WORDS[link.relation]} {' + '.join(link.premises)}"
    return Changed(changes.edited(data), words)


def setting(m: ArgumentMap, name: str, said: Sequence[str], unset: Sequence[str]) -> Changed:
    """Set fields of a node, of a link, of the map (`map`) or of its source (`source`).

    Raises:
        ArgmapError: they cannot be set so.
    """
    if not said and not unset:
        raise RequestError("nothing is to be set", "say what: FIELD=VALUE, or --unset FIELD")
    data = wire.plain(m)
    if name == WHOLE:
        changes.set_fields(data, said, unset, HEAD, "a map")
        return Changed(changes.edited(data), "changed the head of the map")
    if name == SOURCE:
        known = tuple(Source.model_fields)
        changes.set_fields(data.setdefault("source", {}), said, unset, known, "a source")
        return Changed(changes.edited(data), "changed the source")
    links = {link.id for link in m.links}
    if name in links:
        changes.set_fields(changes.fields_of_link(data, m, name), said, unset, LINK, name)
        return Changed(changes.edited(data), f"changed the link {name}")
    node = node_called(m, name).id
    changes.set_fields(data["nodes"][node], said, unset, NODE, node)
    return Changed(changes.edited(data), f"changed {node}")


def renaming(m: ArgumentMap, old: str, new: str) -> Changed:
    """Give a node, or a link that has a name of its own, another id.

    Raises:
        ArgmapError: there is no such thing, or the id is taken or none.
    """
    named = {link.id for link in m.links if link.named}
    known = old if old in named else node_called(m, old).id
    if new in m.by_id or new in named:
        raise RequestError(
            f"there is a {new} already", f"argmap merge-nodes {new} {known} makes one of the two"
        )
    if not fits(new):
        raise RequestError(
            f"{new} is no id: small letters, digits and hyphens, a letter first, no word of the command line"
        )
    data = wire.plain(m)
    names = {known: new}
    changes.rename(data, names)
    return Changed(changes.edited(data), f"renamed {known} to {new}", names=names)


def removing(m: ArgumentMap, names: Sequence[str], *, force: bool) -> Changed:
    """Remove statements, and the links that they are part of.

    Raises:
        ArgmapError: there is no such statement, or something hangs on it.
    """
    gone = list(dict.fromkeys(node_called(m, name).id for name in names))
    data = wire.plain(m)
    lost = changes.remove(data, m, gone, force=force)
    return Changed(changes.edited(data), f"removed {', '.join(gone)}", tuple(lost))


def merging(m: ArgumentMap, kept: str, other: str, *, force: bool) -> Changed:
    """Make one statement of two; the first gives its name and its words.

    Raises:
        ArgmapError: there is no such statement, or the two are linked.
    """
    one, two = node_called(m, kept).id, node_called(m, other).id
    if one == two:
        raise RequestError(f"{kept} and {other} are one node, {one}")
    data = wire.plain(m)
    lost = changes.merge(data, m, one, two, force=force)
    return Changed(changes.edited(data), f"merged {two} into {one}", tuple(lost))


# --- names --------------------------------------------------------------------------------------


def _known_word(word: str) -> str:
    if word not in RELATIONS:
        raise UnknownNameError("word", word, near=near(word, RELATIONS), known=tuple(RELATIONS))
    return word


def _target(m: ArgumentMap, word: str, name: str) -> str:
    """Return the id of the node, or with `unless` of the link, that is meant."""
    if word != changes.UNDERCUT:
        return node_called(m, name).id
    if any(link.id == name for link in m.links):
        return name
    node = node_called(m, name, [link.id for link in m.links]).id
    onto = [link.id for link in m.links_onto.get(node, ())]
    if len(onto) == 1:
        return onto[0]
    if not onto:
        raise RequestError(f"nothing bears on {node}: there is no step to undercut")
    raise RequestError(f"{node} is no step but a node", f"name one of its links: {listed(onto[:8])}")


def _link(m: ArgumentMap, name: str) -> Link:
    if name in m.links_by_id:
        return m.links_by_id[name]
    if name in m.by_id:
        onto = [link.id for link in m.links_onto.get(name, ())]
        hint = f"name one of its links: {', '.join(onto[:8])}" if onto else "nothing bears on it"
        raise RequestError(f"{name} is no link but a node", hint)
    raise UnknownNameError("link", name, near=near(name, m.links_by_id, 3))


def _link_between(m: ArgumentMap, target: str, word: str, premises: Sequence[str]) -> Link:
    onto = _target(m, word, target)
    ids = {node_called(m, name).id for name in premises}
    there = [link for link in m.links_onto.get(onto, ()) if WORDS[link.relation] == word]
    found = [link for link in there if set(link.premises) == ids]
    if len(found) == 1:
        return found[0]
    if found:
        raise RequestError(f"there are {len(found)} such links", f"name one: {listed([e.id for e in found])}")
    touching = [f"{onto} {word} {' '.join(link.premises)}" for link in there if ids & set(link.premises)]
    hint = f"there is: {'; '.join(touching[:3])}" if touching else f"argmap show {_node(m, onto)} lists them"
    raise RequestError(f"{' + '.join(sorted(ids))} does not stand under {word} of {onto}", hint)


def _node(m: ArgumentMap, name: str) -> str:
    """Return the id of the node that a link, undercutters followed, bears on; of a node its own."""
    return m.ends.get(name, name)
