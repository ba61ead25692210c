"""What the tests of training share."""

import importlib

import pytest


@pytest.fixture(scope="session", autouse=True)
def imported_scikit_learn():
    """Import scikit-learn first: it takes seconds, more than Hypothesis allows one example of a property test."""
    for module in ("linear_model", "metrics", "model_selection", "multiclass", "neighbors", "preprocessing"):
        importlib.import_module(f"sklearn.{module}")
