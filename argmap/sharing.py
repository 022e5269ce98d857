"""Values that share with all of their kind what Pydantic keeps for each: the names of the fields set."""

from functools import cache
from typing import TypeVar

from pydantic import BaseModel

Value = TypeVar("Value", bound=BaseModel)


def lightened(value: Value) -> Value:
    """Return the value, with one set of the names of its fields for all of its kind.

    Each has one of its own, of what was set; nobody asks for it, and it weighs as much as the fields.
    """
    object.__setattr__(value, "__pydantic_fields_set__", _every_field(type(value)))
    return value


@cache
def _every_field(of: type[BaseModel]) -> set[str]:
    """Return the names of all fields, so that nothing is left out where only what was set is wanted."""
    return set(of.model_fields)
