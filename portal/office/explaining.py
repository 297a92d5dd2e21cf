"""How a clock came to stand, in words: from where to where it counts, by which target and rule, and what each day gave."""
from dataclasses import dataclass

from flask_babel import gettext, pgettext

from portal import clock
from portal.labels import label
from portal.office.targets_shown import said
from portal.phrases import day as said_day
from portal.phrases import moment, span_minutes, weekday
from portal.rules import explained
from portal.rules.clocks import TargetUnit
from portal.rules.workdays import DayOff


@dataclass(frozen=True)
class Line:
    """A day, or days in a row: when the office is open, what counts, and what is to be said of it."""

    days: str
    hours: str
    counted: str
    remarks: str


@dataclass(frozen=True)
class Explained:
    """One clock in words: `facts` [(term, value)], `rules` sentences, `lines` day by day, and their `total` up to the limit."""

    face: tuple
    facts: list
    rules: list
    lines: list
    total: Line


class Explaining:
    """Puts one Reading (naive local) into words; `held` is [(Pause of the rules, why and by whom in words)]."""

    def __init__(self, reading, timing, *, t0, began, stops, held=()):
        self.reading, self.timing, self.t0, self.began, self.stops, self.held = reading, timing, t0, began, stops, dict(held)
        self.days = explained.days(reading, timing.calendar, list(self.held))

    def told(self, face):
        return Explained(face, self.facts(), self.rules(), [self._line(stretch) for stretch in explained.stretches(self.days)], self._total())

    def facts(self):
        found = self.reading
        return [(gettext("Tingkat"), label(found.level)), (gettext("Mulai"), f"{local_moment(self.t0)}, {self.began}"), *self._raise(),
                (gettext("Target"), said(found.level, found.target)), (gettext("Target berlaku"), self._since()),
                (gettext("Batas"), local_moment(found.limit)), (gettext("Berhenti"), local_moment(found.stopped_at) or gettext("belum")),
                (gettext("Dihitung"), self._counted()), *self._over()]

    def _raise(self):
        if self.reading.start == self.t0:
            return []
        return [(gettext("Dihitung sejak"), gettext("%(moment)s, saat tingkat dinaikkan", moment=local_moment(self.reading.start)))]

    def _since(self):
        """From when on the target is in force, and by whose word."""
        row = self.timing.targets.rule(self.t0.date(), self.reading.level, self.reading.clock)
        return f"{said_day(row.valid_from)} ({row.source})" if row else gettext("sejak awal (bawaan Sigap)")

    def _counted(self):
        """What of the target had run by the stop, or has by now."""
        found = self.reading
        span = span_minutes(found.counted)
        if found.target.unit == TargetUnit.WORKING_DAYS:
            past = sum(day.number is not None and day.hours[1] <= found.read_at for day in self.days)
            return gettext("%(past)s dari %(all)s hari kerja (%(span)s jam buka kantor)", past=past, all=found.target.amount, span=span)
        return gettext("%(span)s sepanjang hari", span=span) if found.wall else gettext("%(span)s pada jam buka kantor", span=span)

    def _over(self):
        found = self.reading
        return [*([(gettext("Lewat batas"), span_minutes(found.over))] if found.over else ()),
                *([(gettext("Ditangguhkan"), span_minutes(found.paused))] if found.paused else ())]

    def rules(self):
        """What the limit follows from, a sentence each."""
        found = [self.stops, how(self.reading)]
        if self.reading.stopped_at:
            found.append(gettext("Jam yang sudah berhenti dinilai menurut tingkat pada saat itu, juga bila tingkatnya diubah kemudian."))
        if self.reading.start != self.t0:
            found.append(gettext("Tingkat dinaikkan sesudah jam ini mulai: supaya tidak langsung terlambat, targetnya dihitung sejak saat itu."))
        if self.held:
            found.append(gettext("Waktu yang ditangguhkan dengan persetujuan manajer tidak dihitung."))
        return [*found, gettext("Kasus dan laporan memakai target yang berlaku pada hari mulainya, juga bila target diubah kemudian.")]

    def _line(self, stretch):
        return Line(span_of(stretch.first.day, stretch.last.day), self._hours(stretch), self._share(stretch.first, stretch.last),
                    ". ".join(self._remarks(stretch)))

    def _hours(self, stretch):
        if self.reading.wall:
            return gettext("sepanjang hari")
        said = dict.fromkeys(f"{day.hours[0]:%H.%M}–{day.hours[1]:%H.%M}" for day in stretch.days if day.hours)
        return ", ".join(said) or gettext("tutup")

    def _share(self, first, last):
        if first.number is not None:
            return gettext("hari kerja ke-%(number)s", number=first.number) if first is last else gettext(
                "hari kerja ke-%(first)s sampai %(last)s", first=first.number, last=last.number)
        minutes = last.total - first.total + first.counted
        return span_minutes(minutes) if minutes else "–"

    def _remarks(self, stretch):
        yield from self._marks(stretch)
        first = stretch.first
        if first.why == DayOff.HOLIDAY and first.name:
            yield gettext("%(why)s: %(name)s", why=label(first.why), name=first.name)
        elif first.why and first.why != DayOff.PAUSED:
            yield str(label(first.why))
        if first.hours and first.name:
            yield first.name
        for pause in dict.fromkeys(pause for day in stretch.days for pause in day.pauses):
            yield self._pause(pause)

    def _marks(self, stretch):
        """Where the clock starts, stands and must stop."""
        found = self.reading
        stands = gettext("berhenti") if found.stopped_at else gettext("sekarang")
        told = ((found.start, gettext("mulai")), (found.read_at, stands), (found.limit, pgettext("jam", "batas")))
        here = [f"{word} {at:%H.%M}" for at, word in told if at >= found.start and stretch.first.day <= at.date() <= stretch.last.day]
        if here:
            yield ", ".join(here).capitalize()

    def _pause(self, pause):
        """From when to when, why, and who approved it."""
        original = next((one for one in self.held if one.start == pause.start), pause)
        ends = local_moment(original.end) if original.end else gettext("sekarang")
        return gettext("Ditangguhkan %(first)s – %(last)s: %(why)s", first=local_moment(original.start), last=ends, why=self.held.get(original, ""))

    def _total(self):
        found = self.reading
        due = gettext("Batas: %(day)s pukul %(time)s", day=weekday(found.limit), time=f"{found.limit:%H.%M}")
        return Line(pgettext("total", "Jumlah"), "", said(found.level, found.target), due)


def span_of(first, last):
    """Senin, 2 Maret 2026; 2–6 Maret 2026; 30 Maret – 2 April 2026."""
    if first == last:
        return weekday(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{said_day(last)}"
    return f"{said_day(first).removesuffix(f' {last.year}')} – {said_day(last)}"


def how(reading):
    """How a target of this kind is counted."""
    if reading.wall:
        return gettext("Dihitung terus-menerus sejak mulai: siang dan malam, juga akhir pekan dan hari libur.")
    if reading.target.unit == TargetUnit.WORKING_DAYS:
        return gettext("Dihitung hari kerja sesudah hari mulai, tanpa hari libur; batasnya jam tutup kantor pada hari kerja yang terakhir.")
    return gettext("Hanya jam buka kantor yang dihitung; malam, akhir pekan dan hari libur tidak.")


def local_moment(value):
    """As `moment`, of the wall time of the office."""
    return moment(clock.utc(value)) if value else ""
