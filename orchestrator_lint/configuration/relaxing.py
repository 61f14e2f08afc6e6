"""A mandatory base and the settings of a run in, every place out at which the run asks less than the base alone.

The base binds what it leaves unsaid too: its defaults. Only when a run fails (`fail_on`, `calendar`) is left to options
where it says nothing: a hook on one's own machine may be milder than CI.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orchestrator_lint.configuration.configuration import Configuration, Floor
from orchestrator_lint.configuration.patterns import contains, meets
from orchestrator_lint.configuration.thresholds import as_written, at_least, is_looser
from orchestrator_lint.judging import CONFIDENCES, PROFILES, Choice, PathChoice, names
from orchestrator_lint.problems import Card, Severity, listed

_FAIL_ON = ("never", "error", "warning", "note")
_CALENDAR = ("report", "block")
_SHOWN = 3
_WAIVER = "For one decision, write a waiver in the policies"
_Cards = Mapping[str, Card]


class Breach(NamedTuple):
    """Where something is relaxed, under which key, how, and what to write instead."""

    where: str
    key: str
    said: str
    instead: str

    @property
    def message(self) -> str:
        """All of it in one line."""
        key = "" if self.where.startswith("--") else f"{self.key}: "
        return f"{self.where}: {key}{self.said}. {self.instead}."


def profile(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find a rung that leaves out what the base asks for; where rules are selected, no rung counts."""
    choice = now.choice()
    if choice.select:
        return
    lost = [card for card in _asked(floor, cards) if not _is_on(card, choice.profile)]
    if not lost:
        return
    selected = floor.configuration.value("select")
    if selected:
        instead = f"Write `select: {as_written(selected)}`, or more"
        yield Breach(now.settings["select"].origin, "select", _leaves_out("an empty list", lost, floor), instead)
        return
    instead = f"Write `{floor.configuration.value('profile')}`, or a higher rung"
    yield Breach(now.settings["profile"].origin, "profile", _leaves_out(f"`{choice.profile}`", lost, floor), instead)


