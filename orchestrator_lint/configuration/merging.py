"""The same setting of a farther and of a nearer file in, what holds with both out."""

from collections import ChainMap

from orchestrator_lint.configuration.configuration import Entry, Setting


def nearest(_below: Setting, above: Setting) -> Setting:
    """What the nearer file says, and nothing else."""
    return above


def by_name(below: Setting, above: Setting) -> Setting:
    """Of each name what the nearest file says."""
    kept = {entry: origin for entry, origin in below.entries.items() if entry[0] not in above.value}
    return Setting(ChainMap(*above.value.maps, *below.value.maps), above.origin, {**kept, **above.entries})


def in_order(below: Setting, above: Setting) -> Setting:
    """A list that goes on: the later entries count more."""
    moved = {(int(str(entry[0])) + len(below.value), *entry[1:]): origin for entry, origin in above.entries.items()}
    return Setting([*below.value, *above.value], above.origin, {**below.entries, **moved})


def terms(below: Setting, above: Setting) -> Setting:
    """Lists of terms by class that add up; of one term, with a hyphen or without, the nearer file decides."""
    value: dict[str, tuple[str, ...]] = {}
    entries: dict[Entry, str] = {}
    for kind in dict.fromkeys((*below.value, *above.value)):
        told = {
            _plain(term): (term, setting.at(kind, place))
            for setting in (below, above)
            for place, term in _terms(setting, kind)
        }
        value[kind] = tuple(term for term, _ in told.values())
        entries[(kind,)] = (above if kind in above.value else below).at(kind)
        entries |= {(kind, place): origin for place, (_, origin) in enumerate(told.values())}
    return Setting(value, above.origin, entries)


def _terms(setting: Setting, kind: str) -> list[tuple[int, str]]:
    return list(enumerate(setting.value.get(kind, ())))


def _plain(term: str) -> str:
    return term.removeprefix("-").lower()
