"""Each kind of institution has what it usually gives, asks for and may know; where an assessment's needs lead; what a directory starts from.

The papers are those of domain 5.1: [MURA] for a mental hospital, [TERASJABAR][SWARNA] for PBI-JK, [SIDOARJO][TANGERANG] for PBPU Pemda,
[LKSA-AWAL] for children's homes, [SALATIGA] for provincial homes, [SEED-PB][RIAU] for the Sentra, [TANAHBUMBU][GARUT-LUSUR] for the police and the
way home, [SIAK-ABH] for Bapas, [JOGLO-96][WONOKROMO] for the civil registry, [MINA-SR] for schools; [GK] is common knowledge. Every office hears
other wishes from its own partners: these are a beginning, to be looked at.
"""
from dataclasses import dataclass

from portal.rules.letter_number import Secrecy
from portal.rules.referral import InstitutionKind as Kind
from portal.rules.referral import ReferralKind as To
from portal.rules.referral_terms import Shared
from portal.rules.service import Spm
from portal.rules.suggestions import Advice, Partner
from portal.rules.wanted_papers import WantedPaper as Paper


@dataclass(frozen=True)
class Usual:
    """`name` and `head` as patterns of {regency}, {short} and {province}; `to`: the referral most often meant; `also`: what of the identity
    it can't do without; `initials`: it serves nobody itself, so that a secret letter carries initials (domain 5.4)."""

    name: str
    head: str
    to: To
    papers: tuple = ()
    ministry: bool = False
    night: str = ""
    also: tuple = ()
    initials: bool = False


