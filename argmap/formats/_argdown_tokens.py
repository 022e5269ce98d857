"""Argdown's text as tokens: what each piece is, where it stands, what it says. No meaning yet.

Every search ahead is remembered, so that a text of nothing but opening brackets costs no more than
any other.

Source: the lexical rules of Argdown's syntax, https://argdown.org/syntax/.
"""

import re
from typing import Final, NamedTuple

from argmap.formats._argdown_shortcodes import SIGNS


class Token(NamedTuple):
    """One piece of the text.

    Attributes:
        kind: `text`, `newline`, `blank` (lines), `front` (matter), `heading`, `number`, `bullet`,
            `relation`, `inference` and its `end`, `comma`, `data`, `open` and `close` (of bold and
            italic), `link`, `tag`, `mention`, and titles: `[statement`, `[statement]:`,
            `<argument`, `<argument>:`.
        start: Where it begins, counted in characters.
        end: Where it ends.
        value: What it says: text, title, tag or symbol.
        indent: What stands before a relation's symbol or a bullet on its line.
    """

    kind: str
    start: int
    end: int
    value: str
    indent: str = ""


MOST: Final = 1_500_000
"""Tokens of the longest text that is read: some 150,000 statements."""
STATEMENT: Final = "[statement"
STATEMENT_TEXT: Final = "[statement]:"
ARGUMENT: Final = "<argument"
ARGUMENT_TEXT: Final = "<argument>:"
TITLES: Final = {STATEMENT, STATEMENT_TEXT, ARGUMENT, ARGUMENT_TEXT}

_RUN = re.compile(r"[^\\@#*_\[\],.:;</>\-\n(){}]+")
_LINE_START = re.compile(
    r"([ \t]*)(?:(?P<inference>--)|(?P<relation>\+>|<?\+|->|<?-|><|_>|<_|_(?=\s))|(?P<heading>\#+)[ ]"
    r"|(?P<number>\(\d+\))|(?P<bullet>\*(?=\s)|\d+\.(?=\s)))"
)
_BLANK_LINES = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"[ \t]+")
_ESCAPE = re.compile(r"\\. *")
_TAG = re.compile(r"#[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_CLOSES = re.compile(r"[ \t]|(?=[\n)}_.,!?;:\-*]|\Z)")
_COMMENT_END: Final = {"//": "\n", "/*": "*/", "<!": "-->"}
_FENCE = re.compile(r"={3,}")
_SPACE = re.compile(r"\s")
_DATA_END = re.compile(r"\}\s[^,}]")
_NO_DATA_END = re.compile(r"\s*[,}]")
_LINK_END = re.compile(r"\)")
_DASHES = re.compile(r"-{2,}")
_BREAKS_AFTER_COMMENT = {"blank": re.compile(r"[ \t\n]*\n"), "newline": re.compile(r"[ \t]*\n(?![ \t]*\n)")}


