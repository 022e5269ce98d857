"""Hypothesis strategies: maps of every shape the model allows, with texts no format should trip over."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from argmap.model import KINDS, ArgumentMap, Relation
from argmap.soundness import ID_LONGEST, RESERVED

HOSTILE = (
    "\x1b[31mred\x1b[0m", "\x1b]8;;https://example.org\x07link", "\x00", "\x07\x08", "\x85", "\x9b", "\x7f",
    "\u202e esrever", "\u2066\u2069", "\u200f", "\ufeff", "\u2028\u2029", "\ufffe", "\uffff", "\ufffc\ufffd",
    "\U000e0041", "\U0001f600", "e\u0301", "\u00a0", "中文标题", "العربية", "a\nb", "a\r\nb", "a\tb", "a  b",
    "]]>", "<![CDATA[", "<!-- -->", "<b>&amp;</b>", "&lt;", "&#0;", "&bomb;", "<!DOCTYPE x>", "</node>",
    '}, {"kind": "claim"', '", "', "\\", "\\u0041", '\\"', "'", '"', "`", "%%{init", "%>", "{{x}}",
    "no", "on", "~", "null", "1e3", "0x10", "2020-01-01", "12:30:45", "- item", "# comment", "key: value",
    "&anchor", "*alias", "!!python/object", "<<", "=1+1", "@x", "+1", "-1", "[red]", ":smile:",
    "</script><img onerror=alert(1)>", "javascript:alert(1)", '" onmouseover="x', "word " * 60, "w" * 300,
)  # fmt: skip
"""Pieces of text that some reader, writer, terminal or browser has tripped over."""

ODD_IDS = (
    "null", "true", "false", "no", "on", "y", "nan", "inf", "e1", "n1", "id", "node", "edge", "graph", "source", "target",
    "strict", "subgraph", "a-", "a--b", "a-1", "a-1-2", "arg", "att", "p", "af", "constructor", "argmap", "text", "kind",
)  # fmt: skip
"""Ids that some format has another use for, or reads as something else than a word."""
RELATIONS: tuple[Relation, ...] = ("supports", "rebuts", "undercuts")
_SIGNS = st.characters(exclude_categories=["Cs"])
_DIGITS_MOST = 30
_UNDERCUT_DEEPEST = 20


def texts() -> st.SearchStrategy[str]:
    """Texts as a map may hold them: never blank, else anything at all."""
    pieces = st.one_of(st.text(_SIGNS, max_size=12), st.sampled_from(HOSTILE), st.just("word"))
    return st.lists(pieces, min_size=1, max_size=4).map("".join).filter(_holds_something)


def _holds_something(text: str) -> bool:
    return bool(text.strip())


def ids() -> st.SearchStrategy[str]:
    """Ids of nodes and names of links: short ones, ones that look like other things, and the longest."""
    short = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
    odd = st.one_of(st.sampled_from(ODD_IDS), st.sampled_from("abc").map(lambda each: each * ID_LONGEST))
    return st.one_of(short, short, odd).filter(lambda each: each not in RESERVED)


def places() -> st.SearchStrategy[str]:
    """Places in a source."""
    number = st.integers(1, 999)
    return st.one_of(
        st.builds("p{}".format, number),
        st.builds("p{}.s{}".format, number, number),
        st.builds(lambda p, s, more: f"p{p}.s{s}-s{s + more}", number, number, number),
        st.builds(lambda p, more: f"p{p}-p{p + more}", number, number),
    )


def shares() -> st.SearchStrategy[float]:
    """Numbers from 0 to 1."""
    return st.floats(0, 1)


def amounts() -> st.SearchStrategy[Decimal]:
    """Amounts of at most thirty digits before and after the point."""
    small = st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=3)
    whole = st.integers(-(10**_DIGITS_MOST) + 1, 10**_DIGITS_MOST - 1)
    odd = st.sampled_from(["0", "-0", "0.10", "1E+5", "1e-30", f"{'9' * _DIGITS_MOST}.{'1' * _DIGITS_MOST}"])
    return st.one_of(whole.map(Decimal), small, odd.map(Decimal))


@st.composite
def anchors(draw: st.DrawFn) -> dict[str, Any]:
    """Where a statement stands: by quotation, by place, or both."""
    listed = st.lists(places(), min_size=1, max_size=3)
    every = ("quote", "at", "also")
    fields = draw(st.sampled_from([("quote",), ("at",), every[:2], every[1:], ("quote", "also"), every]))
    return {name: draw(texts() if name == "quote" else listed) for name in fields}


@st.composite
def nodes(draw: st.DrawFn, node_id: str) -> dict[str, Any]:
    """The fields of a node of any kind."""
    kind = draw(st.sampled_from(KINDS))
    known: dict[str, st.SearchStrategy[Any]] = {
        "label": texts(), "domain": texts(), "by": texts(), "sure": shares(), "hedge": texts(),
        "implicit": st.booleans(), "given": st.booleans(), "anchor": anchors(), "note": texts(),
        "tags": st.lists(texts(), max_size=3),
    }  # fmt: skip
    if kind in {"gain", "cost"}:
        known |= {
            "holder": st.lists(texts(), max_size=3), "amount": amounts(), "unit": texts(),
            "nature": st.sampled_from(["tangible", "intangible", "both"]),
            "status": st.sampled_from(["actual", "sought", "expected", "presumed"]),
        }  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(sorted(known)), max_size=5, unique=True))
    fields = {name: draw(known[name]) for name in chosen}
    return {"id": node_id, "kind": kind, "text": draw(texts()), **fields}


@st.composite
def _links(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    """Links between nodes of those names: named and not, linked, doubled, undercut, in circles."""
    links: list[dict[str, Any]] = []
    depths: list[int] = []
    own: list[str] = draw(st.lists(ids().filter(lambda each: each not in names), max_size=4, unique=True))
    for index in range(draw(st.integers(0, 10))):
        relation = draw(st.sampled_from(RELATIONS if links else RELATIONS[:2]))
        depth = 0
        if relation == "undercuts":
            attacked = draw(st.integers(0, len(links) - 1))
            depth = depths[attacked] + 1
            target = links[attacked]["id"]
        else:
            target = draw(st.sampled_from(names))
        others = [each for each in names if each != target]
        if not others or depth >= _UNDERCUT_DEEPEST:
            continue
        premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True))
        # a name with a dot in it stands for none: the map gives the link the name of its place
        name = own.pop() if own and draw(st.booleans()) else f"link.{index}"
        said = {"scheme": texts(), "sure": shares(), "note": texts()}
        rest = draw(st.fixed_dictionaries({}, optional=said))
        links.append({"id": name, "premises": premises, "target": target, "relation": relation, **rest})
        depths.append(depth)
    return draw(st.permutations(links))


@st.composite
def sources(draw: st.DrawFn) -> dict[str, Any]:
    """The text a map is of."""
    known = {
        **dict.fromkeys(("file", "title", "author", "publisher", "date", "url", "note"), texts()),
        "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
        "skip": st.lists(places(), max_size=2),
        "covers": shares(),
    }
    return draw(st.fixed_dictionaries({}, optional=known))


@st.composite
def maps(draw: st.DrawFn, most: int = 8) -> ArgumentMap:
    """Valid maps of up to `most` nodes, with everything a map can hold."""
    names = draw(st.lists(ids(), max_size=most, unique=True))
    fields: dict[str, Any] = {"nodes": [draw(nodes(name)) for name in names]}
    fields["links"] = draw(_links(names)) if names else []
    if draw(st.booleans()):
        fields["title"] = draw(texts())
    if draw(st.booleans()):
        fields["source"] = draw(sources())
    if draw(st.booleans()):
        fields["beside"] = draw(st.dictionaries(ids(), st.text(_SIGNS, min_size=1), max_size=2))
    if names and draw(st.booleans()):
        fields["thesis"] = draw(st.sampled_from(names))
    return ArgumentMap.model_validate(fields)
