"""The table of commands: one row and one file each; help and completion follow from it."""

from typing import Final, Literal, NamedTuple


class Row(NamedTuple):
    """A command.

    Attributes:
        name: What the user types.
        group: The heading it stands under in the help.
        about: One line.
        home: Its module within `argmap.cli.commands`, where the name is no module name.
        takes: What its arguments name: one `node`, or `many` nodes and lists; empty for anything else.
    """

    name: str
    group: str
    about: str
    home: str = ""
    takes: Literal["", "node", "many"] = ""

    @property
    def module(self) -> str:
        """The module with its `command`."""
        return f"argmap.cli.commands.{self.home or self.name}"


COMMANDS: Final = (
    Row("show", "Read", "Show the map, its gains, costs, claims, objections, gaps, or a node.", takes="many"),
    Row("trace", "Read", "Trace what a node rests on and what it bears on.", takes="node"),
    Row("find", "Read", "Find the nodes that mention some words."),
    Row("stats", "Read", "Show the map in numbers."),
    Row("view", "Read", "Write the map as a page for the browser, to look at and pass on."),
    Row("report", "Read", "Write a brief for who decides, in Markdown or as a page to print."),
    Row("check", "Check", "Find what is weak in maps: reasons, anchors, wording, …"),
    Row("coverage", "Check", "Show what of the source is mapped, and what is not."),
    Row("diff", "Check", "Tell what changed in meaning between two maps, or since a commit."),
    Row("solve", "Check", "Answer a problem of abstract argumentation: EE-PR, DC-CO, …"),
    Row("new", "Write", "Make a draft of a map from an article, for you to finish."),
    Row("add", "Write", "Add a statement to a map."),
    Row("link", "Write", "Link premises to what they bear on."),
    Row("unlink", "Write", "Take a link away."),
    Row("set", "Write", "Set fields of a node, a link or the map.", home="set_"),
    Row("rename", "Write", "Give a node another id, wherever it is named."),
    Row("remove", "Write", "Remove statements; says what hangs on them."),
    Row("merge-nodes", "Write", "Make one statement of two.", home="merge_nodes"),
    Row("fmt", "Write", "Lay maps out in canonical order, comments kept."),
    Row("anchor", "Write", "Lock where each statement stands in the source, or see what drifted."),
    Row("eval", "Weigh", "Show what stands, what falls, and how strongly."),
    Row("explain", "Weigh", "Explain why a node stands or falls, and what it hangs on.", takes="node"),
    Row("sensitivity", "Weigh", "Show what a node's strength hangs on, part by part.", takes="node"),
    Row("whatif", "Weigh", "Show what would change if something fell, weakened or were added."),
    Row("weigh", "Weigh", "Set gains against costs, by holder."),
    Row("export", "Exchange", "Write the map in another format: GraphML, JSON, CSV, DOT, …"),
    Row("import", "Exchange", "Turn a file in any readable format into a map.", home="import_"),
    Row("formats", "Exchange", "List the formats."),
    Row("schema", "Exchange", "Print the JSON Schema of a map, for editors."),
    Row("help", "Help", "Explain a command, a topic or a check.", home="help_"),
    Row("completion", "Help", "Print the script that completes commands and ids in a shell."),
)
