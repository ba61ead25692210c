"""Each row of docs/sources.md is held by a test that is there; what no other test holds is tested here."""

import ast
import importlib.util
import re

import numpy as np
import pytest

from support.places import ROOT

PAGE = ROOT / "docs" / "sources.md"

#: The test that holds each row on small data: the file, and the name of the function.
HELD_BY = {
    1: ("cli/media/test_frames.py", "test_the_frames_asked_for_are_written"),
    2: ("cli/media/test_frames.py", "test_faces_alone_are_cut_out_and_frames_without_one_are_counted"),
    3: ("imaging/test_crop.py", "test_a_chip_is_the_box_with_ten_pixels_more_on_each_side"),
    4: ("imaging/test_crop.py", "test_200x300_becomes_300x300_with_bars_of_50_then_64x64_undistorted"),
    5: ("training/cnn64/test_trainer.py", "test_the_book_network_has_the_published_number_of_parameters"),
    6: ("training/test_recipe.py", "test_the_book_recipe_is_as_published"),
    7: (
        "training/cnn64/test_trainer.py",
        "test_the_report_of_the_book_has_its_overlapping_measure_beside_the_independent_one",
    ),
    8: ("training/cnn64/test_trainer.py", "test_a_killed_training_keeps_the_old_model_and_resumes"),
    9: ("training/test_recipe.py", "test_the_tuned_recipe_decays_the_rate_and_eases_in_augmentation"),
    10: ("training/cnn64/test_trainer.py", "test_a_network_learns_separable_colors_streamed_from_a_file"),
    11: ("training/test_recipe.py", "test_the_epoch_with_the_lowest_loss_of_the_second_half_is_used"),
    12: ("training/test_recipe.py", "test_the_tuned_recipe_decays_the_rate_and_eases_in_augmentation"),
    13: ("training/cnn64/test_trainer.py", "test_the_tuned_network_has_the_same_convolutions"),
    14: ("training/cnn64/test_trainer.py", "test_folds_are_measured_beside_the_model_which_is_published_as_usual"),
    15: ("training/cnn64/test_training_set.py", "test_a_picture_counts_by_the_root_of_how_few_there_are_of_its_person"),
    16: ("ui/test_focus.py", "test_q_ends_the_live_window"),
    17: ("tagging/test_file_tags.py", "test_the_label_of_the_file"),
    18: (
        "people/imports/test_import_plan.py",
        "test_pictures_of_nested_folders_are_counted_and_nobody_is_made_of_a_group",
    ),
    19: ("training/evaluation/test_pairs.py", "test_each_fold_has_the_threshold_of_the_others"),
    20: ("training/evaluation/test_pairs.py", "test_the_tool_writes_lists_that_can_be_read"),
    21: ("training/evaluation/test_heads.py", "test_every_head_ranks_people_right_and_strangers_lower"),
    22: ("cli/media/test_recognize.py", "test_the_best_candidates_are_listed_only_when_asked_for"),
    23: ("training/embedding/test_tuner.py", "test_only_the_last_block_changes"),
    24: ("documents/test_sources.py", "test_triplets_want_the_worst_of_the_same_person_ahead_of_the_best_of_others"),
    25: (
        "training/whole_pictures/test_picture_set.py",
        "test_the_classes_are_the_folders_and_subfolders_belong_to_them",
    ),
    26: (
        "training/whole_pictures/test_trainer.py",
        "test_digits_are_learned_and_classified_at_nearly_their_own_size",
    ),
    27: (
        "training/whole_pictures/test_preview.py",
        "test_each_class_has_pictures_with_augmented_versions_that_differ",
    ),
    28: ("training/whole_pictures/test_network.py", "test_the_options_regularize_the_network"),
    29: ("training/test_recipe.py", "test_three_epochs_without_a_lower_loss_halve_the_rate_of_whole_pictures"),
    30: ("training/whole_pictures/test_trainer.py", "test_an_interrupted_training_goes_on_with_its_own_options"),
    31: ("training/whole_pictures/test_page.py", "test_it_shows_figures_curves_matrix_and_wrong_pictures"),
    32: (
        "training/whole_pictures/test_network.py",
        "test_the_trunk_is_frozen_until_its_last_blocks_are_unfrozen",
    ),
    33: ("training/whole_pictures/test_figures.py", "test_at_most_one_percent_of_other_things_get_a_class"),
    34: ("training/denoising/test_network.py", "test_the_parameters_and_the_size_of_what_comes_out"),
    35: ("training/denoising/test_fit.py", "test_the_sources_experiment_on_a_few_digits"),
    36: ("training/denoising/test_trainer.py", "test_noise_is_removed_from_chips_that_were_not_learned_from"),
    37: ("training/denoising/test_comparison.py", "test_the_table_has_a_row_for_each_trial"),
    38: ("training/networks/test_layer_table.py", "test_the_book_network_has_its_18_rows"),
    39: ("training/insight/test_patterns.py", "test_each_filter_responds_more_to_its_pattern"),
    40: ("training/insight/test_activations.py", "test_maps_are_stretched_and_sorted_by_variance"),
    41: ("training/insight/test_heat_map.py", "test_it_is_hot_where_the_class_is"),
    42: ("training/insight/test_class_pictures.py", "test_the_network_is_sure_of_both_kinds"),
    43: ("training/insight/test_class_pictures.py", "test_dreams_are_smoother"),
    44: ("insight/test_varied_samples.py", "test_the_choice_covers_more_than_any_prefix"),
    45: ("documents/test_portrait_styles.py", "test_it_paints_the_given_snapshot_in_the_given_style"),
}


def rows():
    """The rows of the page by number: their cells."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells and re.fullmatch(r"\d+\*?", cells[0]):
            found[int(cells[0].rstrip("*"))] = cells[1:]
    return found


def test_every_row_says_what_was_done_and_what_it_gave():
    found = rows()
    assert sorted(found) == list(range(1, len(found) + 1))
    assert [number for number, cells in found.items() if len(cells) != 4 or not all(cells)] == []
    assert [number for number, cells in found.items() if re.search(r"\b[A-Z]+_[A-Z]+\b|TODO", " ".join(cells))] == []


def test_every_row_is_held_by_a_test():
    assert sorted(HELD_BY) == sorted(rows())


@pytest.mark.parametrize("number", HELD_BY)
def test_the_test_of_a_row_is_there(number):
    path, name = HELD_BY[number]
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_triplets_want_the_worst_of_the_same_person_ahead_of_the_best_of_others():
    spec = importlib.util.spec_from_file_location("triplet_figures", ROOT / "tools" / "triplet_figures.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    angles = np.deg2rad([0, 20, 90, 50])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    losses = np.asarray(tool.triplets(vectors, None, np.array([0, 0, 1, 1], np.int32)))
    lead = [
        np.cos(np.deg2rad(own)) - np.cos(np.deg2rad(other)) for own, other in ((20, 50), (20, 30), (40, 70), (40, 30))
    ]
    assert losses == pytest.approx(np.maximum(0, tool.MARGIN - np.array(lead)), abs=1e-5)
