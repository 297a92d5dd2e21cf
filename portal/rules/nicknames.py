"""A child is called by the beginning or end of a name, by one syllable of it said twice, or by a form that habit gave the name."""
from portal.rules.names import words

SHORTEST = 3
LONGEST = 5
VOWELS = "aiueo"
# Common forms that are no piece of the name they stand for.
HABITS = {
    "muhammad": "mamat memet amat mamad mohan momo emet", "ahmad": "mamat memet amat mamad adul", "rahmat": "mamat memet amat",
    "slamet": "memet mamet amet", "abdul": "dul adul dulah doel", "abdullah": "dul dulah", "rizki": "kiki iki riki ikik",
    "fitri": "pipit fifit pipi iit",
    "fitriani": "pipit fifit pipi ani", "putri": "uti puput pupu poetri", "puspita": "pipit ita", "siti": "titi iti", "fatimah": "ima fat ifat timah",
    "aminah": "ami inah mimin", "aisyah": "ica icha aca ais isah", "annisa": "ica nisa icha", "khairunnisa": "ica nisa runi",
    "salsabila": "caca salsa bila billa",
    "nabila": "bila lala abil billa", "aulia": "lia aul uli", "dewi": "wiwi ewi dede", "dwi": "wiwi uwi", "indah": "iin inda", "intan": "iin inin",
    "indrawati": "iin", "nurul": "uyul unu nunu", "nurhayati": "yati atik nunung", "nur": "nunung nunu", "sri": "cici icih", "ayu": "yuyu uyu",
    "sulaiman": "leman eman sule", "ibrahim": "boim baim bram", "ismail": "mail mael", "yusuf": "ucup usup cup", "jamaludin": "udin jamal jay",
    "zainal": "jenal inal enal jay", "zainudin": "jay udin", "khairul": "irul erul hairul", "syahrul": "arul alul", "nasrul": "arul acul",
    "iskandar": "kandar andar", "khadijah": "ijah dijah", "maryam": "iyam yam", "mariam": "iyam yam", "hasan": "acan asan", "husein": "ucen usen",
    "taufik": "opik upik topik ofik", "rofik": "opik", "hidayat": "dayat yayat", "agus": "gugus guse", "gusti": "agung", "bambang": "bams bembi",
    "wahyu": "yuyu ayu", "fajar": "jajar ajay", "anwar": "awang", "lukman": "lulu maman", "rahman": "maman", "budiman": "maman budi",
    "salman": "maman",
    "suparman": "maman", "sukarman": "maman", "muhidin": "idin", "diana": "nana iyan", "julia": "lia yuli", "yulia": "lia uli",
    "natasya": "caca tasya acha",
    "sasha": "caca", "keysha": "caca key", "elisa": "ica eca", "marisa": "ica", "melisa": "ica", "monika": "ika monik", "kartika": "ika tika",
    "sulastri": "lastri tatik", "hartati": "tatik atik", "suryati": "tatik yati", "ketut": "tut tutik", "made": "ade", "nyoman": "oman koman",
    "gede": "de dede",
    "wayan": "yan", "hendra": "een eng", "dadang": "adang", "ujang": "jajang", "aceng": "encep", "cecep": "acep", "asep": "acep aep",
    "supriadi": "adi pri",
}


def _table():
    full = {words(name)[0]: set(words(short)) for name, short in HABITS.items()}
    return {name: frozenset(short - {name}) for name, short in full.items()}


KNOWN = _table()


def calls(word):
    """What a person with this (normalised) word in their name may be called: a set of normalised words."""
    ends = {piece for size in range(SHORTEST, min(LONGEST, len(word) - 1) + 1) for piece in (word[:size], word[-size:])}
    return ends | {syllable * 2 for syllable in (word[:2], word[-2:]) if len(word) > 2 and _open(syllable)} - {word} | KNOWN.get(word, frozenset())


def may_be_called(full, short):
    """Whether `short` may be what a person with the word `full` in their name is called."""
    return short in calls(full)


def _open(syllable):
    """A consonant and a vowel, as in Ki-ki."""
    return len(syllable) == 2 and syllable[0] not in VOWELS and syllable[1] in VOWELS
