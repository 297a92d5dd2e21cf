"""Twenty letters as an office with the longest names writes them, each with five copies; all invented, all issued by the real verbs."""
from datetime import date
from types import SimpleNamespace

from flask import render_template

from portal import clock
from portal.db import db
from portal.decisions.models import Decision
from portal.letters.layout import on_paper
from portal.letters.models import Letter
from portal.letters.templates import LetterTemplate
from portal.office.models import Office, Official
from portal.outreach.models import Outreach
from portal.referrals import handover
from portal.referrals.institutions import Institution
from portal.referrals.models import Referral
from portal.referrals.papers import letter_of
from portal.rules.approval import DecisionStep
from portal.rules.client import ConsentKind
from portal.rules.letter import LetterState
from portal.rules.letter_kind import MergeField
from portal.rules.letter_number import SigningMode
from portal.rules.nik import Sex
from portal.rules.office import Paper
from portal.rules.outreach import Purpose, Shift
from portal.rules.referral import ConsentBasis, InstitutionKind, ReferralKind
from portal.rules.referral_terms import Shared
from portal.rules.roles import Role

COLUMNS = ("secrecy", "urgency", "attachments", "regarding", "addressee", "addressee_place", "body", "copies")
OFFICE = {"government": "Pemerintah Kabupaten Teluk Melati Kepulauan Selatan", "place": "Kota Melati", "phone": "(0599) 4212345", "email":
          "dinsospppappkb@telukmelatikab.example", "address": "Jalan Jenderal Besar Raden Soedirman Nomor 128, Kelurahan Pantai Baru, 99015",
          "name": "Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana"}
CHILD = {"name": "Muhammad Abdurrahman Kusumawardhana Hadiningrat Putra Perkasa", "nik": "9901011205120001",
         "address": "Gang Mawar Merah III RT 012 RW 004 Nomor 17, belakang Pasar Induk Pantai Baru", "origin": "Kabupaten Melati Barat Daya"}
HEAD = {"name": "Prof. Dr. Ir. Hj. Raden Ayu Nur Aisyah Kusumawardhani, S.Sos., M.M., M.A.P.", "rank": "Pembina Utama Muda (IV/c)",
        "nip": "197508172000122001", "title": "Kepala Dinas Sosial"}
DEPUTY = {"name": "Drs. I Gusti Ngurah Agung Wirabuana Kertanegara, S.Tr.Sos., M.Si.", "rank": "Pembina Tingkat I (IV/b)", "nip":
          "197003041995031002", "title": "Kepala Bidang Rehabilitasi Sosial dan Perlindungan Anak"}
COPIES = ["Bupati Teluk Melati Kepulauan Selatan (sebagai laporan)", "Kepala Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak Provinsi "
          "Melati Raya", "Kepala Kepolisian Resor Teluk Melati, u.p. Kepala Unit Pelayanan Perempuan dan Anak", "Camat Pantai Baru", "Arsip"]
PLACES = (
    (InstitutionKind.MENTAL_HOSPITAL, "Rumah Sakit Jiwa Daerah Prof. Dr. Raden Mas Soeryo Hadikusumo Provinsi Melati Raya", ReferralKind.MEDICAL),
    (InstitutionKind.HOSPITAL, "Rumah Sakit Umum Daerah dr. Siti Rahmatullah Kertanegara Kabupaten Teluk Melati Kepulauan", ReferralKind.MEDICAL),
    (InstitutionKind.CHILD_HOME, "Lembaga Kesejahteraan Sosial Anak Panti Asuhan Yatim Piatu Kasih Bunda Melati Sejahtera", ReferralKind.CARE),
    (InstitutionKind.PROTECTION_UNIT, "Unit Pelaksana Teknis Daerah Perlindungan Perempuan dan Anak Provinsi Melati Raya", ReferralKind.PROTECTION),
    (InstitutionKind.HOME_SOCIAL_OFFICE, "Dinas Sosial, Pemberdayaan Masyarakat dan Desa Kabupaten Melati Barat Daya", ReferralKind.RETURN_HOME),
    (InstitutionKind.LEARNING_CENTRE, "Pusat Kegiatan Belajar Masyarakat Cendekia Harapan Bangsa Kecamatan Pantai Baru", ReferralKind.EDUCATION),
)
STREET = "Jalan Kolonel Haji Burhanuddin Kilometer 7,5 Nomor 21, Kelurahan Bukit Rindang"
SUMMARY = ("Klien ditemukan petugas di terminal induk dalam keadaan lemah, demam tiga hari, dan belum makan sejak kemarin. Klien sulit diajak "
           "bicara, gelisah pada malam hari, dan menurut neneknya sudah dua bulan tidak minum obat. Klien tenang bila ditemani pendamping yang "
           "dikenalnya.")
