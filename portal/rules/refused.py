"""The rules say no, and `why` says which rule."""


class Refused(Exception):
    """Raised by a rule. `why` is a member of some enum whose label a person reads; `detail` fills that sentence."""

    def __init__(self, why, **detail):
        super().__init__(why)
        self.why = why
        self.detail = detail
