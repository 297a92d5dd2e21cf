"""The terms of a programme in words: short for lists, in sentences for its page, and what in them the law will not let happen."""
from flask_babel import gettext

from portal.labels import label
from portal.phrases import rupiah
from portal.rules.child_labour import promised_in_vain
from portal.rules.training import Marital


def short(programme):
    """Who is admitted, as short texts; empty when everybody is."""
    told = [_ages(programme), label(programme.sex) if programme.sex else "", label(programme.education) if programme.education else "",
            label(programme.marital) if programme.marital != Marital.ANY else "", gettext("tidak bersekolah") if programme.out_of_school else "",
            gettext("surat sehat") if programme.health_letter else "", gettext("berasrama") if programme.boarding else "",
            gettext("praktik kerja") if programme.work_practice else "", gettext("berisiko") if programme.risky else "",
            gettext("hanya bakat dan minat") if programme.talent_only else "", gettext("bersama dewasa") if programme.admits_adults else ""]
    return [str(each) for each in told if each]


def _ages(programme):
    least, most = programme.min_age, programme.max_age
    if least and most:
        return gettext("%(least)s–%(most)s tahun", least=least, most=most)
    if most:
        return gettext("sampai %(most)s tahun", most=most)
    if programme.children_only:
        return gettext("mulai %(least)s, belum 18 tahun", least=least) if least else gettext("belum 18 tahun")
    return gettext("mulai %(least)s tahun", least=least) if least else ""


def admission(programme):
    """Who is admitted, as sentences; empty when everybody is."""
    told = [_said_ages(programme), gettext("Khusus %(sex)s.", sex=str(label(programme.sex)).lower()) if programme.sex else "",
            gettext("Pendidikan paling rendah %(level)s.", level=label(programme.education)) if programme.education else "",
            gettext("Belum menikah.") if programme.marital == Marital.UNMARRIED else "",
            gettext("Sudah tidak bersekolah.") if programme.out_of_school else "",
            gettext("Membawa surat keterangan sehat.") if programme.health_letter else ""]
    return [each for each in told if each]


def _said_ages(programme):
    least, most = programme.min_age, programme.max_age
    if least and most:
        return gettext("Usia %(least)s sampai %(most)s tahun pada hari pertama.", least=least, most=most)
    if most:
        return gettext("Paling tua %(most)s tahun pada hari pertama.", most=most)
    if programme.children_only:
        limit = gettext("Belum berusia 18 tahun pada hari pertama.")
        return gettext("Paling muda %(least)s tahun.", least=least) + " " + limit if least else limit
    return gettext("Paling muda %(least)s tahun pada hari pertama.", least=least) if least else ""


def ways(programme):
    """How it is taught, as sentences, with the article where the law has a say."""
    told = [gettext("Peserta tinggal di asrama.") if programme.boarding else "",
            gettext("Memuat praktik kerja atau magang: paling muda 14 tahun (UU 13/2003 ps. 70).") if programme.work_practice else "",
            gettext("Pekerjaannya berisiko: peserta di bawah 18 tahun perlu rencana pengawasan tertulis dan APD (UU 13/2003 ps. 74).")
            if programme.risky else "",
            gettext("Hanya kegiatan bakat dan minat, bukan pelatihan kerja (UU 13/2003 ps. 71).") if programme.talent_only else "",
            gettext("Peserta dewasa ikut di kelas yang sama: anak ditempatkan terpisah (UU 13/2003 ps. 72).") if programme.admits_adults else "",
            gettext("Lulus bila hadir paling sedikit %(percent)s%%.", percent=programme.min_attendance) if programme.min_attendance else "",
            gettext("Uang saku %(money)s per hari hadir.", money=rupiah(programme.allowance)) if programme.allowance else ""]
    return [each for each in told if each]


def cautions(programme):
    """Terms that promise what the law refuses whatever the programme says, as sentences."""
    hours = programme.hours_per_day
    found = promised_in_vain(least=programme.min_age, work_practice=programme.work_practice, talent_only=programme.talent_only, hours_per_day=hours)
    return [str(label(caution)) % {"hours": hours} for caution in found]
