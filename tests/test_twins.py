"""The figures of bench/twins.py on a small register, so that the rule cannot rot unseen. The large one is run by hand: `make bench ARGS=twins`."""
import random

import pytest

from bench import told, twins
from portal import clock
from portal.clients.models import Client


@pytest.mark.parametrize("ways, complete, most_missed, most_shown", [(told.issue_ways, True, 2, 17), (told.other_ways, False, 7, 15)])
def test_a_known_child_is_found_and_a_new_one_seldom_taken_for_known(app, make, monkeypatch, ways, complete, most_missed, most_shown):
    monkeypatch.setattr(Client, "RENAMED", [])
    clock.use(twins.moment)
    figures = twins.measure(random.Random(5), ways, clients=600, asked=100, complete=complete)
    assert figures.found >= 100 - most_missed and figures.shown <= most_shown, str(figures)
