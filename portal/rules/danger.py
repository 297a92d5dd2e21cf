"""The quick report asks one question, whether there is danger now; what its answer means is in `triage`."""
from enum import StrEnum


class Danger(StrEnum):
    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"
