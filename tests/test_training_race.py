"""Two managers approve at once for the last seat: one child is seated, the other waits. On a database in a file, as in an office."""
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_last_seat_is_given_once(tmp_path):
    played = subprocess.run([sys.executable, "-m", "tests.training_race"], cwd=ROOT, env=os.environ | {"SIGAP_INSTANCE": str(tmp_path)},
                            capture_output=True, text=True, timeout=60, check=False)
    assert played.returncode == 0, played.stderr[-2000:]
    told = json.loads(played.stdout)
    assert sorted(told["states"]) == ["active", "waiting", "waiting", "waiting"]
    assert sorted(number for number in told["queue"] if number) == [1, 2, 3]
    assert told["fault"] is None
