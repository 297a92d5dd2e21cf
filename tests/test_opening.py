"""What the clocks are counted by, on its pages: the targets, the office's hours and its days off, who sees them, what is refused, and what stays."""
from datetime import date, datetime, timedelta

import pytest

from portal import clock
from portal.cases.clocks import readings
from portal.cases.models import Case
from portal.db import db
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.models import Office
from portal.office.opening import calendar
from portal.office.targets import LevelTarget, targets_on
from portal.rules.clocks import DEFAULT_TARGETS, Clock, Target, TargetUnit
from portal.rules.levels import Level
from portal.rules.opening_hours import Span, Why, check_special, check_usual, check_withdrawal
from portal.rules.refused import Refused
from portal.rules.roles import Role
from portal.rules.workdays import DayStanding
from tests.stories.reading import Reader

TODAY = date(2026, 3, 2)
SOURCE = "SK Kepala Dinas nomor 400.9/17/2026"
CELLS = [(level, which) for level in Level for which in Clock]
URGENT_FIND = CELLS.index((Level.URGENT, Clock.FIND))


@pytest.fixture
def admin(make, client):
    return client.sign_in(make.user(Role.ADMIN))


def form_of(client, path):
    """What a browser would send of the form on a page as it was opened."""
    form = next(form for form in Reader(client.get(path).text).forms if form.action == path.partition("?")[0])
    return {name: control.held[0] for name, control in form.controls.items() if control.held}


def targets(client, source=SOURCE):
    """The form of the targets as it was opened, with its source."""
    return form_of(client, "/office/targets/new") | {"source": source}


def cell(place, part):
    return f"cells-{place}-{part}"


# Who sees what

@pytest.mark.parametrize("role, settings, calendar_status", [(Role.ADMIN, 200, 403), (Role.OFFICER, 403, 200), (Role.MANAGER, 403, 200),
                                                             (Role.AUDITOR, 403, 403)])
def test_the_settings_are_the_admins_and_who_works_with_the_clocks_reads_them(make, client, role, settings, calendar_status):
    client.sign_in(make.user(role))
    for path in ("targets", "targets/new", "hours", "hours/special/new", "holidays", "holidays/amend"):
        assert client.get(f"/office/{path}").status_code == settings, path
    assert client.get("/office/calendar").status_code == calendar_status


def test_the_page_for_readers_shows_targets_hours_and_days_off_and_no_button(make, client):
    client.sign_in(make.user())
    text = client.get("/office/calendar").text
    assert all(said in text for said in ("4 jam kerja", "30 menit", "14 hari kerja", "07.30–16.30", "Hari Suci Nyepi", "usul awal Sigap"))
    assert "Kembali ke daftar" not in text and "/office/holidays/amend" not in text


def test_the_office_page_leads_to_all_three_and_says_what_stands(admin, client):
    text = client.get("/office").text
    assert all(f'href="/office/{page}"' in text for page in ("targets", "hours", "holidays")) and "07.30–16.30" in text
    assert "Periksa target 4CT" in text
    client.post("/office/holidays/amend", data={"day": "4-3-2026", "standing": "closed", "name": "Hari Jadi", "source": SOURCE})
    assert "1 hari tahun ini ditetapkan dinas sendiri" in client.get("/office").text


# Targets

def urgent(case, officer):
    """The case has been urgent from its first moment."""
    case.change(by=officer, level=Level.URGENT)
    case.level_history.get().change(by=officer, level=Level.URGENT)


def test_a_new_table_counts_for_new_cases_and_an_old_one_keeps_its_limit(admin, make, client):
    officer = make.user()
    clock.use(lambda: datetime(2026, 2, 24, 1, 0))
    old = make.case(by=officer)
    with db.unit():
        urgent(old, officer)
    before = [each.limit for each in readings(old)]
    clock.use(lambda: datetime(2026, 3, 2, 2, 0))
    sent = client.post("/office/targets/new", data=targets(client) | {cell(URGENT_FIND, "amount"): "2"})
    assert sent.location == "/office/targets" and LevelTarget.select().count() == 1
    new = make.case(by=officer, person={"name": "Rina"})
    with db.unit():
        urgent(new, officer)
    assert [each.limit for each in readings(Case.get_by_id(old.id))] == before
    assert readings(new)[0].target == Target(2, TargetUnit.HOURS)
    assert targets_on(TODAY - timedelta(1)) == DEFAULT_TARGETS


