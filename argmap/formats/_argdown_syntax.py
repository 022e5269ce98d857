"""Argdown's tokens as blocks: statements, arguments, premises and conclusions, relations, headings.

A hand-written parser: what belongs together is told by lines and indentation, which a grammar would
hide in hooks, and every refusal is in an author's words. It keeps its own stack, so that no depth of
nesting is too deep, and goes on after the next blank line where something is wrong.

Source: https://argdown.org/syntax/, and what the reference tool does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from argmap.formats._argdown_tokens import ARGUMENT, ARGUMENT_TEXT, STATEMENT_TEXT, TITLES, Token
from argmap.formats._argdown_wording import NO_START, ONE_PREMISE, missing, unclosed, unexpected

Data = dict[str, Any]


@dataclass(slots=True, eq=False)
class Item:
    """One place where a statement or an argument is stated or named.

    Attributes:
        sort: `statement` or `argument`.
        title: Its title; None where it has none.
        text: What it says; None where it is only named.
        place: Where it begins in the text.
        tags: Its tags, in order.
        data: Its metadata.
        links: How many links, mentions and marks of bold and italic its text holds.
        inference: The step whose conclusion it is.
        listed: Whether it is an item of a list.
    """

    sort: str
    title: str | None
    text: str | None
    place: int
    tags: list[str] = field(default_factory=list)
    data: Data = field(default_factory=dict)
    links: int = 0
    inference: "Inference | None" = None
    listed: bool = False


@dataclass(slots=True, eq=False)
class Inference:
    """A step from premises to the conclusion below it."""

    place: int
    rules: list[str] = field(default_factory=list)
    data: Data = field(default_factory=dict)


class Relation(NamedTuple):
    """A line that relates its statement or argument to the one it stands under."""

    parent: "Item | Inference"
    symbol: str
    child: Item
    place: int


@dataclass(slots=True, eq=False)
class Structure:
    """Premises, inferences and conclusions in their order."""

    steps: list[Item | Inference]
    place: int


@dataclass(slots=True, eq=False)
class Heading:
    """The heading of a section."""

    level: int
    title: str
    tags: list[str]
    data: Data


Block = Item | Structure | Heading


class _Level(NamedTuple):
    indent: str
    owner: "Item | Inference"


class _AstrayError(Exception):
    def __init__(self, place: int, message: str) -> None:
        self.place = place
        self.message = message
        super().__init__(message)


_INLINE: Final = {"text", "newline", "open", "close", "link", "tag", "mention"}
_END: Final = Token("finish", -1, -1, "")
_UNDERCUTS: Final = {"<_", "_"}


class Parser:
    """Makes blocks and relations of tokens."""

    def __init__(self, tokens: list[Token], size: int, metadata: Callable[[Token], Data]) -> None:
        """Keep the tokens, the text's length, and what reads a token of metadata."""
        self.items: list[Item] = []
        self.blocks: list[Block] = []
        self.relations: list[Relation] = []
        self.problems: list[tuple[int, str]] = []
        self.oddities: list[tuple[int, str]] = []
        self.front: Token | None = None
        self._tokens = tokens
        self._size = size
        self._metadata = metadata
        self._at = 0

    def parse(self) -> None:
        """Take all tokens."""
        self._skip("newline", "blank")
        if self._here.kind == "front":
            self.front = self._take()
            self._attempt(self._after_block)
            self._skip("newline", "blank")
        while self._here is not _END:
            self._attempt(self._block)
            self._skip("newline", "blank")

    @property
    def _here(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _skip(self, *kinds: str) -> None:
        while self._here.kind in kinds:
            self._at += 1

    def _astray(self, message: str, token: Token | None = None) -> _AstrayError:
        token = token or self._here
        return _AstrayError(self._size if token is _END else token.start, message)

    def _attempt(self, part: Callable[[], None]) -> None:
        """Take a part; where it is wrong, say so and go on after the next blank line."""
        relations = len(self.relations)
        try:
            part()
        except _AstrayError as error:
            self.problems.append((error.place, error.message))
            del self.relations[relations:]  # what they relate is not there
            while self._here.kind not in ("blank", "finish"):
                self._at += 1

    # --- blocks -------------------------------------------------------------------------------

    def _block(self) -> None:
        kind = self._here.kind
        if kind in NO_START:
            raise self._astray(NO_START[kind])
        if kind == "heading":
            self._heading()
        elif kind == "number":
            self._structure()
        elif kind == "bullet":
            self._list()
        else:
            item = self._item()
            self.blocks.append(item)
            self._relations(item, "")
        self._after_block()

    def _after_block(self) -> None:
        self._skip("newline")
        token = self._here
        if token.kind not in ("blank", "finish"):
            raise self._astray(unexpected(token))

    def _heading(self) -> None:
        token = self._take()
        start = self._at
        text, tags, _ = self._content()
        if self._at == start or not text.strip():
            raise self._astray("a heading has words after its #", token)
        self.blocks.append(Heading(len(token.value), text.strip(), tags, self._data()))

    def _list(self) -> None:
        first = self._here
        while self._here.kind == "bullet":
            token = self._take()
            if len(token.indent) > len(first.indent):
                raise self._astray("lists do not stand inside lists; write relations (+, -) instead", token)
            if (token.value == "*") != (first.value == "*"):
                raise self._astray("one list has either * or numbers before all of its items", token)
            item = self._item()
            item.listed = True
            self.blocks.append(item)
            self._relations(item, first.indent + " ")

    # --- statements and arguments -------------------------------------------------------------

    def _item(self) -> Item:
        token = self._here
        named = token.kind in TITLES
        sort = "argument" if token.kind in (ARGUMENT, ARGUMENT_TEXT) else "statement"
        item = Item(sort, token.value if named else None, None, token.start)
        self.items.append(item)
        if named:
            self._at += 1
        if named and token.kind not in (STATEMENT_TEXT, ARGUMENT_TEXT):
            while self._here.kind == "tag":
                item.tags.append(self._take().value)
        else:
            start = self._at
            item.text, item.tags, item.links = self._content()
            if self._at == start:
                raise self._astray(missing(token, named=named))
            if not item.text.strip():
                self.oddities.append((token.start, "there is no text here"))
        item.data = self._data()
        return item

    def _content(self) -> tuple[str, list[str], int]:
        """Take running text; return it, its tags, and how much else it holds."""
        pieces: list[str] = []
        tags: list[str] = []
        opened: list[Token] = []
        others = 0
        while (token := self._here).kind in _INLINE:
            self._at += 1
            kind = token.kind
            if kind in {"text", "link"}:
                pieces.append(token.value)
                others += kind == "link"
            elif kind == "newline":
                pieces.append("" if pieces and pieces[-1].endswith(" ") else " ")
            elif kind == "open":
                opened.append(token)
            elif kind == "close":
                pieces.append(token.value)
                opened.pop()
                others += 1
            else:
                tags += [token.value] if kind == "tag" else []
                others += kind == "mention"
                pieces.append(_as_written(token))
        if opened:
            raise self._astray(unclosed(opened[-1].value), opened[-1])
        return "".join(pieces), tags, others

    def _data(self) -> Data:
        self._skip("newline")
        if self._here.kind != "data":
            return {}
        data = self._metadata(self._take())
        if self._here.kind == "data":
            raise self._astray("one statement has one { … }; put all metadata into it")
        if self._here.kind in _INLINE and self._here.kind != "newline":
            raise self._astray("after metadata { … } the line ends; write \\{ where a brace is text")
        self._skip("newline")
        return data

    # --- relations ----------------------------------------------------------------------------

    def _relations(self, owner: "Item | Inference", base: str) -> None:
        """Take the relation lines below an element, however deep; a child's own come before its line."""
        levels = [_Level(base, owner)]
        pending: list[Relation] = []
        last: Item | Inference = owner
        while self._here.kind == "relation":
            token = self._take()
            width = len(token.indent)
            if width > len(levels[-1].indent):
                self._compare(token, levels[-1].indent)
                levels.append(_Level(token.indent, last))
            else:
                self._close(token, levels, pending)
            last = self._child(token, levels[-1].owner)
            pending.append(Relation(levels[-1].owner, token.value, last, token.start))
        self.relations.extend(reversed(pending))

    def _close(self, token: Token, levels: list[_Level], pending: list[Relation]) -> None:
        """Close the levels deeper than a line, and the line before it on its own level."""
        width = len(token.indent)
        while len(levels) > 1 and width < len(levels[-1].indent):
            levels.pop()
            self.relations.append(pending.pop())
        if len(levels) == 1:
            raise self._astray(
                "a relation is indented more than what it belongs to, and no less than the first one there",
                token,
            )
        if width != len(levels[-1].indent):
            self.oddities.append((token.start, "this indentation is none of those above it"))
        else:
            self._compare(token, levels[-1].indent)
        self.relations.append(pending.pop())

    def _compare(self, token: Token, indent: str) -> None:
        if not token.indent.startswith(indent):
            self.oddities.append((token.start, "tabs and spaces are mixed in the indentation of one tree"))

    def _child(self, token: Token, owner: "Item | Inference") -> Item:
        if isinstance(owner, Inference) and token.value not in _UNDERCUTS:
            raise self._astray("an inference can only be undercut: write <_ here", token)
        if self._here.kind not in TITLES | _INLINE:
            if self._here.kind in ("finish", "blank"):
                self.oddities.append((token.start, "nothing stands after this sign"))
                return Item("statement", None, "", token.start)
            raise self._astray(f"after {token.value} stands a statement or an argument")
        child = self._here
        if token.value == "><" and child.kind in (ARGUMENT, ARGUMENT_TEXT):
            raise self._astray("only statements contradict each other; >< takes no <argument>")
        return self._item()

    # --- premises and conclusions -------------------------------------------------------------

    def _structure(self) -> None:
        first = self._here
        steps: list[Item | Inference] = []
        while self._here.kind in ("number", "inference"):
            step = self._numbered() if self._here.kind == "number" else self._inference(steps)
            above = steps[-1] if steps else None
            steps.append(step)
            if isinstance(step, Item) and isinstance(above, Inference):
                step.inference = above
            self._relations(step, "")
        last = steps[-1]
        if isinstance(last, Inference):
            raise _AstrayError(last.place, "a conclusion, (2) and its text, is missing below this inference")
        if len(steps) == 1:
            raise _AstrayError(last.place, ONE_PREMISE)
        if last.inference is None:
            raise _AstrayError(
                last.place, "above the last statement, the conclusion, stands an inference: ----"
            )
        self.blocks.append(Structure(steps, first.start))

    def _numbered(self) -> Item:
        token = self._take()
        if self._here.kind in (ARGUMENT, ARGUMENT_TEXT):
            raise self._astray("a premise or conclusion is a statement, [title] or text, no <argument>")
        if self._here.kind not in TITLES | _INLINE:
            raise self._astray("a numbered line has a text", token)
        return self._item()

    def _inference(self, above: list[Item | Inference]) -> Inference:
        token = self._take()
        if not above or isinstance(above[-1], Inference):
            raise self._astray("above an inference stands a premise", token)
        step = Inference(token.start)
        self._skip("newline")
        rules: list[str] = []
        while self._here.kind in ("text", "comma"):
            piece = self._take()
            rules.append("\0" if piece.kind == "comma" else piece.value)
        step.rules = [rule.strip() for rule in "".join(rules).split("\0") if rule.strip()]
        self._skip("newline")
        if self._here.kind == "data":
            step.data = self._metadata(self._take())
            self._skip("newline")
        if self._here.kind != "end":
            raise self._astray("an inference ends with -- on its own line; a short one is ----")
        self._at += 1
        if self._here.kind not in ("newline", "blank", "finish"):
            raise self._astray("a line ends after the -- of an inference")
        self._skip("newline")
        return step


def _as_written(token: Token) -> str:
    """Return a tag or a mention as it stands in the text."""
    width = token.end - token.start
    if token.kind == "mention":
        return "@" + token.value + " " * (width - len(token.value) - 1)
    plain = width <= len(token.value) + 2 and not token.value[-1:].isspace()
    marked = f"#{token.value}" if plain else f"#({token.value})"
    return marked + " " * (width - len(marked))
