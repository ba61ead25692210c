"""The key in the system's keyring: it comes back, and a keyring that is not there is said in one sentence."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from visavis.errors import KeyAccessError
from visavis.vault import keyring_key

KEY = bytes(range(32))


class FakeKeyring(KeyringBackend):
    """Keeps passwords in memory; or refuses, or drops them."""

    priority = 1

    def __init__(self, *, locked=False, drops=False):
        super().__init__()
        self.kept, self.locked, self.drops = {}, locked, drops

    def get_password(self, service, username):
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._check()
        if not self.drops:
            self.kept[service, username] = password

    def delete_password(self, service, username):
        self._check()
        del self.kept[service, username]

    def _check(self):
        if self.locked:
            raise KeyringLocked("it is locked")


@pytest.fixture
def use():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_a_key_comes_back_and_can_be_deleted(use):
    use(FakeKeyring())
    assert keyring_key.load("id") is None
    keyring_key.save("id", KEY)
    assert keyring_key.load("id") == KEY
    assert keyring_key.load("other") is None
    keyring_key.delete("id")
    assert keyring_key.load("id") is None
    keyring_key.delete("id")


def test_what_is_no_key_is_none(use):
    fake = FakeKeyring()
    use(fake)
    for text in ("", "zz", "00"):
        fake.kept["Visavis", "id"] = text
        assert keyring_key.load("id") is None


def test_a_locked_keyring_one_that_drops_keys_and_none_at_all_are_said(use):
    use(FakeKeyring(locked=True))
    with pytest.raises(KeyAccessError, match="cannot be used: it is locked"):
        keyring_key.load("id")
    with pytest.raises(KeyAccessError, match="cannot be used"):
        keyring_key.save("id", KEY)
    keyring_key.delete("id")
    use(FakeKeyring(drops=True))
    with pytest.raises(KeyAccessError, match="does not keep"):
        keyring_key.save("id", KEY)
    from keyring.backends.fail import Keyring as NoKeyring

    use(NoKeyring())
    with pytest.raises(KeyAccessError, match="no keyring that Visavis can use") as caught:
        keyring_key.save("id", KEY)
    assert "passphrase" in str(caught.value.hint)
