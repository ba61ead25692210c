import json

from visavis import doctor
from visavis.cli import main
from visavis.doctor import data
from visavis.storage.paths import DataFolders


def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path, monkeypatch):
    def forbidden(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(data, "privacy", forbidden)  # root may look everywhere: there is no folder to show it with

    findings = dict(doctor.examine(DataFolders(tmp_path, tmp_path)))
    assert findings["privacy"].status == "problem"


def test_one_json_object_a_check(tmp_path, capsys):
    status = main(["doctor", "--json", "--data", str(tmp_path)])

    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"system", "opencv", "detection", "window", "cameras", "model"} <= {finding["check"] for finding in findings}
    assert all(finding.keys() == {"check", "status", "what", "advice"} for finding in findings)
    assert status == any(finding["status"] == "problem" for finding in findings)


def test_a_problem_is_status_1_with_its_advice(tmp_path, capsys):
    (tmp_path / "settings.toml").write_text("width =")

    assert main(["doctor", "--data", str(tmp_path)]) == 1

    captured = capsys.readouterr()
    assert f"problem  {tmp_path / 'settings.toml'} is damaged: " in captured.out
    assert captured.err.startswith("visavis: ")
