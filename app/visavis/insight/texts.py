"""What the page of a look into a network says about each part. English, as all files that the program writes."""

from visavis.insight.subjects import InsightSubject, PictureJudgment

#: How patterns of filters are made.
PATTERN_METHOD = (
    "Gradient ascent from gray noise. What is maximized is by how much the filter responds above its own mean over the "
    "picture. In each of 20 steps, the gradient is divided by its root mean square and added to the picture times "
    "0.03. The picture is moved by up to 2 pixels before each step and back afterwards, and blurred a little every "
    "fourth step. Contrast is stretched. After F. Chollet, How convolutional neural networks see the world (2016); "
    "moving: Mordvintsev et al. (2015); blur: Yosinski et al. (2015)."
)
#: How pictures of classes are made.
CLASS_METHOD = (
    "Gradient ascent from the same gray noise, with the class instead of a filter. Fooling pictures: 24 steps of 0.01 "
    "without moving and blur. Dreams: 48 steps of 0.03 with moves of up to 4 pixels and a blur every fourth step. Each "
    "gradient is divided by its root mean square."
)
#: How the heat map is made.
HEAT_METHOD = (
    "Grad-CAM (Selvaraju et al., 2017) without the mean over each map: the maps of layer {layer} times the gradient of "
    "{score}, added up and smoothed; what is below 0 counts as 0. In a network that flattens its maps, each place has "
    "a weight of its own (Draelos and Carin, 2020). Red speaks most for the class, dark blue does not."
)
#: The warning of the source.
FOOLING_WARNING = (
    "A network can be sure of a picture in which nobody sees anything. It has learned what tells those it knows "
    "apart, not what they are. So its confidence alone proves nothing."
)
#: What follows for a network that ends with a softmax.
SOFTMAX_WARNING = (
    "The softmax shares 100 % among the people that the network knows and keeps nothing for anybody else. Whatever "
    "resembles one of them more than the others gets most of it, be it noise or a stranger's face: this is why a "
    "softmax names strangers."
)
#: What follows for a network that embeds.
EMBEDDING_WARNING = (
    "An embedding network can be led by its gradient, too: the noise is turned towards the template of the person. A "
    "stranger's face is not made that way; how often one comes near enough is what the threshold is measured for."
)
#: What holds for networks of whole pictures, after `FOOLING_WARNING`.
WHOLE_WARNING = (
    "The softmax shares 100 % among the classes that the network knows and keeps nothing for anything else, so it is "
    "sure of whatever resembles one of them more than the others. Below each picture is the shipped decision about it, "
    "with its threshold. Nothing else keeps such pictures out: no detector comes before this network."
)
#: What keeps made pictures out.
DETECTOR_NOTE = (
    "Below each picture is what the program's own decision, with its threshold and margin, says of it as a chip. Live, "
    "only what the detector takes for a face becomes a chip."
)


def class_warning(subject: InsightSubject) -> str:
    """What pictures of classes show about this kind of network."""
    if subject.is_of_pictures:
        return WHOLE_WARNING
    return EMBEDDING_WARNING if subject.network == "embedding" else SOFTMAX_WARNING


def score_text(subject: InsightSubject) -> str:
    """What the heat map is the gradient of."""
    return "the cosine to the person's template" if subject.network == "embedding" else "the class's logit"


def verdict_text(verdict: PictureJudgment | None) -> str:
    """What the program says to a made picture."""
    if verdict is None:
        return "There is no model that could decide."
    match = verdict.match
    said = f"{match.name}, score {match.score:.3f}" if match.name is not None else f"unknown, score {match.score:.3f}"
    if verdict.has_face is None:
        return f"Decision: {said}."
    face = "the detector takes it for a face" if verdict.has_face else "the detector finds no face in it"
    return f"Decision: {said}; {face}."
