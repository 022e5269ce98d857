"""CAF, the XML of Carneades 3: statements in several languages, arguments pro and con.

Read. Of several languages the English words are taken, else the first. A statement that says of an
argument that it is undercut undercuts it.

Source: Carneades 3, the Carneades Argument Format.
"""

import re
from typing import Final

from argmap.formats._carneades import Carneades, titled
from argmap.formats._records import refuse
from argmap.formats._xml import Tag, tree
from argmap.losses import Reading, counted

_OF_ARGUMENT: Final = re.compile(r"\(\s*(undercut|valid)\s+(\S+?)\s*\)")


def read(text: str, name: str) -> Reading:
    """Make the map of an argument graph.

    Raises:
        LoadError: it is no XML, or no CAF.
    """
    top = tree(text, name)
    if top.name != "caf":
        raise refuse(name, "this is XML, but no CAF: it does not begin with <caf>")
    carneades = Carneades()
    about: dict[str, tuple[str, str]] = {}
    translations, thesis = 0, None
    for statement in top.first("statements").all("statement"):
        said = list(statement.first("descriptions").all("description"))
        translations += len(said[1:])
        key = statement.attributes.get("id", "")
        if found := _OF_ARGUMENT.fullmatch(statement.attributes.get("atom", "")):
            about[key] = (found[1], found[2])
        given = {"given": True} if _assumed(statement) else {}
        carneades.state(statement, _described(said) or _atom(statement), given)
        thesis = key if statement.attributes.get("main") == "true" and thesis is None else thesis
    for argument in top.first("arguments").all("argument"):
        sort, target = about.get(argument.first("conclusion").attributes.get("statement", ""), ("", ""))
        pro = argument.attributes.get("pro") != "false"
        carneades.argue(argument, pro=pro, target=target if sort == "valid" and not pro else "")
    _undercut(carneades, about)
    metadata = top.first("metadata").attributes
    head = titled(title=metadata.get("title"))
    source = titled(title=metadata.get("title"), author=metadata.get("creator"), date=metadata.get("date"))
    found_all = carneades.reading({**head, "source": source} if source else head, thesis)
    references = len(list(top.first("references").all("metadata")))
    told = {"translations": translations, "references": references, "metadata": _metadata(top)}
    more = counted("kept beside", told)
    return found_all._replace(losses=found_all.losses + more)


def _metadata(top: Tag) -> int:
    """Return how many parts are described beside their words; the head of the graph is carried."""
    parts = [*top.first("statements").inside, *top.first("arguments").inside]
    described = [each for part in parts for each in part.all("metadata")]
    return bool(top.first("metadata").inside) + sum(
        bool(each.attributes or each.inside) for each in described
    )


def _undercut(carneades: Carneades, about: dict[str, tuple[str, str]]) -> None:
    """Let each statement that says of an argument that it is undercut undercut it."""
    for key, (sort, argument) in about.items():
        if sort == "undercut":
            carneades.graph.step(f"{key} undercuts", key, argument, relation="rebuts", named=None)


def _described(said: list[Tag]) -> str:
    english = (each for each in said if each.attributes.get("lang") == "en")
    chosen = next(english, said[0] if said else None)
    return chosen.words().strip() if chosen is not None else ""


def _atom(statement: Tag) -> str:
    atom = statement.attributes.get("atom", "")
    found = _OF_ARGUMENT.fullmatch(atom)
    if found:
        return f"The argument {found[2]} is {'undercut' if found[1] == 'undercut' else 'valid'}"
    return atom


def _assumed(statement: Tag) -> bool:
    weight = re.fullmatch(r"\d?\.?\d{1,15}", statement.attributes.get("weight", ""), re.ASCII)
    return weight is not None and float(weight[0]) > 0.5  # noqa: PLR2004 - as Carneades reads it
