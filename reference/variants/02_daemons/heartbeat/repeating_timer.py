# passes: a Timer whose run goes round

import threading


class Heart(threading.Timer):
    def run(self):
        while True:
            self.function(*self.args, **self.kwargs)
            if self.finished.wait(self.interval):
                return


def start_heartbeat(beat, interval):
    heart = Heart(interval, beat)
    heart.daemon = True
    heart.start()
    return heart
