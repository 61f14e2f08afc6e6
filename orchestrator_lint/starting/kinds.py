"""What can be begun: the kinds of entries, and the few facts that are asked about each, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from orchestrator_lint.model import IMPACTS, LEVELS, REVERSIBILITIES
from orchestrator_lint.problems import Text

OPEN = Text("Enter leaves it open", "Enter lässt es offen")


class Field(NamedTuple):
    """One fact: the question, why it matters, what may be answered, and what holds where nobody answers.

    `refers` names the section whose ids may stand here. Without a default an empty answer leaves the fact open; `enter`
    says so, or what it means instead.
    """

    name: str
    ask: Text
    teach: Text
    words: tuple[str, ...] = ()
    refers: str = ""
    default: str = ""
    enter: Text = OPEN


class Kind(NamedTuple):
    """A kind of entry: its section, its name in a sentence, and its facts."""

    section: str
    title: Text
    fields: tuple[Field, ...]


TITLE = Field(
    "title",
    Text("Title", "Titel"),
    Text("What people read; the id is for references.", "Was Menschen lesen; die Kennung dient den Verweisen."),
)
OWNER = Field(
    "owner",
    Text("Who answers for it? (id of a role)", "Wer ist verantwortlich? (Kennung einer Rolle)"),
    Text(
        "One role, held by a person: accountability that several share is held by nobody.",
        "Eine Rolle, die ein Mensch hat: Was mehrere verantworten, verantwortet niemand.",
    ),
    refers="roles",
)
STEWARD = Field(
    "steward",
    Text("Who looks after it? (id of a role)", "Wer betreut es? (Kennung einer Rolle)"),
    Text("Somebody has to notice when it changes.", "Jemand muss merken, wenn sich etwas ändert."),
    refers="roles",
)
PURPOSE = Field(
    "purpose",
    Text("What becomes better, and for whom?", "Was wird besser, und für wen?"),
    Text(
        "Meaning comes first: without a purpose nobody can say whether a decision was good.",
        "Der Sinn kommt zuerst: Ohne Zweck kann niemand sagen, ob eine Entscheidung gut war.",
    ),
)
AUTONOMY = Field(
    "autonomy",
    Text("How far may AI go?", "Wie weit darf KI gehen?"),
    Text(
        "human-only: people decide without AI. informs: AI supplies data. prepares: it drafts or sorts. recommends: it "
        "proposes, a person decides. acts-on-approval: it acts after a yes. acts-unless-vetoed: it acts when nobody "
        "objects in time. acts-and-reports: it acts and tells afterwards. acts-alone: it acts.",
        "human-only: Menschen entscheiden ohne KI. informs: KI liefert Daten. prepares: Sie bereitet vor oder sortiert. "
        "recommends: Sie schlägt vor, ein Mensch entscheidet. acts-on-approval: Sie handelt nach Freigabe. "
        "acts-unless-vetoed: Sie handelt, wenn die Vetofrist ungenutzt verstreicht. acts-and-reports: Sie handelt und "
        "meldet es danach. acts-alone: Sie handelt.",
    ),
    words=LEVELS,
    default="human-only",
)
IMPACT = Field(
    "level",
    Text("How hard does it hit the people affected?", "Wie schwer trifft es die Betroffenen?"),
    Text(
        "Whatever changes rights, or decides on a loan, a job or a benefit, is at least high; what touches liberty, health "
        "or livelihood is very-high.",
        "Was Rechte ändert oder über Kredit, Arbeit oder Leistungen entscheidet, ist mindestens high; was Freiheit, "
        "Gesundheit oder Existenz berührt, ist very-high.",
    ),
    words=IMPACTS,
)
UNDONE = Field(
    "reversibility",
    Text("Can it be undone?", "Lässt es sich rückgängig machen?"),
    Text(
        "The harder to undo, the nearer a person has to stand.",
        "Je schwerer es rückgängig zu machen ist, desto näher muss ein Mensch stehen.",
    ),
    words=REVERSIBILITIES,
)
_SYSTEM = Field(
    "system",
    Text("Which system takes part? (its id)", "Welches System wirkt mit? (seine Kennung)"),
    Text("Where AI takes part, it has a name.", "Wo KI mitwirkt, hat sie einen Namen."),
    refers="systems",
)
_ROLE_KIND = Field(
    "kind",
    Text("What stands behind it?", "Was steht dahinter?"),
    Text(
        "Only a person can answer for something; a team or committee needs one who does.",
        "Nur ein Mensch kann etwas verantworten; ein Team oder Gremium braucht jemanden, der dafür einsteht.",
    ),
    words=("person", "team", "committee", "mailbox"),
    default="person",
)
_SYSTEM_KIND = Field(
    "kind",
    Text("What is it?", "Was ist es?"),
    Text(
        "model: trained on data. llm: writes text. agent: carries out steps by itself. rules: written by people. "
        "product: bought, with AI inside.",
        "model: aus Daten trainiert. llm: schreibt Texte. agent: führt Schritte selbst aus. rules: von Menschen "
        "geschrieben. product: gekauft, mit KI im Inneren.",
    ),
    words=("model", "llm", "agent", "rules", "product"),
)
_PERSONAL = Field(
    "personal",
    Text("Is it about people?", "Geht es um Menschen?"),
    Text(
        "While this is open, no rule on data protection can look.",
        "Solange das offen ist, kann keine Datenschutzregel hinsehen.",
    ),
    words=("none", "personal", "special"),
)
_GUARDRAIL_KIND = Field(
    "kind",
    Text("What does it guard?", "Was schützt sie?"),
    Text(
        "An ethical one says what must not be done to people.", "Eine ethische sagt, was Menschen nie geschehen darf."
    ),
    words=("ethical", "legal", "safety", "economic"),
)
_GUARDED = Field(
    "statement",
    Text("What must never happen, or always?", "Was darf nie geschehen, oder was muss immer geschehen?"),
    Text("One sentence that can be checked on a case.", "Ein Satz, der sich am Fall prüfen lässt."),
)
_PRINCIPLE = Field(
    "statement",
    Text("How do people weigh here?", "Wie wird hier abgewogen?"),
    Text("A principle says how, not what.", "Ein Prinzip sagt, wie, nicht was."),
)
_WAIVER = (
    Field(
        "rule",
        Text("Which rule? (name or code)", "Welche Regel? (Name oder Kürzel)"),
        Text(
            "An exception is a decision that somebody answers for.",
            "Eine Ausnahme ist eine Entscheidung, die jemand verantwortet.",
        ),
        refers="rules",
    ),
    Field(
        "applies_to",
        Text("Where? (space/decision, a space, section/id)", "Wo? (Raum/Entscheidung, Raum, Abschnitt/Kennung)"),
        Text("As narrow as it can be.", "So eng wie möglich."),
    ),
    Field(
        "reason",
        Text("Why?", "Warum?"),
        Text("A sentence that an outsider can check.", "Ein Satz, den Außenstehende prüfen können."),
    ),
    Field(
        "requested_by",
        Text("Who asks? (id of a role)", "Wer bittet darum? (Kennung einer Rolle)"),
        Text("Who asks does not approve.", "Wer bittet, bewilligt nicht."),
        refers="roles",
    ),
    Field(
        "approved_by",
        Text("Who approves? (id of a role)", "Wer bewilligt? (Kennung einer Rolle)"),
        Text(
            "Neither who asks nor who answers for the decision.",
            "Weder wer bittet noch wer die Entscheidung verantwortet.",
        ),
        refers="roles",
    ),
    Field(
        "expires",
        Text("Until when? (YYYY-MM-DD)", "Bis wann? (JJJJ-MM-TT)"),
        Text("An exception without an end is a new rule.", "Eine Ausnahme ohne Ende ist eine neue Regel."),
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "space": Kind("spaces", Text("decision space", "Entscheidungsraum"), (TITLE, PURPOSE, OWNER)),
        "decision": Kind("decisions", Text("decision", "Entscheidung"), (TITLE, OWNER, AUTONOMY, _SYSTEM)),
        "role": Kind("roles", Text("role", "Rolle"), (TITLE, _ROLE_KIND)),
        "system": Kind("systems", Text("system", "System"), (TITLE, _SYSTEM_KIND, STEWARD)),
        "dataset": Kind("datasets", Text("dataset", "Datensatz"), (TITLE, _PERSONAL, STEWARD)),
        "guardrail": Kind("guardrails", Text("guardrail", "Leitplanke"), (_GUARDED, _GUARDRAIL_KIND, OWNER)),
        "principle": Kind("principles", Text("principle", "Prinzip"), (_PRINCIPLE,)),
        "waiver": Kind("waivers", Text("waiver", "Ausnahme"), _WAIVER),
    }
)
