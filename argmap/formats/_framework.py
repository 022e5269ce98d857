"""Abstract argumentation frameworks, whatever their notation, as maps and back.

An argument becomes a claim, an attack a rebuttal. Attacks of an argument on itself are the one
thing that a map cannot say.

Source: Dung 1995.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from argmap.controls import one_line, visible
from argmap.findings import Finding
from argmap.frameworks import Framework, Notation, gathered
from argmap.losses import Reading, counted
from argmap.malformed import ATTACKS_ITSELF
from argmap.model import ArgumentMap
from argmap.naming import fits, ids_for
from argmap.wire import Data

_COMMENTS: Final = {"apx": r"%[^\r\n]*", "iccma": r"#[^\r\n]*"}
_NUMBERED: Final = re.compile(r"# (\d+) (\S+)")
"""How argmap says the id of an argument that has only a number."""


def reading(text: str, notation: Notation) -> Reading:
    """Make the map of a framework."""
    framework, texts, problems, labels, itself = gathered(text, notation)
    ids, named = _ids(framework, text, notation)
    links: list[Data] = []
    findings: list[Finding] = []
    for attacker, attacked in framework.attacks:
        if attacker == attacked:
            name = framework.names[attacker]
            message = f"{visible(name[:60])} attacks itself, which a map cannot say"
            findings.append(ATTACKS_ITSELF.at(ids[attacker], message, *itself[name]))
        else:
            links.append({"premises": [ids[attacker]], "target": ids[attacked], "relation": "rebuts"})
    said = zip(ids, ids if named else framework.names, texts, strict=True)
    nodes = [{"kind": "claim", "id": node_id, "text": visible(text or name)} for node_id, name, text in said]
    m = ArgumentMap.model_validate({"nodes": nodes, "links": links})
    told = {
        "comments": len(_comments(text, notation, named=named)),
        "attacks on itself": len(findings),
        "labels of attacks": labels,
    }
    return Reading(m, counted("kept beside", told), tuple(findings), problems)


def _ids(framework: Framework, text: str, notation: Notation) -> tuple[list[str], bool]:
    """Return the ids of the arguments, and whether comments name them that only have numbers."""
    if notation == "iccma":
        said = [_NUMBERED.fullmatch(line.strip()) for line in re.findall(_COMMENTS["iccma"], text)]
        pairs = [(found[1], found[2]) for found in said if found]
        names = [name for _, name in pairs]
        numbered = [number for number, _ in pairs] == list(framework.names)
        if names and numbered and all(map(fits, names)) and len(set(names)) == len(names):
            return names, True
    return ids_for(framework.names), False


def _comments(text: str, notation: Notation, *, named: bool) -> list[str]:
    """Return the comments of a text but those that name its arguments."""
    found = re.findall(_COMMENTS[notation], text) if notation in _COMMENTS else []
    return [line.strip() for line in found if not (named and _NUMBERED.fullmatch(line.strip()))]


class Kept(NamedTuple):
    """What the text that a map was read from says beside it.

    Attributes:
        names: What each argument is called, by the id of its node.
        comments: Its comments.
        itself: The ids of nodes whose arguments attack themselves.
        labelled: Whether it says more of an argument than its name.
    """

    names: Mapping[str, str]
    comments: Sequence[str] = ()
    itself: Sequence[str] = ()
    labelled: bool = False


def kept(m: ArgumentMap, notation: Notation) -> Kept:
    """Return what the kept text of a notation says; nothing, where there is none."""
    text = m.kept_beside(notation)
    if text is None:
        return Kept({})
    framework, texts, *_ = gathered(text, notation)
    ids, named = _ids(framework, text, notation)
    itself = [ids[one] for one, other in framework.attacks if one == other]
    there = m.by_id
    return Kept(
        dict(zip(ids, framework.names, strict=True)),
        _comments(text, notation, named=named),
        [node_id for node_id in itself if node_id in there],
        any(texts),
    )


def label(text: str, name: str) -> str:
    """Return what a line says of an argument beside its name: its text on one line."""
    said = one_line(text)
    return f" {said}" if said != name else ""


def attacks(m: ArgumentMap, names: Sequence[str], itself: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield which node's name attacks which, premises that work together each by itself."""
    at = {node.id: name for node, name in zip(m.nodes, names, strict=True)}
    for link in m.links:
        if link.relation == "rebuts":
            yield from ((at[premise], at[link.target]) for premise in link.premises)
    yield from ((at[node_id], at[node_id]) for node_id in itself)
