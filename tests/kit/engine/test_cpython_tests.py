"""The model world passes CPython's own tests of `threading`, `queue`, `concurrent.futures` and their like."""

import unittest

import pytest

from grading.engine import machine
from tests.kit.engine import cpython

FUTURES = "test_concurrent_futures"
MODULES = {  # of the package `test`: the classes that count, by the beginnings of their names
    "test_queue": ("Py", "Lifo", "Priority", "Failing"),
    f"{FUTURES}.test_thread_pool": ("Thread",),
    f"{FUTURES}.test_wait": ("Thread",),
    f"{FUTURES}.test_as_completed": ("Thread",),
    f"{FUTURES}.test_init": ("Thread",),
    f"{FUTURES}.test_shutdown": ("Thread",),
    f"{FUTURES}.test_future": ("FutureTests",),
    "test_sched": ("TestCase",),
    "test_functools": ("TestLRU", "TestCache", "TestSingleDispatch"),
    "test_threading_local": ("ThreadLocalTest", "PyThreadingLocalTest"),
    "test_thread": ("ThreadRunningTests", "BarrierTest"),
    "test_threading": ("ThreadTests", "ThreadingExceptionTests", "ExceptHookTests", "TimerTests"),
}
PROCESSES = "it runs other processes, or forks"
INSIDE = "it looks at the inside of the real start, or of the real end of the interpreter"
PRIVATE = "it is about what `_thread` has for `threading` alone, which starts and joins in its own way here"
REPORTED = "an exception that escapes a thread is not printed: it fails the execution"
KEPT = "objects that were numbered or shared are kept until the execution ends, so that no id is given twice"
TYPE = "a virtual lock is an object of a class written in Python"
STRESS = "so many rounds, without a switch point in them, are no test of an execution that is one OS thread"
LEFT_OUT = {
    "test_queue": {
        STRESS: "test_shutdown_all_methods_in_many_threads "
        "test_shutdown_immediate_all_methods_in_many_threads test_many_threads_nonblock",
    },
    f"{FUTURES}.test_thread_pool": {
        PROCESSES: "test_hang_global_shutdown_lock",
        KEPT: "test_no_stale_references",
        "there are always four processors, so that a pool is as large in every replay": "test_default_workers",
    },
    f"{FUTURES}.test_as_completed": {KEPT: "test_free_reference_yielded_future"},
    f"{FUTURES}.test_future": {
        "what a pool logs is pytest's": "test_done_callback_raises "
        "test_done_callback_raises_already_succeeded",
    },
    f"{FUTURES}.test_shutdown": {
        PROCESSES: "test_cancel_futures_wait_false test_hang_gh83386 test_interpreter_shutdown "
        "test_submit_after_interpreter_shutdown",
        "it waits for a signal": "test_hang_gh94440",
        "it counts on workers that have begun meanwhile": "test_cancel_futures",
    },
    "test_functools": {
        "the module of these tests cannot be imported, so nothing of it can be pickled": "test_pickle",
        "the lock that it had until 3.11 is not to be relied on": "test_threaded",
    },
    "test_thread": {
        PRIVATE: "test__count test_join_from_self test_join_several_times test_join_then_self_join "
        "test_join_thread test_join_thread_already_exited test_join_unstarted "
        "test_join_with_timeout test_set_done_unstarted test_start_duplicate_handle "
        "test_start_with_none_handle",
        REPORTED: "test_unraisable_exception",
    },
    "test_threading": {
        PROCESSES: "test_dummy_thread_after_fork test_finalization_shutdown test_fork_at_exit "
        "test_finalize_running_thread test_finalize_with_trace test_import_from_another_thread "
        "test_is_alive_after_fork test_join_nondaemon_on_shutdown test_locals_at_exit "
        "test_main_thread_after_fork test_main_thread_after_fork_from_dummy_thread "
        "test_main_thread_after_fork_from_foreign_thread "
        "test_main_thread_after_fork_from_nonmain_thread test_main_thread_during_shutdown "
        "test_start_new_thread_at_exit test_start_new_thread_at_finalization "
        "test_print_exception test_print_exception_gh_102056 "
        "test_print_exception_stderr_is_none_1 test_print_exception_stderr_is_none_2 "
        "test_recursion_limit",
        INSIDE: "test_limbo_cleanup test_tstate_lock test_shutdown_locks test_foreign_thread "
        "test_PyThreadState_SetAsyncExc",
        REPORTED: "test_excepthook test_excepthook_thread_None test_original_excepthook",
        KEPT: "test_no_refcycle_through_target",
        TYPE: "test_lock_no_subclass test_disallow_instantiation",
        "hooks for debuggers are taken, and never called": "test_gettrace_all_threads test_getprofile_all_threads",
    },
}


def cases():
    for name, prefixes in MODULES.items():
        module = cpython.load(name)
        if module is None:
            reason = f"this Python comes without test.{name}"
            yield pytest.param(None, "", marks=pytest.mark.skip(reason), id=name)
            continue
        for cls in vars(module).values():
            if is_case_of(module, cls) and cls.__name__.startswith(prefixes):
                for method in unittest.defaultTestLoader.getTestCaseNames(cls):
                    marks = [pytest.mark.skip(why)] if (why := reason_for(name, method)) else []
                    id = f"{name.rpartition('.')[2]}-{cls.__name__}-{method}"
                    yield pytest.param(cls, method, marks=marks, id=id)


def is_case_of(module, cls):
    return (
        isinstance(cls, type)
        and issubclass(cls, unittest.TestCase)
        and cls.__module__ == module.__name__
    )


def reason_for(name, method):
    reasons = LEFT_OUT.get(name, {})
    return next((why for why, methods in reasons.items() if method in methods.split()), None)


@pytest.mark.parametrize(("cls", "method"), list(cases()))
def test_model_world_passes_the_test_of_the_real_one(cls, method, monkeypatch):
    monkeypatch.setattr(machine, "STEP_LIMIT", 1_000_000)  # some of them go round long loops
    cpython.check(lambda: cls(method))
