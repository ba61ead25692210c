"""What holds for every command."""

import io
import json
import os
import signal
import subprocess
import sys

import pytest

import visavis
from visavis.cli import arguments, main
from visavis.cli.command import confirm

COMMANDS = (
    "live",
    "enroll",
    "import",
    "people",
    "train",
    "evaluate",
    "models",
    "recognize",
    "tag",
    "frames",
    "bench",
    "doctor",
)
ENDLESS = ("live", "--headless", "--json", "--source", "demo")


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The user's folders, and a broken model in them that tells them apart from others."""
    folder = tmp_path / "data"
    (folder / "models" / "broken").mkdir(parents=True)
    (folder / "models" / "broken" / "card.json").write_text("{")
    monkeypatch.setenv("VISAVIS_DATA", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("VISAVIS_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def started(data, published_networks, monkeypatch):
    """Starts a command in a process of its own; ends those that are left."""
    monkeypatch.setenv("VISAVIS_CACHE", str(published_networks.parent))
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # it would hide what the last flush meets
    processes = []

    def start(*arguments, **options):
        command = [sys.executable, "-m", "visavis", "--data", str(data), *arguments]
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        processes.append(subprocess.Popen(command, text=True, **options))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def outcome(arguments):
    """The status of a command run here, also where argparse ends it."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    assert outcome([command, "--help"]) == 0
    assert f"visavis {command}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--version"], ["models", "--version"], ["models", "list", "--version"]])
def test_the_version_before_and_after_the_command(arguments, capsys):
    assert outcome(arguments) == 0
    assert capsys.readouterr().out == f"visavis {visavis.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "DATA", "models", "list"],
        ["--data=DATA", "models", "list"],
        ["models", "--data", "DATA", "list"],
        ["models", "list", "--data", "DATA"],
        ["--verbose", "models", "list", "--data", "DATA"],
        ["--data", "DATA", "models", "list", "--verbose"],
    ],
)
def test_global_options_before_and_after_the_command(arguments, data, capsys):
    assert main([argument.replace("DATA", str(data)) for argument in arguments]) == 0
    assert "broken" in capsys.readouterr().out


def test_the_data_folder_from_the_environment(data, monkeypatch, capsys):
    monkeypatch.setenv("VISAVIS_DATA", str(data))

    assert main(["models", "list"]) == 0
    assert "broken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ["live"]),
        (["--source", "demo"], ["live", "--source", "demo"]),
        (["--data", "D", "--source", "demo"], ["--data", "D", "live", "--source", "demo"]),
        (["--data=D", "--verbose"], ["--data=D", "--verbose", "live"]),
        (["doctor", "--json"], ["doctor", "--json"]),
        (["--verbose", "doctor"], ["--verbose", "doctor"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_without_a_command_the_window_is_meant(given, meant):
    assert arguments.with_default_command(given) == meant


@pytest.mark.parametrize(
    ("given", "imported"),
    [
        (["--version"], set()),
        (["--verbose", "--data", "D", "--version"], set()),
        (["frames", "--help"], {"media.frames"}),
        (["--data", "D", "evaluate", "--help"], {"training"}),
    ],
)
def test_only_the_command_that_is_meant_is_imported(given, imported):
    code = (
        "import atexit, sys; from visavis.cli import main; commands = "
        f"{sorted(set(arguments._MODULES.values()))!r}\n"
        "atexit.register(lambda: print('\\n', *[n for n in commands if f'visavis.cli.{n}' in sys.modules]))\n"
        f"main({given!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()[-1].split()) == imported


def test_every_command_is_found_by_its_name():
    for name in COMMANDS:
        assert name in arguments._MODULES
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0


def test_an_error_is_one_sentence_with_a_hint_and_status_1(data, capsys):
    assert main(["models", "use", "none", "--data", str(data)]) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "visavis: There is no model 'none'. See which there are: visavis models list.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["models"],
        ["models", "list", "--no-such-option"],
        ["live", "--headless", "--max-frames", "0"],
        ["live", "--head"],  # an option's beginning is not the option
        ["enroll", "--source", "demo"],
        ["--data"],
    ],
)
def test_wrong_usage_is_status_2(arguments, data, capsys):
    assert outcome(arguments) == 2
    assert "usage: visavis" in capsys.readouterr().err


def hears_interrupts():
    """What a shell starts in the background, tests perhaps, ignores SIGINT, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="Windows ends processes otherwise")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_ends_cleanly(started, number):
    process = started(*ENDLESS, preexec_fn=hears_interrupts)
    json.loads(process.stdout.readline())

    process.send_signal(number)

    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told


def test_a_closed_pipe_is_no_error(started):
    process = started(*ENDLESS)
    json.loads(process.stdout.readline())

    process.stdout.close()

    assert process.wait(timeout=60) == 0
    told = process.stderr.read()
    assert "Traceback" not in told
    assert "BrokenPipe" not in told


@pytest.mark.parametrize("arguments", [["--help"], ["models", "list"]])
def test_a_pipe_without_a_reader_is_no_error(started, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    process = started(*arguments, stdout=writing)
    os.close(writing)

    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is full")
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["models", "list"], [*ENDLESS, "--max-frames", "2"], ["train", "--network", "cnn64", "--json"]],
)
def test_output_that_does_not_fit_on_its_disk_is_one_sentence(started, arguments):
    with open("/dev/full", "w", encoding="utf-8") as full:
        process = started(*arguments, stdout=full)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.splitlines()[-1].startswith("visavis: The output cannot be written: no space left on device. ")
    assert "Traceback" not in told
    assert "Exception ignored" not in told


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disk that is full")
def test_progress_that_cannot_be_written_is_no_error(started):
    with open("/dev/full", "w", encoding="utf-8") as full:
        process = started("models", "list", "--verbose", stderr=full)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "broken" in out


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close a stream")
def test_no_standard_output_is_an_error_of_what_prints(data):
    """Desktop launchers start the window so, which prints nothing."""
    command = [sys.executable, "-m", "visavis", "--data", str(data), "models", "list"]
    closing = ["sh", "-c", '"$@" >&- 2>&-', "sh", *command]

    assert subprocess.run(closing, check=False).returncode == 1


def test_max_frames_counts_lines(started):
    process = started(*ENDLESS, "--max-frames", "3")

    lines, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert [json.loads(line)["frame"] for line in lines.splitlines()] == [0, 1, 2]


def test_there_is_no_prompt_without_a_terminal(monkeypatch):
    with open(os.devnull, encoding="utf-8") as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)

        assert confirm("Really?")


@pytest.mark.parametrize("answer", [b"", b"\xff\xfe\n", b"n\n", b"\n"])
def test_a_terminal_that_gives_no_answer_is_a_no(monkeypatch, answer):
    with io.TextIOWrapper(io.BytesIO(answer), encoding="utf-8") as terminal:
        monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "stdin", terminal)

        assert not confirm("Really?")
