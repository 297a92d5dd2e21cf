"""The page of one clock of a case: how it stands and why, in the round that runs or in one before a reopening."""
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from portal import clock
from portal.cases import clocks
from portal.labels import label
from portal.office.explaining import Explaining
from portal.rules.clocks import Clock

STOPS = {
    Clock.FIND: _("Berhenti saat laporan terverifikasi: tempat dan orangnya dipastikan."),
    Clock.RESPOND: _("Berhenti saat klien ditemui di lapangan, atau pada upaya ketiga yang gagal."),
    Clock.ACT: _("Berhenti pada yang terakhir dari dua hal: asesmen diajukan, dan layanan atau rujukan pertama berjalan."),
    Clock.FINISH: _("Berhenti saat penutupan kasus disetujui."),
}


def clock_page(case, which, earlier_id=None):
    """Everything the page shows; `earlier_id` is of a round before a reopening (DoesNotExist when the case has no such)."""
    histories, rounds = clocks.Histories.of([case]), case.rounds.where(~case.rounds.model.taken_back)
    earlier = None if earlier_id is None else rounds.where(rounds.model.id == earlier_id).get()
    run = clocks.Run.before(earlier, histories) if earlier else clocks.Run.of(case, histories)
    row, reading = earlier or case, run.reading(which)
    pauses = histories.pauses.get(case.id, [])
    held = [(still, _why(pause)) for still, pause in zip(run.pauses, pauses, strict=True)
            if still.start < run.now and (still.end or run.now) > run.t0]
    explaining = Explaining(reading, histories.timing, t0=run.t0, began=_began(case, row), stops=STOPS[which], held=held)
    return {"which": which, "clocks": Clock, "earlier": earlier, "rounds": list(rounds), "levels": _levels(histories, case, row),
            "view": explaining.told(clocks.face(row, clocks.in_utc(reading), histories))}


def _began(case, row):
    """Why the clocks started when they did."""
    first = case.rounds.where(~case.rounds.model.taken_back).order_by(case.rounds.model.id).first()
    started = first is None or row == first
    return gettext("saat laporan diterima") if started else gettext("saat kasus diminta dibuka kembali")


def _why(pause):
    """Why the clocks stood still, and who agreed."""
    decision = pause.decision
    if decision is None or decision.decided_by is None:
        return str(label(pause.reason))
    return gettext("%(reason)s (disetujui %(name)s)", reason=label(pause.reason), name=decision.decided_by.name)


def _levels(histories, case, row):
    """The changes of the level in this round, and the one it began with."""
    start, end = clock.local(row.t0), row.finished_at
    told = [change for change in histories.levels.get(case.id, []) if end is None or change.at <= end]
    before = [change for change in told if clock.local(change.at) <= start]
    return [*before[-1:], *(change for change in told if clock.local(change.at) > start)]
