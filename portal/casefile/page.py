"""What the page of one case shows: its line of events, the next steps, the key facts."""
from types import SimpleNamespace

from flask import request, url_for
from flask_babel import gettext
from markupsafe import Markup, escape

from portal.casefile.next_steps import tasks
from portal.casefile.timeline import Timeline, people
from portal.cases.folder import Folder
from portal.conferences.resolutions import Resolution
from portal.decisions.models import Decision
from portal.labels import label
from portal.office.models import Region
from portal.phrases import day, local_day, moment
from portal.rules.approval import DecisionState
from portal.rules.nik import mask
from portal.rules.timeline import EventKind

STEP = 20


class CasePage:
    """One case as its team sees it; the address chooses the kind of events and how many."""

    def __init__(self, case, user):
        self.case, self.user, self.folder = case, user, Folder(case, user)
        self.proposals = list(Decision.about(case).where(Decision.state == DecisionState.OPEN))
        every = Timeline.of(case, user)
        asked = request.args.get("kind", "")
        self.kind = EventKind(asked) if asked in list(EventKind) else None
        self.kinds = [kind for kind in EventKind if any(event.kind == kind for event in every)]
        chosen = [event for event in every if self.kind in (None, event.kind)]
        self.count = max(STEP, min(request.args.get("count", STEP, type=int) or STEP, 1000))
        self.total, names = len(chosen), people(chosen[:self.count])
        self.events = [SimpleNamespace(title=event.title, at=(local_day if event.dated else moment)(event.at), by=names.get(event.by),
                                       text=event.text, url=event.url) for event in chosen[:self.count]]

    @property
    def tasks(self):
        return tasks(self.case, self.user)

    @property
    def resolutions(self):
        """[(address, text, mark, word, False)] of what conferences decided and is yet to be done."""
        return [(url_for("conferences.resolution", id=row.id), f"{row.what} ({row.who})", "late" if row.is_overdue else None, day(row.due), False)
                for row in Resolution.open_of(self.case)]

    @property
    def more(self):
        """The address with twenty events more, or None when all are shown."""
        return self.address(self.kind, self.count + STEP) if self.total > self.count else None

    def address(self, kind=None, count=None):
        return url_for("casefile.show", id=self.case.id, **({"kind": kind} if kind else {}), **({"count": count} if count else {}))

    @property
    def chips(self):
        """[(address, text, chosen)] of the kinds of events that there are, after all of them."""
        return [(self.address(), gettext("Semua"), self.kind is None), *((self.address(kind), label(kind), kind == self.kind) for kind in self.kinds)]

    @property
    def facts(self):
        """[(term, value)] of what people ask first."""
        case, client = self.case, self.case.client
        check = client.dtsen
        pairs = [(gettext("NIK"), mask(client.nik) if client.nik else ""), (gettext("Nama panggilan"), client.alias),
                 (gettext("Kategori"), ", ".join(str(label(each)) for each in case.categories)),
                 (gettext("Sub-tipe"), label(case.sub_type) if case.sub_type else None),
                 (gettext("Jenis SPM"), label(case.spm_type) if case.spm_type else gettext("Di luar SPM")),
                 (gettext("DT-SEN"), check.said if check else gettext("Belum dicek")),
                 (gettext("Tempat biasa"), client.usual_place), (gettext("Laporan"), report_links(case, self.user)),
                 (gettext("Jam mulai"), moment(case.t0))]
        return [pair for pair in pairs if pair[1] is not None]


def about_case(case, user):
    """(initials, facts) of a case for a message."""
    steps = ", ".join(str(task[1]).lower() for task in tasks(case, user)) or gettext("tidak ada")
    return [case.client.initials], [(gettext("Tingkat"), label(case.level)), (gettext("Tahap"), label(case.stage)),
                                    (gettext("Kecamatan"), Region.named(case.client.district)), (gettext("Langkah berikutnya"), steps)]


def report_links(case, user):
    """The numbers of the reports that this person may read, each with its page."""
    return Markup(", ").join(Markup('<a href="{}">{}</a>').format(url_for("reports.show", id=report.id), escape(report.number))
                             for report in case.reports_for(user))
