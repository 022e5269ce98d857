"""The topics of `argmap help`: each a page of 80 columns."""

from typing import Final

FORMAT: Final = """
A map is a text file in YAML, usually called NAME.argmap.yaml:

  # yaml-language-server: $schema=argmap.schema.json
  argmap: 1
  title: Riverton should charge cars
  source: {file: riverton.txt, author: Ines Hallworth}
  thesis: charge
  nodes:
    charge:
      kind: claim              # claim, gain, cost, evidence or assumption
      text: Riverton should charge cars six euros a day
      because:
        - [jam, fifth]         # these only work together
        - balance              # a separate reason
      but: [tunnel]
    health:
      kind: gain
      text: Fewer children would have asthma attacks
      holder: children         # who gains, or who pays
      nature: tangible         # tangible, intangible or both
      status: expected         # actual, sought, expected or presumed
      sure: 0.6                # from 0 to 1
      at: p4.s2                # paragraph 4, sentence 2 of the source
      because:
        - {from: sunday, scheme: cause-from-correlation, unless: sundiff}

Fields of every node: kind, text, label, domain, by, sure, hedge, implicit,
given, quote, at, also, tags, note. Of gains and costs also: holder, nature,
amount, unit, status. Links stand on what they bear on: because (reasons),
but (rebuttals), and inside a link in its long form unless (undercutters).
The long form: {from: ID or [IDS], unless: ID, scheme: …, sure: …, note: …}
Anchors, aliases and tags of YAML are refused; every scalar is the word it is.
`argmap schema` prints the JSON Schema for your editor.
"""
IDS: Final = """
Where a command takes an ID, give a node's id (energy-exports), a beginning
of it that no other id has (energy), or words of its text in quotation marks
("oil and gas"). When several nodes fit, they are listed and the command ends
with 2.
"""
EDITING: Final = """
These commands change the file of a map, and leave the rest of it as it stands:

  argmap add claim "Text" --supports ID     a new statement
  argmap link ID because ID ID              premises that only work together
  argmap link ID.because.1 unless ID        an undercutter of a step
  argmap unlink ID but ID                   a link taken away
  argmap set ID sure=0.7 tags+=checked      fields; of a link, too
  argmap set map title="A title"            the head; `set source url=…`
  argmap rename ID NEW-ID                   wherever it is named
  argmap remove ID                          refused where something hangs on it
  argmap merge-nodes ID OTHER               one statement of two
  argmap fmt                                canonical layout, comments kept

--dry-run shows the change and writes nothing, --backup keeps the old file as
NAME~. Lists (holder, tags, at, also, skip) are given several times, or changed
by += and -=. A map is written whole or not at all, under a lock; one that has
changed meanwhile is left as it is. Maps that came with argmap, standard input
and foreign formats are not edited: export or import makes a copy that is.
"""
WHERE: Final = """
--where takes terms that must all hold; `not` stands before a term:

  argmap show gains --where "holder=Russia sure<0.6"
  argmap show all --where "contested not supported"
  argmap show costs --where 'domain=energy "Power of Siberia"'

FIELD=WORD  FIELD!=WORD   the field is (is not) the word, in capitals or not
FIELD~WORD                the field contains it
FIELD<0.6   <= > >= = !=  numbers: sure, amount, for, against, strength; 60%
                          is 0.6
"some words"              they stand somewhere in the node
flags: contested (it has objections)  open (an objection has no answer)
       supported  given  implicit  root  placed  todo
fields: id kind text label holder nature domain amount unit status by sure
        hedge place quote tags note for against verdict strength

verdict (stands, undecided, falls) and strength are what `argmap eval` says;
the map is weighed only when they are asked for:

  argmap show gains --where "verdict=stands strength>0.5" --sort strength
"""
OUTPUT: Final = """
On a terminal, words carry the meaning and colour repeats it. In a pipe a
list is one row a line, tab-separated, without a header, nothing cut:
id, kind, text, holder, nature, status, for, against.

--json     {"argmap": 1, "command": …, "map": …, "items": [ … ]}
--jsonl    one item a line        --csv   a table, safe for spreadsheets
-o FILE    to a file, whole or not at all; an old one is written over, and by
           `import` only with --force; never the map, its source or its lock
--plain    numbered sentences, to be read aloud (also ARGMAP_PLAIN=1)
--color    auto, always, never; NO_COLOR and FORCE_COLOR are respected

Exit codes: 0 done; 1 nothing found, something drifted, or a watched node
changes; 2 wrong use or unreadable input; 130 interrupted; 141 nobody read on.
"""
DRAFTS: Final = """
`argmap new article.txt` writes article.argmap.yaml beside the article: each
sentence with a cue word (because, but, although, probably, says, costs, a
number, …) as a claim tagged todo, with its quote; what is suggested (links,
kinds, who says so) stands in comments, and is yours to take or leave.
Where a quote would stand more than once, and with --places, the place
(p4.s2) is given instead; with --places no word of the article is in the draft.

--with CMD lets a program find the nodes instead, a language model for one. CMD
is run without a shell, reads the article on standard input, and writes JSON:

  {"thesis": "charge",
   "nodes": {
     "charge": {"kind": "claim", "text": "Cars should pay six euros",
                "quote": "should introduce a congestion charge",
                "because": ["jam", ["fifth", "air"]], "but": ["tunnel"]},
     "jam": {"kind": "cost", "text": "…", "at": "p2.s2", "holder": "drivers"},
     …}}

All fields of `argmap help format` are understood; `nodes` is enough. Each node
has a quote (its exact words, white space aside, that stand in the article once)
or a place, unless it is `implicit: true`. Unknown fields, quotes that are not
there and links that lead nowhere are told with line and column; then nothing is
written and the command ends with 2. So it does when CMD fails, writes nothing,
or takes longer than --timeout (300 seconds).
"""
LIMITS: Final = """
a file                          512 MB
a map in YAML                   32 million characters (JSON Lines for more)
statements and links of a map   600,000 (ARGMAP_MOST=N says otherwise)
nesting of lists and mappings   60
an id                           100 characters
undercutters of undercutters    20 deep
an amount                       30 digits before the point, 30 after it
the depth of an outline         200 (30, when --depth does not say)
ways listed by trace --to       20, after at most 200,000 steps of search
problems listed of one file     60
an article that `new` drafts    1 million characters
a program's answer to `new`     4 MB
an article in a page of `view`  2,000,000 characters
findings in a page of `view`    500
arguments of a framework        1,000,000
extensions listed by solve      1,000, when --limit does not say
an article searched for words like a quote   4,000,000 characters
a quote that is searched for so              100,000 characters, 20,000 words
anchors of a map that are searched for so    1,000
steps to settle a ring          2,000, fewer where it is large
premises lost at once           3, in at most 3,000 trials of explain --weakest
words that diff tells one by one             20,000, from first to last change
removals of sensitivity         3,000, fewer where the map is large
boxes of a picture              20,000; above 300 there is a warning
seconds for drawing a picture   120
dots of a PNG, each side        14,400; a larger picture is drawn smaller
entries of a list in a report   12, and 4 under an entry
a text in a report              2,000 characters
"""