def confidence(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find `sure` where the base asks for rules that are likely at best."""
    rank = CONFIDENCES.index(now.value("confidence"))
    lost = [card for card in _asked(floor, cards) if CONFIDENCES.index(card.confidence) > rank]
    if lost:
        said = _leaves_out(f"`{now.value('confidence')}`", lost, floor)
        instead = f"Write `{floor.configuration.value('confidence')}`"
        yield Breach(now.settings["confidence"].origin, "confidence", said, instead)


def select(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find a selection without rules that the base asks for."""
    words = now.value("select")
    lost = [card for card in _asked(floor, cards) if words and not any(names(word, card) for word in words)]
    if lost:
        selected = floor.configuration.value("select")
        instead = (
            f"Select `{as_written(selected)}` as well" if selected else "Leave `select` away, or select these as well"
        )
        yield Breach(now.settings["select"].origin, "select", _leaves_out("the list", lost, floor), instead)


def ignore(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find words under `ignore` that name rules which the base asks for."""
    setting = now.settings["ignore"]
    for position, word in enumerate(setting.value):
        yield from _ignored(setting.at(position), "ignore", word, _asked(floor, cards), floor)


def severities(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find words under `severities` that make rules weigh less, as far as no path is concerned."""
    above, setting = _everywhere(now), now.settings["severities"]
    lowered: dict[str, list[Card]] = defaultdict(list)
    for card in _weighed(floor, cards):
        if above.severity(card, "") < _everywhere(floor.configuration).severity(card, ""):
            lowered[_deciding(setting.value.maps, card)].append(card)
    for word, lost in lowered.items():
        most = max(lost, key=lambda card: _everywhere(floor.configuration).severity(card, ""))
        weight = _everywhere(floor.configuration).severity(most, "")
        yield _lowered(setting.at(word), "severities", word, lost, weight, floor)


def thresholds(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find thresholds that are looser than those of the base, or of the rules where it names none."""
    declared = {name: threshold for card in cards.values() for name, threshold in card.thresholds.items()}
    setting, below = now.settings["thresholds"], floor.configuration.settings["thresholds"]
    for name, value in setting.value.items():
        least, stricter = below.value.get(name, declared[name].value), declared[name].stricter
        if is_looser(value, least, stricter):
            origin = below.at(name) if name in below.value else "default"
            said = f"`{as_written(value)}` is looser than `{as_written(least)}`, {_whose(origin, floor)}"
            yield Breach(setting.at(name), f"thresholds.{name}", said, f"Write {at_least(least, stricter)}")


def words(floor: Floor, now: Configuration, _: _Cards) -> Iterator[Breach]:
    """Find terms that are switched off and that the base looks for."""
    setting, below = now.settings["words"], floor.configuration.value("words")
    for kind, terms in setting.value.items():
        off = {term.lower() for term in below.get(kind, ())}
        for position, term in enumerate(terms):
            if term.startswith("-") and term.lower() not in off:
                said = f'"{term}" switches off a word that the rules look for under {floor.origin}'
                yield Breach(setting.at(kind, position), f"words.{kind}", said, f'Take "{term}" out of the list')


def strict_dates(floor: Floor, now: Configuration, _: _Cards) -> Iterator[Breach]:
    """Find strict dates switched off."""
    yield from _weaker("strict_dates", (False, True), floor, now)


def fail_on(floor: Floor, now: Configuration, _: _Cards) -> Iterator[Breach]:
    """Find a run that fails on less."""
    if not _is_left_to_options("fail_on", floor, now):
        yield from _weaker("fail_on", _FAIL_ON, floor, now)


def calendar(floor: Floor, now: Configuration, _: _Cards) -> Iterator[Breach]:
    """Find a run that the passing of time does not fail."""
    if not _is_left_to_options("calendar", floor, now):
        yield from _weaker("calendar", _CALENDAR, floor, now)


def paths(floor: Floor, now: Configuration, cards: _Cards) -> Iterator[Breach]:
    """Find rules that are left out or weigh less for some files, where the base asks for them there."""
    setting, ours = now.settings["paths"], now.choice().paths
    offset = len(ours) - len(setting.value)
    below = set(floor.configuration.settings["paths"].entries.values())
    for position, place in enumerate(ours[offset:]):
        if setting.at(position) in below:
            continue
        for pattern in place.match:
            yield from _ignored_at(pattern, position, place, floor, now, cards)
            yield from _lowered_at(pattern, position, place, floor, now, cards)


def _ignored_at(
    pattern: str, position: int, place: PathChoice, floor: Floor, now: Configuration, cards: _Cards
) -> Iterator[Breach]:
    around = [
        other for other in floor.configuration.choice().paths if any(contains(outer, pattern) for outer in other.match)
    ]
    off = [word for other in around for word in other.ignore]
    asked = [card for card in _asked(floor, cards) if not any(names(word, card) for word in off)]
    for number, word in enumerate(place.ignore):
        yield from _ignored(now.settings["paths"].at(position, "ignore", number), "paths.ignore", word, asked, floor)


def _lowered_at(
    pattern: str, position: int, place: PathChoice, floor: Floor, now: Configuration, cards: _Cards
) -> Iterator[Breach]:
    choice = floor.configuration.choice()
    lowered: dict[str, list[tuple[Severity, Card]]] = defaultdict(list)
    for card in _weighed(floor, cards):
        named = [word for word in place.severities if names(word, card)]
        if named:
            word, least = max(named, key=len), _most(choice, card, pattern)
            if place.severities[word] < least:
                lowered[word].append((least, card))
    for word, lost in lowered.items():
        origin = now.settings["paths"].at(position, "severities", word)
        weight = max(least for least, _ in lost)
        yield _lowered(origin, "paths.severities", word, [card for _, card in lost], weight, floor)


def _most(choice: Choice, card: Card, pattern: str) -> Severity:
    """The most that a rule may weigh in a file that the pattern means."""
    found = [choice._replace(paths=()).severity(card, "")]
    for place in choice.paths:
        named = [word for word in place.severities if names(word, card)]
        if named and any(meets(other, pattern) for other in place.match):
            covers = any(contains(other, pattern) for other in place.match)
            found = [*([] if covers else found), place.severities[max(named, key=len)]]
    return max(found)


def _ignored(where: str, key: str, word: str, asked: Iterable[Card], floor: Floor) -> Iterator[Breach]:
    lost = [card for card in asked if names(word, card)]
    if lost:
        yield Breach(where, key, _leaves_out(f'"{word}"', lost, floor), f'Take "{word}" out of the list. {_WAIVER}')


def _lowered(where: str, key: str, word: str, lost: Sequence[Card], least: Severity, floor: Floor) -> Breach:
    below = floor.configuration.settings["severities"]
    words = [word for word in below.value if names(word, lost[0])]
    origin = below.at(max(words, key=len)) if words else floor.origin
    said = f'"{word}" lowers {_rules(lost)} below the severity that {origin} asks for'
    return Breach(where, key, said, f"Write `{least.word}`, or take the line out")


def _is_left_to_options(key: str, floor: Floor, now: Configuration) -> bool:
    is_unsaid = floor.configuration.settings[key].origin == "default"
    return is_unsaid and now.settings[key].origin.startswith("--")


def _weaker(key: str, order: Sequence[Any], floor: Floor, now: Configuration) -> Iterator[Breach]:
    """Find a value that stands before that of the base in the order from weak to strict."""
    setting, below = now.settings[key], floor.configuration.settings[key]
    if order.index(setting.value) < order.index(below.value):
        said = f"`{_yaml(setting.value)}` is weaker than `{_yaml(below.value)}`, {_whose(below.origin, floor)}"
        stricter = " or ".join(f"`{_yaml(value)}`" for value in order[order.index(below.value) :])
        yield Breach(setting.origin, key, said, f"Write {stricter}")


def _whose(origin: str, floor: Floor) -> str:
    return f"the default, which {floor.origin} leaves as it is" if origin == "default" else f"said in {origin}"


def _yaml(value: Any) -> str:
    return str(value).lower()


def _leaves_out(what: str, lost: Sequence[Card], floor: Floor) -> str:
    key = "select" if floor.configuration.value("select") else "profile"
    origin = floor.configuration.settings[key].origin
    return f"{what} leaves out {_rules(lost)}, asked for by {floor.origin if origin == 'default' else origin}"


def _rules(cards: Sequence[Card]) -> str:
    return listed([f"{card.code} {card.name}" for card in sorted(cards, key=lambda card: card.code)], "en", _SHOWN)


def _asked(floor: Floor, cards: _Cards) -> list[Card]:
    """The rules that the base asks for, in some files at least."""
    return [card for card in _weighed(floor, cards) if not card.is_fault]


def _weighed(floor: Floor, cards: _Cards) -> list[Card]:
    """The rules that the base asks for, and the faults of reading and shape that are always told."""
    choice = _everywhere(floor.configuration)
    return [card for card in cards.values() if choice.asks_for(card, "")]


def _everywhere(configuration: Configuration) -> Choice:
    """What holds for files of which nothing particular is said."""
    settings = {**configuration.settings, "paths": configuration.settings["paths"]._replace(value=[])}
    return configuration._replace(settings=settings).choice()


def _deciding(layers: Sequence[Mapping[str, str]], card: Card) -> str:
    """The word that says how much a rule weighs: the longest of the nearest layer that names it."""
    named = ([word for word in layer if names(word, card)] for layer in layers)
    return max(next(words for words in named if words), key=len)


def _is_on(card: Card, profile: str) -> bool:
    return card.life != "preview" and PROFILES.index(card.profile) <= PROFILES.index(profile)
