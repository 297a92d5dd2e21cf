"""The rules of the service: pure functions and tables, one rule per module, standard library only."""
