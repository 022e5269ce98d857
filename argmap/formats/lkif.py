"""LKIF, the XML of Carneades 2: statements, arguments pro and con, exceptions.

Read. Weights become strengths of steps, exceptions undercutters, what is accepted or assumed is given:
its value tells, and not whether that is an assumption. The first versions have a graph
outside of any list, statements that are sentences, and what is assumed of them in a list of issues.
Rules and axioms stay in the text that is kept beside the map.

Source: Carneades 2; the Legal Knowledge Interchange Format, http://www.estrellaproject.org.
"""

from collections.abc import Iterator
from typing import Final

from argmap.formats._carneades import Carneades, titled
from argmap.formats._records import refuse
from argmap.formats._xml import Tag, tree
from argmap.losses import Reading, counted

_GIVEN: Final = {"true": True, "false": False}


def read(text: str, name: str) -> Reading:
    """Make the map of the argument graphs of a text.

    Raises:
        LoadError: it is no XML, or no LKIF.
    """
    top = tree(text, name)
    if top.name != "lkif":
        raise refuse(name, "this is XML, but no LKIF: it does not begin with <lkif>")
    carneades = Carneades()
    graphs = [*top.first("argument-graphs").all("argument-graph"), *top.all("argument-graph")]
    for graph in graphs:
        for statement, sentence in _statements(graph):
            value = _GIVEN.get(statement.attributes.get("value", ""))
            carneades.state(statement, _said(sentence), {} if value is None else {"given": value})
    for graph in graphs:
        for argument in graph.first("arguments").all("argument"):
            carneades.argue(argument, pro=argument.attributes.get("direction") != "con")
    carneades.open()
    first = graphs[0].attributes if graphs else {}
    found = carneades.reading(titled(title=first.get("title")), first.get("main-issue"))
    beside = {"rules and axioms": _rules(top), "titles of further graphs": _titles(graphs[1:])}
    return found._replace(losses=found.losses + counted("kept beside", beside))


def _statements(graph: Tag) -> Iterator[tuple[Tag, Tag]]:
    """Yield what a graph says of each statement, and its sentence."""
    listed = graph.first("statements")
    for statement in listed.all("statement"):
        yield statement, statement.first("s")
    issues = {issue.attributes.get("statement"): issue.attributes for issue in graph.first("issues").inside}
    for sentence in listed.all("s"):
        said = {**issues.get(sentence.attributes.get("id"), {}), **sentence.attributes}
        yield Tag(sentence.name, said, line=sentence.line, column=sentence.column), sentence


def _said(sentence: Tag) -> str:
    """Return the words of a sentence; those of one that is only a predicate and its terms, as such."""
    predicate = _short(sentence.attributes.get("pred", ""))
    if not predicate or sentence.text.strip():
        return sentence.words()
    terms = (_short(each.words()) if each.name != "s" else _said(each) for each in sentence.inside)
    return f"{predicate}({', '.join(terms)})"


def _short(name: str) -> str:
    """Return the last part of a name that is an address, as every name of an ontology is one."""
    return name.strip().rpartition("#")[2]


def _rules(top: Tag) -> int:
    """Return how many rules and axioms there are."""
    theories = list(top.all("theory"))
    parts = [part for theory in theories for part in (theory.first("rules"), theory.first("axioms"))]
    return sum(len(part.inside) for part in parts)


def _titles(graphs: list[Tag]) -> int:
    return sum(bool(graph.attributes.get("title", "").strip()) for graph in graphs)
