"""What every page must be: light, in one column on a narrow window, and without a finding of axe."""
import gzip
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

STATIC = Path(__file__).resolve().parents[2] / "portal/static"
WIDTHS = (320, 455, 683, 1349)  # 1349 is what Chrome leaves of 1366; the others are the same window at 400, 300 and 200 %
HEIGHT = 625
KILOBYTE = 1024
MOST = {"html": 14 * KILOBYTE, "css": 8 * KILOBYTE, "js": 24 * KILOBYTE, "cold": 50 * KILOBYTE}
MOST_REQUESTS, MOST_NODES, MOST_NODES_ON_PAPER = 5, 800, 3000
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}

FACTS = """() => {
  const all = (what) => Array.from(document.querySelectorAll(what));
  return {
    title: document.title, h1: all("h1").length, nodes: all("*").length, lang: document.documentElement.lang,
    keys: all("[accesskey]").map((each) => each.accessKey.toLowerCase()),
    files: all("link[rel=stylesheet], link[rel=icon], script[src], img").map((each) => each.href || each.src),
  };
}"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page, response, paper=False):
    """What is wrong with this page, as sentences; `paper` is a page made for printing."""
    facts = page.evaluate(FACTS)
    yield from shape(facts, paper)
    yield from weight(len(gzip.compress(response.body())), facts["files"])
    yield from barriers(page)
    yield from [] if paper else sideways(page)


def barriers(page):
    """The findings of axe. It reads the same tree in every Chromium, so the oldest and slowest one is spared."""
    if page.context.browser.version.startswith("109."):
        return
    for found in Axe().run(page, options=AXE).response["violations"]:
        yield f"axe {found['id']}: {[node['target'] for node in found['nodes'][:3]]}"


def shape(facts, paper):
    if facts["h1"] != 1:
        yield f"{facts['h1']} h1"
    if facts["lang"] != "id":
        yield f"in the language {facts['lang']}"
    if facts["nodes"] > (MOST_NODES_ON_PAPER if paper else MOST_NODES):
        yield f"{facts['nodes']} nodes"
    twice = {key for key in facts["keys"] if facts["keys"].count(key) > 1}
    if twice:
        yield f"access keys twice: {twice}"


def weight(html, addresses):
    """What the page and its files cost somebody who opens it for the first time."""
    paths = {urlsplit(address).path for address in addresses}
    sizes = {"html": html, "css": sum(map(packed, ending(paths, ".css"))), "js": sum(map(packed, ending(paths, ".js")))}
    sizes["cold"] = html + sum(map(packed, paths))
    for kind, size in sizes.items():
        if size > MOST[kind]:
            yield f"{kind} of {size} bytes packed"
    if len(paths) + 1 > MOST_REQUESTS:
        yield f"{len(paths) + 1} requests"


def ending(paths, suffix):
    return [path for path in paths if path.endswith(suffix)]


def packed(path):
    return len(gzip.compress((STATIC / Path(path).name).read_bytes()))


def sideways(page):
    """The page must not need scrolling to the side; tables may, in their own box."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wider = page.evaluate(WIDER)
        if wider > 0:
            yield f"{wider} px too wide at {width} px"
