"""The report on one course: how it went, who took part, what it came to, and what is known of the year after; it names nobody."""
from collections import Counter
from types import SimpleNamespace

from flask_babel import gettext, pgettext

from portal.labels import label
from portal.phrases import day, lines, rupiah, weekdays
from portal.rules.age import AgeGroup, age_group
from portal.rules.attendance import Mark
from portal.rules.followup import MONTHS, FollowUpStatus
from portal.rules.nik import Sex
from portal.rules.placement import FINISHED, TAUGHT
from portal.training.aftercare.outcomes import outcome_of_batch, told
from portal.training.attendance.presence import Presence
from portal.training.paper.rosters import held, people, told_after
from portal.training.planning import plan_of

SEXES = (Sex.MALE, Sex.FEMALE)


def contents(batch, user):
    """Everything that the report shows of those who exist for this person."""
    listed = people(batch, user, initials=True)
    return {
        "facts": facts(batch, plan_of(batch), len(held(batch))), "content": lines(batch.programme.content),
        "ages": by_sex(listed, lambda person: age_group(person.client.years(batch.starts)), AgeGroup),
        "states": by_sex(listed, lambda person: person.placement.state, TAUGHT),
        "left": Counter(str(label(person.placement.leave_reason)) for person in listed if person.placement.leave_reason),
        "presence": presence(listed), "given": given(listed), "people": listed,
        "measures": [(label(aim), told(measure)) for aim, measure in outcome_of_batch(batch, user).measures.items()],
        "later": later(listed), "later_heads": [(gettext("%(months)s bulan", months=months), "number") for months in MONTHS],
    }


def facts(batch, plan, held_count):
    """[(term, value)] of how the course was planned and held."""
    programme = batch.programme
    return [
        (gettext("Program"), programme.name), (gettext("Kejuruan"), label(programme.trade)), (gettext("Penyelenggara"), programme.provider),
        (gettext("Tempat"), batch.where), (gettext("Jadwal"), f"{day(batch.starts)} – {day(batch.ends)}"),
        (gettext("Hari"), weekdays(batch.days)), (gettext("Jam per hari"), batch.hours or ""),
        (gettext("Pertemuan"), gettext("%(held)s terlaksana dari %(planned)s direncanakan", held=held_count, planned=plan.count)
            if plan.count else gettext("%(held)s terlaksana", held=held_count)),
        (gettext("Jumlah jam pelajaran"), plan.hours or ""), (gettext("Sumber dana"), label(batch.fund) if batch.fund else ""),
        (gettext("Keadaan"), label(batch.state)), (gettext("Penanggung jawab"), batch.keeper.name if batch.keeper else ""),
    ]


def by_sex(listed, read, members):
    """[(words, men, women, all)] of each member that somebody has, then of all; who has no sex written down counts in the last column alone."""
    found = Counter((read(person), person.client.sex) for person in listed)
    rows = [(str(label(member)), *(found[member, sex] for sex in SEXES), sum(count for (each, _sex), count in found.items() if each == member))
            for member in members]
    totals = (pgettext("total", "Jumlah"), *(sum(person.client.sex == sex for person in listed) for sex in SEXES), len(listed))
    return [*(row for row in rows if row[3]), totals]


def presence(listed):
    """The days of everybody together: `counts` [(words of a mark, days)] and the `rate` of those present."""
    together = Presence(tuple(mark for person in listed for mark in person.presence.marks))
    return SimpleNamespace(counts=[(label(mark), together.count(mark)) for mark in Mark], rate=together.rate)


def given(listed):
    """[(term, value)] of what the participants received."""
    placements = [person.placement for person in listed]
    return [(gettext("Sertifikat"), sum(bool(each.certificate) for each in placements)),
            (gettext("Bantuan peralatan"), sum(bool(each.toolkit) for each in placements)),
            (gettext("Tempat praktik kerja"), sum(bool(each.practice_place) for each in placements)),
            (gettext("Uang saku yang tercatat diterima"), rupiah(sum(each.allowance or 0 for each in placements)))]


def later(listed):
    """[(words, one count per milestone)]: what is known of each milestone, then of how many nothing is written down."""
    ended = [person.placement.id for person in listed if person.placement.state in FINISHED]
    latest = told_after(ended)
    found = Counter((months, row.status) for (_placement, months), row in latest.items())
    rows = [(str(label(status)), [found[months, status] for months in MONTHS]) for status in FollowUpStatus]
    visited = [sum(months == at for _placement, at in latest) for months in MONTHS]
    return [*rows, (gettext("Belum ada kunjungan"), [len(ended) - count for count in visited])]
