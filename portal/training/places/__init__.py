"""A place in a course: the waiting list, offers of a seat, leaving, and a course that is cancelled."""
