"""What the tests of training share."""

# Importing scikit-learn takes seconds. Inside a property test that would exceed Hypothesis' deadline.
