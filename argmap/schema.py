"""The JSON Schema of a map's file, for editors; made from the model's own words.

Source: JSON Schema, draft 2020-12, as the usual YAML language server reads it.
"""

import ast
import inspect
import json
import textwrap
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel

from argmap import wire
from argmap.model import KINDS, NATURES, NODE_KINDS, STATUSES, Anchor, Source
from argmap.soundness import ID_LONGEST, ID_PATTERN, RESERVED
from argmap.values import PLACE

Schema = dict[str, Any]

_ID: Final[Schema] = {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_LONGEST}
_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_WORDS: Final[Schema] = {
    "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
}
_PLACE: Final[Schema] = {"type": "string", "pattern": f"^{PLACE}$"}
_PLACES: Final[Schema] = {"anyOf": [_PLACE, {"type": "array", "items": _PLACE}]}
_SHARE: Final[Schema] = {"type": "number", "minimum": 0, "maximum": 1}
_SHAPES: Final[dict[str, Schema]] = {
    "holder": _WORDS,
    "tags": _WORDS,
    "at": _PLACES,
    "also": _PLACES,
    "skip": _PLACES,
    "covers": _SHARE,
    "sure": _SHARE,
    "amount": {"type": ["number", "string"]},
    "implicit": {"type": "boolean"},
    "given": {"type": "boolean"},
    "nature": {"enum": list(NATURES)},
    "status": {"enum": list(STATUSES)},
    "kind": {"enum": list(KINDS)},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}
_ABOUT: Final = {
    "kind": "What kind of statement it is.",
    "because": (
        "Reasons for it, each by itself: an id, a list of ids that only work together, or the long form."
    ),
    "but": "What rebuts it, in the same forms.",
}


def file_schema() -> Schema:
    """Return the JSON Schema that a map in YAML or JSON follows."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An argument map of argmap",
        "type": "object",
        "required": ["argmap"],
        "additionalProperties": False,
        "properties": {
            "argmap": {"enum": [wire.VERSION], "description": "Version of the format."},
            "title": {**_TEXT, "description": "What the argument is about; usually the thesis."},
            "source": _source(),
            "thesis": {**_ID, "description": "Id of the main claim."},
            "beside": {
                "type": "object",
                "description": "Texts of other formats that the map was read from, by the format's name.",
                "propertyNames": _ID,
                "additionalProperties": _TEXT,
            },
            "nodes": {
                "type": "object",
                "description": "The statements, by their ids.",
                "propertyNames": {**_ID, "not": {"enum": sorted(RESERVED)}},
                "additionalProperties": {"$ref": "#/$defs/node"},
            },
        },
        "$defs": {"node": _node(), "links": _links(), "link": _link()},
    }


def schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(file_schema(), ensure_ascii=False, indent=2) + "\n"


def _source() -> Schema:
    return {
        "type": "object",
        "description": "The article, report or speech the map is of.",
        "additionalProperties": False,
        "properties": {name: _described(name, _documented(Source).get(name)) for name in Source.model_fields},
    }


def _node() -> Schema:
    described: dict[str, str | None] = dict(_ABOUT)
    for kind in NODE_KINDS:
        described |= {name: words for name, words in _documented(kind).items() if name != "kind"}
    described |= _documented(Anchor)
    properties = {name: _described(name, described[name]) for name in wire.NODE_FIELDS}
    properties |= {
        word: {"$ref": "#/$defs/links", "description": described[word]} for word in wire.LINK_LISTS
    }
    stakes = dict.fromkeys(wire.STAKE_FIELDS, False)
    return {
        "type": "object",
        "required": ["kind", "text"],
        "additionalProperties": False,
        "properties": properties,
        "if": {"properties": {"kind": {"enum": ["claim", "evidence", "assumption"]}}},
        "then": {"properties": stakes},
    }


def _links() -> Schema:
    return {
        "anyOf": [
            _ID,
            {"$ref": "#/$defs/link"},
            {"type": "array", "items": {"anyOf": [_ID, _together(), {"$ref": "#/$defs/link"}]}},
        ]
    }


def _link() -> Schema:
    return {
        "type": "object",
        "description": "A link in its long form.",
        "required": ["from"],
        "additionalProperties": False,
        "properties": {
            "from": {"anyOf": [_ID, _together()], "description": "An id, or ids that only work together."},
            "unless": {"$ref": "#/$defs/links", "description": "What undercuts this link."},
            "scheme": {**_TEXT, "description": "Name of the argumentation scheme."},
            "sure": {**_SHAPES["sure"], "description": "Strength of the step itself, from 0 to 1."},
            "note": {**_TEXT, "description": "Free remark."},
            "id": {**_ID, "description": "Name of the link."},
        },
    }


def _together() -> Schema:
    return {"type": "array", "items": _ID, "minItems": 1, "description": "Ids that only work together."}


def _documented(model: type[BaseModel]) -> dict[str, str]:
    """Return what stands under the fields of a model, and of those it extends, in their source.

    Pydantic can keep that itself, but only by reading the source each time a model is made.
    """
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            body = ast.parse(textwrap.dedent(inspect.getsource(each))).body[0]
            assert isinstance(body, ast.ClassDef)  # noqa: S101 - it is the source of a class
            for field, words in pairwise(body.body):
                match field, words:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                        value=ast.Constant(value=str(text))
                    ):
                        found[name] = text
                    case _:
                        pass
    return found


def _described(name: str, description: str | None) -> Schema:
    shape = _SHAPES.get(name, _TEXT)
    return {**shape, "description": " ".join(description.split())} if description else dict(shape)
