"""pytest scratch: prints pages."""
from portal.rules.roles import Role
from tests.stories.story import it_is
def show(s):
    print("=====", s.status, s.url); print(s.text[:1500])
    print("   links", [(h, w) for h, w in s.page.links if h not in "#main / /help /reports /cases/ /decisions/ /referrals/ /training/ /clients".split()])
    for f in s.page.forms[:s.page.in_main]: print("   form", f.action, f.buttons, {k: (c.kind, c.options or c.held) for k, c in f.controls.items() if k not in ("csrf_token", "form_token")})
    return s
from tests.stories.path import *
def test_x(office):
    it_is("2 Mar 2026 09.10")
    siti, komang = office.siti, office.komang
    told = Told(1)
    case = meet(case_of(siti, told))
    submit(assess(case, told, needs=(Spm.SPM09, Spm.SPM10)))
    show(decide(komang, "KS-2026-00001"))
    s = show(siti.opens("/services/case/1"))
    s = show(s.follow("KIA"))
    s = show(s.person.opens("/services/1/plan"))
    show(s.person.opens("/services/1/delivery"))
    show(s.person.opens("/services/case/1/new"))
    show(s.person.opens("/referrals/case/1"))
    show(s.person.opens("/referrals/case/1/new"))
