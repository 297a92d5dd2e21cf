"""What a person can be traced by when the name is told quite otherwise: a day of birth, pieces of a NIK, marks, two words written as one."""
from datetime import date

from portal.rules.names import words

SHORTEST_MARK = 4
MOST_WORDS = 12
# What is said of anybody tells nobody.
EVERYBODYS = frozenset(words("""anak badan warna kulit rambut agak sangat sering selalu biasa biasanya memakai pakai baju celana kaos dengan yang dari
pada tidak punya seperti sebelah bagian kecil besar kurus gemuk tinggi pendek hitam putih coklat merah biru cukup terlihat tampak kira umur tahun
laki perempuan bawah atas atau juga satu dua ciri tubuh""")) - {""}


def traces(*, names=(), born=None, nik=None, marks=""):
    """The keys under which a record is kept; `names` are lists of words in one spelling."""
    return {*joined(names), *_pieces(nik), *mark_traces(marks), *((_born(born),) if born else ())}


def joined(names):
    """Neighbouring words of a name as if written in one: `Nur Hidayah`, Nurhidayah."""
    return {f"+{one}{other}" for name in names for one, other in zip(name, name[1:], strict=False)}


def near(*, names=(), born=None, nik=None, marks=""):
    """The keys under which to look for a person; of the birth also the days that a slip of the pen makes of it."""
    single = {f"+{word}" for name in names for word in name}
    return {*single, *_pieces(nik), *mark_traces(marks), *(_born(day) for day in slips(born))}


def slips(born):
    """A day of birth and those taken for it: a year too early or late, day and month exchanged; none when it is not known."""
    if born is None:
        return set()
    parts = ((born.year, born.month, born.day), (born.year - 1, born.month, born.day), (born.year + 1, born.month, born.day),
             (born.year, born.day, born.month))
    return {day for part in parts if (day := _day(*part))}


def mark_traces(marks):
    """The words of a description that not everybody's has."""
    telling = [word for word in words(marks) if len(word) >= SHORTEST_MARK and word.isalpha() and word not in EVERYBODYS]
    return {f"%{word}" for word in telling[:MOST_WORDS]}


def _pieces(nik):
    """Two of its three parts at a time (region, birth, serial): a slip in one part leaves the two others whole."""
    return {f"1{nik[:12]}", f"2{nik[6:]}", f"3{nik[:6]}{nik[12:]}"} if nik else set()


def _born(day):
    return f"@{day.isoformat()}"


def _day(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None