SERVICE = "Pemeriksaan dan perawatan lanjutan, pendampingan psikologis selama perawatan, serta laporan perkembangan setiap dua minggu."
ESCORT = "Siti Rahmawati Kusumaningrum, S.Tr.Sos., telepon dinas 0812-0000-0001"
JOURNEY = "Jumat, 6 Maret 2026 pukul 08.00 WITA dengan mobil penjangkauan dinas"
IDENTITY = [["Nama", CHILD["name"]], ["Tempat, tanggal lahir", "Kota Melati, 12 Mei 2012 (13 tahun)"], ["Jenis kelamin", "Laki-laki"],
            ["NIK", CHILD["nik"]], ["Alamat/asal", f"{CHILD['address']}, Kota Melati, asal {CHILD['origin']}"],
            ["Kategori PPKS", "Anak jalanan"], ["Nomor kasus", "KS-2026-00001"]]
VALUES = {"kantor": OFFICE["name"], "daerah": OFFICE["government"].removeprefix("Pemerintah "), "nomor_kasus": "KS-2026-00001", "inisial": "M.A.",
          "dasar": "laporan tanggal 2 Maret 2026 nomor LP-2026-00001, hasil asesmen pekerja sosial tanggal 4 Maret 2026 serta pembahasan kasus "
                   "tanggal 5 Maret 2026", "program": "reaktivasi Penerima Bantuan Iuran Jaminan Kesehatan Nasional (PBI-JK)",
          "keperluan": "pengurusan dokumen kependudukan pada Dinas Kependudukan dan Pencatatan Sipil", "nomor_tiket": "171-2026-000123",
          "tanggal_tiket": "2 Maret 2026", "nomor_laporan": "LP-2026-00001", "tanggal_laporan": "2 Maret 2026",
          "tanggal_serah_terima": "hari Jumat, 6 Maret 2026", "tempat_serah_terima": PLACES[0][1], "tanggal_pembahasan": "5 Maret 2026"}
ROWS = ["No", "Jenis yang dikirim", "Banyaknya", "Keterangan"], [
    ["1.", "Laporan sosial pekerja sosial", "1 (satu) berkas", "Asli, dalam sampul tertutup"],
    ["2.", "Fotokopi kartu keluarga dan akta kelahiran", "2 (dua) lembar", "Dilegalisasi"],
    ["3.", "Surat keterangan tidak mampu dari desa, diketahui camat", "1 (satu) lembar", "Asli"],
    ["4.", "Formulir persetujuan berbagi data", "1 (satu) berkas", "Ditandatangani wali"], ["5.", "Pasfoto ukuran 4R", "4 (empat) lembar", "–"]]
MEETING = [["Hari, tanggal", "Kamis, 5 Maret 2026"], ["Waktu", "pukul 09.00 WITA sampai selesai"],
           ["Tempat", f"Ruang rapat {OFFICE['name']}, {OFFICE['address']}"], ["Acara", "Pembahasan kasus KS-2026-00001 (M.A.)"]]