KINDS = {
    Kind.MENTAL_HOSPITAL: Usual("RSJ Provinsi {province}", "Direktur", To.MEDICAL, (
        Paper.REQUEST, Paper.CHAIN, Paper.RECOMMENDATION, Paper.INSURANCE_CARD, Paper.IDENTITY_CARD, Paper.FAMILY_CARD, Paper.DOMICILE,
        Paper.DISTRICT, Paper.POVERTY, Paper.PHOTO, Paper.FAMILY_STATEMENT)),
    Kind.HOSPITAL: Usual("RSUD {regency}", "Direktur", To.MEDICAL, (Paper.INSURANCE_CARD, Paper.RECOMMENDATION)),
    Kind.HEALTH_CENTRE: Usual("Puskesmas di {regency}", "Kepala", To.MEDICAL, (Paper.INSURANCE_CARD,)),
    Kind.HEALTH_INSURANCE: Usual("BPJS Kesehatan Kantor {regency}", "Kepala", To.MEDICAL, (
        Paper.HEALTH_LETTER, Paper.RECOMMENDATION, Paper.IDENTITY_CARD, Paper.FAMILY_CARD), also=(Shared.NIK,)),
    Kind.HEALTH_OFFICE: Usual("Dinas Kesehatan {regency}", "Kepala", To.MEDICAL, (
        Paper.FAMILY_CARD, Paper.IDENTITY_CARD, Paper.POVERTY, Paper.HEALTH_LETTER, Paper.POLICE, Paper.RECOMMENDATION), also=(Shared.NIK,)),
    Kind.ALMS_FUND: Usual("Baznas {regency}", "Ketua", To.ECONOMIC, (
        Paper.REQUEST, Paper.RECOMMENDATION, Paper.IDENTITY_CARD, Paper.FAMILY_CARD, Paper.POVERTY)),
    Kind.CHILD_HOME: Usual("LKSA di {regency}", "Pimpinan", To.CARE, (Paper.COVER, Paper.SOCIAL_REPORT, Paper.CONFERENCE, Paper.AGREEMENT)),
    Kind.PROVINCIAL_HOME: Usual("UPTD Panti Sosial Anak Provinsi {province}", "Kepala", To.CARE, (
        Paper.COVER, Paper.BIRTH_CERTIFICATE, Paper.FAMILY_CARD, Paper.PARENT_CARD, Paper.MARRIAGE, Paper.INSURANCE_CARD, Paper.SOCIAL_REPORT)),
    Kind.SENTRA: Usual("Sentra Kementerian Sosial untuk {regency}", "Kepala", To.CARE, (Paper.COVER, Paper.SOCIAL_REPORT, Paper.CONFERENCE),
                       ministry=True),
    Kind.PROTECTION_UNIT: Usual("UPTD PPA {regency}", "Kepala", To.PROTECTION, night="SAPA 129, WhatsApp 08111-129-129"),
    Kind.POLICE: Usual("Polres {short}, Unit PPA", "Kapolres {short}", To.LEGAL),
    Kind.PROBATION_OFFICE: Usual("Bapas untuk {regency}", "Kepala", To.LEGAL, (Paper.SOCIAL_REPORT,)),
    Kind.JUVENILE_HOME: Usual("LPKS untuk {regency}", "Kepala", To.LEGAL, (Paper.COVER, Paper.SOCIAL_REPORT, Paper.CONFERENCE)),
    Kind.CIVIL_REGISTRY: Usual("Dinas Kependudukan dan Pencatatan Sipil {regency}", "Kepala", To.DOCUMENTS, (
        Paper.COVER, Paper.NO_PAPERS, Paper.REGISTRATION, Paper.POLICE), also=(Shared.ADDRESS,)),
    Kind.EDUCATION_OFFICE: Usual("Dinas Pendidikan {regency}", "Kepala", To.EDUCATION, (Paper.SCHOOL, Paper.BIRTH_CERTIFICATE), initials=True),
    Kind.LEARNING_CENTRE: Usual("PKBM di {regency}", "Kepala", To.EDUCATION, (Paper.SCHOOL, Paper.BIRTH_CERTIFICATE, Paper.FAMILY_CARD)),
    Kind.PEOPLES_SCHOOL: Usual("Sekolah Rakyat untuk {regency}", "Kepala", To.EDUCATION, (Paper.SCHOOL, Paper.BIRTH_CERTIFICATE, Paper.FAMILY_CARD),
                               ministry=True, also=(Shared.NIK,)),
    Kind.MANPOWER_OFFICE: Usual("Dinas Tenaga Kerja {regency}", "Kepala", To.TRAINING, initials=True),
    Kind.TRAINING_CENTRE: Usual("BLK {regency}", "Kepala", To.TRAINING, (Paper.IDENTITY_CARD, Paper.SCHOOL)),
    Kind.HOME_SOCIAL_OFFICE: Usual("Dinas Sosial daerah asal klien", "Kepala Dinas Sosial daerah asal", To.RETURN_HOME, (
        Paper.POLICE, Paper.HANDOVER, Paper.TICKET, Paper.SOCIAL_REPORT), also=(Shared.ADDRESS,)),
    Kind.DRUG_REHABILITATION: Usual("BNN {regency}", "Kepala", To.MEDICAL),
    Kind.LEGAL_AID: Usual("Posbakum Pengadilan Negeri {short}", "Ketua", To.LEGAL),
}
NONE = Usual("", "Pimpinan", To.PROTECTION, initials=True)
# Their yes gives money, a card or papers: nobody is handed over to them. [GK]
TAKES_NOBODY = (Kind.HEALTH_INSURANCE, Kind.HEALTH_OFFICE, Kind.ALMS_FUND, Kind.CIVIL_REGISTRY, Kind.EDUCATION_OFFICE, Kind.MANPOWER_OFFICE,
                Kind.LEGAL_AID)

