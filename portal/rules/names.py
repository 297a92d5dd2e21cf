"""Two spellings of one Indonesian name come to the same form, and a name can be shown as initials."""
import re
import unicodedata

TITLES = frozenset("h hj dr drs dra ir prof ust".split())
MUHAMMAD = frozenset("""muhammad muhamad muhammed mohammad mohamad mohammed mohamed muchammad muchamad mukhammad
mochammad mochamad mokhamad mokhammad muh moh moch mhd mohd""".split())
AHMAD = frozenset("achmad akhmad ahmad ahmed achmat akhmat ahmat".split())
OLD_SPELLINGS = {"oe": "u", "dj": "j", "dz": "j", "tj": "c", "sy": "s", "sh": "s", "sj": "s", "ch": "k", "kh": "k", "ph": "f", "dh": "d",
                 "th": "t", "z": "j", "v": "f", "y": "i", "q": "k", "x": "ks"}
OLD = re.compile("|".join(OLD_SPELLINGS))
# What one ear writes so and another so: `Fajar` and `Pajar`, `Khoirul` and `Khairul`, `Saepul` and `Saiful`.
HEARD = {"ai": "i", "ei": "i", "ae": "i", "ie": "i", "oi": "i", "au": "u", "ou": "u", "uw": "u", "ii": "i", "f": "p", "o": "u", "e": "i", "h": ""}
EAR = re.compile("|".join(HEARD))
# Ranks of birth, forms of address and links between names: many leave them out, so they tell nobody from anybody.
WEIGHTLESS = frozenset("""lalu baik lale raden rd r i ni gusti ida daeng sdr sdri saudara saudari adik dik nak anak ananda mas mbak bang kak si
alias als al el an as bin binti panggilan dipanggil""".split())
DOUBLED = re.compile(r"([a-z])\1+")
APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
DEGREES = re.compile(r",[^,]*\.[^,]*")
TOKEN = re.compile(r"[^\W_]+")


def initials(name):
    """`Andi Pratama` as `A.P.`; titles and degrees don't count; a text without letters gives ''."""
    return "".join(token[0].upper() + "." for token in _name_tokens(unicodedata.normalize("NFC", name)))


def veiled(text, names):
    """A text with the initials instead of each of these names, and of each of their words of three letters or more."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        short = initials(name)
        for said in (name, *(word for word in _name_tokens(name) if len(word) > 2)):
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)\.?", lambda _, short=short: short, text, flags=re.IGNORECASE)
    return text


def normalise(text):
    """The words of a name in one spelling, sorted and joined by spaces, to compare two names."""
    return " ".join(sorted(words(text)))


def words(text):
    """The words of a text in one spelling, in their order, as a list: what search keeps and asks for."""
    spelt = [_one_spelling(token) for token in _name_tokens(_plain(text))]
    first = next((at for at, word in enumerate(spelt) if word not in WEIGHTLESS), len(spelt))
    if spelt[first:first + 1] == ["m"] and first + 1 < len(spelt):
        spelt[first] = "muhamad"
    return spelt


def telling(text):
    """The words of a name that tell one person from another, as [(in one spelling, as written)]; all of them when none does."""
    spelt, written = words(text), _name_tokens(text)
    pairs = list(zip(spelt, written if len(written) == len(spelt) else spelt, strict=True))
    return [pair for pair in pairs if pair[0] not in WEIGHTLESS] or pairs


def sounded(word):
    """A word in one spelling as the ear takes it: two that sound alike are often one name."""
    return DOUBLED.sub(r"\1", EAR.sub(lambda found: HEARD[found[0]], word)) or word


def _name_tokens(text):
    """Words without degrees, front titles and punctuation; `Al-Amin` is two, `Ma'ruf` one."""
    tokens = TOKEN.findall(APOSTROPHES.sub("", DEGREES.sub("", text)))
    while len(tokens) > 1 and tokens[0].lower() in TITLES:
        tokens = tokens[1:]
    return tokens


def _plain(text):
    """Lower case without accents, full-width forms, invisible characters; the dotless i is an i."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("\u0131", "i"))
    return "".join(char for char in decomposed if unicodedata.category(char) not in ("Mn", "Cf"))


def _one_spelling(token):
    """One step, which is what records are found by; only letters that keep meeting anew, as in `xhj`, are spelt on until they stay."""
    if not (token.isascii() and token.isalpha()):
        return token
    once = _respelt(token)
    spelt = _respelt(once)
    if _respelt(spelt) == spelt:
        return once
    while (further := _respelt(spelt)) != spelt:
        spelt = further
    return spelt


def _respelt(token):
    if token in MUHAMMAD:
        return "muhamad"
    if token in AHMAD:
        return "ahmad"
    modern = DOUBLED.sub(r"\1", OLD.sub(lambda found: OLD_SPELLINGS[found[0]], token))
    return modern.removesuffix("h") if len(modern) > 2 else modern
