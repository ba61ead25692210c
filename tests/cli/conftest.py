"""A data folder, and commands that are run in this process."""

import pytest

from visavis.cli import guests, people, sightings, strangers
from visavis.cli.command import Context, Parser
from visavis.cli.imports import folders as imports
from visavis.people.store import PeopleStore


@pytest.fixture
def prepared(folders, published_networks):
    """The cache has the published networks: importing looks for faces, and would prepare them first."""
    folders.cache.mkdir()
    folders.networks.symlink_to(published_networks)


@pytest.fixture
def store(folders):
    return PeopleStore(folders.people)


@pytest.fixture
def visavis(folders, capsys):
    """Run a command: its status, what it printed, and what it said on stderr."""

    def run(*argv):
        parser, shared = Parser(), Parser(add_help=False)
        commands = parser.add_subparsers(required=True, parser_class=Parser)
        for module in (imports, people, strangers, sightings, guests):
            module.add(commands, shared)
        arguments = parser.parse_args([str(each) for each in argv])
        status = arguments.command(Context(folders), arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return run