WEIGHING: Final = """
A claim that is given stands unless something standing speaks against it; any
other needs a reason that stands as well. A reason stands when all its
premises do and nothing that undercuts it does. What that leaves open, such
as two claims that rebut each other, is undecided.

given      nothing under because, or given: true; else in need of a reason
sure: 0    a given node is not granted; a step is not there

--standard NAME: what a claim needs (weights are the `sure` of links)
  dialectical           a reason stands, and no objection does
  scintilla             a reason stands, whatever speaks against it
  preponderance         the strongest reason outweighs the strongest objection
  clear-and-convincing  it is above 0.5, and outweighs it by more than 0.3
  beyond-doubt          the same, and no standing objection reaches 0.3

--semantics NAME: how strengths in [0, 1] are found; what is given begins at
its `sure` (or 1), anything else at 0; a reason is its step's weight times
its weakest premise
  df-quad           reasons add up like independent chances
  quadratic-energy  never saturates: one certain objection halves a claim
  euler-based       never below the score squared
  squared-df-quad   as df-quad, with a softer landing at both ends
  euler-top         as euler-based, only the strongest on each side count
  mlp-based         a claim as a neuron
  h-categorizer, max-based, card-based   attacks only: every node begins at
                        its `sure` (or 1), given or not
  probability       the chance that the claim stands

A ring is settled by updating all of it at once, 2,000 times at most, or
else as a flow. Where neither comes to a limit, there is no strength.

argmap sensitivity ID --by
  removal    what the strength loses without each node or link, as whatif tells
  gradient   its derivative with respect to each confidence; behind a ring or a
             tie a finite difference, of both sides where there are two
  shapley    the mean of what each adds over all orders; exact up to 11 players,
             a sample with its standard error up to 1,000

argmap whatif --add takes `because ID: text`, `but ID: text` or
`unless LINK: text`; in place of a text, ids of nodes joined by +. What is
added is given, is called new-1, new-2 … and may be answered by the next --add.
`but ID (40%): text` says how sure it is, and before ids how strong the step;
--set takes new-1, and the new links as added-1, added-2 …
"""

