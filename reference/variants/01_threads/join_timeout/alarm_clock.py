# passes: an event that either a Timer or a joining thread sets, whoever is first.
import threading


def finished_within(thread, seconds):
    decided = threading.Event()
    alarm = threading.Timer(seconds, decided.set)
    alarm.daemon = True

    def watch():
        thread.join()
        decided.set()

    threading.Thread(target=watch, daemon=True).start()
    alarm.start()
    decided.wait()
    alarm.cancel()
    return not thread.is_alive()
