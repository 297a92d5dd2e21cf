"""A result of the rules as it is kept at submission, read again, and said in one sentence."""
from dataclasses import asdict

from flask_babel import get_locale
from flask_babel import lazy_gettext as _

from portal.labels import label
from portal.phrases import worded
from portal.rules.levels import Level
from portal.rules.scoring import AnswerState, DecidedBy, DomainPoints, ItemPoints, Result


def freeze(result):
    """The Result as plain values."""
    return asdict(result)


def thaw(kept):
    """The Result that `freeze` kept."""
    def level(value):
        return Level(value) if value else None
    return Result(**kept | {
        "items": tuple(ItemPoints(**row | {"state": AnswerState(row["state"])}) for row in kept["items"]),
        "domains": tuple(DomainPoints(**row) for row in kept["domains"]),
        "range": tuple(kept["range"]) if kept["range"] else None,
        "red": tuple(kept["red"]), "floors": tuple(kept["floors"]),
        "base_level": level(kept["base_level"]), "level": level(kept["level"]), "decided_by": DecidedBy(kept["decided_by"]),
    })


def tenths(number):
    """28,8: one decimal as the reader's language writes it, or a dash for None."""
    if number is None:
        return "–"
    return f"{number:.1f}" if str(get_locale()) == "en" else f"{number:.1f}".replace(".", ",")


def decided(instrument, result):
    """The one sentence that says which rule decided the level, in the language of the moment."""
    if result.decided_by == DecidedBy.NOTHING:
        return _("Belum ada jawaban yang dapat dihitung.")
    said = {"level": label(result.level), "base": label(result.base_level) if result.base_level else "–", "score": tenths(result.score)}
    if result.decided_by == DecidedBy.BAND:
        return _("Tingkat %(level)s karena skor %(score)s berada pada %(band)s.", band=band(instrument, result.level), **said)
    if result.decided_by == DecidedBy.RED_VALUE:
        names = "; ".join(f"{item} {worded(instrument.item(item))}" for item in result.red)
        return _("Tingkat %(level)s karena nilai merah: %(names)s. Dari skor %(score)s saja: %(base)s.", names=names, **said)
    floor = next(floor for floor in instrument.floors if floor.id == result.decided_floor)
    return _("Tingkat %(level)s karena aturan %(floor)s: %(text)s. Dari skor %(score)s saja: %(base)s.", floor=floor.id, text=worded(floor), **said)


def band(instrument, level):
    """20–39,9: the scores that alone mean a level."""
    above = "100"
    for each in instrument.bands:
        if each.level == level:
            return f"{each.start}–{above}"
        above = tenths(each.start - 0.1)
    return ""
