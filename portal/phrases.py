"""Days, moments, money and codes as people read them, in the reader's language."""
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from babel.dates import format_date, get_day_names
from flask_babel import get_locale, gettext

from portal import clock
from portal.labels import label, sentence
from portal.rules.instrument import in_language
from portal.rules.refused import Refused

LAST_MINUTE = time(23, 59)  # until which a day's work is due


def day(value):
    """21 November 2026."""
    return format_date(value, "d MMMM y", locale=str(get_locale())) if value else ""


def weekday(value):
    """Sabtu, 21 November 2026."""
    return format_date(value, "EEEE, d MMMM y", locale=str(get_locale())) if value else ""


def weekday_names():
    """[(0, Senin), …, (6, Minggu)]."""
    return sorted(get_day_names("wide", locale=str(get_locale())).items())


def weekdays(numbers):
    """Senin–Jumat, or Senin, Rabu, Jumat: weekdays (0 Monday) in their order."""
    names, found = dict(weekday_names()), sorted(set(numbers))
    if len(found) > 2 and found[-1] - found[0] == len(found) - 1:
        return f"{names[found[0]]}–{names[found[-1]]}"
    return ", ".join(names[each] for each in found)


def month_of(value):
    """November 2026, the month of a day."""
    return format_date(value, "MMMM y", locale=str(get_locale())) if value else ""


def local_day(value):
    """21 November 2026, the office's day of a naive UTC moment."""
    return day(clock.local(value).date()) if value else ""


def lines(text):
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def clock_time(value):
    """14.30, in the office's time."""
    return clock.local(value).strftime("%H.%M") if value else ""


def to_the_second(value):
    """14.30.05, in the office's time."""
    return clock.local(value).strftime("%H.%M.%S")


def moment(value):
    """21 Nov 2026 14.30, in the office's time, of a naive UTC moment."""
    if not value:
        return ""
    return f"{format_date(clock.local(value), 'd MMM y', locale=str(get_locale()))} {clock_time(value)}"


def due(value):
    """21 Nov 2026 14.30 of a limit, or 21 Nov 2026 where it is the last minute of the day, which has no hour of its own."""
    whole = clock.local(value).time() == LAST_MINUTE
    return format_date(clock.local(value), "d MMM y", locale=str(get_locale())) if whole else moment(value)


def rupiah(value):
    """Rp1.250.000."""
    return "" if value is None else "Rp" + f"{value:,}".replace(",", ".")


def span_minutes(minutes):
    """A length of time in the two largest units: 45 menit, 5 j 30 m, 2 h 3 j; a unit of which there is nothing is left out."""
    minutes = int(minutes)
    if minutes < 60:
        return gettext("%(count)d menit", count=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return gettext("%(hours)d j %(rest)d m", hours=hours, rest=rest) if rest else gettext("%(hours)d j", hours=hours)
    days, hours = divmod(hours, 24)
    return gettext("%(days)d h %(hours)d j", days=days, hours=hours) if hours else gettext("%(days)d hari", days=days)


def left(span):
    """(mark, words) of the time left until a limit, or since it: Sisa 3 hari, Sisa 5 j 30 m, Lewat 2 h 3 j."""
    minutes = span.total_seconds() // 60
    if span < timedelta():
        return "late", gettext("Lewat %(span)s", span=span_minutes(-minutes))
    if span < timedelta(days=1):
        return "soon", gettext("Sisa %(span)s", span=span_minutes(minutes))
    return "running", gettext("Sisa %(count)s hari", count=span.days)


def hindrance(check, *args, **kwargs):
    """The sentence with which a rule would refuse now; empty where it would not."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return sentence(refused)
    return ""


def shown(value):
    """A plain value as people read it: a code's words, Ya or Tidak, a day, a moment, several of these."""
    if isinstance(value, StrEnum):
        return str(label(value))
    if isinstance(value, bool):
        return gettext("Ya") if value else gettext("Tidak")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(shown, value))
    return "" if value is None else str(value)


def worded(part):
    """The words of an instrument's item, option, domain or floor in the reader's language."""
    return in_language(part, str(get_locale()))