def test_a_version_is_shown_with_what_it_changed_by_whom_and_from_when(admin, client):
    client.post("/office/targets/new", data=targets(client) | {cell(URGENT_FIND, "amount"): "2", "valid_from": "1-4-2026"})
    text = client.get("/office/targets").text
    assert all(said in text for said in ("Akan berlaku", "1 April 2026", "2 jam kerja", "sebelumnya 4 jam kerja", SOURCE, admin.name))
    assert "usul awal Sigap" in text and "Target belum pernah diubah" in text
    clock.use(lambda: datetime(2026, 4, 1, 2, 0))
    client.sign_in(admin)
    text = client.get("/office/targets").text
    assert "Berlaku mulai 1 April 2026 menurut" in text and "usul awal Sigap" not in text


@pytest.mark.parametrize("changed, said", [
    ({"source": ""}, "Tulis surat atau keputusan"), ({"valid_from": "kemarin"}, "berlaku mulai hari ini atau sesudahnya"),
    ({"valid_from": ""}, "Tulis mulai kapan"), ({"valid_from": "1-1-2031"}, "paling lambat mulai berlaku pada tahun 2027"),
    ({cell(URGENT_FIND, "amount"): "0"}, "Mendesak, Cepat Temu: Tulis angka dari 1 sampai 999"),
    ({cell(URGENT_FIND, "amount"): "empat"}, "Tulis angka bulat"),
    ({cell(URGENT_FIND, "amount"): ""}, "Tulis angka bulat"), ({cell(URGENT_FIND, "unit"): "bulan"}, "Pilih salah satu dari daftar."),
    ({cell(0, "unit"): "working_days"}, "Pilih salah satu dari daftar."), ({cell(URGENT_FIND, "amount"): "90"}, "tidak boleh lebih singkat"),
    ({cell(0, "amount"): "100"}, None), ({cell(12, "amount"): "2"}, None), ({}, "Tidak ada target yang berubah"),
])
def test_a_wrong_table_is_refused_with_everything_typed_still_there(admin, client, changed, said):
    answer = client.post("/office/targets/new", data=targets(client, source="Nota Dinas 17") | changed)
    if said is None:
        assert answer.status_code == 303
        return
    assert answer.status_code == 422 and said in answer.text and not LevelTarget.select().exists()
    held = next(form for form in Reader(answer.text).forms if form.action == "/office/targets/new").controls
    assert all(held[name].held == [value] for name, value in changed.items() if value and "unit" not in name)
    assert held["source"].held == [changed.get("source", "Nota Dinas 17")] and held[cell(15, "amount")].held == ["60"]


def test_what_is_more_serious_is_never_slower(admin, client):
    answer = client.post("/office/targets/new", data=targets(client) | {cell(0, "amount"): "5", cell(0, "unit"): "hours", cell(1, "amount"): "6"})
    assert answer.status_code == 422 and "Yang lebih gawat tidak boleh" in answer.text and not LevelTarget.select().exists()


def test_two_admins_at_one_table_do_not_overwrite_each_other(admin, client):
    sent = targets(client) | {cell(URGENT_FIND, "amount"): "2"}
    with db.unit():
        Office.select().get().amend(by=admin, phone="0999")
    assert client.post("/office/targets/new", data=sent).status_code == 409 and not LevelTarget.select().exists()


def test_two_clicks_write_one_version(admin, client):
    sent = targets(client) | {cell(URGENT_FIND, "amount"): "2"}
    assert {client.post("/office/targets/new", data=sent).location for _ in range(2)} == {"/office/targets"}
    assert LevelTarget.select().count() == 1


# Hours

def hours(client, **changed):
    return form_of(client, "/office/hours") | changed


def special(client, **changed):
    return form_of(client, "/office/hours/special/new") | {"name": "Ramadan 2026", "since": "18-2-2026", "until": "19-3-2026"} | changed


def test_a_week_to_come_leaves_todays_as_it_is_and_is_shown(admin, client):
    sent = client.post("/office/hours", data=hours(client, since="1-4-2026", **{"days-4-closes": "11.00"}))
    assert sent.location == "/office/hours" and WorkHours.week()[4] == ("07.30", "16.30")
    assert WorkHours.week(date(2026, 4, 1))[4] == ("07.30", "11.00")
    text = client.get("/office/hours").text
    assert all(said in text for said in ("Mulai 1 April 2026", "Akan berlaku", "07.30–11.00", "Jam awal saat Sigap dipasang", admin.name))
    assert not calendar().hours_on(date(2026, 3, 6))[1].hour == 11 and calendar().hours_on(date(2026, 4, 10))[1].hour == 11


