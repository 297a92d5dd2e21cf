"""What a referral says on paper and to the manager who decides; paper speaks Indonesian, whoever writes it (decisions 24)."""
from flask_babel import force_locale

from portal import clock
from portal.cases.history import Note
from portal.decisions.models import in_words
from portal.labels import label
from portal.office.models import Region
from portal.phrases import day
from portal.rules.letter_number import Urgency, default_code, spelled
from portal.rules.lifecycle import NoteKind
from portal.rules.referral import ReferralKind
from portal.rules.referral_terms import Shared

# No child's name ever stands in the subject line (screens 2.13).
REGARDING = {
    ReferralKind.MEDICAL: "Rujukan Pelayanan Kesehatan",
    ReferralKind.CARE: "Rujukan Pelayanan Pengasuhan",
    ReferralKind.PROTECTION: "Rujukan Pelayanan Perlindungan",
    ReferralKind.LEGAL: "Rujukan Pendampingan Hukum",
    ReferralKind.DOCUMENTS: "Permohonan Fasilitasi Dokumen Kependudukan",
    ReferralKind.EDUCATION: "Rujukan Layanan Pendidikan",
    ReferralKind.TRAINING: "Rujukan Pelatihan Keterampilan",
    ReferralKind.ECONOMIC: "Permohonan Bantuan Ekonomi",
    ReferralKind.RETURN_HOME: "Permohonan Pemulangan dan Reintegrasi",
}
THANKS = "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih."


def compose(referral):
    """The letter of a referral as it would leave now: the values of a Letter's columns, plain enough to freeze."""
    with force_locale("id"):
        papers = lines(referral.attachments)
        return {
            "code": default_code(str(referral.case.category)), "secrecy": str(referral.secrecy),
            "urgency": str(Urgency.VERY_URGENT if referral.urgent else Urgency.ORDINARY),
            "attachments": f"{len(papers)} ({spelled(len(papers))}) berkas" if papers else "",
            "regarding": REGARDING[referral.kind], "addressee": referral.institution.addressee, "addressee_place": _place(referral.institution),
            "body": _body(referral), "copies": lines(referral.copies),
        }


def grounded(content, basis):
    """The same text with the line that names its basis, after what is asked for."""
    body = [[kind, [*told, ["Dasar", basis]] if kind == "pairs" else told] for kind, told in content["body"]]
    return {**content, "body": body}


def lines(text):
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _place(institution):
    return "\n".join(part for part in (institution.address, f"di {institution.place}" if institution.place else "") if part)


def _body(referral):
    due = f" paling lambat {day(referral.answer_by)}" if referral.answer_by else ""
    return [
        ["text", f"Berdasarkan {_basis(referral.case)}, bersama ini kami rujuk:"],
        ["facts", identity(referral)],
        ["pairs", [[term, value] for term, value in _request(referral) if value]],
        ["text", "Sehubungan dengan hal tersebut, mohon kiranya dapat diberikan pelayanan dan menyampaikan tindak lanjutnya "
                 f"kepada kami{due}."],
        ["text", THANKS],
    ]


def _basis(case):
    """The reports, the assessment and the conference that the referral rests on."""
    report = min((each.report for each in case.case_reports), key=lambda report: report.received_at)
    parts = [f"laporan tanggal {_local_day(report.received_at)} nomor {report.number}"]
    if case.assessed_at:
        parts.append(f"hasil asesmen pekerja sosial tanggal {_local_day(case.assessed_at)}")
    conference = case.notes.where(Note.kind == NoteKind.CONFERENCE).order_by(Note.at.desc()).first()
    if conference:
        parts.append(f"pembahasan kasus tanggal {_local_day(conference.at)}")
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " serta " + parts[-1]


def identity(referral):
    """Exactly the facts of identity that leave the office, in the letter's order: [[term, words], …]."""
    client, shared = referral.case.client, referral.shares
    told = [
        [Shared.NAME, "Nama", client.called],
        [Shared.BIRTH, "Tempat, tanggal lahir", _birth(client)],
        [Shared.SEX, "Jenis kelamin", label(client.sex) if client.sex else "belum diketahui"],
        [Shared.NIK, "NIK", client.nik or "belum memiliki"],
        [Shared.ADDRESS, "Alamat/asal", _address(client)],
        [Shared.CATEGORY, "Kategori PPKS", label(referral.case.category)],
    ]
    facts = [[term, str(value)] for part, term, value in told if part in shared]
    initials = [] if Shared.NAME in shared else [["Inisial", client.initials]]
    return [*initials, *facts, ["Nomor kasus", referral.case.number]]


def _birth(client):
    words = ", ".join(part for part in (client.birth_place, client.born) if part)
    age = client.years()
    known = f" ({age} tahun)" if words and client.birth_date and age is not None else ""
    return words + known or "belum diketahui"


def _address(client):
    parts = (client.address, Region.named(client.village), Region.named(client.district), client.origin and f"asal {client.origin}")
    return ", ".join(part for part in parts if part) or "belum diketahui"


def _request(referral):
    return (("Ringkasan kondisi", referral.summary), ("Layanan diharapkan", referral.service), ("Pendamping", referral.escort),
            ("Rencana", referral.journey))


def proposal(referral):
    """What the manager reads before deciding, in words: [[term, text], …]; NIK and address are only said to be there."""
    with force_locale("id"):
        return [[term, value] for term, value in in_words(_proposal(referral)) if value]


def _proposal(referral):
    return [
        ["Lembaga tujuan", f"{referral.institution.name} ({label(referral.institution.kind)})"],
        ["Jenis rujukan", referral.kind],
        ["Mendesak", "Ya: serah terima boleh mendahului surat" if referral.urgent else "Tidak"],
        ["Alasan", referral.reason],
        ["Layanan diharapkan", referral.service],
        ["Tingkat kasus", referral.case.level],
        ["Desil DT-SEN", _decile(referral.case.client.dtsen)],
        ["Identitas di surat", "; ".join(_said(term, value) for term, value in identity(referral))],
        ["Ringkasan yang dibagikan", referral.summary],
        ["Dasar persetujuan", referral.told_consent],
        ["Pendamping", referral.escort],
        ["Rencana", referral.journey],
        ["Lampiran", "\n".join(lines(referral.attachments))],
        ["Surat", f"{REGARDING[referral.kind]}; sifat {label(referral.secrecy)}; kepada {referral.institution.addressee}"],
        ["Tembusan", "\n".join(lines(referral.copies))],
        ["Jawaban paling lambat", referral.answer_by],
    ]


def _decile(check):
    if check is None:
        return "belum dicek"
    return f"desil {check.decile}" if check.decile else str(label(check.status))


def _said(term, value):
    covered = value.isdigit() if term == "NIK" else term == "Alamat/asal"
    return f"{term}: ditulis lengkap" if covered else f"{term}: {value}"


def _local_day(moment):
    return day(clock.local(moment).date())
