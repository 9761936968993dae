#!/usr/bin/env python3
"""Set the program up on a fresh machine, and run, test or measure it. Needs Python and nothing else.

    python3 dev.py run [COMMAND ...]    open the window, or run one command of the command line
    python3 dev.py test [PYTEST ...]    formatting, types, content and all tests
    python3 dev.py bench                measure against a bare window and against Typst
    python3 dev.py catalogues           bring translations/ in line with resources/ and with the code's strings
    python3 dev.py lock                 pin requirements/ anew from pyproject.toml

The environment lives in `.venv`; packages are installed only when a file under requirements/ has changed. Whatever
this file has to say goes to standard error, so that `run COMMAND` can be read by other programs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 13)


def main(arguments):
    """Do what the first argument names; return the exit code."""
    commands = {"run": run, "test": test, "bench": bench, "catalogues": catalogues, "lock": lock}
    if not arguments or arguments[0] not in commands:
        say(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    return commands[arguments[0]](arguments[1:])


def run(arguments):
    """Open the program, or pass a command through to it."""
    set_up("base")
    return call(ROOT / "main.py", *arguments, folder=None)


def test(arguments):
    """Check formatting and types, then run the tests."""
    set_up("test")
    for check in (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)):
        code = call("-m", *check)
        if code:
            return code
    # A file's tests stay together: they share what its fixtures make once.
    return call("-m", "pytest", "-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile", *arguments)


def bench(arguments):
    """Measure speed and memory beside a floor or a peer."""
    set_up("bench")
    return call("-m", "benchmarks", *arguments)


def catalogues(arguments):
    """Bring the PO files in line with the entries and with the interface's strings."""
    set_up("test")
    library = call("-m", "disaster_support.content.catalogues", *arguments)
    return library or call("-m", "disaster_support.interface_catalogues")


def lock(_arguments):
    """Pin what pyproject.toml names, with hashes, for every system, without addresses."""
    set_up("bench")
    common = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
    common += ["--no-emit-index-url", "--no-annotate", "--custom-compile-command", "python3 dev.py lock"]
    for name, groups in (("base", []), ("test", ["test"]), ("bench", ["test", "bench"])):
        chosen = [word for group in groups for word in ("--group", group)]
        code = call(*common, "pyproject.toml", *chosen, "-o", f"requirements/{name}.txt")
        if code:
            return code
    return 0


def set_up(name):
    """Make the environment and install requirements/<name>.txt, unless that has been done."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        stop(
            "Python 3.11、3.12、3.13 のどれかで動かしてください。"
            f" / Run this with Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}."
        )
    requirements = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"installed-{name}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not is_usable():
        make_environment()
    say("必要なものを入れています(初回だけ、数分)。 / Installing what is needed (once, some minutes).")
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", requirements]
    if call(*install, stdout=sys.stderr):
        stop(
            "必要なものを入れられませんでした。ネットワークにつないで、もう一度実行してください。"
            " / What is needed could not be installed: connect to a network and try again; the lines above say why."
        )
    stamp.write_text(wanted)


def is_usable():
    """Whether the environment is there, whole, and of this Python."""
    version = "import sys; print(sys.version)"
    try:
        answer = subprocess.run([PYTHON, "-c", version], capture_output=True, text=True)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def make_environment():
    """Make a fresh `.venv`."""
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", VENV], stdout=sys.stderr).returncode:
        stop(
            "仮想環境を作れませんでした。Debian や Ubuntu では「sudo apt install python3-venv」を実行してください。"
            " / The environment could not be made: on Debian or Ubuntu run 'sudo apt install python3-venv'."
        )


def call(*arguments, stdout=None, folder=ROOT):
    """Run the environment's Python in a folder (None: where the user stands) and return its exit code."""
    try:
        return subprocess.run([PYTHON, *arguments], cwd=folder, stdout=stdout).returncode
    except KeyboardInterrupt:
        return 130


def say(message):
    """Tell the person at the keyboard; standard output belongs to the program."""
    print(message, file=sys.stderr, flush=True)


def stop(message):
    """Say what is wrong and what to do, and end with code 2."""
    say(message)
    raise SystemExit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
