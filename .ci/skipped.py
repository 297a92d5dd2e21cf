"""Fails when a browser test was skipped for any reason but a missing Chromium 109: python .ci/skipped.py tests.xml"""
import sys
from xml.etree import ElementTree

ALLOWED = "Chromium 109 tidak tersedia"


def main(report):
    """Exit 1 with one line for each browser test that should have run."""
    skipped = [
        f"{case.get('classname')}::{case.get('name')}: {skip.get('message')}"
        for case in ElementTree.parse(report).iter("testcase")
        for skip in case.iter("skipped")
        if "browser" in case.get("classname", "").split(".") + case.get("name", "").split(".")
        and not skip.get("message", "").startswith(ALLOWED)
    ]
    if skipped:
        sys.exit("Pengujian peramban yang dilewati:\n" + "\n".join(skipped))


if __name__ == "__main__":
    main(sys.argv[1])