HANDED = {"handed_place": f"Ruang penerimaan {PLACES[0][1]}", "handed_by": "Siti Rahmawati Kusumaningrum, S.Tr.Sos.", "receiver":
          "Ns. Ni Luh Gede Kartika Dewi Pramesti, S.Kep., M.Kep.", "receiver_title": "Kepala Instalasi Gawat Darurat Psikiatri",
          "witness": "Bripka I Ketut Adnyana Wiguna, S.H.", "condition": "Tenang, tekanan darah normal, luka di lutut kiri sudah dibersihkan.",
          "handed_escort": "Made Suardana Kertayasa, Satuan Polisi Pamong Praja\nNi Wayan Sukerti, nenek klien",
          "belongings": "Tas punggung hitam, 1 (satu) buah\nUang tunai Rp27.000\nPakaian ganti, 2 (dua) stel",
          "items": "Surat rujukan asli\nFotokopi kartu keluarga\nHasil pemeriksaan Puskesmas Pantai Baru tanggal 2 Maret 2026"}
TOLD = [["facts", IDENTITY], ["pairs", [["Ringkasan kondisi", SUMMARY], ["Layanan diharapkan", SERVICE]]]]
REPLY = ["list", ["", ["Laporan sudah kami verifikasi bersama pemerintah desa dan Satuan Polisi Pamong Praja pada hari yang sama.",
                       "Yang dilaporkan sudah ditemui, aman, dan sedang dalam pendampingan petugas kami.",
                       "Pelayanan dilanjutkan bersama lembaga kesehatan dan lembaga pendidikan yang sesuai."]]]
OTHERS = (
    ("introduction", 0, [["table", ROWS]]), ("introduction", 3, [["table", ROWS], ["pairs", [["Pembawa", ESCORT]]]]),
    ("insurance", 1, TOLD), ("insurance", 4, TOLD), ("hospital", 0, TOLD), ("hospital", 1, TOLD), ("handover", 0, TOLD), ("handover", 2, TOLD),
    ("statement", None, [["facts", IDENTITY]]), ("statement", 5, TOLD), ("ticket_reply", 4, [REPLY]), ("summons", 3, [["pairs", MEETING]]),
)
ACTING = HEAD | {"title": "Plt. Kepala Dinas Sosial"}
SIGNING = ((HEAD, {}), (DEPUTY, {"mode": SigningMode.UB, "through": "Sekretaris"}), (ACTING, {}), (DEPUTY, {"mode": SigningMode.AN}))


def founded(make):
    """An office with long names, its people, and a case: what the letters rest on."""
    officer, manager = make.user(name="Siti Rahmawati Kusumaningrum, S.Tr.Sos."), make.user(Role.MANAGER)
    with db.unit():
        Office.current().amend(by=officer, **OFFICE)
        signers = {id(each): Official.appoint(by=manager, since=date(2025, 1, 2), **each) for each in (HEAD, DEPUTY, ACTING)}
        places = [Institution.add(by=officer, kind=kind, name=name, head=f"Kepala {name}", address=STREET, place="Kota Melati Utara")
                  for kind, name, _ in PLACES]
    case = make.case(by=officer, met=True, person={"name": CHILD["name"], "nik": CHILD["nik"]})
    with db.unit():
        case.client.change(by=officer, **CHILD, birth_date=date(2012, 5, 12), birth_place="Kota Melati", sex=Sex.MALE)
    return SimpleNamespace(officer=officer, manager=manager, places=places, case=case, make=make, issued=[],
                           signed=[(signers[id(who)], how) for who, how in SIGNING])


def referral(world, n, paper):
    """An issued letter of a referral with everything that may be told."""
    row = drafted(world, n)
    with db.unit():
        row.submit(by=world.officer)
    with db.unit():
        Decision.about(row).get().decide(DecisionStep.APPROVE, by=world.manager)
        row = signed(world, n, Referral.get_by_id(row.id))
    world.issued.append(row)
    return "referrals/print_letter.html", {"row": row, **letter_of(row, paper)}


def drafted(world, n):
    kind, place, officer = PLACES[n][2], world.places[n], world.officer
    with db.unit():
        world.case.client.record_consent(by=officer, kind=ConsentKind.SHARING, basis=ConsentBasis.GUARDIAN, institution=place,
                                         given_on=clock.today(), given_by="Ibu Rini")
        return Referral.draft(world.case, by=officer, institution=place, kind=kind, reason="Perlu pelayanan lanjutan.", service=SERVICE,
                              summary=SUMMARY, consent=ConsentBasis.GUARDIAN, shared=list(Shared), escort=ESCORT, journey=JOURNEY,
                              copies="\n".join(COPIES), attachments="Laporan sosial\nKK\nAkta\nSKTM", answer_by=date(2026, 3, 9), urgent=n % 2 == 0)


