"""The map as values: nodes that state, links that infer, the source they come from.

Everything is frozen and sound by construction: ids are unique and every link joins what is there.
The model knows no file, no line number, no colour and no graph.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Literal, assert_never, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from argmap.errors import UnsoundMapError
from argmap.sharing import lightened
from argmap.soundness import flaws
from argmap.values import Amount, Flag, NodeId, Places, Share, Text, Texts, TextsByFormat

TITLE_LONGEST: Final = 60

Relation = Literal["supports", "rebuts", "undercuts"]
Kind = Literal["claim", "gain", "cost", "evidence", "assumption"]
Nature = Literal["tangible", "intangible", "both"]
Status = Literal["actual", "sought", "expected", "presumed"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
NATURES: Final[tuple[Nature, ...]] = get_args(Nature)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
WORDS: Final[Mapping[Relation, str]] = {
    "supports": "because",
    "rebuts": "but",
    "undercuts": "unless",
}
"""The word a mapmaker writes for each relation."""
RELATIONS: Final[Mapping[str, Relation]] = {word: relation for relation, word in WORDS.items()}
"""The relation that each of these words stands for."""
_ORDER: Final[Mapping[str, int]] = {relation: rank for rank, relation in enumerate(WORDS)}


class _Value(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Anchor(_Value):
    """Where a statement stands in the source.

    Source: W3C Web Annotation Data Model, TextQuoteSelector (`quote`) and
    TextPositionSelector (what `at` and `also` come to, in half-open code-point ranges).
    """

    quote: Text | None = None
    """The exact words of the source."""
    at: Places = ()
    """Places in the source, paragraphs and sentences counted from 1: p13, p13.s2, p13.s1-s2, p13-p14."""
    also: Places = ()
    """Further places where the source says the same again."""

    @model_validator(mode="after")
    def _stands_somewhere(self) -> "Anchor":
        if self.quote is None and not self.at:
            raise ValueError("`also` gives further places: it needs a `quote` or an `at`")
        return self


class _Node(_Value):
    id: NodeId
    """Name of the node, unique in its map, stable under version control."""
    text: Text
    """One proposition, in the mapmaker's own words."""
    label: Text | None = None
    """Short title for pictures; the text, shortened, where it is missing."""
    domain: Text | None = None
    """Free word for the field it belongs to: energy, arms, diplomacy."""
    by: Text | None = None
    """Who says so, when it is not the author of the source."""
    sure: Share | None = None
    """How confident the mapmaker, or the source's own hedge, is: from 0 to 1."""
    hedge: Text | None = None
    """The source's own word for its doubt: probably, arguably."""
    implicit: Flag = False
    """True when the source leaves it unsaid."""
    given: Flag | None = None
    """Taken for granted until attacked (true) or in need of a reason (false); where it is
    missing, given when nothing stands under `because`."""
    anchor: Anchor | None = None
    """Where it stands in the source."""
    tags: Texts = ()
    """Free words to find it by."""
    note: Text | None = None
    """Free remark of the mapmaker."""

    @property
    def title(self) -> str:
        """The label, or the text on one line, shortened to 60 code points."""
        text = self.label or self.text
        if len(text) > TITLE_LONGEST * 4:
            text = text[: TITLE_LONGEST * 4] + "…"
        line = " ".join(text.split())
        return line if len(line) <= TITLE_LONGEST else line[: TITLE_LONGEST - 1].rstrip() + "…"


class _Stake(_Node):
    holder: Texts = ()
    """Who gains, or who pays: one name or several."""
    nature: Nature | None = None
    """Whether it can be counted and handed over, or not, or both."""
    amount: Amount | None = None
    """How much, in `unit`, when the source gives a number."""
    unit: Text | None = None
    """What `amount` counts: euros a day, cubic metres a year."""
    status: Status = "actual"
    """Whether it is there, or only sought, expected or presumed."""


class Claim(_Node):
    """A statement that is argued for, argued from, or both."""

    kind: Literal["claim"] = "claim"


class Gain(_Stake):
    """Something that somebody gains."""

    kind: Literal["gain"] = "gain"


class Cost(_Stake):
    """Something that somebody pays, loses or risks."""

    kind: Literal["cost"] = "cost"


class Evidence(_Node):
    """A reported fact, figure, document or remark."""

    kind: Literal["evidence"] = "evidence"


class Assumption(_Node):
    """A statement taken for granted, often unsaid."""

    kind: Literal["assumption"] = "assumption"


Node = Claim | Gain | Cost | Evidence | Assumption
NODE_KINDS: Final[tuple[type[Node], ...]] = (Claim, Gain, Cost, Evidence, Assumption)


class Link(_Value):
    """An inference: one or more premises bear on one target.

    Several premises are linked: they only work together. Separate reasons are separate links.
    An undercutter is a link whose relation is *undercuts* and whose target is the id of the link
    it attacks.

    Source: the Argument Interchange Format's RA and CA nodes (Chesñevar et al. 2006); undercutting
    defeat as in Pollock 1987.
    """

    id: str = ""
    """Name of the link. Left empty, or with a dot in it, it is set from the link's place in the
    map: `charge.because.1`, `charge.but.2`, `charge.because.1.unless.1`."""
    premises: tuple[NodeId, ...] = Field(min_length=1)
    """Ids of the nodes that bear on the target, together."""
    target: str
    """Id of a node (supports, rebuts) or of a link (undercuts)."""
    relation: Relation
    """What the premises do to the target."""
    scheme: Text | None = None
    """Name of the argumentation scheme: expert-opinion, analogy, cause-to-effect."""
    sure: Share | None = None
    """Strength of the step itself: from 0 to 1."""
    note: Text | None = None
    """Free remark of the mapmaker."""

    @property
    def linked(self) -> bool:
        """Whether several premises only work together."""
        return len(self.premises) > 1

    @property
    def named(self) -> bool:
        """Whether the mapmaker gave the link a name of its own."""
        return bool(self.id) and "." not in self.id


