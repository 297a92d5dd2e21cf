"""Services: what a client needs, what is planned with which goal, and what was given when, by whom and with whose money."""
