"""The demo: a fictional office whose eight cases are played by the same verbs as the screens, each at its own time."""
from portal.demo.play import NotADemo, play, stand_still

__all__ = ["NotADemo", "play", "stand_still"]
