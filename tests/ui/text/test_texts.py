"""What the tool that collects texts prints, and what it refuses."""

import importlib.util
import subprocess
import sys

import pytest

from support.places import ROOT


def run(path, text):
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools/texts.py"), str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def test_the_modules_for_the_terminal_exist():
    spec = importlib.util.spec_from_file_location("texts", ROOT / "tools/texts.py")
    texts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(texts)
    assert [place for place in texts._TERMINAL if not (ROOT / place).exists()] == []


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ('raise VisavisError("{path} is empty.", path=path)', 'QT_TRANSLATE_NOOP("Core", "{path} is empty.")'),
        ('Message("It" " rains.")', 'QT_TRANSLATE_NOOP("Core", "It rains.")'),
        ('Message("{count} dogs.", one="{count} dog.", count=n)', 'QT_TRANSLATE_N_NOOP("Core", "{count} dogs.")'),
        (
            'raise VisavisError("A." if one else "B.")',
            'QT_TRANSLATE_NOOP("Core", "A.")\nQT_TRANSLATE_NOOP("Core", "B.")',
        ),
        ('Message("See them: visavis people list.")', '// names a command: "See them: visavis people list."'),
        (
            'class WetError(VisavisError): ...\nWetError("Wet.", hint="Dry {it}.", it=1)',
            'QT_TRANSLATE_NOOP("Core", "Wet.")\nQT_TRANSLATE_NOOP("Core", "Dry {it}.")',
        ),
        ('Message("{text}", text=text)\nVisavisError(error.message)\nValueError(f"{x}")', ""),
    ],
)
def test_templates_are_found_where_messages_are_made(tmp_path, code, printed):
    found = run(tmp_path / "module.py", code)
    assert found.stderr == ""
    assert found.stdout.strip() == printed


@pytest.mark.parametrize(
    "code",
    [
        'raise VisavisError(f"{path} is empty.")',
        'raise VisavisError("It is empty.", hint=f"Fill {path}.")',
        'raise VisavisError("It is " + word)',
        'raise VisavisError("It is {}.".format(word))',
        "raise VisavisError(str(error))",
        'hint = "Fill it."\nraise VisavisError("It is empty.", hint=hint)',
        'raise VisavisError("It is empty." if a else f"{b}")',
        'raise VisavisError("{path} is empty.")',
        'raise VisavisError("It is empty.", hint="Fill {path}.")',
    ],
)
def test_a_template_that_nobody_could_translate_is_refused(tmp_path, code):
    found = run(tmp_path / "module.py", code)
    assert found.returncode == 1
    assert "module.py" in found.stderr


def test_a_text_that_cannot_be_translated_is_found(tmp_path):
    path = tmp_path / "module.py"
    path.write_text('label.setText("Nobody is here")\nlabel.setText(self.tr("Somebody is here"))\n', encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools/untranslated.py"), str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, f"{path}:1: 'Nobody is here' cannot be translated\n")