@pytest.mark.parametrize("changed, said", [({"since": "kemarin"}, "berlaku mulai hari ini atau sesudahnya"), ({"since": ""}, "Tulis mulai kapan"),
                                           ({"since": "1-1-2040"}, "tahun 2024 sampai 2027"), ({"days-0-opens": "25"}, "Tulis jamnya seperti 07.30")])
def test_wrong_hours_are_refused_with_what_was_typed(admin, client, changed, said):
    answer = client.post("/office/hours", data=hours(client, **{"days-1-opens": "09.15"}) | changed)
    assert answer.status_code == 422 and said in answer.text and "09.15" in answer.text and WorkHours.select().count() == 1


def test_the_same_hours_again_write_nothing(admin, client):
    assert client.post("/office/hours", data=hours(client)).status_code == 303 and WorkHours.select().count() == 1


def test_two_clicks_write_one_week_and_a_stale_page_none(admin, client):
    sent, stale = hours(client, **{"days-4-closes": "11.00"}), hours(client, **{"days-4-closes": "12.00"})
    assert [client.post("/office/hours", data=sent).status_code for _ in range(2)] == [303, 303] and WorkHours.select().count() == 2
    assert client.post("/office/hours", data=stale).status_code == 409 and WorkHours.week()[4] == ("07.30", "11.00")


def test_ramadan_is_offered_with_its_hours_and_beats_the_usual_week(admin, client):
    text = client.get("/office/hours/special/new").text
    assert "Perpres 21/2023" in text and "Sabtu, 21 Maret 2026" in text
    assert client.post("/office/hours/special/new", data=special(client)).location == "/office/hours"
    assert [calendar().hours_on(date(2026, 2, day))[1].strftime("%H.%M") for day in (13, 19, 20)] == ["16.30", "15.00", "15.30"]
    shown = client.get("/office/hours").text
    assert all(said in shown for said in ("Ramadan 2026", "18 Februari 2026 sampai 19 Maret 2026", "08.00–15.30", "Berlaku"))


@pytest.mark.parametrize("changed, said", [
    ({"until": "17-2-2026"}, "lebih awal daripada hari pertamanya"), ({"until": "1-6-2026"}, "paling lama 62 hari"), ({"name": ""}, "Tulis namanya"),
    ({"since": "1-3-2023", "until": "2-3-2023"}, "tahun 2024 sampai 2027"), ({"since": "21-2-2026", "until": "22-2-2026"}, "Tidak ada hari buka"),
    ({f"days-{day}-{which}": "" for day in range(7) for which in ("opens", "closes")}, "paling sedikit satu hari"),
    ({"since": ""}, "Tulis hari pertama"),
])
def test_a_wrong_special_week_is_refused_with_what_was_typed(admin, client, changed, said):
    answer = client.post("/office/hours/special/new", data=special(client, name="Pekan tanggap banjir") | changed)
    assert answer.status_code == 422 and said in answer.text and not WorkHours.select().where(WorkHours.until.is_null(False)).exists()
    assert changed.get("name") == "" or "Pekan tanggap banjir" in answer.text


def test_no_day_belongs_to_two_special_weeks(admin, client):
    client.post("/office/hours/special/new", data=special(client))
    answer = client.post("/office/hours/special/new", data=special(client, name="Pekan lain", since="19-3-2026", until="25-3-2026"))
    assert answer.status_code == 422 and "sudah termasuk Ramadan 2026" in answer.text
    assert client.post("/office/hours/special/new", data=special(client, name="Pekan lain", since="20-3-2026", until="25-3-2026")).status_code == 303


def test_a_special_week_is_corrected_withdrawn_and_stays_written(admin, client):
    client.post("/office/hours/special/new", data=special(client))
    row = WorkHours.get(WorkHours.name == "Ramadan 2026")
    address = f"/office/hours/special/{row.id}"
    sent, stale = form_of(client, address) | {"since": "19-2-2026"}, form_of(client, address)
    assert client.post(address, data=sent).location == "/office/hours"
    assert client.post(address, data=stale | {"name": "Lain"}).status_code == 409
    assert calendar().hours_on(date(2026, 2, 18))[1].hour == 16
    away = f"/office/hours/{row.id}/withdrawal"
    assert client.post(away, data={"reason": ""}).status_code == 409 and client.post(away, data={"reason": "x" * 201}).status_code == 409
    assert client.post(away, data={"reason": "Salah tahun", "seen": 2}).location == "/office/hours"
    assert calendar().hours_on(date(2026, 2, 19))[1].hour == 16
    text = client.get("/office/hours").text
    assert "Jam kerja yang ditarik" in text and "Salah tahun" in text and client.get(address).status_code == 404
    assert client.post(away, data={"reason": "Lagi"}).status_code == 409


