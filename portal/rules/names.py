"""Two spellings of one Indonesian name come to the same form, and a name can be shown as initials."""
import re
import unicodedata

TITLES = frozenset("h hj dr drs dra ir prof ust".split())
MUHAMMAD = frozenset("""muhammad muhamad muhammed mohammad mohamad mohammed mohamed muchammad muchamad mukhammad
mochammad mochamad mokhamad mokhammad muh moh moch mhd mohd""".split())
AHMAD = frozenset("achmad akhmad ahmad ahmed achmat akhmat ahmat".split())
OLD_SPELLINGS = {"oe": "u", "dj": "j", "tj": "c", "sy": "s", "sh": "s", "sj": "s", "ch": "k", "kh": "k", "ph": "f",
                 "z": "j", "v": "f", "y": "i"}
OLD = re.compile("|".join(OLD_SPELLINGS))
DOUBLED = re.compile(r"([a-z])\1+")
APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
DEGREES = re.compile(r",[^,]*\.[^,]*")
TOKEN = re.compile(r"[^\W_]+")


def initials(name):
    """`Andi Pratama` as `A.P.`; titles and degrees don't count; a text without letters gives ''."""
    return "".join(token[0].upper() + "." for token in _name_tokens(unicodedata.normalize("NFC", name)))


def normalise(text):
    """The words of a name in one spelling, sorted and joined by spaces, to compare two names."""
    return " ".join(sorted(words(text)))


def words(text):
    """The words of a text in one spelling, in their order, as a list: what search keeps and asks for."""
    tokens = _name_tokens(_plain(text))
    if len(tokens) > 1 and tokens[0] == "m":
        tokens[0] = "muhammad"
    return [_one_spelling(token) for token in tokens]


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
    if not (token.isascii() and token.isalpha()):
        return token
    if token in MUHAMMAD:
        return "muhamad"
    if token in AHMAD:
        return "ahmad"
    modern = DOUBLED.sub(r"\1", OLD.sub(lambda found: OLD_SPELLINGS[found[0]], token))
    return modern.removesuffix("h") if len(modern) > 2 else modern
