"""The file of a case: its page, its clocks explained, its closure and reopening, and its sheet of paper."""
