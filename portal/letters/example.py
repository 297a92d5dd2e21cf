"""An invented letter of each kind, to look at while its words are set; nobody in it exists, and its numbers belong to no record."""
from portal.letters.templates import of_office
from portal.rules.letter_kind import FIELDS, LetterKind, MergeField

BASIS = "laporan tanggal 2 Maret 2026 nomor LP-2026-00000, hasil asesmen pekerja sosial tanggal 5 Maret 2026"
INVENTED = {
    MergeField.INSTITUTION: "Lembaga Contoh", MergeField.CASE_NUMBER: "KS-2026-00000", MergeField.INITIALS: "C.T.H.", MergeField.BASIS: BASIS,
    MergeField.REPORT_NUMBER: "LP-2026-00000", MergeField.REPORT_DAY: "2 Maret 2026", MergeField.ASSESSMENT_DAY: "5 Maret 2026",
    MergeField.CONFERENCE_DAY: "9 Maret 2026", MergeField.CONFERENCE_PLACE: "ruang rapat dinas",
    MergeField.REFERRAL_SUBJECT: "Rujukan Pelayanan Kesehatan", MergeField.ANSWER_BY: "paling lambat 12 Maret 2026",
    MergeField.PROGRAMME: "Pengaktifan Kembali Kepesertaan PBI-JK", MergeField.PURPOSE: "pengurusan dokumen kependudukan",
    MergeField.DUTY_PURPOSE: "patroli rutin", MergeField.DUTY_DAY: "10 Maret 2026",
    MergeField.HANDOVER_DAY: "hari Kamis, 12 Maret 2026", MergeField.HANDOVER_PLACE: "Lembaga Contoh",
    MergeField.TICKET: "171-0000", MergeField.TICKET_DAY: "1 Maret 2026",
    MergeField.COURSE: "Menjahit Dasar", MergeField.TRADE: "Menjahit", MergeField.BATCH: "AK-2026-00000", MergeField.PROVIDER: "Lembaga Contoh",
    MergeField.COURSE_PLACE: "Jalan Contoh 1", MergeField.COURSE_STARTS: "6 April 2026", MergeField.COURSE_ENDS: "26 Juni 2026",
    MergeField.COURSE_HOURS: "240", MergeField.PARTICIPANTS: "12 (dua belas) orang", MergeField.RESULT: "lulus",
}
PERSON = ["facts", [["Inisial", "C.T.H."], ["Jenis kelamin", "Laki-laki"], ["Nomor kasus", "KS-2026-00000"]]]
NEED = ["pairs", [["Ringkasan kondisi", "Contoh ringkasan, hanya yang diperlukan lembaga."], ["Layanan diharapkan", "Contoh layanan."]]]
MIDDLE = {
    LetterKind.REFERRAL: [PERSON, NEED],
    LetterKind.INTRODUCTION: [["table", [["No", "Jenis yang dikirim", "Banyaknya", "Keterangan"],
                                         [["1", "Surat rujukan", "1 (satu) lembar", ""], ["2", "Salinan kartu keluarga", "1 (satu) lembar", ""]]]]],
    LetterKind.INSURANCE: [PERSON], LetterKind.HOSPITAL: [PERSON, NEED],
    LetterKind.DUTY: [["list", ["Dasar", ["Laporan nomor LP-2026-00000."]]], ["people", [["Petugas Contoh", "", "", "Ketua tim"]]],
                      ["list", ["Untuk", ["Melaksanakan patroli penjangkauan.", "Waktu: 10 Maret 2026."]]]],
    LetterKind.HANDOVER: [PERSON, ["list", ["Barang dan dokumen", ["1 (satu) tas berisi pakaian"]]]],
    LetterKind.STATEMENT: [PERSON],
    LetterKind.TICKET_REPLY: [["list", ["Yang sudah dilakukan", ["3 Maret 2026: ditemui tim di lapangan."]]]],
    LetterKind.PLACEMENT: [["pairs", [["Jumlah peserta", "12 (dua belas) orang"], ["Daftar peserta", "terlampir"]]]],
    LetterKind.CERTIFICATE: [["pairs", [["Nama", "Contoh Tanpa Hubungan"], ["Tempat, tanggal lahir", "Kota Contoh, 1 Februari 2009"]]]],
    LetterKind.SUMMONS: [["pairs", [["Hari, tanggal", "Senin, 9 Maret 2026"], ["Pukul", "09.00"], ["Tempat", "Ruang rapat dinas"]]]],
}


def values(kind):
    """{field: what the example says for it} of the fields that letters of this kind know."""
    known = INVENTED | of_office()
    return {field: known[field] for field in FIELDS[kind]}


def letter(template):
    """A row of LetterTemplate, kept or only typed, as the letter that it would make: its words, and its body as blocks."""
    words = template.filled(values(template.kind))
    paragraphs = {name: [["text", line] for line in words[name].splitlines() if line.strip()] for name in ("opening", "closing")}
    return {**words, "secrecy": template.secrecy, "body": [*paragraphs["opening"], *MIDDLE[template.kind], *paragraphs["closing"]]}
