# SPDX-License-Identifier: Apache-2.0
"""Counts what passed, and says what failed."""


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, name, condition, detail=""):
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {name}: {detail}")

    def skip(self, name, reason):
        self.skipped += 1
        print(f"SKIPPED {name}: {reason}")

    @property
    def summary(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
