"""The plan of a batch: its teaching days by the calendar of the republic, its hours, and what in it does not add up."""
from datetime import timedelta

from flask_babel import gettext

from portal import clock
from portal.labels import label
from portal.office.opening import days_off
from portal.phrases import day, weekday, weekdays
from portal.records import Transition
from portal.rules.course import Plan
from portal.rules.placement import BatchState


def plan_of(batch):
    """The Plan of a batch, with the holidays."""
    return Plan(batch.starts, batch.ends, tuple(batch.days), batch.sessions, batch.hours, days_off())


def planned(batch):
    """What the page of a batch shows of its plan: `facts` [(term, value)], and `cautions`, what does not add up."""
    plan = plan_of(batch)
    return {"facts": _facts(batch, plan), "cautions": cautions(batch, plan)}


def _facts(batch, plan):
    coming = None if batch.is_over else plan.after(clock.today() - timedelta(days=1))
    told = [(gettext("Hari belajar"), weekdays(batch.days) or gettext("Tidak tetap")),
            (gettext("Hari belajar terdekat"), weekday(coming)),
            (gettext("Pertemuan"), plan.count or gettext("Belum direncanakan")), (gettext("Jam pelajaran"), _hours(batch, plan)),
            (gettext("Batas bergabung"), day(batch.join_until)), (gettext("Sumber dana"), label(batch.fund) if batch.fund else None),
            (gettext("Penanggung jawab"), batch.keeper.name if batch.keeper else None)]
    return [(term, value) for term, value in told if value != ""]


def _hours(batch, plan):
    if plan.hours:
        return gettext("%(total)s jam (%(hours)s jam per hari)", total=plan.hours, hours=batch.hours)
    return gettext("%(hours)s jam per hari", hours=batch.hours)


def cautions(batch, plan):
    """What somebody should look at in the plan of a batch that is not over, as sentences; of a cancelled one, why."""
    if batch.state == BatchState.CANCELLED:
        return [gettext("Angkatan dibatalkan: %(reason)s", reason=Transition.last_of(batch).reason)]
    if batch.is_over:
        return []
    return [said for said in (_missing(plan), _spare(plan), _keeper(batch)) if said]


def _missing(plan):
    if not plan.missing:
        return ""
    return " ".join([gettext("Direncanakan %(sessions)s pertemuan, sedangkan jadwalnya hanya memberi %(days)s hari.", sessions=plan.sessions,
                             days=len(plan.possible)), _holidays(plan), _until(plan)]).replace("  ", " ").strip()


def _holidays(plan):
    return gettext("%(count)s hari libur dilewati.", count=len(plan.skipped)) if plan.skipped else ""


def _until(plan):
    until = plan.needs_until
    return gettext("Pertemuan sebanyak itu selesai pada %(day)s.", day=day(until)) if until else ""


def _spare(plan):
    if not plan.spare:
        return ""
    return gettext("Direncanakan %(sessions)s pertemuan, sedangkan jadwal %(weekdays)s memberi %(days)s hari; pertemuan terakhir jatuh pada %(day)s.",
                   sessions=plan.sessions, weekdays=weekdays(plan.weekdays), days=len(plan.possible), day=day(plan.days[-1]))


def _keeper(batch):
    if batch.keeper and batch.keeper.active:
        return ""
    return gettext("Belum ada penanggung jawab yang aktif untuk angkatan ini. Pilih seorang petugas.")
