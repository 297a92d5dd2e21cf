"""The path as people walk it on the screens; every step is given the page before it and returns the page it leads to."""
from portal.clients.identity import Told as Birth
from portal.demo.told import Told
from portal.rules.age import BirthPrecision
from portal.rules.service import Spm

LEGAL = ("vital_interest", "public_task")


def somebody(name, sex, *, born=None, age=None, category, narrative, sub_type=None, channel="outreach", danger="Tidak", flags=(), decile=None,
             answers=None):
    """A case in the form of the demo file."""
    person = {"name": name, "sex": sex} | ({"birth_date": born} if born else {"age_estimate": age})
    place = {"kecamatan": "99.01.02", "desa": "99.01.02.2001", "place": "Pasar Pantai Baru"}
    report = place | {"channel": channel, "narrative": narrative, "danger": danger, "flags": flags, "ticket": "171-77" if channel == "171" else None}
    status = "Tidak terdaftar" if decile is None else "Terdaftar"
    return Told({"reports": [report], "people": [person], "category": category, "additional_categories": [], "sub_type": sub_type,
                 "dtsen": {"status": status, "decile": decile}, "restricted": False, "answers": answers, "expected": None})


def report(officer, told, n=0):
    """The n-th report of a case of the file, typed into the quick report; returns its page, or the form that asks again."""
    page = officer.opens("/reports/new").press("Simpan laporan", **typed(told, n))
    return page.follow("Lihat laporan") if page.url.endswith("/saved") else page


def typed(told, n=0):
    """The fields of the quick report as somebody types them; the second report names nobody."""
    answers = told.report(n) | (person_fields(told, 0) if n == 0 else {}) | {"restricted": told.restricted}
    return {name: value for name, value in answers.items() if value not in (None, "") and name != "alone_at_night"}


def person_fields(told, n):
    """The fields of the n-th person named, as somebody tells of them."""
    person = told.people(on=None)[n]
    birth = Birth(BirthPrecision.DAY, day=person["birth_date"]) if "birth_date" in person else f"kira-kira {person['age_estimate']} tahun"
    typed = {"name": person["name"], "sex": person["sex"], "nik": person["nik"], "birth": str(birth)}
    return {f"people-{n}-{name}": value for name, value in typed.items() if value}


def triage(page, told):
    """The eight red flags, asked and answered."""
    flags = {str(flag): str(answer) for flag, answer in told.flags().items()}
    return page.follow("Triase").press("Simpan triase", **flags, alone_at_night=told.report(0)["alone_at_night"])


def new_client(page):
    """Nobody knows this person yet."""
    return page.follow("Pastikan siapa ini").press("Catat sebagai klien baru")


def verify(page):
    """Place and person are confirmed."""
    return page.follow("Verifikasi").press("Verifikasi")


def open_case(page, told, who="Buka kasus untuk"):
    """A case for the client of a verified report."""
    category = told.category()
    additional = [str(code) for code in category["additional"]]
    return page.follow(who).press("Buka kasus", category=str(category["category"]), additional=additional, sub_type=category["sub_type"] or "")


def case_of(officer, told):
    """From the report to an open case, as an officer does it in one go."""
    return open_case(verify(new_client(triage(report(officer, told), told))), told)


def meet(page, text="Ditemui.", outcome="met"):
    """One contact in the field."""
    return page.person.opens(f"{page.url}/contact").press("Simpan kontak", outcome=outcome, text=text)


def assess(case, told, needs=(), narrative=None, **more):
    """A whole assessment, page by page, up to the check before submission."""
    page = case.person.opens(case.url.replace("cases", "assessments/case")).press("Mulai asesmen")
    if narrative:
        page = page.press("Simpan & bagian berikut", topic_presenting=narrative)
    else:
        for _ in range(5):
            page = answer(page, told)
        page = page.press("Simpan & bagian berikut")
    return page.press("Simpan & periksa", **weighing(told, needs), **dismissed(page, needs), **more)


def dismissed(page, needs):
    """What is suggested and not needed, with the reason."""
    asked = [name for name in page.form("Simpan & periksa").controls if name.startswith("why_")]
    return {name: "Sudah terpenuhi dengan cara lain." for name in asked if name.removeprefix("why_") not in needs}


def answer(page, told):
    """The answers of the file to the questions on this page; what nobody knows is said to be unknown."""
    asked = [name for name in page.form("Simpan & bagian berikut").controls if name in told.answers]
    unknown = {name for name in asked if told.answers[name] is None}
    return page.press("Simpan & bagian berikut", **{name: "unknown" if name in unknown else told.answers[name] for name in asked})


def weighing(told, needs):
    """The DT-SEN check of the file, and yes or no for each basic service."""
    check = told.dtsen(on=None)
    decile = {} if check["decile"] is None else {"dtsen_decile": check["decile"]}
    return {f"need_{spm}": "Ya" if spm in needs else "Tidak" for spm in Spm} | {"dtsen_status": str(check["status"])} | decile


