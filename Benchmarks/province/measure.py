#!/usr/bin/env python3
"""Compiles the province that make-province.py made, and says how long that takes and how much memory.

Usage: measure.py FOLDER WARDWAY

Writes FOLDER/atlas with the tool WARDWAY: the streets, all hospitals, all once more (nothing is to be done), one
that was changed, and all after an addition that was killed. Then `provincebench FOLDER/atlas` measures answers.
"""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def run(what, *command):
    """Runs a command to its end; prints its time and the most memory that it held."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    last = [line for line in process.stdout][-1:]
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    if status != 0:
        raise SystemExit(f"{what}: {command[0]} ended with {status}")
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{what}: {seconds:.1f} s, {cpu:.1f} s of CPU, {usage.ru_maxrss / 1024:.0f} MB; "
          f"{''.join(last).strip()}", flush=True)


def digests(atlas):
    found = {}
    for path in atlas.iterdir():
        with open(path, "rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def sizes(atlas):
    for name, pattern in (("streets", "streets-*"), ("venues", "way-*"), ("index", "*.index"), ("manifest", "*.json")):
        files = [path.stat().st_size for path in atlas.glob(pattern)]
        print(f"{name}: {len(files)} files, {sum(files) / 1e6:.1f} MB, the largest {max(files, default=0) / 1e6:.2f} MB")


def main():
    folder, tool = Path(sys.argv[1]), sys.argv[2]
    atlas, hospitals = folder / "atlas", sorted(map(str, (folder / "hospitals").glob("*.osm")))
    run("streets", tool, "compile", str(folder / "streets.osm"), "-o", str(atlas))
    process = subprocess.Popen([tool, "add", str(atlas), *hospitals], stdout=subprocess.DEVNULL)
    time.sleep(10)
    process.send_signal(signal.SIGKILL)
    process.wait()
    run("resumed after 10 s", tool, "add", str(atlas), *hospitals)
    before = digests(atlas)
    run("nothing to do", tool, "add", str(atlas), *hospitals)
    run("streets again, venues kept", tool, "compile", str(folder / "streets.osm"), "-o", str(atlas), "--keep-venues")
    changed = folder / "changed.osm"
    text = Path(hospitals[0]).read_text(encoding="utf-8")
    changed.write_text(text.replace("Lift A", "Lift C"), encoding="utf-8")
    run("one replaced", tool, "add", str(atlas), str(changed))
    run("and back", tool, "add", str(atlas), hospitals[0])
    print("the same bytes as before" if before == digests(atlas) else "OTHER BYTES THAN BEFORE")
    sizes(atlas)
    ids = [f"way-{1_000_000_000 + 100_000 * index + 1}" for index in range(len(hospitals))]
    run("one removed", tool, "remove", str(atlas), ids[-1])
    run("all again", tool, "add", str(atlas), *hospitals)


if __name__ == "__main__":
    main()
