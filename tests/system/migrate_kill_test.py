"""kill -9 in the middle of a migration, again and again.

    migrate_kill_test.py BUILD [CASES]

A simulated desk has cases in flight; a version with another name for their state is published, and
the migration is killed each time some more cases are through. In the end every open case has gone
over exactly once, no timer fired or is armed twice, and the chain of each journal holds. Prints
`N passed, N failed`.
"""
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1])
CASES = int(sys.argv[2]) if len(sys.argv) > 2 else 600
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GUICHET = os.path.join(BUILD, "guichet")
PLAN = """guichet: migration/1
workflow: help
states: {with_us: at_home}
timers: {default: keep, at_home.nudge: restart}
"""

passed = failed = 0


def check(holds, what):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAILED ", what)


def run(*words):
    done = subprocess.run([GUICHET, *words], capture_output=True, text=True)
    if done.returncode != 0:
        print(" ".join(words), "->", done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done


def changed_desk(folder):
    shutil.copytree(os.path.join(ROOT, "examples/riverside-makers"), folder)
    shutil.rmtree(os.path.join(folder, "tests"))
    path = os.path.join(folder, "workflows/help.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("with_us", "at_home")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    # The population speaks of states too.
    path = os.path.join(folder, "population.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("with_us", "at_home")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return folder


def ask(database, sql, *parameters):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
    try:
        return connection.execute(sql, parameters).fetchall()
    finally:
        connection.close()


def through(database):
    return ask(database, "select count(*) from migration_run where done = 1")[0][0]


def migrate_until(database, desk, plan, target):
    """Starts a migration and kills it once `target` cases are through. True where it ended itself."""
    process = subprocess.Popen(
        [GUICHET, "migrate", desk, "--database", database, "--plan", plan],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        if through(database) >= target:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return False
        time.sleep(0.001)
    return process.returncode == 0


def chain_holds(database):
    last, seq = {}, {}
    rows = ask(database, "select case_id, seq, type, at, actor, payload, prev_hash, hash from fact "
                         "order by case_id, seq")
    for case, number, kind, at, actor, payload, prev, digest in rows:
        quote = lambda text: json.dumps(text, ensure_ascii=False)
        canonical = (f'{{"actor":{quote(actor)},"at":{at},"payload":{payload},"seq":{number},'
                     f'"type":{quote(kind)}}}')
        if prev != last.get(case, "") or number != seq.get(case, 0) + 1:
            return False
        if hashlib.sha256((prev + canonical).encode()).hexdigest() != digest:
            return False
        last[case], seq[case] = digest, number
    return True


def main():
    place = tempfile.mkdtemp(prefix="guichet-migrate-")
    try:
        test(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


def test(place):
    database, plan = os.path.join(place, "guichet.db"), os.path.join(place, "plan.yaml")
    with open(plan, "w", encoding="utf-8") as file:
        file.write(PLAN)
    old = os.path.join(ROOT, "examples/riverside-makers")
    run("simulate", old, "--from", "2026-01-05", "--until", "2026-01-16", "--count", str(CASES),
        "--database", database)
    new = changed_desk(os.path.join(place, "desk"))
    refused = subprocess.run([GUICHET, "publish", new, "--database", database],
                             capture_output=True, text=True)
    check(refused.returncode == 1 and "at_home" in refused.stderr,
          "a version that strands cases is refused, with a plan")
    check(run("publish", new, "--database", database, "--keep-in-flight").returncode == 0,
          "it is published where they may finish")
    hashes = [row[0] for row in ask(
        database, "select bundle_hash from publication order by id desc")]
    elsewhere = ask(database, "select count(distinct case_id) from instance where closed_at is "
                              "null and bundle_hash <> ?", hashes[0])[0][0]
    check(elsewhere > CASES // 10, f"cases in flight: {elsewhere}")
    kills, ended = 0, False
    for share in (0.05, 0.3, 0.5, 0.7, 0.9):
        ended = migrate_until(database, new, plan, int(elsewhere * share) + 1)
        if ended:
            break
        kills += 1 if through(database) < elsewhere else 0
    check(kills >= 2, f"killed {kills} times")
    check(run("migrate", new, "--database", database, "--plan", plan).returncode == 0,
          "the last run ends by itself")
    left = ask(database, "select count(*) from instance where closed_at is null and "
                         "bundle_hash <> ?", hashes[0])[0][0]
    check(left == 0, f"every open instance has gone over, not {left}")
    twice = ask(database, "select case_id, count(*) from fact where type = 'case-migrated' group by "
                          "case_id having count(*) <> 1")
    check(twice == [], f"migrated once each, not {twice[:3]}")
    migrated = ask(database, "select count(*) from fact where type = 'case-migrated'")[0][0]
    check(migrated == elsewhere, f"{migrated} of {elsewhere} cases migrated")
    fired = ask(database, "select case_id, payload from fact where type = 'timer-fired' group by "
                          "case_id, payload having count(*) > 1")
    check(fired == [], "no timer fired twice")
    armed = ask(database, "select case_id, n, entry, name from timer where state = 'armed' group by "
                          "case_id, n, entry, name having count(*) > 1")
    check(armed == [], f"no timer is armed twice: {armed[:3]}")
    again = ask(database, "select t.case_id from timer t join timer f on f.case_id = t.case_id and "
                          "f.n = t.n and f.entry = t.entry and f.name = t.name and f.firing = "
                          "t.firing where t.state = 'armed' and f.state = 'fired'")
    check(again == [], "no timer that fired is armed again")
    check(chain_holds(database), "the journals' chains hold")


if __name__ == "__main__":
    sys.exit(main())
