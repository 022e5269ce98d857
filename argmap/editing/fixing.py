"""What checks find and a program may mend, since nothing that the map says is touched.

One function a check, under its name; the row of the check says that it is fixable.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from argmap import wire
from argmap.editing import changes
from argmap.editing.requests import Changed
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.wire import Data


def doubled_link(data: Data, m: ArgumentMap, found: Sequence[Finding]) -> int:
    """Take links out that say word for word what an earlier one says; those that say more stay."""
    doubled = {finding.where for finding in found}
    gone = []
    for links in m.links_onto.values():
        seen = []
        for link in links:
            said = link.model_dump(exclude={"id"})
            if link.id in doubled and said in seen and link.id not in m.links_onto and not link.named:
                gone.append(link)
            seen.append(said)
    changes.unlink(data, m, gone, force=False)
    return len(gone)


def doubled_word(data: Data, m: ArgumentMap, found: Sequence[Finding]) -> int:
    """Leave each tag and each holder of a node once."""
    for where, field in {(finding.where, finding.field): None for finding in found}:
        values = data["nodes"][m.by_id[where].id]
        values[field] = list(dict.fromkeys(values[field]))
    return len(found)


FIXES: Final[Mapping[str, Callable[[Data, ArgumentMap, Sequence[Finding]], int]]] = {
    "A104": doubled_link,
    "A605": doubled_word,
}
"""What mends the findings of each code, and returns how many it mended."""


def fixing(m: ArgumentMap, found: Sequence[Finding]) -> Changed:
    """Mend what can be mended of what checks have found in a map."""
    data = wire.plain(m)
    count = 0
    for code in sorted({finding.code for finding in found} & FIXES.keys(), reverse=True):
        count += FIXES[code](data, m, [finding for finding in found if finding.code == code])
    return Changed(changes.edited(data), f"{count} mended")
