"""Every figure of the recapitulation, counted a second time from the raw rows of a generated office by code that shares nothing with it."""
