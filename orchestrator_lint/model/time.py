"""Durations and dates as policies write them in, values to count with out."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from orchestrator_lint.problems import Text

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}
_MONTHS = {"month": 1, "year": 12}
_DAYS_A_MONTH = 30  # only to compare months with days
_MOST = 1e9  # of any unit; a number of 400 digits is infinite as a float
_GERMAN = {
    "minute": ("Minute", "Minuten"),
    "hour": ("Stunde", "Stunden"),
    "day": ("Tag", "Tage"),
    "week": ("Woche", "Wochen"),
    "month": ("Monat", "Monate"),
    "year": ("Jahr", "Jahre"),
}


class Duration(NamedTuple):
    """A length of time: whole calendar months, and days of 24 hours."""

    months: int
    days: float
    written: str

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read `14 days`; the schema has checked the form."""
        number, unit = text.split(" ")
        unit, count = unit.removesuffix("s"), min(float(number), _MOST)
        if unit in _MONTHS:
            months = count * _MONTHS[unit]
            return cls(int(months), (months - int(months)) * _DAYS_A_MONTH, text)
        return cls(0, count * _DAYS[unit], text)

    @property
    def in_days(self) -> float:
        """The length in days, to compare; a month counts as 30."""
        return self.months * _DAYS_A_MONTH + self.days

    def is_within(self, other: "Duration") -> bool:
        """Whether it is never longer than `other`, on whatever day both begin and however a month is counted."""
        in_each = self.months <= other.months and self.days <= other.days
        return in_each or self.bounds[1] <= other.bounds[0]

    @property
    def bounds(self) -> tuple[float, float]:
        """The fewest and the most days: rules count a month as on the calendar, as 30 days or as 30.5."""
        slack = 2 if self.months else 0  # two months are 59 to 62 days, twelve are 365 or 366
        return self.months * _DAYS_A_MONTH + self.days - slack, self.months * 30.5 + self.days + slack

    def after(self, day: date) -> date:
        """The day that lies this long after `day`; months keep the day, clamped to the end of the month."""
        month = day.year * 12 + day.month - 1 + self.months
        year, index = divmod(month, 12)
        if year > date.max.year - 1:
            return date.max
        last = calendar.monthrange(year, index + 1)[1]
        moved = date(year, index + 1, min(day.day, last))
        room = (date.max - moved).days
        return moved + timedelta(days=min(self.days, room))

    @property
    def text(self) -> Text:
        """The duration in words, as a sentence uses it."""
        number, unit = self.written.split(" ")
        one, many = _GERMAN[unit.removesuffix("s")]
        return Text(self.written, f"{number} {one if number == '1' else many}")


def parse_date(text: str) -> date:
    """Read `YYYY-MM-DD`; raises ValueError where it is no day of the calendar."""
    return date.fromisoformat(text)