def test_a_usual_week_is_withdrawn_only_before_it_begins(admin, client):
    client.post("/office/hours", data=hours(client, since="1-4-2026", **{"days-4-closes": "11.00"}))
    begun, coming = WorkHours.select().order_by(WorkHours.id)
    assert client.post(f"/office/hours/{begun.id}/withdrawal", data={"reason": "Salah"}).status_code == 409
    assert client.post(f"/office/hours/{coming.id}/withdrawal", data={"reason": "Salah"}).status_code == 303
    assert WorkHours.week(date(2026, 4, 1))[4] == ("07.30", "16.30")


# Days off

def test_a_year_tells_days_off_weekends_and_working_days_apart(admin, client):
    text = client.get("/office/holidays?year=2026").text
    nyepi, lebaran = (text[text.index(day):][:300] for day in ("Kamis, 19 Maret", "Minggu, 22 Maret"))
    assert "Hari Suci Nyepi" in nyepi and "<b>Tutup</b>" in nyepi and "Bukan hari kerja" not in nyepi
    assert "Bukan hari kerja" in lebaran and "Cuti Bersama Hari Suci Nyepi" in text
    assert "17 hari kerja" in text[text.index("Maret 2026"):] and "tidak ada hari libur" in text


@pytest.mark.parametrize("asked, shown", [("2024", 2024), ("2027", 2027), ("2023", 2026), ("2028", 2026), ("", 2026), ("x", 2026), ("02027", 2026)])
def test_only_two_years_back_and_one_ahead_can_be_asked_for(admin, client, asked, shown):
    assert f"<h1>Hari libur {shown}</h1>" in client.get(f"/office/holidays?year={asked}").text


def test_a_date_that_is_only_expected_is_said_to_be(admin, client):
    assert "belum ditetapkan pemerintah" in client.get("/office/holidays?year=2027").text
    assert "belum ditetapkan pemerintah" not in client.get("/office/holidays?year=2026").text


def test_a_day_is_closed_shown_with_its_source_and_given_back(admin, client):
    sent = form_of(client, "/office/holidays/amend?day=2026-03-04") | {"standing": "closed", "name": "Hari Jadi Kabupaten", "source": SOURCE}
    assert {client.post("/office/holidays/amend", data=sent).location for _ in range(2)} == {"/office/holidays?year=2026"}
    assert Holiday.select().count() == 1 and not calendar().is_working(date(2026, 3, 4))
    text = client.get("/office/holidays?year=2026").text
    assert all(said in text for said in ("Hari Jadi Kabupaten", SOURCE, "Ditetapkan dinas", "Kembali ke daftar nasional", admin.name))
    row = Holiday.select().get()
    assert {client.post(f"/office/holidays/{row.id}/national").location for _ in range(2)} == {"/office/holidays?year=2026"}
    assert calendar().is_working(date(2026, 3, 4)) and Holiday.select().count() == 2
    text = client.get("/office/holidays?year=2026").text
    assert "Menurut daftar nasional" in text and "Hari Jadi Kabupaten" in text and "Ditetapkan dinas" not in text


def test_the_office_opens_on_a_national_holiday(admin, client):
    sent = form_of(client, "/office/holidays/amend?day=2026-03-18") | {"name": "Piket mudik", "source": SOURCE}
    assert sent["standing"] == "open" and client.post("/office/holidays/amend", data=sent).status_code == 303
    assert calendar().is_working(date(2026, 3, 18))
    assert "dalam daftar nasional: Cuti Bersama Hari Suci Nyepi" in client.get("/office/holidays?year=2026").text


def test_a_day_that_is_past_is_amended_and_the_clocks_are_counted_anew(admin, make, client):
    clock.use(lambda: datetime(2026, 2, 25, 2, 0))
    case = make.case(by=make.user())
    clock.use(lambda: datetime(2026, 3, 2, 2, 0))
    before = readings(case)[1].limit
    text = client.get("/office/holidays/amend?day=2026-02-27").text
    assert "dihitung ulang" in text
    client.post("/office/holidays/amend", data={"day": "27-2-2026", "standing": "closed", "name": "Banjir", "source": SOURCE})
    assert readings(Case.get_by_id(case.id))[1].limit > before
    row = Holiday.select().get()
    assert client.post(f"/office/holidays/{row.id}/national").status_code == 409
    assert client.post(f"/office/holidays/{row.id}/national", data={"reason": "Surat ralat 12"}).status_code == 303
    assert readings(Case.get_by_id(case.id))[1].limit == before


