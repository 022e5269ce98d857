"""What the larger rows of the table say their formats carry; each is used by one kind of format."""

from typing import Final

from argmap.formats.row import carried

ON_ONE_LINE: Final = "on one line"
_LISTED: Final = "parted by semicolons"
_UNITS: Final = "units on one line"
_ON_LINES: Final = {
    **dict.fromkeys(("text", "label", "domains", "by", "hedges", "quotes", "notes"), ON_ONE_LINE),
    **dict.fromkeys(("holders", "places", "tags"), _LISTED),
    "amounts": _UNITS,
}

OUTLINE: Final = carried(
    "kinds status supports rebuts",
    text=ON_ONE_LINE,
    holders="parted by commas",
    amounts=_UNITS,
    by=ON_ONE_LINE,
    sure="in per cent",
    linked="with the word and",
    undercuts="after the link",
    thesis="first",
    title=ON_ONE_LINE,
)
"""Outlines for people."""
PICTURE: Final = carried(
    "kinds supports rebuts linked undercuts",
    text="shortened",
    label="wrapped",
    implicit="as a dashed frame",
    schemes="as labels of arrows",
    title=ON_ONE_LINE,
)
"""Pictures that Graphviz draws."""
TABLE_OF_NODES: Final = carried(
    "kinds nature status sure implicit given ids",
    **_ON_LINES,
    supports="in short",
    rebuts="in short",
    linked="in short",
)
"""The table for spreadsheets."""
NEO4J_NODES: Final = carried(
    "kinds nature status sure implicit given ids",
    schemes="of links that are nodes there",
    steps="of links that are nodes there",
    **_ON_LINES,
)
"""The table for Neo4j's importer."""
LINKS: Final = carried(
    "ids supports rebuts linked undercuts steps names",
    schemes=ON_ONE_LINE,
    remarks=ON_ONE_LINE,
)
"""The tables of links."""
