"""What is asked of somebody who starts, with the questions in both languages."""

from typing import NamedTuple

from orchestrator_lint.problems import Text
from orchestrator_lint.starting.kinds import AUTONOMY, IMPACT, PURPOSE, UNDONE, Field


class Answers(NamedTuple):
    """All that a governance repository is set up from. What is None was left open and stays open in the files.

    Where neither space nor decision is named, the first decision is that on AI systems, which every organisation takes.
    `repo` and `rev` say where pre-commit and CI get the tool from.
    """

    language: str = "en"
    name: str | None = None
    public_body: bool | None = None
    frameworks: tuple[str, ...] = ("eu-ai-act", "gdpr")
    owner: str | None = None
    space: str | None = None
    purpose: str | None = None
    decision: str | None = None
    autonomy: str | None = None
    system: str | None = None
    people: str | None = None
    affects: str | None = None
    level: str | None = None
    reversibility: str | None = None
    repo: str | None = None
    rev: str | None = None

    @property
    def takes_ours(self) -> bool:
        """Whether the first decision is the one that we propose."""
        return not self.space and not self.decision

    @property
    def machine_takes_part(self) -> bool:
        """Whether AI takes part in the first decision."""
        return (self.autonomy or AUTONOMY.default) != AUTONOMY.default


OUR_SPACE = Text("Use of AI", "Einsatz von KI")
OUR_DECISION = Text("Admit an AI system", "KI-System zulassen")
OUR_OWNER = Text("Head of the organisation", "Leitung der Organisation")

LANGUAGE = Field(
    "language",
    Text("Language / Sprache", "Language / Sprache"),
    Text("Of the policies, the findings and these questions.", "Der Richtlinien, der Befunde und dieser Fragen."),
    words=("en", "de"),
    default="en",
)
NAME = Field(
    "name",
    Text("Name of the organisation", "Name der Organisation"),
    Text("It stands on every document.", "Er steht auf jedem Dokument."),
)
PUBLIC_BODY = Field(
    "public_body",
    Text(
        "Is it a public body, or does it provide public services?",
        "Ist sie öffentlich, oder erbringt sie öffentliche Dienste?",
    ),
    Text(
        "Before they use certain high-risk AI systems, such bodies carry out a fundamental rights impact assessment (Art. 27 "
        "AI Act).",
        "Solche Einrichtungen führen vor dem Einsatz bestimmter Hochrisiko-KI-Systeme eine Grundrechte-Folgenabschätzung "
        "durch (Art. 27 KI-VO).",
    ),
    words=("yes", "no"),
)
FRAMEWORKS = Field(
    "frameworks",
    Text("Frameworks, by commas", "Rahmenwerke, durch Kommas getrennt"),
    Text(
        "Findings cite their provisions, and their rules run.",
        "Befunde führen ihre Vorschriften an, und ihre Regeln gelten.",
    ),
    default="eu-ai-act,gdpr",
)
SPACE = Field(
    "space",
    Text("First decision space", "Erster Entscheidungsraum"),
    Text(
        "An area in which people and machines decide within one purpose, such as retail credit or hiring. Enter takes "
        "the one that every organisation has: which AI systems are used.",
        "Ein Bereich, in dem Menschen und Maschinen zu einem Zweck entscheiden, etwa Privatkundenkredit oder Einstellung. Enter "
        "nimmt den, den jede Organisation hat: welche KI-Systeme eingesetzt werden.",
    ),
)
DECISION = Field(
    "decision",
    Text("First decision in it", "Erste Entscheidung darin"),
    Text(
        "As people call it, such as: Raise a credit limit.",
        "So, wie man sie nennt, etwa: Kreditlimit erhöhen.",
    ),
    enter=Text("Enter: none yet", "Enter: noch keine"),
)
OWNER = Field(
    "owner",
    Text("Who answers for it?", "Wer ist verantwortlich?"),
    Text(
        "A role and no name, and held by a person: a machine or a mailbox cannot answer for anything.",
        "Eine Rolle, kein Name, und ein Mensch, der sie hat: Maschine und Postfach können nichts verantworten.",
    ),
)
SYSTEM = Field(
    "system",
    Text("Which AI system takes part?", "Welches KI-System wirkt mit?"),
    Text("As people call it.", "So, wie man es nennt."),
)
PEOPLE = Field(
    "people",
    Text("What do people do that it cannot?", "Was tun Menschen, das es nicht kann?"),
    Text(
        "One sentence. Who brings nothing of their own is only a stamp.",
        "Ein Satz. Wer nichts Eigenes einbringt, ist nur ein Stempel.",
    ),
)
AFFECTS = Field(
    "affects",
    Text("Whom does it reach?", "Wen erreicht sie?"),
    Text(
        "A group of people, such as customers or applicants.",
        "Eine Gruppe von Menschen, etwa Kundschaft oder Bewerbende.",
    ),
)
REPO = Field(
    "repo",
    Text("Address of the git repository of orchestrator-lint", "Adresse des git-Repositorys von orchestrator-lint"),
    Text(
        "From there pre-commit and CI get one version for everybody.",
        "Von dort holen pre-commit und CI dieselbe Fassung für alle.",
    ),
    enter=Text("Enter: the command installed here", "Enter: der hier installierte Befehl"),
)

__all__ = [
    "AFFECTS",
    "AUTONOMY",
    "DECISION",
    "FRAMEWORKS",
    "IMPACT",
    "LANGUAGE",
    "NAME",
    "OUR_OWNER",
    "OUR_SPACE",
    "OWNER",
    "PEOPLE",
    "PUBLIC_BODY",
    "PURPOSE",
    "REPO",
    "SPACE",
    "SYSTEM",
    "UNDONE",
    "Answers",
]