@pytest.mark.parametrize("changed, said", [
    ({"day": ""}, "Tulis tanggalnya."), ({"day": "31-2-2026"}, "tanggal"), ({"day": "1-1-2031"}, "tahun 2024 sampai 2027"),
    ({"name": " "}, "Tulis namanya"),
    ({"source": ""}, "Tulis surat"), ({"standing": ""}, "Pilih salah satu"), ({"standing": "national"}, "Pilih salah satu dari daftar"),
    ({"standing": "open"}, "tidak ada dalam daftar nasional"), ({"standing": "open", "day": "22-3-2026"}, "tidak mempunyai jam kerja"),
])
def test_a_wrong_day_off_is_refused_with_what_was_typed(admin, client, changed, said):
    told = {"day": "4-3-2026", "standing": "closed", "name": "Hari Jadi Kabupaten", "source": "Edaran 800/12"} | changed
    answer = client.post("/office/holidays/amend", data=told)
    assert answer.status_code == 422 and said in answer.text and not Holiday.select().exists()
    assert all(value in answer.text for name, value in told.items() if value.strip() and name != "standing")


def test_a_row_that_is_none_is_not_found(admin, client):
    assert {client.post(path).status_code for path in ("/office/holidays/7/national", "/office/hours/77/withdrawal")} == {404}
    assert client.get("/office/hours/special/1").status_code == 404
    assert client.get("/office/holidays/amend?day=tidak").status_code == 200


# Rules

@pytest.mark.parametrize("first, last, weekdays, others, why", [
    (date(2026, 3, 2), date(2026, 3, 2), {0}, [], None), (date(2026, 3, 2), date(2026, 5, 2), {0}, [], None),
    (date(2026, 3, 2), date(2026, 5, 3), {0}, [], Why.TOO_LONG), (date(2026, 3, 3), date(2026, 3, 2), {0}, [], Why.LAST_BEFORE_FIRST),
    (date(2026, 3, 3), date(2026, 3, 8), {0}, [], Why.NEVER_OPEN_THEN), (date(2023, 12, 31), date(2024, 1, 2), {0, 1, 6}, [], Why.OUT_OF_YEARS),
    (date(2027, 12, 31), date(2028, 1, 1), {4}, [], Why.OUT_OF_YEARS),
    (date(2026, 3, 2), date(2026, 3, 6), {0}, [(date(2026, 3, 6), date(2026, 3, 9))], Why.OVERLAPS),
    (date(2026, 3, 2), date(2026, 3, 6), {0}, [(date(2026, 2, 1), date(2026, 4, 9))], Why.OVERLAPS),
    (date(2026, 3, 2), date(2026, 3, 6), {0}, [(date(2026, 3, 7), date(2026, 3, 9))], None),
])
def test_a_special_week_stands_alone_in_order_and_is_open_some_day(first, last, weekdays, others, why):
    said = None
    try:
        check_special(Span(first, last), weekdays, today=TODAY, others=[("Lain", Span(*each)) for each in others])
    except Refused as refused:
        said = refused.why
    assert said == why


@pytest.mark.parametrize("check, why", [
    (lambda: check_usual(TODAY - timedelta(1), today=TODAY), Why.PAST_DAY), (lambda: check_usual(date(2028, 1, 1), today=TODAY), Why.OUT_OF_YEARS),
    (lambda: check_withdrawal(" ", since=TODAY, special=True, today=TODAY), Why.REASON_NEEDED),
    (lambda: check_withdrawal("x" * 201, since=TODAY, special=True, today=TODAY), Why.REASON_TOO_LONG),
    (lambda: check_withdrawal("x", since=TODAY, special=False, today=TODAY), Why.HAS_BEGUN),
])
def test_hours_are_not_set_for_the_past_nor_withdrawn_without_a_reason(check, why):
    with pytest.raises(Refused) as refused:
        check()
    assert refused.value.why == why


def test_todays_week_and_one_to_come_may_be_set_and_withdrawn():
    check_usual(TODAY, today=TODAY)
    check_withdrawal("Salah", since=TODAY + timedelta(1), special=False, today=TODAY)


def test_what_was_said_of_a_day_is_never_changed_only_followed(admin, client):
    with db.unit():
        first = Holiday.amend(day=date(2026, 3, 4), standing=DayStanding.CLOSED, name="Hari Jadi", source=SOURCE, by=admin)
        Holiday.amend(day=date(2026, 3, 4), standing=DayStanding.CLOSED, name="Hari Jadi Kabupaten", source=SOURCE, by=admin)
    assert Holiday.get_by_id(first.id).name == "Hari Jadi" and Holiday.latest()[date(2026, 3, 4)].name == "Hari Jadi Kabupaten"
