"""The command queue keeps the newest command of each class, in the order of submission."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.tracking.commands import CommandQueue, ComparePipeline, QueryPipeline, SetThreshold, UsePipeline

COMMANDS = st.one_of(
    st.builds(UsePipeline, st.functions()),
    st.builds(ComparePipeline, st.none() | st.functions()),
    st.builds(QueryPipeline, st.functions()),
    st.builds(SetThreshold, st.floats(0, 1)),
)


def queue_of(commands):
    queue = CommandQueue()
    for command in commands:
        queue.put(command)
    return queue


@given(st.lists(COMMANDS, max_size=12))
def test_the_newest_of_each_class_is_taken_in_the_order_of_submission(commands):
    newest = {type(command): index for index, command in enumerate(commands)}
    assert list(queue_of(commands)) == [commands[index] for index in sorted(newest.values())]


@given(st.lists(COMMANDS, max_size=12))
def test_a_command_is_taken_once(commands):
    queue = queue_of(commands)
    list(queue)
    assert list(queue) == []


@given(st.lists(COMMANDS, max_size=12), COMMANDS)
def test_a_command_submitted_while_others_run_is_taken_too(commands, late):
    queue = queue_of(commands)
    taken = []
    for command in queue:
        if not taken:
            queue.put(late)
        taken.append(command)
    assert not taken or taken[-1] is late


@given(st.lists(COMMANDS, min_size=1, max_size=12))
def test_a_command_that_raises_loses_none_of_the_others(commands):
    expected = list(queue_of(commands))
    queue = queue_of(commands)
    first = []

    def stop_at_the_first():
        for command in queue:
            first.append(command)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stop_at_the_first()
    assert first + list(queue) == expected


def test_any_thread_may_submit():
    queue = CommandQueue()
    threads = [threading.Thread(target=queue.put, args=(SetThreshold(n / 10),)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(queue)) == 1