# Where the partners that an assessment suggests are found (domain 11.5); whoever cares within this office is no institution.
GIVEN_BY = {
    Partner.UPTD_PPA: (Kind.PROTECTION_UNIT,), Partner.POLICE: (Kind.POLICE,), Partner.HOSPITAL: (Kind.HOSPITAL,),
    Partner.MENTAL_HOSPITAL: (Kind.MENTAL_HOSPITAL,), Partner.CLINIC: (Kind.HEALTH_CENTRE,),
    Partner.PSYCHOLOGIST: (Kind.HOSPITAL, Kind.HEALTH_CENTRE),
    Partner.NARCOTICS_AGENCY: (Kind.DRUG_REHABILITATION,), Partner.SHELTER: (), Partner.CARE_HOME: (Kind.CHILD_HOME, Kind.PROVINCIAL_HOME),
    Partner.SENTRA: (Kind.SENTRA,), Partner.BAZNAS: (Kind.ALMS_FUND,), Partner.EDUCATION: (Kind.EDUCATION_OFFICE, Kind.LEARNING_CENTRE),
    Partner.CIVIL_REGISTRY: (Kind.CIVIL_REGISTRY,), Partner.BAPAS: (Kind.PROBATION_OFFICE,), Partner.LEGAL_AID: (Kind.LEGAL_AID,),
    Partner.HOME_OFFICE: (Kind.HOME_SOCIAL_OFFICE,),
}
ADVISED = {
    Advice.PBI_JK: (Kind.HEALTH_INSURANCE,), Advice.REACTIVATE: (Kind.HEALTH_INSURANCE,), Advice.LOCAL_INSURANCE: (Kind.HEALTH_OFFICE,),
    Advice.SEKOLAH_RAKYAT: (Kind.PEOPLES_SCHOOL,), Advice.TRAINING: (Kind.TRAINING_CENTRE, Kind.MANPOWER_OFFICE),
    Advice.BRING_HOME: (Kind.HOME_SOCIAL_OFFICE,),
}
# Where a basic service is found that this office does not give itself; [GK], ours to correct.
SERVED_BY = {
    Spm.SPM05: (Kind.ALMS_FUND,), Spm.SPM06: (Kind.HEALTH_CENTRE, Kind.HOSPITAL), Spm.SPM09: (Kind.CIVIL_REGISTRY,),
    Spm.SPM10: (Kind.EDUCATION_OFFICE, Kind.LEARNING_CENTRE, Kind.HEALTH_CENTRE),
}


def usual(kind):
    """What is usual for a kind; nothing for one of its own."""
    return KINDS.get(kind, NONE)


def takes_in(kind):
    """Whether the client goes to a place of this kind, so that a hand-over follows its yes."""
    return kind not in TAKES_NOBODY


def asks_initials(kind, secrecy, shared):
    """Whether a letter names somebody to a place that could do with initials: one that is not ordinary, to who serves nobody itself (domain 5.4)."""
    return usual(kind).initials and secrecy != Secrecy.ORDINARY and Shared.NAME in shared


def wanted_by(suggestions, needed=()):
    """{kind of institution: what leads there}: ids of answers, in the order of the suggestions, then basic services that are `needed`."""
    found = {}
    for each in suggestions:
        for kind in _kinds(each):
            found.setdefault(kind, {}).update(dict.fromkeys(each.items))
    for service in needed:
        for kind in SERVED_BY.get(service, ()):
            found.setdefault(kind, {})[service] = None
    return {kind: tuple(reasons) for kind, reasons in found.items()}


def _kinds(suggestion):
    return [kind for partner in suggestion.partners for kind in GIVEN_BY[partner]] + [
        kind for advice in suggestion.advice for kind in ADVISED.get(advice, ())]


def called(kind, *, regency, province):
    """(name, whom a letter addresses) of the usual institution of a kind, for this regency or city."""
    told, pattern = {"regency": regency, "short": short(regency), "province": province}, usual(kind)
    name = pattern.name.format(**told)
    head = pattern.head.format(**told)
    return name, head if " " in head else f"{head} {name}"


def short(regency):
    """A regency's or city's name without Kabupaten or Kota: how the police and the courts call themselves."""
    for prefix in ("Kabupaten ", "Kota "):
        regency = regency.removeprefix(prefix)
    return regency
