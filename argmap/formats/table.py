"""The table of formats: one frozen row and one file each.

A row names its module, which has `read(text, name)` and `write(m, plain=…)` as far as the row
says so. The module is imported when it is first needed. What a row says its format carries is
what the report of a conversion and `argmap formats` tell, and what the tests hold it to.
"""

import re
from types import MappingProxyType
from typing import Final

from argmap.features import NAMES
from argmap.formats._carriage import LINKS, NEO4J_NODES, ON_ONE_LINE, OUTLINE, PICTURE, TABLE_OF_NODES
from argmap.formats.row import Format, carried
from argmap.spelling import row_called

_ALL_BUT_BESIDE: Final = " ".join(name for name in NAMES if name != "beside")
_CYPHER_LACKS: Final = frozenset({"title", "thesis", "source", "names"})
_OBJECTS: Final = ("{",)
_ONCE: Final = "each pair once"
_EACH: Final = "each premise by itself"
FORMATS: Final = (
    Format(
        "yaml",
        (".argmap.yaml", ".yaml", ".yml"),
        "the map as people write it",
        reads=True,
        whole=True,
        locates=True,
        marks=("kind", "[", "from"),
    ),
    Format(
        "json",
        (".argmap.json", ".json"),
        "the same in JSON, one node a line",
        reads=True,
        whole=True,
        locates=True,
        begins=r"\{",
        marks=_OBJECTS,
    ),
    Format(
        "jsonl",
        (".argmap.jsonl", ".jsonl", ".ndjson"),
        "JSON Lines, for large maps",
        reads=True,
        whole=True,
        begins=r"\{[^\n]*\}[ \t\r]*\n\s*\{",
        marks=_OBJECTS,
    ),
    Format(
        "graphml",
        (".graphml",),
        "graph for yEd, Gephi, Cytoscape, igraph, networkx, Neo4j",
        reads=True,
        whole=True,
        begins=r"<",
        marks=("<node", "<edge"),
    ),
    Format(
        "xaif",
        (".xaif.json", ".xaif"),
        "AIF with text and drawing, of OVA3 and argument mining",
        reads=True,
        begins=r"\{",
        marks=_OBJECTS,
        holds=r'"AIF"\s*:\s*\{',
        carries=carried(
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
        marks=_OBJECTS,
        holds=r'"analysis"\s*:\s*\{',
        kept=True,
    ),
    Format(
        "aif",
        (".aif.json", ".nodeset.json"),
        "Argument Interchange Format: a nodeset of AIFdb",
        reads=True,
        begins=r"\{",
        marks=_OBJECTS,
        holds=r'"nodeID"\s*:|"locutions"\s*:|\A\s*\{\s*"nodes"\s*:\s*\[\s*\]',
        carries=carried(
            "text supports rebuts linked undercuts schemes",
            ids="numbered",
            names="numbered",
        ),
        kept=True,
    ),
    Format(
        "argdown",
        (".argdown", ".ad"),
        "Argdown, arguments in a Markdown of their own",
        reads=True,
        holds=r"(?m)^[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>):(?:\s|\Z)|\A\s*={3,}\n",
        carries=carried(_ALL_BUT_BESIDE),
        kept=True,
        includes=True,
    ),
    Format(
        "argdown-json",
        (".argdown.json",),
        "JSON export of Argdown's tool",
        reads=True,
        writes=False,
        begins=r"\{",
        marks=_OBJECTS,
        holds=r'"arguments"\s*:\s*\{[\s\S]*"statements"\s*:\s*\{|"statements"\s*:\s*\{[\s\S]*"relationType"\s*:',
        kept=True,
    ),
    Format(
        "arguebuf",
        (".arguebuf.json",),
        "arguebuf graphs, of the ReCAP project",
        reads=True,
        begins=r"\{",
        marks=_OBJECTS,
        holds=r'"schema_?[vV]ersion"\s*:',
        carries=carried(_ALL_BUT_BESIDE),
        kept=True,
    ),
    Format(
        "sadface",
        (".sadface.json",),
        "SADFace documents",
        reads=True,
        begins=r"\{",
        marks=_OBJECTS,
        holds=r'"source_id"\s*:|"type"\s*:\s*"atom"|"resources"\s*:\s*\[',
        carries=carried(_ALL_BUT_BESIDE),
        kept=True,
    ),
    Format(
        "carneades",
        (".carneades.yaml", ".carneades.yml"),
        "argument graphs of Carneades 4, in YAML",
        reads=True,
        holds=r"(?m)^(?:statements|arguments|argument_schemes|issue_schemes)[ \t]*:[ \t\r]*(?:[{#]|$)",
        carries=carried(_ALL_BUT_BESIDE),
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
        annotates=True,
    ),
    Format(
        "brat",
        (".ann",),
        "annotations of brat, as of the Argument Annotated Essays",
        reads=True,
        writes=False,
        begins=r"(?:T\d+\t\S+ \d|R\d+\t\S+ \S+:|[AMN]\d+\t\S+ [TRE]\d|#\d+\t\S+ \S"
        r"|E\d+\t\S+:[TE]\d|\*\t\S+ [TE]\d)",
        kept=True,
        annotates=True,
    ),
    Format(
        "kialo",
        (".kialo.txt",),
        "discussions exported from Kialo",
        reads=True,
        writes=False,
        begins=r"Discussion (?:Title|Name):",
        kept=True,
    ),
    Format(
        "apx",
        (".apx",),
        "attacks only, for solvers (ASPARTIX)",
        reads=True,
        begins=r"(?:%[^\n]*\n\s*+)*+(?:arg|att)\s*\(",
        carries=carried(rebuts=_ONCE, ids="hyphens as underscores", linked=_EACH),
        kept=True,
    ),
    Format(
        "tgf",
        (".tgf",),
        "attacks only, for solvers (Trivial Graph Format)",
        reads=True,
        begins=r"""(?:[^\s:#{<"'\[-][^\s:]*+(?:[ \t][^\n]*)?\r?\n\s*+)*+#[ \t]*\r?(?:\n|\Z)""",
        carries=carried("ids", rebuts=_ONCE, linked=_EACH),
        kept=True,
    ),
    Format(
        "iccma",
        (".af",),
        "attacks only, for solvers (p af, ICCMA 2023)",
        reads=True,
        begins=r"(?:#[^\n]*\n\s*+)*+p\s+af\s",
        carries=carried(rebuts=_ONCE, ids="in comments", linked=_EACH),
        kept=True,
    ),
    Format("csv", (".csv",), "table of the nodes, for spreadsheets", carries=TABLE_OF_NODES),
    Format("csv-links", (".links.csv",), "table of the links, for spreadsheets", carries=LINKS),
    Format(
        "svg",
        (".svg",),
        "picture for pages and screens, drawn by Graphviz",
        drawn=True,
        carries=carried(
            "kinds ids supports rebuts linked undercuts thesis",
            text="under the pointer, at most 4,000 characters",
            label="wrapped",
            implicit="as a dashed frame",
            schemes="as labels of arrows",
            title=ON_ONE_LINE,
        ),
    ),
    Format(
        "png",
        (".png",),
        "picture in dots, drawn by Graphviz",
        drawn=True,
        binary=True,
        carries=PICTURE,
    ),
    Format(
        "pdf",
        (".pdf",),
        "picture for print, drawn by Graphviz",
        drawn=True,
        binary=True,
        carries=PICTURE,
    ),
    Format(
        "dot",
        (".dot", ".gv"),
        "graph for Graphviz",
        drawn=True,
        carries=carried(
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
        drawn=True,
        carries=carried("kinds supports rebuts linked undercuts", label="shortened", text="shortened"),
    ),
    Format(
        "markdown",
        (".md", ".markdown"),
        "outline in Markdown, for notes and wikis",
        carries=OUTLINE,
    ),
    Format(
        "html",
        (".html", ".htm"),
        "outline in one page of HTML, without script",
        carries=MappingProxyType({**OUTLINE, "ids": ""}),
    ),
    Format(
        "canvas",
        (".canvas",),
        "JSON Canvas, which Obsidian draws",
        carries=carried(
            "kinds ids supports rebuts linked undercuts",
            text=ON_ONE_LINE,
            schemes="as labels of arrows",
            names="where a card stands for the link",
        ),
    ),
    Format(
        "node-link",
        (".node-link.json",),
        "graph for networkx and D3",
        carries=carried(_ALL_BUT_BESIDE, names="as keys of edges"),
    ),
    Format(
        "cypher",
        (".cypher",),
        "statements that make the graph in Neo4j",
        carries=carried(
            " ".join(name for name in _ALL_BUT_BESIDE.split() if name not in _CYPHER_LACKS),
            names="where a node stands for the link",
        ),
    ),
    Format(
        "neo4j",
        (".neo4j.csv",),
        "table of the nodes, for Neo4j's importer",
        carries=NEO4J_NODES,
    ),
    Format(
        "neo4j-links",
        (".neo4j-links.csv",),
        "table of the arrows, for Neo4j's importer",
        carries=LINKS,
    ),
    Format(
        "annotations",
        (".jsonld",),
        "W3C Web Annotations of the source",
        placed=True,
        carries=carried("text kinds quotes places ids title"),
    ),
)


_OWN: Final = r'\ufeff?\s*(?:#[^\n]*\n\s*)*(?:argmap\s*:|\{\s*"argmap")'
"""How an own text begins, nearly always: no foreign format needs to be looked for in it."""
_VERSION: Final = r"\s*:?\s*\d"
"""What follows then, where it is an own text beyond doubt."""
_XML: Final = r"\ufeff?\s*<(?:\?xml|graphml)\s"
_BRACKETS: Final = frozenset({r"\{", "<"})
"""Beginnings that say too little to go before a file's name."""


def format_named(name: str) -> Format:
    """Return the row of that name.

    Raises:
        UnknownNameError: there is none.
    """
    return row_called("format", name, FORMATS)


def format_of_file(name: str) -> Format | None:
    """Return the row whose ending a file's name has: the longest one that fits."""
    lowered = name.lower()
    fitting = [(len(suffix), row) for row in FORMATS for suffix in row.suffixes if lowered.endswith(suffix)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def format_of_text(text: str, name: str = "") -> Format:
    """Return the row that a text is in.

    A foreign format is known by what it holds, or by a beginning that is more than a bracket; an own one
    by its version at the beginning, by its name where that says YAML, and else by what it begins with.
    The last resort is YAML.
    """
    own = re.match(_OWN, text)
    if own is None:
        for row in FORMATS:
            if row.reads and row.holds and _begins(text, row) and re.search(row.holds, text):
                return row
        xml = re.match(_XML, text) is not None
        for row in FORMATS:
            if row.reads and row.begins and _begins(text, row) and (row.begins not in _BRACKETS or xml):
                return row
    named = format_of_file(name)
    if named is not None and named.reads and not named.begins and (named.whole or not _is_sure(own)):
        return named
    for row in (format_named("jsonl"), *FORMATS):
        if row.reads and row.begins and not row.holds and _begins(text, row):
            return row
    return FORMATS[0]


def _is_sure(own: re.Match[str] | None) -> bool:
    """Tell whether a text that begins as an own one goes on so."""
    return own is not None and re.compile(_VERSION).match(own.string, own.end()) is not None


def _begins(text: str, row: Format) -> bool:
    return re.match(r"\ufeff?\s*" + row.begins, text) is not None
