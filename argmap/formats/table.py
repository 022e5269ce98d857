"""The table of formats: one frozen row and one file each.

A row names its module, which has `read(text, name)` and `write(m, plain=…)` as far as the row
says so. The module is imported when it is first needed. What a row says its format carries is
what the report of a conversion and `argmap formats` tell, and what the tests hold it to.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol, cast

from argmap.errors import UnknownNameError
from argmap.features import NAMES
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.spelling import near


class Reader(Protocol):
    """A format that can be read."""

    def __call__(self, text: str, name: str) -> Reading:
        """Make the map that a text describes, and say what of the text it does not say.

        Raises:
            LoadError: nothing can be made of it; with every problem, each with line and column.
        """
        ...


class Writer(Protocol):
    """A format that can be written."""

    def __call__(self, m: ArgumentMap, *, plain: bool) -> Iterator[str]:
        """Yield the text of a map, piece by piece; `plain` leaves looks out."""
        ...


Carried = Mapping[str, str]
"""The features a format carries: with how it says each, or nothing where it says it as it is."""


def _carried(words: str = "", **approximated: str) -> Carried:
    """Return what a format carries: features as they are, and features said in another way."""
    return MappingProxyType(dict.fromkeys(words.split(), "") | approximated)


_EVERYTHING: Final = _carried(" ".join(NAMES))


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table.

    Attributes:
        name: What the command line calls it; also its file's name, hyphens as underscores.
        suffixes: The endings of its files, the usual one first.
        about: One line for people.
        reads: Whether argmap reads it.
        writes: Whether argmap writes it.
        whole: Whether what argmap writes, it reads back as the identical map.
        begins: What a text in this format begins with, white space aside; a regular expression.
        holds: What a text in this format, and in no other that begins so, holds somewhere; a regular
            expression. In JSON a key in its quotes cannot stand within a text.
        carries: What of a map it carries when it is written.
        kept: Whether a text that was read is kept beside the map, word for word.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    reads: bool = False
    writes: bool = True
    whole: bool = False
    begins: str = ""
    holds: str = ""
    carries: Carried = field(default_factory=lambda: _EVERYTHING)
    kept: bool = False

    @property
    def home(self) -> str:
        """The module that reads and writes it."""
        return "argmap.formats." + self.name.replace("-", "_")

    def reader(self) -> Reader:
        """Return the function that reads it."""
        return cast("Reader", import_module(self.home).read)

    def writer(self) -> Writer:
        """Return the function that writes it."""
        return cast("Writer", import_module(self.home).write)


_ALL_BUT_BESIDE: Final = " ".join(name for name in NAMES if name != "beside")
_ONE_LINE: Final = "on one line"
_EACH: Final = "each premise by itself"

FORMATS: Final = (
    Format(
        "yaml",
        (".argmap.yaml", ".yaml", ".yml"),
        "the map as people write it",
        reads=True,
        whole=True,
    ),
    Format(
        "json",
        (".argmap.json", ".json"),
        "the same in JSON, one node a line",
        reads=True,
        whole=True,
        begins=r"\{",
    ),
    Format(
        "jsonl",
        (".argmap.jsonl", ".jsonl", ".ndjson"),
        "JSON Lines, for large maps",
        reads=True,
        whole=True,
        begins=r"\{[^\n]*\}[ \t\r]*\n\s*\{",
    ),
    Format(
        "graphml",
        (".graphml",),
        "graph for yEd, Gephi, Cytoscape, igraph, networkx, Neo4j",
        reads=True,
        whole=True,
        begins=r"<",
    ),
    Format(
        "xaif",
        (".xaif.json", ".xaif"),
        "AIF with text and drawing, of OVA3 and argument mining",
        reads=True,
        begins=r"\{",
        holds=r'"AIF"\s*:\s*\{',
        carries=_carried(
            "text supports rebuts linked undercuts schemes",
            ids="numbered",
            names="numbered",
        ),
        kept=True,
    ),
    Format(
        "ova",
        (".ova.json",),
        "drawing of OVA2 and ReCAP",
        reads=True,
        writes=False,
        begins=r"\{",
        holds=r'"analysis"\s*:\s*\{',
        kept=True,
    ),
    Format(
        "aif",
        (".aif.json", ".nodeset.json"),
        "Argument Interchange Format: a nodeset of AIFdb",
        reads=True,
        begins=r"\{",
        holds=r'"nodeID"\s*:|"locutions"\s*:|\A\s*\{\s*"nodes"\s*:\s*\[\s*\]',
        carries=_carried(
            "text supports rebuts linked undercuts schemes",
            ids="numbered",
            names="numbered",
        ),
        kept=True,
    ),
    Format(
        "arguebuf",
        (".arguebuf.json",),
        "arguebuf graphs, of the ReCAP project",
        reads=True,
        begins=r"\{",
        holds=r'"schema_?[vV]ersion"\s*:',
        carries=_carried(_ALL_BUT_BESIDE),
        kept=True,
    ),
    Format(
        "sadface",
        (".sadface.json",),
        "SADFace documents",
        reads=True,
        begins=r"\{",
        holds=r'"source_id"\s*:|"type"\s*:\s*"atom"|"resources"\s*:\s*\[',
        carries=_carried(_ALL_BUT_BESIDE),
        kept=True,
    ),
    Format(
        "lkif",
        (".lkif",),
        "Carneades 2",
        reads=True,
        writes=False,
        begins=r"<",
        holds=r"<(?:\w+:)?lkif[\s>]",
        kept=True,
    ),
    Format(
        "caf",
        (".caf",),
        "Carneades 3",
        reads=True,
        writes=False,
        begins=r"<",
        holds=r"<(?:\w+:)?caf[\s>]",
        kept=True,
    ),
    Format(
        "arggraph",
        (".arggraph.xml",),
        "argumentative microtexts",
        reads=True,
        writes=False,
        begins=r"<",
        holds=r"<arggraph[\s>]",
        kept=True,
    ),
    Format(
        "brat",
        (".ann",),
        "annotations of brat, as of the Argument Annotated Essays",
        reads=True,
        writes=False,
        begins=r"T\d+\t\S+ \d",
        kept=True,
    ),
    Format(
        "kialo",
        (".kialo.txt",),
        "discussions exported from Kialo",
        reads=True,
        writes=False,
        begins=r"Discussion Title:",
        kept=True,
    ),
    Format(
        "apx",
        (".apx",),
        "attacks only, for solvers (ASPARTIX)",
        reads=True,
        begins=r"(?:%[^\n]*\n\s*+)*+(?:arg|att)\s*\(",
        carries=_carried("rebuts", ids="hyphens as underscores", linked=_EACH),
        kept=True,
    ),
    Format(
        "tgf",
        (".tgf",),
        "attacks only, for solvers (Trivial Graph Format)",
        reads=True,
        begins=r"""(?:[^\s:#{<"'\[-][^\s:]*+(?:[ \t][^\n]*)?\n\s*+)*+#[ \t]*\r?(?:\n|\Z)""",
        carries=_carried("ids rebuts", linked=_EACH),
        kept=True,
    ),
    Format(
        "iccma",
        (".af",),
        "attacks only, for solvers (p af, ICCMA 2023)",
        reads=True,
        begins=r"(?:#[^\n]*\n\s*+)*+p\s+af\s",
        carries=_carried("rebuts", ids="in comments", linked=_EACH),
        kept=True,
    ),
    Format(
        "csv",
        (".csv",),
        "table of the nodes, for spreadsheets",
        carries=_carried(
            "label kinds holders nature amounts status domains sure implicit given places tags ids",
            text=_ONE_LINE,
            by=_ONE_LINE,
            hedges=_ONE_LINE,
            quotes=_ONE_LINE,
            notes=_ONE_LINE,
            supports="in short",
            rebuts="in short",
            linked="in short",
        ),
    ),
    Format(
        "csv-links",
        (".links.csv",),
        "table of the links, for spreadsheets",
        carries=_carried("ids supports rebuts linked undercuts schemes steps names", remarks=_ONE_LINE),
    ),
    Format(
        "dot",
        (".dot", ".gv"),
        "graph for Graphviz",
        carries=_carried(
            "kinds implicit ids supports rebuts linked undercuts",
            text="in the tooltip, at most 4,000 characters",
            label="wrapped",
            schemes="as labels of arrows",
            names="where a dot stands for the link",
            title="at most 4,000 characters",
        ),
    ),
    Format(
        "mermaid",
        (".mmd", ".mermaid"),
        "diagram for Markdown pages",
        carries=_carried("kinds supports rebuts linked undercuts", label="shortened", text="shortened"),
    ),
)


