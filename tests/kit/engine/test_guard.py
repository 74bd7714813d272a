"""What the machine does not control ends the execution, with a sentence: it never passes, and never hangs."""

import sys
import textwrap
import threading

import pytest

from grading.engine.guard import Uncontrolled
from tests.kit.engine.programs import assert_holds, executed
from tests.kit.plugin.lab import Lab

THREADS = "use threading, queue or concurrent.futures instead"
A_THREAD = "call a function in a thread instead"
A_QUEUE = "hand data over through a queue.Queue instead"
AN_EVENT = "use a threading.Event or a threading.Timer instead"
A_WAIT = "wait for a threading.Event or on a queue.Queue instead"
A_PATCH = "use patch.object(module, name) or assign to module.name instead"
REFUSED = {  # program: what it used, what to do instead
    "import asyncio\ndef test(): asyncio.run(asyncio.sleep(0))": ("asyncio", THREADS),
    "import asyncio\ndef test(): asyncio.new_event_loop()": ("asyncio.new_event_loop", THREADS),
    """
    import asyncio
    async def main(): await asyncio.to_thread(int)
    def test(): asyncio.run(main())
    """: ("asyncio", THREADS),
    "import socket\ndef test(): socket.socket()": ("socket.socket", A_QUEUE),
    "import socket\ndef test(): socket.create_server(('localhost', 0))": (
        "sockets in socket",
        A_QUEUE,
    ),
    "import socketserver\ndef test(): socketserver.TCPServer(('localhost', 0), None)": (
        "sockets in socketserver",
        A_QUEUE,
    ),
    "import http.server\ndef test(): http.server.HTTPServer(('localhost', 0), None)": (
        "sockets in socketserver",
        A_QUEUE,
    ),
    "import urllib.request\ndef test(): urllib.request.urlopen('http://127.0.0.1:9')": (
        "sockets in urllib.request",
        A_QUEUE,
    ),
    "import multiprocessing\ndef test(): multiprocessing.Process(target=int).start()": (
        "multiprocessing",
        THREADS,
    ),
    """
    import multiprocessing
    def test(): multiprocessing.get_context("spawn").Process(target=int).start()
    """: ("multiprocessing", THREADS),
    "import multiprocessing\ndef test(): multiprocessing.Pool(2)": ("multiprocessing", THREADS),
    "import multiprocessing\ndef test(): multiprocessing.Queue().get()": (
        "multiprocessing",
        THREADS,
    ),
    """
    import multiprocessing
    lock = multiprocessing.Lock()
    def test():
        with lock: pass
    """: ("multiprocessing", THREADS),
    """
    import multiprocessing
    def test():
        here, there = multiprocessing.Pipe(duplex=False)
        here.recv()
    """: ("multiprocessing", THREADS),
    "from multiprocessing.pool import ThreadPool\ndef test(): ThreadPool(2)": (
        "multiprocessing",
        THREADS,
    ),
    "import multiprocessing.dummy\ndef test(): multiprocessing.dummy.Pool(2)": (
        "multiprocessing",
        THREADS,
    ),
    """
    from concurrent.futures import ProcessPoolExecutor
    def test(): ProcessPoolExecutor(1).submit(int)
    """: ("a pool of processes", "use ThreadPoolExecutor instead"),
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    def test():
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")).submit(int)
    """: ("a pool of processes", "use ThreadPoolExecutor instead"),
    "import subprocess\ndef test(): subprocess.run(['true'])": (
        "processes in subprocess",
        A_THREAD,
    ),
    "import os\ndef test(): os.popen('true')": ("processes in os", A_THREAD),
    "import os\ndef test(): os.system('true')": ("os.system", A_THREAD),
    "import os\ndef test(): os.fork()": ("os.fork", A_THREAD),
    "import os\ndef test(): in_threads(lambda: os.fork())": ("os.fork", A_THREAD),
    "import signal\ndef test(): signal.alarm(1)": ("signal.alarm", AN_EVENT),
    "import signal\nsignal.signal(signal.SIGINT, print)\ndef test(): pass": (
        "signal.signal",
        AN_EVENT,
    ),
    "import os\ndef test(): os.kill(os.getpid(), 2)": ("os.kill", AN_EVENT),
    "import _thread\ndef test(): _thread.interrupt_main()": ("_thread.interrupt_main", AN_EVENT),
    "import select\ndef test(): select.select([], [], [])": ("select.select", A_WAIT),
    "import selectors\ndef test(): selectors.SelectSelector().select()": (
        "selectors.SelectSelector.select",
        A_WAIT,
    ),
    """
    import os
    def test():
        here, there = os.pipe()
        os.read(here, 1)
    """: ("os.read", A_WAIT),
    "def test(): input()": ("input", "take the value as a parameter instead"),
    """
    import importlib.util
    def test():
        spec = importlib.util.find_spec("threading")
        threading = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(threading)
        threading.Thread(target=print).start()
    """: ("threads in threading", THREADS),
    "import sys\ndef test(): sys.modules['threading'] = sys": (
        'another sys.modules["threading"]',
        A_PATCH,
    ),
    "import sys\ndef test(): del sys.modules['time']": ('another sys.modules["time"]', A_PATCH),
    """
    from unittest.mock import patch
    def test():
        with patch("threading.Thread.start"): pass
    """: ("patches by name in unittest.mock", A_PATCH),
    """
    from unittest import mock
    @mock.patch("concurrent.futures.ThreadPoolExecutor")
    def patched(pool): pass
    def test(): patched()
    """: ("patches by name in unittest.mock", A_PATCH),
    "import os\ndef test():\n    try: os.fork()\n    except BaseException: pass": (
        "os.fork",
        A_THREAD,
    ),
    """
    import os
    lock = threading.Lock()
    def test():
        with lock:
            try: os.fork()
            finally: os.fork()
    """: ("os.fork", A_THREAD),
}
HARMLESS = {
    "imports": """
        import asyncio, http.server, multiprocessing.pool, os, select, selectors, signal, socket
        import socketserver, subprocess, urllib.request
        from concurrent.futures import ProcessPoolExecutor, process
        import concurrent.futures.process

        lock = multiprocessing.Lock()

        class Worker(multiprocessing.Process):
            pass

        class Handler(socketserver.BaseRequestHandler):
            pass

        def test():
            assert signal.getsignal(signal.SIGINT) is not None
            assert concurrent.futures.ThreadPoolExecutor is ThreadPoolExecutor
    """,
    "a pool of processes that is merely made": """
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        def test():
            for method in multiprocessing.get_all_start_methods():
                context = multiprocessing.get_context(method)
                ProcessPoolExecutor(2, mp_context=context).shutdown()
    """,
    "modules by their names": """
        import importlib, sys
        from importlib import import_module
        import concurrent.futures, time as clock

        def test():
            for name in ("threading", "queue", "time", "datetime", "functools", "random"):
                found = import_module(name)
                assert found is sys.modules[name] is importlib.import_module(name)
                assert found is sys.modules.get(name) is __import__(name)
            assert sys.modules["threading"] is threading and import_module("time") is clock
            assert import_module("concurrent.futures") is concurrent.futures
            assert sys.modules["json"] is import_module("json")
            assert import_module(".decoder", "json") is sys.modules["json.decoder"]
            assert sys.modules[__name__].test is test
            assert "threading" in sys.modules and "no such module" not in sys.modules
            import_module("time").sleep(3600)
            assert clock.monotonic() == 3600
    """,
    "a patch of an object, and of what shows through": """
        import io, sys
        from unittest import mock

        def test():
            with mock.patch.object(threading, "Thread") as thread:
                threading.Thread(target=print).start()
            thread.assert_called_once()
            with mock.patch("sys.stdout", io.StringIO()) as out:
                print("seen")
                assert sys.stdout is out
            assert out.getvalue() == "seen\\n"
            sys.stdout, former = io.StringIO(), sys.stdout
            try:
                print("again")
                assert sys.stdout.getvalue() == "again\\n"
            finally:
                sys.stdout = former
            sys.modules["of_this_test"] = sys
            del sys.modules["of_this_test"]
    """,
    "reading a file": """
        import os

        def test():
            file = os.open(os.devnull, os.O_RDONLY)
            assert os.read(file, 1) == b""
            os.close(file)
    """,
}
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="other calls wait there"),
    pytest.mark.filterwarnings("ignore:coroutine"),  # it was made, and its loop was refused
]


@pytest.mark.parametrize("source", REFUSED)
def test_what_is_not_controlled_ends_the_execution_and_says_what_where_and_what_instead(source):
    what, instead = REFUSED[source]
    with pytest.raises(Uncontrolled) as refusal:
        executed(textwrap.indent(textwrap.dedent(source), "    "))
    sentence = str(refusal.value)
    assert sentence.startswith(f"the grader cannot control {what} (line ")
    assert " of program.py: " in sentence
    assert sentence.endswith(f"): {instead}")


@pytest.mark.parametrize("name", HARMLESS)
def test_what_nobody_can_wait_for_is_no_use_of_it(name):
    assert_holds(HARMLESS[name])


def test_thread_is_named_where_no_line_is():
    with pytest.raises(Uncontrolled, match=r"os\.fork \(in thread A\)"):
        executed("    import os\n    def test(): in_threads(os.fork)")


def test_refused_thread_leaves_no_trace_among_the_real_ones():
    before = threading.enumerate()
    with pytest.raises(Uncontrolled):
        executed("    from multiprocessing.pool import ThreadPool\n    def test(): ThreadPool(2)")
    assert threading.enumerate() == before


def test_real_threads_wait_as_usual_where_no_execution_is_under_way():
    done = threading.Event()
    thread = threading.Thread(target=done.set)
    thread.start()
    assert done.wait(60)
    thread.join()


def test_learner_reads_the_sentence_and_no_pass(tmp_path):
    lab = Lab(tmp_path)
    lab.exercise(
        "def test_it(exercise): exercise.f()",
        "import subprocess\n\n\ndef f():\n    subprocess.run(['true'])\n",
    )
    ran = lab.run("-k", "model")
    assert ran.ret == 1
    (text,) = ran.texts.values()
    assert " ".join(text.split()) == (
        "the grader cannot control processes in subprocess (line 5 of x.py: subprocess.run(['true'])): "
        "call a function in a thread instead"
    )
