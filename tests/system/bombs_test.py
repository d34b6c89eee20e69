"""Runs every bomb through `guichet feel` and checks its exit, its error, its time and its memory.

The aim is 100 ms and 64 MB each, the start of the process included. A loaded machine must not fail
the test, so what is checked is the processor's time, and more generously; what was measured is
printed. Texts that are too long for one argument go in by the standard input.
"""
import os
import re
import subprocess
import sys
import tempfile

AIM_SECONDS, MOST_SECONDS = 0.1, 0.4
MOST_MEGABYTES = 64
LONGEST_ARGUMENT = 120_000


def expand(written):
    def repeat(match):
        text, times = match.group(1), int(match.group(2))
        if "$" not in text:
            return text * times
        return "".join(text.replace("$i", str(i)).replace("$p", str(i - 1))
                       for i in range(1, times + 1))
    return re.sub(r"<<(.*?)>>\*(\d+)", repeat, written)


def read_bombs(path):
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            row = row.rstrip("\n")
            if row and not row.startswith("#"):
                yield row.rsplit(" ; ", 1)


def run(guichet, text, extra=()):
    """Exit code, standard error, processor seconds, peak megabytes."""
    long = len(text.encode()) > LONGEST_ARGUMENT
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, \
            tempfile.TemporaryFile() as given:
        if long:
            given.write(text.encode())
            given.seek(0)
        # A small parent would show less: the peak that is reported includes the fork's.
        process = subprocess.Popen([guichet, "feel", "-" if long else text, *extra, "--lang", "en"],
                                   stdin=given, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        return (process.returncode, err.read().decode(errors="replace"),
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def judge(outcome, code, err):
    found = re.search(r": error \[([a-z-]+)\]", err)
    if outcome.startswith("= "):
        return code == 0 and not found
    if code == 0 and not found:
        return "value" in outcome.split("|")
    return code == 1 and bool(found) and found.group(1) in outcome.split("|")


def context_bombs(folder):
    """Contexts as JSON that are too deep, too large or hold too much, written piece by piece."""
    deep = ["["] * 100_000 + ["]"] * 100_000
    wide = [f'"k{i}":{i},' for i in range(30_000)]
    many = ["1,"] * 400_000
    for name, expression, pieces, codes in [
            ("deep", "a", ['{"a":', *deep, "}"], (1,)),
            ("large", "a", ['{"a":"', *["x" * 1000] * 30_000, '"}'], (1,)),
            ("wide", "a.k29999", ['{"a":{', *wide, '"z":1}}'], (0,)),
            ("wide compared", "a = b", ['{"a":{', *wide, '"z":1},"b":{"z":1,', *wide, '"y":1}}'],
             (0,)),
            ("many", "count(a)", ['{"a":[', *many, "1]}"], (0, 1)),
            ("sorted", "sort(a)[1]", ['{"a":[', *many, "1]}"], (0, 1)),
            ("no json", "a", ["{"] * 1000, (1,)),
            ("no object", "1", ["[1]"], (1,))]:
        path = os.path.join(folder, "context.json")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(pieces)
        yield name, expression, ("--context", "@" + path), codes


def main():
    guichet = sys.argv[1]
    passed = failed = slow = 0
    worst_seconds = worst_megabytes = 0.0

    def count(name, good, code, err, seconds, megabytes):
        nonlocal passed, failed, slow, worst_seconds, worst_megabytes
        worst_seconds = max(worst_seconds, seconds)
        worst_megabytes = max(worst_megabytes, megabytes)
        if seconds > AIM_SECONDS:
            slow += 1
            print(f"slow: {name[:100]}: {seconds * 1000:.0f} ms")
        if good and seconds < MOST_SECONDS and megabytes < MOST_MEGABYTES:
            passed += 1
            return
        failed += 1
        print(f"FAILED: {name[:100]}: exit {code}, {seconds * 1000:.0f} ms, {megabytes:.0f} MB")
        print("    " + err[:300].replace("\n", "\n    "))

    for written, outcome in read_bombs("tests/rules/feel/bombs.csv"):
        code, err, seconds, megabytes = run(guichet, expand(written))
        count(written, judge(outcome, code, err), code, err, seconds, megabytes)
    with tempfile.TemporaryDirectory() as folder:
        for name, expression, extra, codes in context_bombs(folder):
            code, err, seconds, megabytes = run(guichet, expression, extra)
            good = code in codes and (code == 0 or err != "")
            count("context " + name, good, code, err, seconds, megabytes)
    print(f"slowest {worst_seconds * 1000:.0f} ms of processor, largest {worst_megabytes:.0f} MB, "
          f"{slow} above {AIM_SECONDS * 1000:.0f} ms")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