def letter_on_paper(letter, paper=Paper.F4):
    """A Letter as print/letter.html shows it."""
    said = {name: getattr(letter, name) for name in COLUMNS}
    return on_paper(said, letter.kind, None if letter.state == LetterState.DRAFT else letter, paper=paper,
                    cancelled=letter.state == LetterState.CANCELLED)


def draft(world, n, paper):
    """A letter that nobody has approved yet."""
    row = drafted(world, 5)
    return "referrals/print_letter.html", {"row": row, **letter_of(row, paper)}


def cancelled(world, n, paper):
    """A letter that was issued and then taken back."""
    with db.unit():
        row = world.issued[5].cancel(by=world.officer, reason="Lembaga pindah alamat.")
    return "referrals/print_letter.html", {"row": row, **letter_of(row, paper)}


def handed(world, n, paper):
    """The record of a hand-over with people and things that went along; and the same to be filled in by hand."""
    row = world.issued[n]
    if n == 0:
        with db.unit():
            row.hand_over(by=world.officer, **HANDED)
    return "referrals/print_handover.html", {"row": row, **handover.on_paper(row, paper)}


def duty(world, n, paper):
    """An issued duty letter of six people to three places."""
    crew = [world.make.user(name=f"I Gusti Ngurah Bagus Wirabuana {word}, S.Tr.Sos., M.Si.") for word in ("Satu", "Dua", "Tiga")]
    with db.unit():
        trip = Outreach.plan(by=world.officer, lead=world.officer, crew=[each.id for each in crew], purpose=list(Purpose)[n], shift=Shift.EVENING,
                             outsiders="Made Suardana Kertayasa, Satuan Polisi Pamong Praja\nBripka Ketut Adnyana, Polsek Pantai Baru",
                             planned_on=date(2026, 3, 5), points=[["99.01.01", "Terminal induk dan sekitarnya"], ["99.01.02", "Pantai"]])
        signed(world, n, trip)
    return "outreach/print_duty.html", {"trip": trip, **on_paper(trip.text | {"copies": COPIES}, "duty", trip.letter, paper=paper)}


def other(world, n, paper):
    """An issued letter of any other kind, in the words that Sigap begins with."""
    kind, place, told = OTHERS[n]
    name = world.places[place] if place is not None else None
    words = LetterTemplate.words(kind, VALUES | {MergeField.INSTITUTION: name.name if name else ""})
    body = [*([["text", words["opening"]]] if words["opening"] else []), *told, *([["text", words["closing"]]] if words["closing"] else [])]
    with db.unit():
        letter = Letter.draft(world.case, by=world.officer, care_team=world.case.care_team, kind=kind, regarding=words["regarding"], body=body,
                              copies=COPIES, addressee=name.addressee if name else "", secrecy=words["secrecy"],
                              addressee_place=f"{STREET}\ndi Kota Melati Utara" if name else "", attachments="1 (satu) berkas")
        signed(world, n, letter)
    return "print/letter.html", letter_on_paper(letter, paper)


def signed(world, n, row):
    """Issue it, by each of those who sign in their turn."""
    official, how = world.signed[n % len(world.signed)]
    return row.issue(official, by=world.officer, **how)


WRITERS = ((referral, 6), (duty, 2), (other, 12), (draft, 1), (cancelled, 1), (handed, 2))


def pages(app, make, paper):
    """The twenty letters as pages of this paper, six of them with a slip, then a draft, a cancelled one and two records of a hand-over: [html]."""
    with app.test_request_context(base_url="http://localhost:8100"):
        world = founded(make)
        made = [write(world, n, paper) for write, count in WRITERS for n in range(count)]
        row = SimpleNamespace(at=clock.now(), by=world.officer, copy=12, number="Cetakan")
        return [render_template(name, print=row, **shown) for name, shown in made]
