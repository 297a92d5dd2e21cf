"""Who waits for a training: what in their records speaks for one, the strongest sign first; words of interest are matched to trades."""
import re
from enum import StrEnum

from portal.rules.applicant import Verdict
from portal.rules.suggestions import TABLE, Advice, Facts, suggest
from portal.rules.trades import Trade


class Sign(StrEnum):
    """WAITS: on a waiting list, or released from a course that was cancelled. INTEREST: the child named this trade."""

    WAITS = "waits"
    INTEREST = "interest"
    PLANNED = "planned"
    SUGGESTED = "suggested"


# What people call a trade: whole words, one or two of them; our own list.
CALLED = {
    Trade.SEWING: ("jahit", "menjahit", "penjahit", "konveksi"), Trade.FASHION: ("busana", "fesyen", "fashion", "desain baju"),
    Trade.EMBROIDERY: ("bordir", "sulam"), Trade.SCREEN_PRINTING: ("sablon",),
    Trade.MOTORCYCLE_REPAIR: ("motor", "sepeda motor", "otomotif", "bengkel", "montir", "mekanik"),
    Trade.CAR_REPAIR: ("mobil", "otomotif", "bengkel", "montir", "mekanik"), Trade.WELDING: ("las", "mengelas", "pengelasan"),
    Trade.COOLING_AND_ELECTRONICS: ("ac", "kulkas", "elektronik", "pendingin"), Trade.ELECTRICAL_WIRING: ("listrik", "instalasi"),
    Trade.COOKING_AND_BAKING: ("masak", "memasak", "boga", "roti", "kue", "kuliner", "dapur", "koki"), Trade.BARISTA: ("barista", "kopi"),
    Trade.BEAUTY: ("salon", "rias", "kecantikan", "make up", "makeup"), Trade.BARBER: ("barber", "barbershop", "pangkas", "cukur", "potong rambut"),
    Trade.COMPUTER_AND_DESIGN: ("komputer", "desain grafis", "desain", "mengetik", "koding"),
    Trade.PHONE_REPAIR: ("hp", "ponsel", "handphone", "gawai"),
    Trade.CARPENTRY: ("mebel", "meubel", "kayu", "tukang", "pertukangan", "furnitur"),
    Trade.FARMING: ("tani", "bertani", "pertanian", "kebun", "berkebun", "hidroponik"), Trade.LIVESTOCK: ("ternak", "beternak", "peternakan", "ayam"),
    Trade.FISHERY: ("ikan", "perikanan", "nelayan", "tambak", "lele"), Trade.RECYCLING_CRAFT: ("daur ulang", "kerajinan", "anyam"),
    Trade.MUSIC_AND_ARTS: ("musik", "gitar", "menyanyi", "nyanyi", "seni", "gambar", "menggambar", "tari", "menari"),
    Trade.JAPANESE: ("jepang",), Trade.OTHER: (),
}
TRAINING = ("latih", "pelatihan", "latihan kerja", "keterampilan", "kursus", "magang", "vokasi")
# The items of an assessment on which that advice rests.
ITEMS = tuple(item for row in TABLE if Advice.TRAINING in row.advice for item, _, _ in row.when)


def _words(text):
    return re.findall(r"\w+", (text or "").casefold())


_SPELT = {trade: [_words(name) for name in names] for trade, names in CALLED.items()}
_TRAINING = [_words(name) for name in TRAINING]


def names(text, trade):
    """Whether a text speaks of a trade by one of its names."""
    return _speaks(text, _SPELT[trade])


def of_training(text):
    """Whether a text speaks of a training at all."""
    return _speaks(text, _TRAINING)


def _speaks(text, called):
    said = _words(text)
    return any(said[at:at + len(name)] == name for name in called for at in range(len(said)))


def signs(*, trade, waits=False, interests="", plans=(), answers=None, age=None):
    """The Signs of one client for a trade. `plans` are the texts of services not given yet, `answers` those of the last assessment."""
    found = {
        Sign.WAITS: waits, Sign.INTEREST: names(interests, trade),
        Sign.PLANNED: any(of_training(plan) or names(plan, trade) for plan in plans),
        Sign.SUGGESTED: any(Advice.TRAINING in each.advice for each in suggest(Facts(answers or {}, age=age))),
    }
    return [sign for sign in Sign if found[sign]]


def order(group, signs):
    """Where a candidate stands in the list: who fits first, and among equals whoever has the strongest sign, then the most of them."""
    first = list(Sign).index(signs[0]) if signs else len(Sign)
    return list(Verdict).index(group), first, -len(signs)
