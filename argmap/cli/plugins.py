"""Pydantic without its plugins: none is ours, and to look for them takes a tenth of a call."""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

SEARCH: Final = "pydantic.plugin._loader"


class NoPlugins(ModuleType):
    """Stands in for the module with which Pydantic searches for plugins, to which we have said no.

    Merely to import it takes a tenth of a call, for what it imports in turn. Whatever else Pydantic
    may come to want of it is had from the module itself.
    """

    get_plugins = staticmethod(tuple)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        """Give way to the module itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(SEARCH) is self:
            del sys.modules[SEARCH]
        return getattr(import_module(SEARCH), name)


def refuse_plugins() -> None:
    """Keep Pydantic from looking for plugins in this process, unless its user has said which."""
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        sys.modules.setdefault(SEARCH, NoPlugins(SEARCH))
