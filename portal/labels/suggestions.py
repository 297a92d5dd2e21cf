"""The words for what the answers of an assessment suggest."""
from flask_babel import lazy_gettext as _

from portal.rules.suggestions import Advice, Partner

WORDS = {
    Partner: {
        Partner.UPTD_PPA: _("UPTD PPA"),
        Partner.POLICE: _("Unit PPA Polres"),
        Partner.HOSPITAL: _("RSUD"),
        Partner.MENTAL_HOSPITAL: _("Rumah sakit jiwa"),
        Partner.CLINIC: _("Puskesmas"),
        Partner.PSYCHOLOGIST: _("Psikolog"),
        Partner.NARCOTICS_AGENCY: _("IPWL/BNN kabupaten/kota"),
        Partner.SHELTER: _("Rumah singgah"),
        Partner.CARE_HOME: _("LKSA"),
        Partner.SENTRA: _("Sentra Kemensos"),
        Partner.BAZNAS: _("Baznas"),
        Partner.EDUCATION: _("Dinas Pendidikan/PKBM"),
        Partner.CIVIL_REGISTRY: _("Disdukcapil"),
        Partner.BAPAS: _("Bapas"),
        Partner.LEGAL_AID: _("Lembaga bantuan hukum"),
        Partner.HOME_OFFICE: _("Dinas Sosial daerah asal"),
    },
    Advice: {
        Advice.AT_ONCE: _("Layani sekarang juga, tanpa menunggu tahap lain."),
        Advice.RESTRICT: _("Pertimbangkan menjadikannya kasus terbatas."),
        Advice.KIN_FIRST: _("Pengasuhan: kerabat dahulu, lalu LKSA, lalu Sentra."),
        Advice.REUNIFY_WHEN_FOUND: _("Reunifikasi setelah keluarga ditemukan."),
        Advice.NO_REUNIFICATION: _("Jangan reunifikasi sebelum ada rencana keselamatan."),
        Advice.PROPOSE_AID: _("Usulkan PKH atau Sembako."),
        Advice.PROPOSE_LISTING: _("Usulkan masuk atau pemutakhiran DT-SEN."),
        Advice.SEKOLAH_RAKYAT: _("Tawarkan Sekolah Rakyat."),
        Advice.PARENTS_STATEMENT: _("Surat pernyataan orang tua atau wali."),
        Advice.TRAINING: _("Tawarkan pelatihan keterampilan."),
        Advice.SPECIAL_REGISTRATION: _("Pendataan penduduk rentan dengan iris mata atau sidik jari."),
        Advice.PBI_JK: _("Usulkan PBI-JK."),
        Advice.LOCAL_INSURANCE: _("Usulkan PBPU Pemda."),
        Advice.REACTIVATE: _("Ajukan reaktivasi JKN karena sedang sakit."),
        Advice.SOCIAL_WORKER_AT_TRIAL: _("Pendampingan pekerja sosial selama proses hukum."),
        Advice.BRING_HOME: _("Rencanakan pemulangan ke daerah asal."),
    },
}
