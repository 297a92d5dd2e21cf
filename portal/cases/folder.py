"""The head of every page about one case: who this is, how its clocks stand, and the way to its other pages."""
from flask import current_app, request, url_for
from flask_babel import gettext, pgettext

from portal.cases import clocks
from portal.cases.pauses import Pause
from portal.cases.team import glass_until
from portal.labels import label
from portal.office.models import Region
from portal.phrases import day
from portal.rules.lifecycle import Stage


class Folder:
    """What `cases/_folder.html` shows of a case to a person who sees it whole; later features put `function(case) -> int` into COUNTED."""

    COUNTED = {}

    def __init__(self, case, user):
        self.case, self.user = case, user
        self.histories = clocks.Histories.of([case])
        self.readings = clocks.readings(case, self.histories)
        self.pause = Pause.running(case)
        self.glass_until = glass_until(case, user)

    @property
    def lead(self):
        """Sex, age, place and lead officer in one line."""
        client, officer = self.case.client, self.case.lead
        parts = [label(client.sex) if client.sex else "", said_age(client), place(client),
                 gettext("Petugas: %(name)s", name=officer.name) if officer else gettext("Belum ada petugas utama")]
        return " · ".join(str(part) for part in parts if part)

    @property
    def clocks(self):
        """[(Clock, mark, words, detail, current)]; none for a case written down by mistake."""
        if self.case.stage == Stage.CANCELLED:
            return []
        faces = [(each.clock, *clocks.face(self.case, each, self.histories)) for each in self.readings]
        next_up = next((each.clock for each in self.readings if not each.stopped_at), None) if self.case.is_open else None
        return [(*face, face[0] == next_up) for face in faces]

    @property
    def items(self):
        """[(address, text, current)] of the pages of this case that there are."""
        case = self.case
        pages = (("casefile.show", gettext("Linimasa"), {"id": case.id}), ("clients.show", gettext("Data klien"), {"id": case.client_id}),
                 ("assessments.of_case", gettext("Asesmen"), {"case_id": case.id}),
                 ("services.of_case", gettext("Rencana & layanan"), {"case_id": case.id}),
                 ("referrals.of_case", gettext("Rujukan"), {"case_id": case.id}), ("training.of_case", gettext("Pelatihan"), {"case_id": case.id}),
                 ("conferences.of_case", gettext("Pembahasan"), {"case_id": case.id}),
                 ("files.of", gettext("Berkas"), {"kind": "case", "id": case.id}),
                 ("correspondence.of", pgettext("banyak", "Surat"), {"about": "case", "id": case.id}),
                 ("cases.team", gettext("Tim"), {"id": case.id}))
        return [(url_for(endpoint, **values), self._counted(endpoint, text), self._is_here(endpoint)) for endpoint, text, values in pages
                if endpoint in current_app.view_functions]

    def _counted(self, endpoint, text):
        """The words of a tab, with how much stands behind it where that is said."""
        count = self.COUNTED[endpoint](self.case) if endpoint in self.COUNTED else 0
        return f"{text} ({count})" if count else text

    @staticmethod
    def _is_here(endpoint):
        here = request.endpoint or ""
        if endpoint in ("cases.team", "casefile.show"):
            return here == endpoint
        return here.split(".")[0] == endpoint.split(".")[0]


def said_age(client):
    """13 tahun (14 Mei 2012), ±16 tahun, or that the age is not known."""
    age = client.age()
    if age is None:
        return gettext("usia belum diketahui")
    if not age.exact:
        return gettext("±%(years)s tahun", years=age.years)
    return gettext("%(years)s tahun (%(day)s)", years=age.years, day=day(client.birth_date))


def place(client):
    """Kecamatan and desa by name."""
    district, village = Region.named(client.district), Region.named(client.village)
    return ", ".join(part for part in (gettext("Kec. %(name)s", name=district) if district else "", village) if part)
