"""Parsers of settings, and of what reaches the program otherwise."""

import argparse
import os
from unittest import mock

from fuzz.parsers.parser import Parser, encode
from visavis.cli.data import backup
from visavis.settings import Settings
from visavis.update_check import parse_update
from visavis.vault.unlocking import secret_from_environment

_UPDATE = {"version": 1, "latest": "0.2.0", "page": "https://example.org/visavis"}


def parsers(_, previous):
    return [
        Parser("settings.toml", Settings.load, tuple(previous["settings.toml"])),
        Parser("update feed", lambda path: parse_update(path.read_bytes(), "a"), (encode(_UPDATE),)),
        Parser("passphrase", _passphrase, (b"correct horse\n", "\ufeffpaßwort".encode())),
        Parser("passphrase of a backup", _backup_passphrase, (b"correct horse\n", "\ufeffpaßwort".encode())),
    ]


def _passphrase(path):
    with mock.patch.dict(os.environ, {"GIVEN_FILE": str(path)}):
        return secret_from_environment("GIVEN", "GIVEN_FILE").encode()


def _backup_passphrase(path):
    return backup._read_passphrase(argparse.Namespace(passphrase_file=path)).encode()