class Source(_Value):
    """The article, report or speech a map is of."""

    file: Text | None = None
    """Path of the text, relative to the map; it may be absent on this machine."""
    title: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    date: Text | None = None
    """As text, in the form the source gives it."""
    url: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """Digest of the file's bytes, so that drift is noticed."""
    skip: Places = ()
    """Places that are no part of the argument: teasers, navigation, adverts."""
    covers: Share | None = None
    """The share of its sentences that the map promises to cover, from 0 to 1."""
    note: Text | None = None


class ArgumentMap(_Value):
    """An argument, whole: its statements in the mapmaker's order, and the links between them.

    Links are kept in one order (by target, reasons before objections, undercutters after what they
    attack), so that two maps that say the same are equal.

    Raises:
        UnsoundMapError: ids that are doubled or reserved, links that join what is not there.
    """

    title: Text | None = None
    """What the argument is about; usually the thesis."""
    source: Source | None = None
    """The text it comes from."""
    thesis: NodeId | None = None
    """Id of the main claim; where it is missing, the root with the most behind it."""
    nodes: tuple[Annotated[Node, Field(discriminator="kind")], ...] = ()
    """The statements, in the mapmaker's order."""
    links: tuple[Link, ...] = ()
    """The inferences."""
    beside: TextsByFormat = ()
    """Files of other formats that the map was read from, word for word, by the name of the format:
    whatever they say that a map cannot say, so that it can be written back."""

    @field_validator("links", mode="after")
    @classmethod
    def _sound(cls, links: tuple[Link, ...], info: Any) -> tuple[Link, ...]:  # noqa: ANN401
        nodes: tuple[Node, ...] | None = info.data.get("nodes")
        if nodes is None:
            return links
        ids = [node.id for node in nodes]
        found = list(flaws(ids, links, info.data.get("thesis")))
        if found:
            raise UnsoundMapError(found)
        return _settled(ids, links)

    @model_validator(mode="before")
    @classmethod
    def _always_checks_links(cls, data: Any) -> Any:  # noqa: ANN401 - validators see raw input
        if isinstance(data, dict) and "links" not in data:
            return {**data, "links": ()}
        return data

    def kept_beside(self, name: str) -> str | None:
        """Return the text of the format of that name that is kept beside the map."""
        return dict(self.beside).get(name)

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by their ids."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def links_by_id(self) -> Mapping[str, Link]:
        """The links by their ids."""
        return {link.id: link for link in self.links}

    @cached_property
    def links_onto(self) -> Mapping[str, tuple[Link, ...]]:
        """The links by the id of what they bear on: a node, or the link they undercut."""
        onto: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            onto[link.target].append(link)
        return {target: tuple(links) for target, links in onto.items()}

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Link, ...]]:
        """The links by the id of each premise of theirs."""
        starting: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            for premise in link.premises:
                starting[premise].append(link)
        return {premise: tuple(links) for premise, links in starting.items()}

    @cached_property
    def ends(self) -> Mapping[str, str]:
        """By the id of each link the statement it bears on, be it through the link it undercuts."""
        ends: dict[str, str] = {}
        for link in self.links:  # an undercutter stands after what it attacks
            ends[link.id] = ends.get(link.target, link.target)
        return ends

    @cached_property
    def bearing(self) -> frozenset[str]:
        """The ids of the nodes that bear on something."""
        return frozenset(premise for link in self.links for premise in link.premises)

    @cached_property
    def inferences(self) -> Mapping[str, Link]:
        """The links that are more than an arrow: several premises, or something undercuts them."""
        attacked = {link.target for link in self.links if link.relation == "undercuts"}
        return {link.id: link for link in self.links if link.linked or link.id in attacked}


def _settled(ids: Sequence[str], links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Put the links in their order and give those without a name the name of their place."""
    onto: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        onto[link.target].append(link)
    settled: list[Link] = []
    for node_id in ids:
        bearing = onto.get(node_id)
        pending = _named(node_id, bearing) if bearing else []
        while pending:
            old, link = pending.pop()
            settled.append(link)
            undercutters = onto.get(old) if old else None
            if undercutters:
                pending += _named(link.id, undercutters)
    return tuple(settled)


def _named(target: str, links: list[Link]) -> list[tuple[str, Link]]:
    """Pair each link's old id with the link as it is named here; last first, to be popped."""
    if len(links) > 1:
        links.sort(key=_rank)
    named = []
    last, number = "", 0
    for link in links:
        old, relation = link.id, link.relation
        last, number = relation, number + 1 if relation == last else 1
        name = old if link.named else f"{target}.{WORDS[relation]}.{number}"
        if name != old or target != link.target:
            named.append((old, lightened(link.model_copy(update={"id": name, "target": target}))))
        else:
            named.append((old, link))
    return named[::-1]


def _rank(link: Link) -> int:
    return _ORDER[link.relation]


def stake_of(node: Node) -> Gain | Cost | None:
    """Return the node as a gain or cost, or None where it is neither."""
    match node:
        case Gain() | Cost():
            return node
        case Claim() | Evidence() | Assumption():
            return None
        case _:
            assert_never(node)
