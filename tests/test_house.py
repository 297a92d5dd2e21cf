"""The rules of the house, kept by a test: imports, purity, thin views, kinds of templates, words, sizes."""
import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "portal"
TEMPLATES = ROOT / "templates"

# Each may import only from its own line or above. The list is the architecture (README).
ORDER = [
    "rules", "config", "clock", "db", "patience", "audit", "records", "many", "schema", "tokens", "words", "seeking", "labels", "phrases", "fields",
    "forms",
    "accounts.roles", "accounts.models", "accounts.delegations", "accounts.teams", "accounts.sessions", "papers", "access", "web", "live", "errors",
    "lists", "spreadsheet", "background", "exports", "export_forms",
    "accounts", "office.regions", "office", "decisions", "letters", "referrals.institutions", "clients", "reports", "cases", "conferences",
    "outreach", "assessments", "services", "referrals",
    "training", "correspondence", "casefile", "files", "desk", "recap", "search", "imports", "extracts", "trail",
    "help", "demo", "cli", "", "prepare",
]
# web and errors ask these two late, for what stands on every page; the office's settings stand above its own views.
LATE = {("web", "decisions.models"), ("web", "office.models")}
FILES = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
WRITES = {"save", "create", "insert", "insert_many", "update", "delete", "execute", "delete_instance", "select", "get_by_id", "get_or_none",
          "get_or_create", "raw", "atomic"}
NEWER_CSS = ("color-mix", "light-dark", "oklch", "text-wrap", ":has(", "subgrid", "field-sizing", "@scope", "popover")


def module(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def place(name):
    """Where a module stands in ORDER; the longest matching line counts."""
    return max((len(line), number) for number, line in enumerate(ORDER) if line == "" or name == line or name.startswith(line + "."))[1]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*.py")), ids=lambda path: path.name)
def test_rules_are_pure(path):
    for name in imports(path):
        assert name.split(".")[0] in sys.stdlib_module_names or name.startswith("portal.rules"), name


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_module_imports_only_what_stands_above_it(path):
    here = module(path)
    for name in imports(path):
        target = name.removeprefix("portal").lstrip(".")
        known = (ROOT / (target.replace(".", "/") + ".py")).exists() or (ROOT / target.replace(".", "/")).is_dir()
        if name.split(".")[0] != "portal" or not target or not known or (here, target) in LATE:
            continue
        assert place(target) <= place(here), f"{here} imports {target}"


@pytest.mark.parametrize("path", [path for path in FILES if re.search(r"^@(needs|public)", path.read_text(), re.MULTILINE)], ids=module)
def test_a_view_asks_models_and_decides_nothing(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            assert node.attr not in WRITES, f"line {node.lineno}: .{node.attr}"
        assert not isinstance(node, ast.Try), f"line {node.lineno}: try"
        if isinstance(node, ast.Name):
            assert node.id != "Role", f"line {node.lineno}: asks for a role"


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_module_opens_with_one_sentence_and_stays_short(path):
    tree, text = ast.parse(path.read_text()), path.read_text()
    assert ast.get_docstring(tree), "no docstring"
    assert text.count("\n") <= 250, f"{text.count(chr(10))} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, f"{node.name} is {node.end_lineno - node.lineno + 1} lines"
            assert not node.name.startswith("test_")


@pytest.mark.parametrize("path", FILES, ids=module)
def test_only_the_clock_asks_the_time_and_only_verbs_hold_transactions(path):
    text = path.read_text()
    if module(path) != "clock":
        assert not re.search(r"datetime\.(now|utcnow|today)\(|date\.today\(|time\.time\(", text)
    if module(path) != "db":
        assert ".atomic(" not in text and "RAISE(" not in text and "PRAGMA" not in text.replace("PRAGMAS", "")


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_is_a_page_a_fragment_or_a_component(path):
    text = path.read_text()
    base = path.name in ("layout.html", "bare.html") or path.parent.name == "components"
    whole = not path.name.startswith("_") and not base
    assert ("{% extends" in text) == whole
    assert not re.search(r"\|\s*safe\b|\sstyle=|\son[a-z]+=|<script(?![^>]*src=)|<style", text)
    assert text.count("\n") <= 90, f"{text.count(chr(10))} lines"


def test_the_style_sheets_use_only_what_the_oldest_browsers_know():
    for path in (ROOT / "static").glob("*.css"):
        text = path.read_text()
        assert not [feature for feature in NEWER_CSS if feature in text], path.name
        assert not re.search(r"^\s*&", text, re.MULTILINE), f"{path.name}: nesting"


def test_every_member_of_every_enum_has_words():
    from enum import StrEnum

    from portal.labels import WORDS
    wordless = []
    for path in sorted((ROOT / "rules").glob("*.py")):
        namespace = __import__(f"portal.rules.{path.stem}", fromlist=["_"])
        for enum in vars(namespace).values():
            if isinstance(enum, type) and issubclass(enum, StrEnum) and enum is not StrEnum and enum.__module__ == namespace.__name__:
                wordless += [f"{path.stem}.{enum.__name__}.{member.name}" for member in enum if member not in WORDS.get(enum, {})]
    assert not [name for name in wordless if name.split(".")[1] not in ("May", "Reach")]


def test_a_newcomer_reads_no_traces_of_haste():
    for path in [*FILES, *TEMPLATES.rglob("*.html")]:
        assert not re.search(r"(#|\{#).*\b(TODO|FIXME|XXX|HACK)\b", path.read_text()), path
