"""Import: an office's lists become clients, checked row by row, unseen until they go live together."""
