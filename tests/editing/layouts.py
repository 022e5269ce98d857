"""Maps written in ways that people write them: hypothesis picks a layout for each part."""

import contextlib
import random
from typing import Any

from argmap import loads, wire
from argmap.errors import ArgmapError
from argmap.formats.yaml import inline, scalar
from argmap.model import ArgumentMap

ROUGH = (
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n      ",
    "# a",
    "  # a '",
    '\n# "a #b"\n',
    "---\n",
    "\n...\n",
    '"',
    "'",
    ", ",
    "|\n",
    "\r\n",
)


class Scribe:
    """Writes a map as somebody might who has no canonical layout in mind."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._count = 0

    def written(self, m: ArgumentMap) -> str:
        data = wire.plain(m)
        nodes = data.pop("nodes")
        data.pop("beside", None)
        lines = [self._comment(""), f"argmap: {data.pop('argmap')}{self._behind()}"]
        for name, value in data.items():
            if isinstance(value, dict):
                lines.append(f"{name}: {inline(value)}" if self._maybe() or not value else f"{name}:")
                if lines[-1].endswith(":"):
                    lines += [f"   {key}: {self._value(each)}{self._behind()}" for key, each in value.items()]
            else:
                lines.append(f"{name}: {self._value(value)}{self._behind()}")
        lines.append("nodes: {}" if not nodes else "nodes:")
        indent = self._random.choice(["  ", "    ", " "])
        for name, node in nodes.items():
            lines += self._node(name, node, indent)
        lines.append(self._comment(""))
        text = "\n".join(line for line in lines if line is not None) + self._random.choice(["", "\n", "\n\n"])
        return text.replace("\n", "\r\n") if self._maybe(0.2) else text

    def _node(self, name: str, node: dict[str, Any], indent: str) -> list[str | None]:
        above = ["" if self._maybe() else None, self._comment(indent)]
        if self._maybe(0.25):
            return [*above, f"{indent}{scalar(name)}: {inline(node)}{self._behind()}"]
        lines = [*above, f"{indent}{scalar(name)}:{self._behind()}"]
        fields = list(node.items())
        if self._maybe():
            self._random.shuffle(fields)
        deeper = indent + self._random.choice([" ", "  "])
        for key, value in fields:
            lines.append(self._comment(deeper))
            lines += self._field(key, value, deeper)
        if "status" not in node and node["kind"] in {"gain", "cost"} and self._maybe(0.2):
            lines.append(f"{deeper}status: actual")
        return lines

    def _field(self, key: str, value: Any, indent: str) -> list[str | None]:
        if isinstance(value, list) and self._maybe():
            inner = indent + self._random.choice(["", "  "])
            lines = [f"{indent}{key}:{self._behind()}"]
            for item in value:
                lines.append(self._comment(inner))
                lines += self._item(item, inner)
            return lines
        shown = value[0] if isinstance(value, list) and len(value) == 1 and self._maybe() else value
        return [f"{indent}{key}: {self._value(shown)}{self._behind()}"]

    def _item(self, item: Any, indent: str) -> list[str | None]:
        if not isinstance(item, dict):
            return [f"{indent}- {self._value(item)}{self._behind()}"]
        if len(item) == 1 and self._maybe():
            premises = item["from"]
            return [f"{indent}- {inline(premises[0] if len(premises) == 1 else premises)}{self._behind()}"]
        if self._maybe():
            return [f"{indent}- {inline(item)}{self._behind()}"]
        lines: list[str | None] = []
        for index, (key, value) in enumerate(item.items()):
            lines.append(f"{indent}{'  ' if index else '- '}{key}: {inline(value)}{self._behind()}")
        return lines

    def _value(self, value: Any) -> str:
        if isinstance(value, str) and "\n" not in value and value.isprintable() and self._maybe():
            return "'" + value.replace("'", "''") + "'"
        return inline(value) if not isinstance(value, str) else scalar(value)

    def _comment(self, indent: str) -> str | None:
        if not self._maybe(0.3):
            return None
        self._count += 1
        return f"{indent}# comment {self._count}"

    def _behind(self) -> str:
        return "" if not self._maybe(0.3) else f"  {self._comment('') or '# other'}"

    def _maybe(self, chance: float = 0.5) -> bool:
        return self._random.random() < chance


def roughened(text: str, m: ArgumentMap, seed: int) -> str:
    """Return a text of the map with signs put in and taken out wherever it still says the same."""
    chance = random.Random(seed)
    for _ in range(chance.randint(0, 12)):
        at = chance.randint(0, len(text))
        rougher = text[:at] + chance.choice(ROUGH) + text[at + chance.choice([0, 0, 0, 1]) :]
        with contextlib.suppress(ArgmapError):
            text = rougher if loads(rougher, format="yaml") == m else text
    return text
