"""Hints of the core in the window's words: the core names commands, and the window has places for them."""

from collections.abc import Mapping

from visavis.messages import Message
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import QT_TRANSLATE_NOOP

#: By each template of the core that names a command: what the window says instead.
WINDOW_HINTS: Mapping[str, str] = {
    "--denoise does not go with --{option}.": QT_TRANSLATE_NOOP(
        "Core", "Training a denoiser does not take this option."
    ),
    "--folds does not go with --fine-tune.": QT_TRANSLATE_NOOP("Core", "Fine-tuning measures in folds of its own."),
    "Add more pictures, or try more --epochs or another --network.": QT_TRANSLATE_NOOP("Core", "Add more pictures."),
    "Fine-tuning measures in three folds of its own; leave --folds out.": QT_TRANSLATE_NOOP(
        "Core", "Fine-tuning measures in folds of its own."
    ),
    "It goes with --epochs, --batch-size, --seed and --device.": QT_TRANSLATE_NOOP(
        "Core", "It takes only the number of epochs, the size of a batch, a seed and a device."
    ),
    (
        "Make the folder writable. Or copy the whole folder while no Visavis runs: the copy is a data folder, too "
        "(--data)."
    ): QT_TRANSLATE_NOOP(
        "Core",
        "Make the folder writable. Or copy the whole folder while no Visavis runs: the copy is a data folder, too.",
    ),
    "Start it again: visavis train --denoise.": QT_TRANSLATE_NOOP("Core", "Start it again."),
    "Take fewer --folds, or leave the option out.": QT_TRANSLATE_NOOP("Core", "Measure in fewer folds, or in none."),
    "There is nothing here to merge with: restore without --merge.": QT_TRANSLATE_NOOP(
        "Core", "There is nothing here to merge with: restore without merging."
    ),
    "To name the faces in pictures: visavis recognize PATH.": QT_TRANSLATE_NOOP(
        "Core", "To name the faces in pictures, drop the pictures on the window."
    ),
    "To use it: visavis classify PATH... --model ID.": QT_TRANSLATE_NOOP(
        "Core", "To use it: Models, in the menu Training, or visavis classify on the command line."
    ),
    "Train one: visavis train --denoise.": QT_TRANSLATE_NOOP(
        "Core", "Train one from the command line: visavis train --denoise."
    ),
    "Train one: visavis train --whole DIR, where DIR has a folder of pictures for each class.": QT_TRANSLATE_NOOP(
        "Core",
        "Train one: Train on any folders, in the menu Training.",
    ),
    "{option} does not go with --whole.": QT_TRANSLATE_NOOP(
        "Core", "Training on whole pictures does not take this option."
    ),
    "{option} is for training on whole pictures: --whole DIR.": QT_TRANSLATE_NOOP(
        "Core", "This option is for training on whole pictures."
    ),
    "--strategy is for training cnn64 and for fine-tuning.": QT_TRANSLATE_NOOP(
        "Core", "Only cnn64 and fine-tuning are trained on several devices."
    ),
    "Capture someone: visavis enroll NAME --source 0, or visavis import DIR.": QT_TRANSLATE_NOOP(
        "Core", "Capture someone: the page Capture."
    ),
    "Check the permissions there, or use another data folder (--data).": QT_TRANSLATE_NOOP(
        "Core", "Check the permissions there, or use another data folder."
    ),
    "Choose --device auto or cpu; on Linux with an NVIDIA card, install the extra: pip install 'visavis[gpu]'.": (
        QT_TRANSLATE_NOOP(
            "Core",
            "Choose Automatic or CPU, in the settings; on Linux with an NVIDIA card, install the extra: "
            "pip install 'visavis[gpu]'.",
        )
    ),
    "Choose another, or merge the two people: visavis people merge.": QT_TRANSLATE_NOOP("Core", "Choose another."),
    (
        "If all pictures show one person, name that person with --as NAME. Otherwise make a folder for each person."
    ): QT_TRANSLATE_NOOP(
        "Core", "Make a folder for each person. If all pictures show one person, drop the pictures themselves."
    ),
    "Delete it: visavis recordings remove NAME.": QT_TRANSLATE_NOOP("Core", "Delete it."),
    "Delete them first: visavis recordings remove.": QT_TRANSLATE_NOOP("Core", "Delete them first."),
    "Give the whole path of the data folder (--data) and of the cache (VISAVIS_CACHE).": QT_TRANSLATE_NOOP(
        "Core", "Give the whole path of the data folder and of the cache."
    ),
    "Import or capture more pictures, or try more --epochs or --recipe tuned.": QT_TRANSLATE_NOOP(
        "Core", "Import or capture more pictures."
    ),
    "If they show the people all the same, use them: visavis people use SAMPLE.": QT_TRANSLATE_NOOP(
        "Core", "If they show the people all the same, use them on the page of the person: “Use anyway”."
    ),
    "Leave --fine-tune out: without it, a few samples are enough.": QT_TRANSLATE_NOOP(
        "Core", "Without fine-tuning, a few samples are enough."
    ),
    "Leave --fine-tune out; to publish it nevertheless, add --resume --force.": QT_TRANSLATE_NOOP(
        "Core", "Train without fine-tuning."
    ),
    "Learning people as templates takes seconds: leave it out, or add --fine-tune N or --network cnn64.": (
        QT_TRANSLATE_NOOP("Core", "Learning people as templates takes seconds.")
    ),
    "Names of all: visavis recordings list.": QT_TRANSLATE_NOOP("Core", "It may have been deleted."),
    "Look at the samples added since; visavis train --force publishes it anyway.": QT_TRANSLATE_NOOP(
        "Core",
        "Look at the samples added since, remove those that do not show their person, and train again; or use it "
        "anyway, on the page Train.",
    ),
    "Put another in use first: visavis models use ID.": QT_TRANSLATE_NOOP(
        "Core", "Put another in use first: Models, in the menu Training."
    ),
    "Put a model in use, which writes it anew: visavis models use ID.": QT_TRANSLATE_NOOP(
        "Core", "Put a model in use, which writes it anew: Models, in the menu Training."
    ),
    "Record into another data folder (--data).": QT_TRANSLATE_NOOP("Core", "Record into another data folder."),
    "Restore it from a backup or delete it, then try again: visavis encryption off.": QT_TRANSLATE_NOOP(
        "Core", "Restore it from a backup or delete it, then try again."
    ),
    "See them: visavis people show NAME.": QT_TRANSLATE_NOOP("Core", "See them: the page People."),
    "See which there are: visavis models list.": QT_TRANSLATE_NOOP(
        "Core", "See which there are: Models, in the menu Training."
    ),
    "See who there is: visavis people list.": QT_TRANSLATE_NOOP("Core", "See who there is: the page People."),
    "See: visavis models list.": QT_TRANSLATE_NOOP("Core", "See: Models, in the menu Training."),
    "Start again without --resume.": QT_TRANSLATE_NOOP("Core", "Start a new training."),
    "Start a training without --resume.": QT_TRANSLATE_NOOP("Core", "Start a new training."),
    "TensorFlow has no GPU support on Windows itself: use WSL 2, or choose --device cpu.": QT_TRANSLATE_NOOP(
        "Core", "TensorFlow has no GPU support on Windows itself: use WSL 2, or choose CPU, in the settings."
    ),
    "Merge the backup with them (--merge), or choose another data folder (--data).": QT_TRANSLATE_NOOP(
        "Core", "Unite the backup with them, or use another data folder."
    ),
    "Restore the backup into an empty data folder (--data).": QT_TRANSLATE_NOOP(
        "Core", "Restore the backup into an empty data folder."
    ),
    "That disk is read-only; use another data folder (--data).": QT_TRANSLATE_NOOP(
        "Core", "That disk is read-only; use another data folder."
    ),
    "Train a new one (visavis train), or go back to an older one (visavis models rollback).": QT_TRANSLATE_NOOP(
        "Core", "Train a new one (the page Train), or go back to an older one (Models, in the menu Training)."
    ),
    "Train a new one: visavis train.": QT_TRANSLATE_NOOP("Core", "Train a new one: the page Train."),
    "Try once more, with another --seed.": QT_TRANSLATE_NOOP("Core", "Try once more."),
    "Update Visavis, or use another model: visavis models list.": QT_TRANSLATE_NOOP(
        "Core", "Update Visavis, or use another model: Models, in the menu Training."
    ),
    "Use another data folder (--data).": QT_TRANSLATE_NOOP("Core", "Use another data folder."),
    "Use the model of this version: start without --model, or train one: visavis train.": QT_TRANSLATE_NOOP(
        "Core", "Use another model: Models, in the menu Training."
    ),
    "Use the recovery code: visavis encryption change asks for it. Nothing is damaged.": QT_TRANSLATE_NOOP(
        "Core", "Use the recovery code. Nothing is damaged."
    ),
    "Without --as, each person needs a folder of their own.": QT_TRANSLATE_NOOP(
        "Core", "Each person needs a folder of their own."
    ),
}


def translate_hint(hint: Message) -> str:
    """What to do about an error, in the window's words and its language; empty where there is nothing to do."""
    template = WINDOW_HINTS.get(hint.template)
    return translate_message(hint if template is None else Message.of(template, hint.values))
