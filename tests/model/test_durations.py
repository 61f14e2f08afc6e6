"""Lengths of time as people write them, and the days that they lead to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestrator_lint.model import Duration, parse_date

UNITS = st.sampled_from(["minute", "hours", "day", "days", "weeks", "month", "months", "years"])


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2027-08-31", "6 months", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-12-31", "2 months", "2027-02-28"),
        ("2026-01-15", "12 months", "2027-01-15"),
        ("2026-10-25", "1 day", "2026-10-26"),
        ("2026-02-27", "2 weeks", "2026-03-13"),
        ("2026-02-27", "36 hours", "2026-02-28"),
        ("2026-02-27", "4 hours", "2026-02-27"),
        ("2026-02-28", "0 days", "2026-02-28"),
        ("2026-01-31", "0.5 years", "2026-07-31"),
        ("9999-06-30", "1 year", "9999-12-31"),
        ("2026-01-01", "99999999999999999999 years", "9999-12-31"),
        ("2026-01-01", "99999999999999999999 days", "9999-12-31"),
    ],
)
def test_a_length_leads_from_one_day_to_another(start: str, length: str, end: str) -> None:
    assert Duration.parse(length).after(parse_date(start)) == parse_date(end)


def test_a_number_without_end_is_no_crash() -> None:
    assert Duration.parse(f"{'9' * 400} months").after(date(2026, 1, 1)) == date.max
    assert Duration.parse(f"{'9' * 400} hours").after(date(2026, 1, 1)) == date.max


@pytest.mark.parametrize(
    ("length", "days"),
    [("1 month", 30), ("1 year", 360), ("2 weeks", 14), ("36 hours", 1.5), ("90 minutes", 0.0625), ("1.5 months", 45)],
)
def test_lengths_are_compared_in_days_and_a_month_counts_thirty(length: str, days: float) -> None:
    assert Duration.parse(length).in_days == pytest.approx(days)


@given(st.integers(0, 5000), UNITS, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_time_never_runs_backwards(count: int, unit: str, day: date) -> None:
    assert Duration.parse(f"{count} {unit}").after(day) >= day


@given(st.integers(0, 5000), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_keep_the_day_or_end_with_the_month(count: int, day: date) -> None:
    end = Duration.parse(f"{count} months").after(day)
    assert end.day == day.day or (end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("length", "german"),
    [("1 month", "1 Monat"), ("6 months", "6 Monate"), ("1 day", "1 Tag"), ("24 hours", "24 Stunden")],
)
def test_a_length_is_written_in_the_language_of_the_report(length: str, german: str) -> None:
    assert Duration.parse(length).text == (length, german)
