"""What the office has set, asked once by a request that only reads; one that may change it asks anew each time."""
from flask import g, has_request_context, request


def once(name, ask):
    """What `ask()` answers under this name."""
    if not has_request_context() or request.method not in ("GET", "HEAD"):
        return ask()
    if g.get("asked") is None:
        g.asked = {}
    if name not in g.asked:
        g.asked[name] = ask()
    return g.asked[name]
