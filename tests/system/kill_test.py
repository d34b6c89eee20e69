"""kill -9 between commit and delivery, against a real SMTP server on loopback.

    kill_test.py BUILD [KILLS]

Requests are opened over the API while the desk is killed at random moments. After each restart:
what was acknowledged is there, once; in the end each letter of an acknowledged step has reached
the sink, copies under one Message-ID only. Prints `N passed, N failed`.
"""
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

BUILD = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEED = 20090204


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    """Debian's aiosmtpd, told to take everything."""

    def __init__(self):
        self.letters = []  # Message-IDs, in the order of arrival
        self.process = subprocess.Popen(
            ["/usr/bin/python3", os.path.join(ROOT, "tests/support/smtp_sink.py"), "accept"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            words = line.split()
            if words and words[0] == "letter":
                message = bytes.fromhex(words[-1]).decode("utf-8", "replace")
                self.letters.append(re.search(r"(?im)^message-id:\s*(<[^>]+>)", message).group(1))

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)


class Served:
    def __init__(self, folder, smtp_port):
        self.folder = folder
        self.port = free_port()
        self.desk = os.path.join(folder, "desk")
        self.settings = os.path.join(folder, "settings.ini")
        with open(self.settings, "w") as file:
            file.write(f"[smtp]\nhost = 127.0.0.1\nport = {smtp_port}\ntls = off\n")

    def start(self):
        self.process = subprocess.Popen(
            [os.path.join(BUILD, "guichet"), "serve", self.desk,
             "--database", os.path.join(self.folder, "cases.db"),
             "--listen", f"127.0.0.1:{self.port}", "--settings", self.settings],
            stderr=open(os.path.join(self.folder, "log"), "a"))
        for _ in range(200):
            try:
                self.get("/health")
                return
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise SystemExit("the desk does not start: " + open(os.path.join(self.folder, "log")).read())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(20)

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
            return json.load(answer)

    def open_request(self, reference):
        """The case's id once it is acknowledged; None where nobody knows."""
        body = json.dumps({"key": reference, "fields": {
            "reference": reference, "name": "Ada", "phone": "01632 960020",
            "email": "ada@example.test", "description": "A bench", "area": "riverside",
            "may_share": "yes", "themes": "workshop"}}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/requests", body,
                                         {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return json.load(answer)["case"]
        except (urllib.error.URLError, ConnectionError, socket.timeout, json.JSONDecodeError):
            return None


def prepare(folder):
    shutil.copytree(os.path.join(ROOT, "examples/riverside-makers"), os.path.join(folder, "desk"))
    path = os.path.join(folder, "desk", "desk.yaml")
    with open(path) as file:
        text = file.read()
    # Letters may leave as soon as they are written.
    assert "undo_for: PT10M" in text
    with open(path, "w") as file:
        file.write(text.replace("undo_for: PT10M", "undo_for: PT0S"))


def letters_of(served, cases):
    """Keys of every letter that acknowledged steps have queued."""
    keys = set()
    for case in cases:
        keys.update(letter["key"] for letter in served.get(f"/api/cases/{case}")["letters"])
    return keys


def main():
    chance = random.Random(SEED)
    failures = []
    folder = tempfile.mkdtemp()
    prepare(folder)
    sink = Sink()
    served = Served(folder, sink.port)
    acknowledged = {}
    number = 0
    try:
        for _ in range(KILLS):
            served.start()
            stop_at = time.monotonic() + chance.uniform(0.05, 0.5)
            killer = threading.Timer(stop_at - time.monotonic(), served.kill)
            killer.start()
            while served.process.poll() is None and number < 2000:
                number += 1
                reference = f"R-{number}"
                case = served.open_request(reference)
                if case is not None:
                    acknowledged[reference] = case
            killer.join()
        served.start()
        # Asking again under the same key gives the same case: nothing is doubled by a retry.
        listed = served.get("/api/cases?all=1&most=500")
        numbers = [each["number"] for each in listed["cases"]]
        if len(numbers) != len(set(numbers)):
            failures.append("a request is there twice")
        for reference, case in list(acknowledged.items())[:20]:
            if served.open_request(reference) != case:
                failures.append(f"{reference} is not answered with its first receipt")
        missing = [each for each in acknowledged if each not in numbers and listed["total"] <= 500]
        if missing:
            failures.append(f"acknowledged and lost: {missing}")
        keys = letters_of(served, acknowledged.values())
        deadline = time.monotonic() + 90
        arrived = set()
        while time.monotonic() < deadline:
            arrived = {letter.strip("<>").split("@")[0] for letter in sink.letters}
            if keys <= arrived:
                break
            time.sleep(0.2)
        if not keys <= arrived:
            failures.append(f"letters that never came: {sorted(keys - arrived)[:5]} "
                            f"of {len(keys)}")
        if len(keys) < len(acknowledged):
            failures.append("an acknowledged request has no letter")
        copies = len(sink.letters) - len(set(sink.letters))
        print(f"kills {KILLS}, acknowledged {len(acknowledged)}, letters {len(keys)}, "
              f"copies {copies} under the same Message-ID, seed {SEED}")
        if served.stop() != 0:
            failures.append("the desk does not stop when asked to")
    finally:
        if served.process.poll() is None:
            served.kill()
        sink.stop()
        shutil.rmtree(folder)
    for failure in failures:
        print("FAILED:", failure)
    print(f"{0 if failures else 1} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