_OWN: Final = r'\ufeff?\s*(?:#[^\n]*\n\s*)*(?:argmap\s*:|\{\s*"argmap")'
"""How an own text begins, nearly always: no foreign format needs to be looked for in it."""


def format_named(name: str) -> Format:
    """Return the row of that name.

    Raises:
        UnknownNameError: there is none.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownNameError("format", name, near=near(name, [row.name for row in FORMATS]))


def format_of_file(name: str) -> Format | None:
    """Return the row whose ending a file's name has: the longest one that fits."""
    lowered = name.lower()
    fitting = [(len(suffix), row) for row in FORMATS for suffix in row.suffixes if lowered.endswith(suffix)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def format_of_text(text: str, name: str = "") -> Format:
    """Return the row that a text is in.

    A foreign format is known by what it holds, an own one by its name where that says YAML, which
    may begin like any other, and else by what it begins with. The last resort is YAML.
    """
    if not re.match(_OWN, text):
        for row in FORMATS:
            if row.reads and row.holds and _begins(text, row) and re.search(row.holds, text):
                return row
    named = format_of_file(name)
    if named is not None and named.reads and not named.begins:
        return named
    for row in (format_named("jsonl"), *FORMATS):
        if row.reads and row.begins and not row.holds and _begins(text, row):
            return row
    return FORMATS[0]


def _begins(text: str, row: Format) -> bool:
    return re.match(r"\ufeff?\s*" + row.begins, text) is not None
