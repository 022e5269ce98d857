"""A map as an abstract framework, so that every semantics of such frameworks can be asked of it.

Exact and linear: read on statements and links, the complete labellings of the framework are the
three-valued fixpoints of "a link stands when all its premises stand and nothing that undercuts it
does; a statement stands when it is given or some reason for it stands, and no rebuttal of it does".

What is given is the evidence of this reading. It is not quite Oren and Norman's, which `evidential`
has: there a chain of support has to begin in evidence, while here reasons in a circle may hold one
another up in a complete or preferred extension; the grounded one never has them, and leaves undecided
what they attack.

Source: the acceptance conditions are those of a bipolar abstract dialectical framework (Brewka et
al. 2013), which Carneades (Gordon, Prakken and Walton 2007) shares.
"""

from collections.abc import Iterator

from argmap.frameworks import Framework, framework_of
from argmap.model import ArgumentMap
from argmap.query.standing import is_granted


def compiled(m: ArgumentMap) -> Framework:
    """Return the framework of a map: its statements first, then its links, then what joins them.

    `~a` says that the premise `a` fails, `?a` that `a`, which needs a reason, has none. A link of
    weight 0 never has what it needs.
    """
    in_need = [node.id for node in m.nodes if not is_granted(m, node)]
    in_need += [link.id for link in m.links if link.sure == 0]
    premises = dict.fromkeys(premise for link in m.links for premise in link.premises)
    names = [node.id for node in m.nodes]
    names += [link.id for link in m.links]
    names += [f"~{premise}" for premise in premises]
    names += [f"?{name}" for name in in_need]
    return framework_of(names, _attacks(m, list(premises), in_need))


def _attacks(m: ArgumentMap, premises: list[str], in_need: list[str]) -> Iterator[tuple[str, str]]:
    yield from ((premise, f"~{premise}") for premise in premises)
    yield from ((f"?{name}", name) for name in in_need)
    needing = set(in_need)
    for link in m.links:
        yield from ((f"~{premise}", link.id) for premise in link.premises)
        if link.relation != "supports":
            yield link.id, link.target
        elif link.target in needing:
            yield link.id, f"?{link.target}"
