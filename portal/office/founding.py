"""How an empty installation becomes an office: a link that works once, the first admin, then the office's own data."""
import hmac
import os
import secrets

from flask import current_app

from portal.accounts import admission, door
from portal.accounts.models import User
from portal.db import db
from portal.office import regions
from portal.office.holidays import Holiday
from portal.office.hours import WorkHours
from portal.office.models import Office, Official
from portal.office.targets import LevelTarget
from portal.rules.clocks import DEFAULT_HOURS
from portal.rules.office import Paper, Why, usual_zone
from portal.rules.refused import Refused


def token_file():
    return current_app.config["INSTANCE"] / "setup.token"


def link():
    """The path of the set-up link, made when there is none yet; only the owner of the instance folder can read it."""
    path = token_file()
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
    return f"/setup/{path.read_text().strip()}"


def opens(token):
    """Whether this is the token of the set-up link."""
    path = token_file()
    return path.exists() and hmac.compare_digest(token.encode(), path.read_bytes().strip())


def begin(*, username, name, password, address):
    """The first admin, signed in; the link is used up as soon as this is saved."""
    user = door.welcome(admission.first_admin(username=username, name=name, password=password), address)
    db.work.after.append(lambda path=token_file(): path.unlink(missing_ok=True))
    return user


def found(*, by, official, hours, **details):
    """Found the office in a regency with its places, signing official and opening hours."""
    db.lock()
    if Office.current():
        raise Refused(Why.ALREADY_FOUNDED)
    regency = next((each for each in regions.regencies() if each.code == details["region"]), None)
    if regency is None:
        raise Refused(Why.NO_SUCH_REGENCY)
    details["government"] = details["government"] or f"Pemerintah {regency.name}"
    office = Office.set_up(by=by, places=regions.places(regency.code), demo=current_app.config["DEMO"], **details)
    WorkHours.found(hours, by=by)
    Official.appoint(by=by, **official)
    return office


def suggestions(province):
    """What most offices of this province (two digits) would write: {field: value}; `week` as {weekday: (opens, closes)}."""
    return {"name": "Dinas Sosial", "zone": usual_zone(province), "paper": Paper.F4, "unit": "DINSOS",
            "official_title": "Kepala Dinas Sosial", "week": usual_week()}


def usual_week():
    return {day: (opens.strftime("%H.%M"), closes.strftime("%H.%M")) for day, (opens, closes) in DEFAULT_HOURS.items()}


def chores():
    """What an office needs before it can work, and whether it is there: [(done, endpoint)] in order."""
    office = Office.current()
    return [
        (bool(office.address and office.phone), "office.edit"),
        (Official.in_office().exists(), "office.appoint"),
        (User.everyone().where(User.active).count() > 1, "accounts.new"),
        (any(said.select().exists() for said in (LevelTarget, Holiday)) or WorkHours.select().count() > 1, "office.targets"),
    ]
