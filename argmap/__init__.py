"""argmap: argument maps of articles, as text, as graphs, and at the command line.

    import argmap
    m = argmap.load("riverton.argmap.yaml")
    graph = argmap.build_graph(m)
    argmap.trace(graph, "health")

Each public name is imported from its home when it is first used, so that `import argmap` is light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.checks.checking import check as check
    from argmap.comparison.changes import Comparison as Comparison
    from argmap.comparison.comparing import compare as compare
    from argmap.errors import (
        ArgmapError as ArgmapError,
    )
    from argmap.errors import (
        FileError as FileError,
    )
    from argmap.errors import (
        Flaw as Flaw,
    )
    from argmap.errors import (
        LoadError as LoadError,
    )
    from argmap.errors import (
        Problem as Problem,
    )
    from argmap.errors import (
        RequestError as RequestError,
    )
    from argmap.errors import (
        UnknownNameError as UnknownNameError,
    )
    from argmap.errors import (
        UnsoundMapError as UnsoundMapError,
    )
    from argmap.evaluation.verdicts import Verdict as Verdict
    from argmap.evaluation.verdicts import evaluate as evaluate
    from argmap.files import dump as dump
    from argmap.files import dumps as dumps
    from argmap.files import load as load
    from argmap.files import loads as loads
    from argmap.files import reading as reading
    from argmap.findings import Finding as Finding
    from argmap.graph import build_graph as build_graph
    from argmap.graph import map_of as map_of
    from argmap.graph import node_of as node_of
    from argmap.looks import Look as Look
    from argmap.losses import Loss as Loss
    from argmap.losses import Reading as Reading
    from argmap.model import (
        Anchor as Anchor,
    )
    from argmap.model import (
        ArgumentMap as ArgumentMap,
    )
    from argmap.model import (
        Assumption as Assumption,
    )
    from argmap.model import (
        Claim as Claim,
    )
    from argmap.model import (
        Cost as Cost,
    )
    from argmap.model import (
        Evidence as Evidence,
    )
    from argmap.model import (
        Gain as Gain,
    )
    from argmap.model import (
        Link as Link,
    )
    from argmap.model import (
        Node as Node,
    )
    from argmap.model import (
        Source as Source,
    )
    from argmap.query.beneath import (
        Step as Step,
    )
    from argmap.query.beneath import (
        outline as outline,
    )
    from argmap.query.beneath import (
        support as support,
    )
    from argmap.query.beneath import (
        thesis_of as thesis_of,
    )
    from argmap.query.chains import Chain as Chain
    from argmap.query.chains import Chains as Chains
    from argmap.query.chains import chains as chains
    from argmap.query.names import node_called as node_called
    from argmap.query.part import part as part
    from argmap.query.selection import find as find
    from argmap.query.selection import holders as holders
    from argmap.query.selection import select as select
    from argmap.query.shape import (
        Statistics as Statistics,
    )
    from argmap.query.shape import (
        circles as circles,
    )
    from argmap.query.shape import (
        statistics as statistics,
    )
    from argmap.query.shape import (
        unsupported as unsupported,
    )
    from argmap.query.standing import (
        Objection as Objection,
    )
    from argmap.query.standing import (
        objections as objections,
    )
    from argmap.query.standing import (
        reasons as reasons,
    )
    from argmap.query.standing import (
        rebuttals as rebuttals,
    )
    from argmap.query.standing import (
        roots as roots,
    )
    from argmap.query.tracing import Trace as Trace
    from argmap.query.tracing import trace as trace
    from argmap.schema import file_schema as file_schema
    from argmap.shipped import builtin as builtin
    from argmap.sources.article import Article as Article
    from argmap.sources.coverage import Coverage as Coverage
    from argmap.sources.coverage import coverage as coverage
    from argmap.sources.passages import Passage as Passage
    from argmap.sources.passages import passages as passages

_HOMES: Final = {
    "checks.checking": "check",
    "comparison.changes": "Comparison",
    "comparison.comparing": "compare",
    "errors": "ArgmapError FileError Flaw LoadError Problem RequestError UnknownNameError UnsoundMapError",
    "evaluation.verdicts": "Verdict evaluate",
    "files": "dump dumps load loads reading",
    "findings": "Finding",
    "graph": "build_graph map_of node_of",
    "looks": "Look",
    "losses": "Loss Reading",
    "model": "Anchor ArgumentMap Assumption Claim Cost Evidence Gain Link Node Source",
    "query.beneath": "Step outline support thesis_of",
    "query.chains": "Chain Chains chains",
    "query.names": "node_called",
    "query.part": "part",
    "query.selection": "find holders select",
    "query.shape": "Statistics circles statistics unsupported",
    "query.standing": "Objection objections reasons rebuttals roots",
    "query.tracing": "Trace trace",
    "schema": "file_schema",
    "shipped": "builtin",
    "sources.article": "Article",
    "sources.coverage": "Coverage coverage",
    "sources.passages": "Passage passages",
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"
__all__ = [*_HOME_OF, "__version__"]  # noqa: PLE0604 - names are the keys of a table, all strings


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, told above
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    value = getattr(import_module(f"argmap.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
