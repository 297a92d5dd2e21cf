"""Three stories of the street by day: a boy at the terminal, a small girl at the crossroads, a sister and brother at the shop."""
from portal.demo.stage import at
from portal.demo.story import Story


def rian(town):
    """1: 171 tells of a boy who sings at the terminal."""
    story = Story(town, 1, "petugas")
    yield at("03-02 09.10")
    story.receive()
    yield at("03-02 09.25")
    story.triage()
    yield at("03-02 09.40")
    story.verify()
    story.open_case()
    yield at("03-02 14.05")
    story.meet("Ditemui")
    yield at("03-03 11.00")
    draft = story.assess()
    yield at("03-03 11.10")
    story.submit(draft)
    yield at("03-03 14.00")
    story.decide(draft)


STORIES = (rian,)
