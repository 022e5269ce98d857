"""LKIF, the XML of Carneades 2: statements, arguments pro and con, exceptions.

Read. Weights become strengths of steps, exceptions undercutters.

Source: Carneades 2; the Legal Knowledge Interchange Format, http://www.estrellaproject.org.
"""

from argmap.formats._carneades import Carneades, titled, words
from argmap.formats._records import refuse
from argmap.formats._xml import tree
from argmap.losses import Reading


def read(text: str, name: str) -> Reading:
    """Make the map of the argument graphs of a text.

    Raises:
        LoadError: it is no XML, or no LKIF.
    """
    top = tree(text, name)
    if top.name != "lkif":
        raise refuse(name, "this is XML, but no LKIF: it does not begin with <lkif>")
    carneades = Carneades()
    graphs = list(top.first("argument-graphs").all("argument-graph"))
    for graph in graphs:
        for statement in graph.first("statements").all("statement"):
            given = {"given": True} if statement.attributes.get("assumption") == "true" else {}
            carneades.state(statement, words(statement.first("s")), given)
    for graph in graphs:
        for argument in graph.first("arguments").all("argument"):
            carneades.argue(argument, pro=argument.attributes.get("direction") != "con")
    first = graphs[0].attributes if graphs else {}
    return carneades.reading(titled(title=first.get("title")), first.get("main-issue"))
