"""What the pages show to be typed: command lines are parsed, settings are read, programs run."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from support.places import ROOT
from visavis.cli import arguments
from visavis.imaging import codec
from visavis.settings import Settings
from visavis.sources import open_source

PAGES = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "adr")]


def blocks(page, kind):
    """The blocks of code of one kind on a page."""
    return re.findall(rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def command_lines(page):
    """The words of each command line that a page shows for Visavis, without what other programs are given."""
    indented = re.findall(r"^    (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    for text in ("\n".join(indented), *blocks(page, "sh")):
        for line in text.replace("\\\n", " ").splitlines():
            lexer = shlex.shlex(line, posix=True, punctuation_chars="|>&;")
            lexer.whitespace_split = True
            try:
                words = list(lexer)
            except ValueError:  # not a command line
                continue
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0], re.DOTALL):
                del words[0]
            end = next((index for index, word in enumerate(words) if set(word) <= set("|>&;")), len(words))
            if words[:1] and words[0] in {"visavis", ".venv/bin/visavis"}:
                yield words[1:end]


EXAMPLES = [(page.relative_to(ROOT).as_posix(), words) for page in PAGES for words in command_lines(page)]


def test_there_are_examples():
    assert len(EXAMPLES) > 60
    assert {"docs/howto/archive.md", "docs/backup.md", "README.md"} <= {page for page, _ in EXAMPLES}


@pytest.mark.parametrize(("page", "words"), EXAMPLES)
def test_a_command_line_is_one(page, words):
    assert arguments.parse(words).command


def test_a_wrong_one_is_found(tmp_path, capsys):
    page = tmp_path / "page"
    page.write_text("```sh\nA=b .venv/bin/visavis tag films --nowhere | less\n```\n", encoding="utf-8")
    [words] = command_lines(page)
    assert words == ["tag", "films", "--nowhere"]
    with pytest.raises(SystemExit):
        arguments.parse(words)


def test_the_readme_names_every_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [usage] = re.findall(r"^  COMMAND\n(.*?)\n\n", arguments.create_parser().format_help(), re.MULTILINE | re.DOTALL)
    commands = re.findall(r"^    ([a-z]+)(?:  |$)", usage, re.MULTILINE)
    assert len(commands) > 20
    assert [name for name in commands if not re.search(rf"^\| .*`visavis {name}\b", text, re.MULTILINE)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "toml")], ids=lambda page: page.name)
def test_settings_are_ones(page, tmp_path):
    for text in blocks(page, "toml"):
        (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
        assert Settings.load(tmp_path / "settings.toml") != Settings()


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "json")], ids=lambda page: page.name)
def test_json_is_json(page):
    assert all(json.loads(text) for text in blocks(page, "json"))


def run(code, place, *, given=""):
    """Run a program of a page in a folder, with the commands of this environment; return what it prints."""
    path = os.pathsep.join([str(place), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "VISAVIS_DATA": str(place / "d"),
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=place, env=environment, input=given, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_programs_that_read_json_run(tmp_path, published_networks, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    first = next(iter(open_source("demo", paced=False)))
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/two.jpg").write_bytes(codec.encode(first.image))
    [listing, following] = blocks(ROOT / "docs/howto/json.md", "python")
    [recognizing, *_] = blocks(ROOT / "docs/howto/json.md", "sh")
    run(f"import subprocess; subprocess.run({recognizing!r}, shell=True, check=True)", tmp_path)
    assert run(listing, tmp_path) == "pictures/two.jpg: unknown, unknown\n"
    assert run(following, tmp_path) == ""  # nobody is enrolled


def test_the_program_at_an_arrival_runs(tmp_path):
    stub = tmp_path / "spd-say"
    stub.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/said"\n', encoding="utf-8")
    stub.chmod(0o755)
    page = ROOT / "docs/howto/arrivals.md"
    [code], [visit] = blocks(page, "python"), blocks(page, "json")
    run(code, tmp_path, given=visit)
    assert (tmp_path / "said").read_text(encoding="utf-8") == "Ada is here\n"
