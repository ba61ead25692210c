"""The program works whatever is around it: no traceback, and one sentence where it cannot."""

import json
import os
import stat
import subprocess
import sys

import pytest

from support.people_files import put

pytestmark = pytest.mark.skipif(os.name != "posix", reason="closes streams as a shell does")

SHELL = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "errors": "replace"}


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "Zoë 王"
    put(folder / "people" / "Ünal ığ", "bïld.jpg")
    return folder


@pytest.fixture
def run(data, tmp_path):
    """Runs a command in a shell, with streams redirected and the environment changed."""

    def run(*arguments, shell='"$@"', environment=(), umask=-1):
        command = ["sh", "-c", shell, "sh", sys.executable, "-m", "visavis", *arguments]
        variables = {"VISAVIS_DATA": str(data), "VISAVIS_CACHE": str(tmp_path / "cache")}
        changed = {**os.environ, **variables, **dict(environment)}
        kept = {name: value for name, value in changed.items() if value is not None}
        done = subprocess.run(command, check=False, env=kept, umask=umask, timeout=120, **SHELL)
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return run


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.UTF-8", "ar_SA.UTF-8", "xx_YY"])
@pytest.mark.parametrize("utf8", ["0", None])
def test_names_are_the_same_in_every_locale(run, locale, utf8):
    given = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": utf8, "PYTHONCOERCECLOCALE": utf8}
    listed = run("people", "list", "--json", environment=given)
    assert [json.loads(line)["name"] for line in listed.stdout.splitlines()] == ["Ünal ığ"]
    shown = run("people", "show", "Ünal ığ", "--json", environment=given)
    assert json.loads(shown.stdout)["files"][0]["path"].endswith("Zoë 王/people/Ünal ığ/bïld.jpg")


@pytest.mark.parametrize("shell", ['"$@" <&-', '"$@" >&-', '"$@" 2>&-', '"$@" <&- >&- 2>&-'])
def test_closed_streams_hinder_no_work_and_no_file_gets_their_output(run, data, shell):
    done = run("people", "rename", "Ünal ığ", "Ada", shell=shell)
    assert done.returncode == (1 if ">&- " in f"{shell.replace('2>&-', '')} " else 0)
    assert json.loads((data / "people" / "Ünal ığ" / "person.json").read_text())["name"] == "Ada"


@pytest.mark.parametrize("arguments", [("people", "list"), ("people", "list", "--json"), ("--help",), ("doctor",)])
def test_what_cannot_be_printed_is_said(run, arguments):
    done = run(*arguments, shell='"$@" >&-')
    assert done.returncode == 1
    assert "The output cannot be written: it is closed." in done.stderr


@pytest.mark.parametrize("zone", ["Nowhere/Else", "AAA-167:59:59", "AAA+100", "", ":", "\N{SNOWMAN}"])
def test_an_odd_time_zone_is_no_error(run, zone):
    run("people", "rename", "Ünal ığ", "Ada", environment={"TZ": zone})
    assert run("people", "list", environment={"TZ": zone}).stdout.endswith("Ada\n")


@pytest.mark.parametrize("umask", [0o777, 0o000, 0o277])
def test_everything_is_for_the_user_alone_whatever_the_umask(run, data, umask):
    data.chmod(0o700)
    run("people", "rename", "Ünal ığ", "Ada", umask=umask)
    run("people", "show", "Nobody", umask=umask)
    made = [data / "logs", *(data / "logs").iterdir(), data / "people" / ".lock"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700, 0o600}
    assert len(made) >= 3


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"VISAVIS_DATA": "~nobody-of-that-name/x"}, "There is no home folder for ~nobody-of-that-name/x."),
        ({"VISAVIS_CACHE": "~nobody-of-that-name/x"}, "There is no home folder for ~nobody-of-that-name/x."),
        ({"VISAVIS_DATA": "/dev/null"}, "/dev/null"),
        ({"VISAVIS_DATA": "/proc/none"}, "/proc/none"),
        ({"VISAVIS_CACHE": "/dev/null"}, "VISAVIS_CACHE=DIR"),
        ({"VISAVIS_CACHE": "/proc/none"}, "VISAVIS_CACHE=DIR"),
    ],
    ids=str,
)
def test_folders_that_cannot_be_are_one_sentence_and_the_last_event(run, environment, told):
    done = run("train", "--json", environment=environment)
    assert done.returncode == 1
    [sentence] = done.stderr.splitlines()
    assert told in sentence
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["event"], last["error"] in sentence) == ("failed", True)


def test_doctor_finds_a_cache_that_cannot_be_written(run):
    done = run("doctor", "--json", environment={"VISAVIS_CACHE": "/dev/null"})
    found = {each["check"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert (done.returncode, found["cache"]["status"]) == (1, "problem")
    assert "VISAVIS_CACHE=DIR" in found["cache"]["advice"]


def test_without_a_home_the_folders_can_be_given(run):
    gone = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"))
    assert run("people", "list", environment=gone).returncode == 0


def test_few_open_files_suffice(run):
    assert run("people", "list", shell='ulimit -n 32; "$@"').returncode == 0


def test_a_platform_of_qt_that_is_not_there_is_one_sentence(run):
    done = run("live", "--source", "demo", environment={"QT_QPA_PLATFORM": "nosuch"})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("visavis: The window cannot be opened.")


LIBRARIES = """
from pathlib import Path
from visavis.process import surroundings
surroundings.keep_libraries_in(Path.home() / "our cache")
import matplotlib.font_manager
import os
os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
"""


def test_libraries_leave_nothing_in_the_home_folder(tmp_path):
    pytest.importorskip("keras")
    kept = {name: value for name, value in os.environ.items() if name not in {"MPLCONFIGDIR", "KERAS_HOME"}}
    for name in list(kept):
        if name.startswith("XDG_"):
            del kept[name]
    subprocess.run([sys.executable, "-c", LIBRARIES], check=True, env={**kept, "HOME": str(tmp_path)}, timeout=300)
    assert [path.name for path in tmp_path.iterdir()] == ["our cache"]
    assert sorted(path.name for path in (tmp_path / "our cache").iterdir()) == ["keras", "matplotlib"]
