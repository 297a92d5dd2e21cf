"""The trades that the law calls dangerous are flagged from the start."""
import pytest

from portal.rules.trades import RISKY_TRADES, Trade


@pytest.mark.parametrize("trade, risky", [
    (Trade.WELDING, True), (Trade.ELECTRICAL_WIRING, True), (Trade.CARPENTRY, True), (Trade.MOTORCYCLE_REPAIR, True),
    (Trade.BARBER, False), (Trade.SEWING, False), (Trade.MUSIC_AND_ARTS, False), (Trade.OTHER, False),
])
def test_risky(trade, risky):
    assert (trade in RISKY_TRADES) is risky
