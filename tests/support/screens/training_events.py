"""What a training says, as the screens show it."""

METRICS = {
    "accuracy": 0.8,
    "fnir": 0.3,
    "fpir": 0.1,
    "test": 20,
    "impostors": 40,
    "measured_on": "Each of 20 pictures.",
    "per_person": {"Ada": {"probes": 10, "fnir": 0.2}},
}
EPOCH = {"event": "epoch", "epochs": 3, "loss": 1.0, "accuracy": 0.5, "val_loss": 1.1, "val_accuracy": 0.4}
PUBLISHED = {"event": "published", "model": "m2", "metrics": METRICS}