def submit(page, note=""):
    """The assessment is put to a manager."""
    return page.press("Ajukan ke manajer", note=note)


def decide(manager, number, button="Setujui", **answers):
    """A manager opens the proposal about this number, which may stand open in the inbox already, and answers it."""
    inbox = manager.opens("/decisions/")
    first = next(words for href, words in inbox.page.links if href.removeprefix("/decisions/").isdigit())
    return (inbox if number in first else inbox.follow(number)).press(button, **answers)


def at(page, part):
    """The page of this part of the case: assessments, services, referrals, training."""
    return page.person.opens(page.url.replace("cases", f"{part}/case"))


def consent(case, basis, kind="service", **more):
    """Consent of the client's family, or the basis that stands in for it; then back to the case."""
    client = case.follow("Data klien")
    how = {"instead": "guardian_unknown"} if basis in LEGAL else {"manner": "signed"}
    case.person.opens(f"{client.url}/consents").press("Simpan", kind=kind, basis=basis, given_on="hari ini", **how | more)
    return case.again()


def share(case, institution, basis, **more):
    """The family, or the client, agrees that this institution is told."""
    return consent(case, basis, "sharing", institution=institution, **more)


def plan(case, spm="", programme="", **told):
    """One more service of the plan."""
    return at(case, "services").follow("Tambah rencana").press("Simpan rencana", spm=spm, programme=programme, **told)


def plan_need(case, words, **told):
    """What the accepted assessment said is needed gets its plan."""
    return at(case, "services").follow(words).follow("Rencanakan").press("Simpan rencana", **told)


def ask_consideration(case, **told):
    """A client outside the decile rule is put to a manager."""
    return at(case, "assessments").follow("Ajukan pertimbangan khusus").press("Ajukan ke manajer", **told)


def give(case, spm, what, **told):
    """A service that does not wait for a plan."""
    return at(case, "services").follow("Catat layanan yang sudah diberikan").press("Simpan layanan", spm=spm, what=what, **told)


def deliver(case, words, **told):
    """A planned service is given."""
    return at(case, "services").follow(words).follow("Catat pemberian").press("Simpan pemberian", **told)


def draft_referral(case, institution, kind, **told):
    """A referral, still a draft."""
    usual = {"reason": "Perlu layanan lembaga ini.", "service": "Layanan sesuai kebutuhan.", "summary": "Ringkasan secukupnya.",
             "shared": ["name", "birth", "sex"], "secrecy": "secret"}
    usual |= {"consent_note": "Wali belum dapat dimintai persetujuan."} if told.get("consent") in LEGAL else {}
    return at(case, "referrals").follow("Rujukan baru").press("Simpan", institution=institution, kind=kind, **usual | told)


def submit_referral(page):
    """It is checked once more and put to a manager."""
    return page.follow("Periksa dan ajukan").press("Ajukan ke manajer")


def issue(page):
    """The approved letter gets its number, under the name of the head of the office."""
    official = page.follow("Terbitkan surat")
    head = list(official.form("Terbitkan surat").controls["official"].options)[-1]
    return official.press("Terbitkan surat", official=head)


def send(page, way="Diantar petugas"):
    return page.follow("Catat pengiriman").press("Simpan", way=way)


def hear(page, step, note=""):
    """What the institution answers."""
    return page.follow("Catat jawaban lembaga").press("Simpan", step=step, note=note)


def hand_over(page, receiver):
    return page.follow("Catat serah terima").press("Simpan", receiver=receiver)


def come_back(page, step, note=""):
    """What comes back from the institution."""
    return page.follow("Catat kabar dari lembaga").press("Simpan", step=step, note=note)


def refer(page, manager, number, way="Diantar petugas"):
    """From the draft to the letter on its way: checked, approved, numbered, sent."""
    submitted = submit_referral(page)
    decide(manager, number)
    return send(issue(submitted.again()), way)


def elsewhere(page, institution):
    """The next place is asked with the same words: the form of the new draft."""
    form = page.follow("Rujuk ke lembaga lain")
    controls = form.form("Buat rujukan").controls
    field, value = next((name, value) for name in ("institution", "other") if name in controls
                        for value, words in controls[name].options.items() if value and words.startswith(institution))
    return form.press("Buat rujukan", **{field: value})


def know(officer, kind, name, head, **told):
    """One more institution in the directory."""
    return officer.opens("/referrals/institutions/new").press("Simpan", kind=kind, name=name, head=head, **told)


def letter(page, words, wording=None, **told):
    """A letter about the record of this page: begun from the office's words, worded where `wording` says so, issued by the head."""
    draft = page.follow(words).press("Buat konsep", **told)
    shown = draft.press("Simpan surat", **wording or {})
    return shown.follow("Terbitkan surat").press("Terbitkan surat")


def letters(page):
    """The letters about this case."""
    return page.person.opens(page.url.replace("cases", "correspondence/case"))