CHECKS: Final = """
`argmap check` tells what is weak in a map that can be read, each finding with a
code: argmap help A203 explains one with a bad and a good example, argmap help
A2 lists a family, and argmap help A all of them.

A1  shape       circles, lonely nodes, doubled links, what misses the thesis
A2  reasoning   missing reasons and answers, premises that do everything
A3  anchors     quotes and places held against the article and the lock
A4  stakes      gains and costs: holders, units, what is only hoped for
A5  wording     by English words, save for questions and repetitions
A6  style       ids, tags, spellings, and comments that ignore in vain
X   reading     what is malformed in a file, and is read all the same

error    the argument is broken: the command ends with 1
warning  likely a mistake: with --strict it ends with 1, too
advice   worth a look, no more

In a YAML map comments keep findings from being told:

  tunnel:  # argmap: ignore A203: the county has not answered
      what the line has; on the line that opens a node, what the node has
  # argmap: ignore A503
      alone on its line: the same for the line that follows
  # argmap: ignore-map A202, A5
      what the whole map has

Codes, their beginnings and the names of checks are understood; after a colon
stands the reason. A comment that ignores nothing is told, too (A608).
"""

COMPARING: Final = """
argmap diff OLD NEW tells what changed in meaning, not in bytes. Each may be

  new.argmap.yaml        a file in any format that argmap reads
  -                      standard input (one of the two)
  riverton               a map that came with argmap
  HEAD~1:map.argmap.yaml a file as git keeps it; paths begin in this folder
  HEAD~1                 the map (-m FILE, or the only one here) as it was then
  :map.argmap.yaml       what is staged

A file of that name goes before a revision. With one of them, the working file
is the other; without any, its last commit is compared with it. What an Argdown
text of a revision asks for with @include is read from there, too.

Nodes are matched one to one: what is equal but for its id at once, the rest by
id, by place in the source (quote, at), by likeness of text, and by what they
are linked with. Behind each match that is not plain stands what told most, and
how sure it is. An id counts as far as the ids of both maps mean the same; where
they do not, as in two people's maps of one article, places and words decide.
Below 50% nothing is matched (30% with one id).

White space and the order of nodes say nothing; order is only counted. Texts are
told word by word: [-taken out-] {+put in+}. --plain says them one after the
other, -o page.html writes a page. Exit code: 0 same, 1 different, 2 trouble.

For git, in .gitattributes:  *.argmap.yaml diff=argmap
  git config diff.argmap.command "argmap diff"
  git config diff.argmap.textconv "argmap show --plain -m"
"""

TOPICS: Final = {
    "format": FORMAT,
    "ids": IDS,
    "where": WHERE,
    "editing": EDITING,
    "output": OUTPUT,
    "drafts": DRAFTS,
    "limits": LIMITS,
    "weighing": WEIGHING,
    "checks": CHECKS,
    "comparing": COMPARING,
}
