"""Reports: what came in, by which channel, about whom, how urgent it is, and what became of it."""
