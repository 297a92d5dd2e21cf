"""What a manager reads of an assessment before deciding, term by term."""
from flask_babel import force_locale

from portal.assessments.results import decided, tenths
from portal.labels import label
from portal.phrases import worded
from portal.rules.narrative import Topic
from portal.rules.scoring import AnswerState


def snapshot(assessment, reading, level):
    """[[term, value], …] of an assessment about to be submitted; `reading` is its Result or None, `level` the one proposed."""
    case = assessment.case
    rows = [["Kasus", case.number], ["Asesmen ke", assessment.n], ["Jenis", assessment.kind], ["Tanggal asesmen", assessment.age_on],
            ["Usia", "Belum diketahui" if assessment.years is None else f"{assessment.years} tahun"]]
    topics = [[label(Topic(topic)), text] for topic, text in assessment.told_topics.items()]
    rows += scored(assessment.instrument.content, reading) if reading else topics
    rows += [["Tingkat sekarang", case.level], ["Tingkat diusulkan", level]]
    if level != assessment.advised_level:
        rows += [["Tingkat menurut saran", assessment.advised_level], ["Alasan tingkat berbeda", assessment.level_reason]]
    if assessment.sub_type not in (None, case.sub_type):
        rows += [["Sub-tipe sekarang", case.sub_type], ["Sub-tipe diusulkan", assessment.sub_type]]
    return rows + written(assessment)


def scored(instrument, reading):
    """The numbers and the rule that decided."""
    low, high = reading.range or (None, None)
    with force_locale("id"):
        unknown = [f"{row.id} {worded(instrument.item(row.id))}" for row in reading.items if row.state == AnswerState.UNKNOWN]
        rows = [["Skor", tenths(reading.score) + (" (sementara)" if reading.provisional else "")],
                ["Rentang", f"{tenths(low)}–{tenths(high)}"], ["Kelengkapan", f"{tenths(reading.completeness)} %"],
                ["Aturan yang menentukan", str(decided(instrument, reading))]]
    if reading.crosses_boundary:
        rows.append(["Perhatian", "Yang belum diketahui dapat mengubah tingkatnya. Tinjau sebelum memutuskan."])
    return rows + ([["Belum diketahui", "\n".join(unknown)]] if unknown else [])


def written(assessment):
    """Needs and the officer's own words, only those that were written."""
    texts = [["Keinginan anak", assessment.child_wishes], ["Kekuatan dan potensi", assessment.strengths],
             ["Analisis", assessment.analysis], ["Rekomendasi", assessment.recommendation]]
    check = assessment.case.client.dtsen
    with force_locale("id"):
        said = check.said if check else "Belum dicek"
    return [["Layanan dibutuhkan", assessment.needed or "Tidak ada"], ["Hasil cek DT-SEN", said], *(row for row in texts if row[1])]
