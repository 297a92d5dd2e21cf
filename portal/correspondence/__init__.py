"""The letters that people write: begun about a record, worded by hand, looked at, issued once, printed and cancelled."""
