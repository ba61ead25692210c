"""The collection of garbage pauses for a block, and is afterwards as it was before."""

import gc

import pytest

from visavis.process.garbage import collection_paused


def fail_while_paused():
    with collection_paused():
        assert not gc.isenabled()
        raise ImportError


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_paused_for_the_block_only_even_if_that_fails(enabled):
    before = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with pytest.raises(ImportError):
            fail_while_paused()
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if before else gc.disable()