class Scanner:
    """Walks through a text and makes its tokens."""

    def __init__(self, text: str) -> None:
        """Begin at the start of a text whose line breaks are all line feeds."""
        self.text = text
        self.tokens: list[Token] = []
        self.cut_urls: list[int] = []
        self.comments: set[int] = set()
        self.unclosed_comments: list[int] = []
        self.lone_backslashes: list[int] = []
        self._found: dict[object, int] = {}
        self._marks: list[str] = []
        self._skipped = True  # whether what stands just before here left no token
        self._in_inference = False
        self._makers = {
            "{": self._data, "\\": self._escape, ".": self._short_code, ":": self._short_code,
            "*": self._mark, "_": self._mark, "[": self._square, "<": self._angle, "#": self._tag,
            "@": self._mention, "=": self._front_matter,
        }  # fmt: skip

    def scan(self) -> list[Token]:
        """Return the tokens of the whole text; where there are too many, one more than `MOST`."""
        text, size, pos = self.text, len(self.text), 0
        run = _RUN.match
        while pos < size and len(self.tokens) <= MOST:
            if self._in_inference:
                pos = self._inference_piece(pos)
                continue
            before = self.tokens[-1].kind if self.tokens else "blank"
            if before in ("newline", "blank"):
                started = self._line_start(pos)
                if started > pos:
                    pos = started
                    continue
            sign = text[pos]
            if sign in "\n \t":
                pos = self._white(pos)
            elif sign in "/<" and (after := self._comment(pos, before)) > pos:
                pos = after
                self._skipped = True
            elif (maker := self._makers.get(sign)) is not None and (after := maker(pos)) > pos:
                pos = after
            elif found := run(text, pos):
                pos = self._add("text", pos, found.end(), found[0])
            else:
                pos = self._sign(pos)
        return self.tokens

    def _add(self, kind: str, start: int, end: int, value: str = "", indent: str = "") -> int:
        self.tokens.append(Token(kind, start, end, value, indent))
        self._skipped = False
        return end

    def _next(self, needle: "str | re.Pattern[str]", pos: int) -> int:
        """Return where a needle next stands, or the text's length; each stretch is searched once."""
        at = self._found.get(needle, -1)
        if at < pos:
            if isinstance(needle, str):
                at = self.text.find(needle, pos)
            else:
                found = needle.search(self.text, pos)
                at = found.start() if found else -1
            self._found[needle] = at = len(self.text) if at < 0 else at
        return at

    # --- lines --------------------------------------------------------------------------------

    def _line_start(self, pos: int) -> int:
        """Take what has a meaning only at the start of a line; return where it ends, or `pos`."""
        found = _LINE_START.match(self.text, pos)
        if not found:
            return pos
        kind = str(found.lastgroup)
        if kind == "heading" and found[1]:
            return pos
        self._in_inference = kind == "inference"
        return self._add(kind, found.start(kind), found.end(), found[kind], found[1])

    def _white(self, pos: int) -> int:
        lines = _BLANK_LINES.match(self.text, pos)
        if lines:
            self._marks.clear()
            return self._add("blank", pos, lines.end())
        line = _NEWLINE.match(self.text, pos)
        if line:
            return self._add("newline", pos, line.end())
        self._skipped = True
        spaces = _SPACES.match(self.text, pos)
        return spaces.end() if spaces else pos + 1

    def _comment(self, pos: int, before: str) -> int:
        """Skip a comment, and the line breaks that would make a blank line of its line."""
        start = self.text[pos : pos + 2]
        if start not in _COMMENT_END or (start == "<!" and not self.text.startswith("<!--", pos)):
            return pos
        needle = _COMMENT_END[start]
        at = self._next(needle, pos + (4 if start == "<!" else 2))
        if at == len(self.text):
            if start != "//":
                self.unclosed_comments.append(pos)
            return pos
        self.comments.add(pos)
        if start == "//" and self.text[pos - 1 : pos] == ":":
            self.cut_urls.append(pos)
        end = at if start == "//" else at + len(needle)
        breaks = _BREAKS_AFTER_COMMENT.get(before) if self.tokens else None
        found = breaks.match(self.text, end) if breaks else None
        return found.end() if found else end

    # --- inside a line ------------------------------------------------------------------------

    def _sign(self, pos: int) -> int:
        end = self._with_blank(pos + 1)
        return self._add("text", pos, end, self.text[pos:end])

    def _with_blank(self, end: int) -> int:
        """Return the end, or one further where a blank follows: it belongs to what is before it."""
        return end + 1 if self.text[end : end + 1] in (" ", "\t") else end

    def _data(self, pos: int) -> int:
        stop = self._next(_DATA_END, pos)
        last = self._found.get(("last", stop))
        if last is None:
            last = self.text.rfind("}", pos, stop + 1)
            while last > 0 and _NO_DATA_END.match(self.text, last + 1):
                last = self.text.rfind("}", pos, last)
            self._found["last", stop] = last
        return self._add("data", pos, last + 1, self.text[pos : last + 1]) if last > pos else pos

    def _escape(self, pos: int) -> int:
        found = _ESCAPE.match(self.text, pos)
        if found:
            return self._add("text", pos, found.end(), found[0][1:])
        self.lone_backslashes.append(pos)
        return self._sign(pos)

    def _short_code(self, pos: int) -> int:
        end = self._next(self.text[pos], pos + 2) + 1
        if end > len(self.text) or self._next(_SPACE, pos + 1) < end:
            return pos
        after = self._with_blank(end)
        name = self.text[pos + 1 : end - 1]
        return self._add("text", pos, after, SIGNS.get(name, self.text[pos:end]) + self.text[end:after])

    def _mark(self, pos: int) -> int:
        """Take an opening or closing mark of bold or italic."""
        mark = self.text[pos]
        top = self._marks[-1] if self._marks else ""
        if top[:1] == mark and not self._skipped and self.text.startswith(top, pos):
            closes = _CLOSES.match(self.text, pos + len(top))
            if closes:
                self._marks.pop()
                return self._add("close", pos, closes.end(), closes[0])
        for opener in (mark * 2, mark):
            after = pos + len(opener)
            if self.text.startswith(opener, pos) and not self.text[after : after + 1].isspace():
                self._marks.append(opener)
                return self._add("open", pos, after, opener)
        return pos

    def _square(self, pos: int) -> int:
        close = self._next("]", pos + 2)
        if self.text[close + 1 : close + 2] == "(" and self.text[pos + 1] != "]":
            end = self._next(_LINK_END, close + 3) + 1
            if end <= len(self.text):
                after = self._with_blank(end)
                return self._add("link", pos, after, self.text[pos + 1 : close] + self.text[end:after])
        return self._title(pos, "]", STATEMENT)

    def _angle(self, pos: int) -> int:
        return self._title(pos, ">", ARGUMENT)

    def _title(self, pos: int, bracket: str, kind: str) -> int:
        line_end = self._next("\n", pos)
        end = self._next(bracket + ":", pos + 2)
        if end < line_end:
            return self._add(f"{kind}{bracket}:", pos, end + 2, self.text[pos + 1 : end])
        end = self._next(bracket, pos + 2)
        if end < line_end and self.text[pos + 1] != "-":
            return self._add(kind, pos, end + 1, self.text[pos + 1 : end])
        return pos

    def _tag(self, pos: int) -> int:
        if self.text.startswith("(", pos + 1):
            end = self._next(")", pos + 3)
            if end < len(self.text):
                return self._add("tag", pos, self._with_blank(end + 1), self.text[pos + 2 : end])
        found = _TAG.match(self.text, pos)
        if not found:
            return pos
        return self._add("tag", pos, self._with_blank(found.end()), found[0][1:])

    def _mention(self, pos: int) -> int:
        bracket = {"[": "]", "<": ">"}.get(self.text[pos + 1 : pos + 2])
        if bracket is None:
            return pos
        end = self._next(bracket, pos + 3)
        if end > self._next("\n", pos) or end == len(self.text):
            return pos
        return self._add("mention", pos, self._with_blank(end + 1), self.text[pos + 1 : end + 1])

    def _front_matter(self, pos: int) -> int:
        fence = _FENCE.match(self.text, pos)
        if not fence:
            return pos
        end = self._next("===", fence.end())
        close = _FENCE.match(self.text, end)
        return self._add("front", pos, close.end(), self.text[fence.end() : end]) if close else pos

    # --- inside an inference ------------------------------------------------------------------

    def _inference_piece(self, pos: int) -> int:
        sign = self.text[pos]
        if sign in "\n \t":
            end = self._white(pos)
            self._in_inference = self.tokens[-1].kind != "blank"
            return end
        if sign == "-" and (dashes := _DASHES.match(self.text, pos)):
            self._in_inference = False
            return self._add("end", pos, dashes.end())
        if sign in "/<" and (after := self._comment(pos, self.tokens[-1].kind)) > pos:
            return after
        maker = self._makers.get(sign) if sign in "{\\.:" else None
        if maker is not None and (after := maker(pos)) > pos:
            return after
        run = None if sign == "," else _RUN.match(self.text, pos)
        if run:
            return self._add("text", pos, run.end(), run[0])
        return self._add("comma", pos, pos + 1) if sign == "," else self._sign(pos)
