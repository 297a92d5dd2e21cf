"""What the page of one trip shows, as far as it exists for the person who looks."""
from collections import Counter

from flask_babel import gettext

from portal.clients import places
from portal.labels import label
from portal.letters.sheet import letter_sheet
from portal.outreach.forms import PaperForm
from portal.outreach.targets import Target, failures
from portal.phrases import moment
from portal.rules.lifecycle import TRIES, TryOutcome
from portal.rules.outreach import TripState

AGES = ((5, "0–5"), (12, "6–12"), (17, "13–17"))


def sheet(trip, user):
    """Everything that is known of it; whom it looks for only as far as they exist for `user`."""
    targets = Target.of(trip, user)
    of_cases, of_people = failures([each.case for each in targets if each.case], [each.person for each in targets if each.person])
    whole = trip.is_whole_to(user)
    return {
        "trip": trip, "whole": whole, "officers": trip.officers, "districts": places.names(), "targets": targets,
        "failed": {each.id: of_cases[each.case_id] if each.case_id else of_people[each.person_id] for each in targets}, "most": TRIES,
        "met": counted([each for each in targets if each.attempt and each.attempt.outcome == TryOutcome.MET]),
        "text": trip.text,
        "letter": trip.letter, "former": trip.former_letters if whole else [], "signing": letter_sheet(trip.letter),
        "printing": PaperForm.usual() if whole else None, "telling": trip.state in (TripState.UNDERWAY, TripState.DONE),
        "times": [(gettext("Berangkat"), moment(trip.left_at)), (gettext("Tiba"), moment(trip.arrived_at)),
                  (gettext("Selesai"), moment(trip.ended_at))],
    }


def counted(targets):
    """How many were met, by sex and by age: "12 orang: 8 laki-laki, 4 perempuan; usia 6–12: 7, 13–17: 5"; empty when nobody was."""
    people = [each.case.client if each.case else each.person for each in targets]
    if not people:
        return ""
    sexes = Counter(str(label(each.sex)).lower() if each.sex else gettext("kelamin belum diketahui") for each in people)
    ages = Counter(_age(each.years()) for each in people)
    order = [*(words for _, words in AGES), "18+", gettext("belum diketahui")]
    return gettext("%(count)s orang: %(sexes)s; usia %(ages)s", count=len(people), sexes=", ".join(f"{count} {sex}" for sex, count in sexes.items()),
                   ages=", ".join(f"{words}: {ages[words]}" for words in order if ages[words]))


def _age(years):
    if years is None:
        return gettext("belum diketahui")
    return next((words for most, words in AGES if years <= most), "18+")
