"""Bring the English catalogue up to date with the texts in the code: extract, merge, compile, and say what is still untranslated.

python scripts/words.py
"""
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "portal" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
MO = PO.with_suffix(".mo")
HEADER = "# The texts of Sigap in English. The Indonesian in the code is the text; this is its translation.\n#"


def main():
    """Write the .po and the .mo; the exit code is 1 while something is untranslated."""
    catalogue = merged(extracted(), read())
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalogue))
    MO.write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} texts, {len(missing)} untranslated")
    for text in missing:
        print(f"  {text!r}")
    return bool(missing)


def extracted():
    """(text, context) of all that Python and the templates of portal/ put through gettext, sorted; the context, "" for most, tells
    two meanings of one Indonesian word apart."""
    with open(ROOT / "babel.cfg", encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_pgettext": ((1, "c"), 2)}
    return sorted({(message, context or "") for _, _, message, _, context in extract_from_dir(str(ROOT), methods, options, keywords) if message})


def read():
    """The catalogue as it stands in the .po; an empty one where there is none yet."""
    if not PO.exists():
        return Catalog(locale="en")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def merged(texts, known):
    """A catalogue of these texts with the translations known; what is no longer in the code is dropped, nothing is guessed."""
    catalogue = Catalog(locale="en", project="Sigap", version="1", header_comment=HEADER, fuzzy=False, last_translator="Sigap",
                        language_team="Sigap", msgid_bugs_address="-", creation_date=known.creation_date, revision_date=known.creation_date)
    for text, context in texts:
        message = known.get(text, context or None)
        catalogue.add(text, message.string if message and not message.fuzzy else "", context=context or None)
    return catalogue


def written(catalogue):
    """The .po as bytes, one line for each text so that two people's changes merge."""
    file = BytesIO()
    write_po(file, catalogue, width=0, sort_output=True)
    return file.getvalue()


def compiled(catalogue):
    """The .mo as bytes."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue):
    """The texts without English."""
    return [message.id for message in catalogue if message.id and not message.string]


if __name__ == "__main__":
    sys.exit(main())
