"""The demo: a fictional office whose eight cases, and a course of the year before, are played by the verbs of the screens, each at its own time."""
from portal.demo.play import NotADemo, play, stand_still

__all__ = ["NotADemo", "play", "stand_still"]
