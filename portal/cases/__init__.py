"""Cases: one child's way from the first contact to closure, with its team, level, category, notes and pauses."""
