"""What a referral says on paper and to the manager who decides; paper speaks Indonesian, whoever writes it (decisions 24)."""
from flask_babel import force_locale

from portal.cases.history import Note
from portal.decisions.models import in_words
from portal.labels import label
from portal.letters.templates import LetterTemplate, of_office
from portal.office.models import Region
from portal.phrases import day, lines, local_day
from portal.rules.correspondence import check_text
from portal.rules.letter_kind import LetterKind, MergeField, check_filled, check_regarding, merged
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
TYPED = ("opening", "service", "summary", "escort", "journey", "closing", "copies")
SOON = "pada kesempatan pertama"  # what an institution is asked that no day is set for


def compose(referral):
    """The letter of a referral as it would leave now: the values of a Letter's columns, plain enough to freeze."""
    with force_locale("id"):
        papers, words = referral.attached, worded(referral)
        return {
            "kind": str(LetterKind.REFERRAL), "code": words["code"] or default_code(str(referral.case.category)), "secrecy": str(referral.secrecy),
            "urgency": str(Urgency.VERY_URGENT if referral.urgent else Urgency.ORDINARY),
            "attachments": f"{len(papers)} ({spelled(len(papers))}) berkas" if papers else "",
            "regarding": words["regarding"], "addressee": referral.institution.addressee, "addressee_place": place_of(referral.institution),
            "body": _body(referral, words), "copies": lines(referral.copies) or words["copies"],
        }


def worded(referral):
    """The office's words for referrals, filled in; what the writer worded by hand stands instead."""
    known = fills(referral)
    by_hand = {name: merged(getattr(referral, name), known) for name in ("regarding", "opening", "closing")}
    return LetterTemplate.words(LetterKind.REFERRAL, known) | {name: text for name, text in by_hand.items() if text}


def check_words(referral):
    """Refused while a sentence has a blank that nobody filled in, the subject line names the client as known by now, or what was typed tells a
    name or NIK that is not ticked."""
    said, names = worded(referral), referral.case.client.names
    check_filled(said["regarding"], said["opening"], said["closing"])
    check_regarding(said["regarding"], names)
    for name in TYPED:
        check_text(getattr(referral, name), names, referral.shares)


def fills(referral):
    """What the merge fields of a referral bring."""
    told = {MergeField.INSTITUTION: referral.institution.name, MergeField.REFERRAL_SUBJECT: REGARDING[referral.kind],
            MergeField.ANSWER_BY: f"paling lambat {day(referral.answer_by)}" if referral.answer_by else SOON}
    return values(referral.case) | told


def values(case):
    """What the merge fields bring of a case: {MergeField: text}; empty where nobody knows."""
    report, conference = first_report(case), _conference(case)
    return of_office() | {
        MergeField.CASE_NUMBER: case.number, MergeField.INITIALS: case.client.initials, MergeField.BASIS: _basis(case, report, conference),
        MergeField.REPORT_NUMBER: report.number, MergeField.REPORT_DAY: local_day(report.received_at),
        MergeField.ASSESSMENT_DAY: local_day(case.assessed_at), MergeField.CONFERENCE_DAY: local_day(conference and conference.at),
    }


def first_report(case):
    """The report that the case began with."""
    return min((each.report for each in case.case_reports), key=lambda report: report.received_at)


def grounded(content, basis):
    """The same text with the line that names its basis, after what is asked for; as it was without one."""
    if not basis:
        return content
    body = [[kind, [*told, ["Dasar", basis]] if kind == "pairs" else told] for kind, told in content["body"]]
    return {**content, "body": body}


def place_of(institution):
    """The lines under whom a letter addresses."""
    return "\n".join(part for part in (institution.address, f"di {institution.place}" if institution.place else "") if part)


def _body(referral, words):
    return [
        ["text", words["opening"]],
        ["facts", identity(referral.case, referral.shares)],
        ["pairs", [[term, value] for term, value in _request(referral) if value]],
        *(["text", paragraph] for paragraph in lines(words["closing"])),
    ]


def _basis(case, report, conference):
    """The report, the assessment and the conference that a letter rests on."""
    parts = [f"laporan tanggal {local_day(report.received_at)} nomor {report.number}"]
    if case.assessed_at:
        parts.append(f"hasil asesmen pekerja sosial tanggal {local_day(case.assessed_at)}")
    if conference:
        parts.append(f"pembahasan kasus tanggal {local_day(conference.at)}")
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " serta " + parts[-1]


def _conference(case):
    """The note of the last conference about it, or None."""
    return case.notes.where(Note.kind == NoteKind.CONFERENCE).order_by(Note.at.desc()).first()


def identity(case, shared):
    """Exactly the facts of identity that leave the office, in the letter's order: [[term, words], …]; without the name the initials."""
    client = case.client
    told = [
        [Shared.NAME, "Nama", client.called],
        [Shared.BIRTH, "Tempat, tanggal lahir", _birth(client)],
        [Shared.SEX, "Jenis kelamin", label(client.sex) if client.sex else "belum diketahui"],
        [Shared.NIK, "NIK", client.nik or "belum memiliki"],
        [Shared.ADDRESS, "Alamat/asal", _address(client)],
        [Shared.CATEGORY, "Kategori PPKS", label(case.category)],
    ]
    facts = [[term, str(value)] for part, term, value in told if part in shared]
    initials = [] if Shared.NAME in shared else [["Inisial", client.initials]]
    return [*initials, *facts, ["Nomor kasus", case.number]]


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
    words = worded(referral)
    return [
        ["Lembaga tujuan", f"{referral.institution.name} ({label(referral.institution.kind)})"],
        ["Jenis rujukan", referral.kind],
        ["Mendesak", "Ya: serah terima boleh mendahului surat" if referral.urgent else "Tidak"],
        ["Alasan", referral.reason],
        ["Rujukan sebelumnya", "\n".join(_asked_before(each) for each in referral.before)],
        ["Layanan diharapkan", referral.service],
        ["Tingkat kasus", referral.case.level],
        ["Desil DT-SEN", decile(referral.case.client.dtsen)],
        ["Identitas di surat", "; ".join(_said(term, value) for term, value in identity(referral.case, referral.shares))],
        ["Ringkasan yang dibagikan", referral.summary],
        ["Dasar persetujuan", referral.told_consent],
        ["Pendamping", referral.escort],
        ["Rencana", referral.journey],
        ["Lampiran", "\n".join(referral.attached)],
        ["Surat", f"{words['regarding']}; sifat {label(referral.secrecy)}; kepada {referral.institution.addressee}"],
        ["Kalimat pembuka", referral.opening and words["opening"]],
        ["Kalimat penutup", referral.closing and words["closing"]],
        ["Tembusan", "\n".join(lines(referral.copies) or words["copies"])],
        ["Jawaban paling lambat", referral.answer_by],
    ]


def _asked_before(referral):
    said = f". {referral.last_word}" if referral.last_word else ""
    return f"{referral.number} ke {referral.institution.name}: {str(label(referral.answer_state)).lower()}{said}"


def decile(check):
    """What the last check of DT-SEN said, for a sentence."""
    if check is None:
        return "belum dicek"
    return f"desil {check.decile}" if check.decile else str(label(check.status))


def _said(term, value):
    covered = value.isdigit() if term == "NIK" else term == "Alamat/asal"
    return f"{term}: ditulis lengkap" if covered else f"{term}: {value}"
