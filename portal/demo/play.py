"""Played once, on an empty demo database: the office is founded, a course and its eight cases happen, and the clock stands still."""
from datetime import datetime

from flask import current_app

from portal import clock
from portal.demo import families, night, singers, wards, year_before
from portal.demo.stage import perform
from portal.demo.town import Town
from portal.office.models import Office

MONDAY = datetime(2026, 3, 30, 0, 0)  # 08.00 WITA


class NotADemo(RuntimeError):
    """Only a demo database may be filled with invented people."""


def play():
    """Found Kabupaten Teluk Melati and play the course of 2025 and the eight cases; nothing happens where they were played before."""
    if not current_app.config["DEMO"]:
        raise NotADemo
    if Office.current() is None:
        town = Town()
        perform([town.founding()], MONDAY)
        stories = [story(town) for told in (year_before, singers, families, night, wards) for story in told.STORIES]
        perform([town.new_year(), *stories, town.last_days()], MONDAY)
    stand_still()


def stand_still():
    """Stop the clock at Monday 30 March 2026, 08.00 WITA, so that the demo's ages and clocks stay true."""
    clock.use(lambda: MONDAY)
