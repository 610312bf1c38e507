#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the archives beside this file, and contents.tsv: what Python finds in the sound ones."""

import hashlib
import io
import struct
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOODS = "time,kind,name,value,unit\n" + "".join(
    f"2026-02-{day:02}T08:10,food,porridge with milk,{day},spoon\n2026-02-{day:02}T13:00,food,rice,1,cup\n"
    for day in range(1, 21))
SYMPTOMS = "participant,time,kind,name,value,unit\n" + "".join(
    f"p7,2026-02-{day:02}T20:00,symptom,bloating,{day % 7},0-10\n" for day in range(1, 21))
JANUARY = "time,kind,name\n" + "".join(f"2026-01-{day:02},food,bread\n" for day in range(1, 32))
OVERLAP = "time,kind,name\n" + "".join(f"2026-01-{day:02},food,bread\n" for day in range(25, 32)) + "".join(
    f"2026-02-{day:02},food,bread\n" for day in range(1, 11))
APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,Record*)>
]>
<HealthData locale="en_US">
 <ExportDate value="2026-03-01 10:00:00 +0100"/>
 <Record type="HKCategoryTypeIdentifierBloating" sourceName="x" startDate="2026-02-03 18:30:00 +0100" endDate="2026-02-03 18:45:00 +0100" value="HKCategoryValueSeverityModerate"/>
 <Record type="HKCategoryTypeIdentifierBloating" sourceName="x" startDate="2026-02-05 18:30:00 +0100" endDate="2026-02-05 18:45:00 +0100" value="HKCategoryValueSeverityMild"/>
</HealthData>
"""
CDA = '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>\n'


class Stream(io.RawIOBase):
    """An output that cannot seek, so that sizes follow the data."""

    def __init__(self):
        self.bytes = bytearray()

    def writable(self):
        return True

    def write(self, piece):
        self.bytes += piece
        return len(piece)


def info(name, method, flag=None):
    """A member's facts: always of the same date; `flag` keeps the name's bytes without a mark."""
    if flag is None:
        made = zipfile.ZipInfo(name, (2026, 3, 1, 12, 0, 0))
    else:
        made = type("Named", (zipfile.ZipInfo,), {"_encodeFilenameFlags": lambda self: (name.encode(flag), self.flag_bits)})(
            name, (2026, 3, 1, 12, 0, 0))
    made.compress_type = method
    made.external_attr = 0o644 << 16
    return made


def archive(members, method=zipfile.ZIP_DEFLATED, out=None, encoding=None):
    out = out if out is not None else io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in members:
            content = text if isinstance(text, bytes) else text.encode()
            made.writestr(info(name, method, encoding), content)
    return bytes(out.bytes) if isinstance(out, Stream) else out.getvalue()


def zip64(members):
    """An archive whose directory and end need zip64, as if it were large."""
    kept = zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT
    zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = 10, 0
    try:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name, text in members:
                with made.open(info(name, zipfile.ZIP_DEFLATED), "w", force_zip64=True) as member:
                    member.write(text.encode())
        return out.getvalue()
    finally:
        zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = kept


def patched(made, signature, offset, form, value, last=False):
    """The archive with a field of its first (or each) record of a kind changed."""
    made = bytearray(made)
    place = made.rfind(signature) if last else made.find(signature)
    while place >= 0:
        struct.pack_into(form, made, place + offset, value)
        place = -1 if last else made.find(signature, place + 4)
    return bytes(made)


CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def overlapping(copies):
    """Many entries of the directory over one member's bytes, after David Fifield's bombs."""
    one = archive([("foods.csv", FOODS)])
    start, end = one.find(CENTRAL), one.rfind(END)
    entry = one[start:end]
    record = bytearray(one[end:])
    struct.pack_into("<HHI", record, 8, copies, copies, len(entry) * copies)
    return one[:start] + entry * copies + bytes(record)


def quoted(copies):
    """Each member's data holds the next member whole, header and all, in a stored block."""
    body, offsets = b"", []
    made = archive([("m.csv", FOODS)])
    start = made.find(CENTRAL)
    kernel = made[:start]
    entries = b""
    for number in range(copies):
        name = f"m{number}.csv".encode()
        inner = kernel if number == 0 else body
        header = struct.pack("<4sHHHHHIIIHH", LOCAL, 20, 0, 0, 0, 0x5C61, zlib.crc32(inner), len(inner), len(inner), len(name), 0)
        body = header + name + inner
        entries_of = struct.pack("<4sHHHHHHIIIHHHHHII", CENTRAL, 20, 20, 0, 0, 0, 0x5C61, zlib.crc32(inner), len(inner), len(inner), len(name), 0, 0, 0, 0, 0, 0)
        offsets.append((len(body), entries_of + name))
    total = len(body)
    for size, entry in offsets:
        field = bytearray(entry)
        struct.pack_into("<I", field, 42, total - size)
        entries += bytes(field)
    end = struct.pack("<4sHHHHIIH", END, 0, 0, copies, copies, len(entries), total, 0)
    return body + entries + end


def sound():
    parts = [("symptoms.csv", SYMPTOMS), ("foods.csv", FOODS)]
    made = {
        "stored.zip": archive(parts, zipfile.ZIP_STORED),
        "deflated.zip": archive(parts),
        "descriptor.zip": archive(parts, out=Stream()),
        "zip64.zip": zip64(parts),
        "folders.zip": archive([("export/", ""), ("export/food/foods.csv", FOODS), ("export/body/symptoms.csv", SYMPTOMS)]),
        "months.zip": archive([("january.csv", JANUARY), ("february.csv", OVERLAP)]),
        "prepended.zip": None,
        "commented.zip": None,
        "apple.zip": archive([
            ("apple_health_export/导出.xml", APPLE), ("apple_health_export/导出_cda.xml", CDA),
            ("apple_health_export/export_cda.xml", CDA), ("apple_health_export/workout-routes/route_1.gpx", "<gpx/>"),
            ("apple_health_export/electrocardiograms/ecg_1.csv", "Name,x\n1,2\n"),
            ("apple_health_export/clinical-records/a.json", "{}"),
            ("__MACOSX/apple_health_export/._导出.xml", b"\x00\x05\x16\x07"),
        ], out=Stream()),
        "cp437.zip": archive([("Frühstück.csv", FOODS)], encoding="cp437"),
        "utf8-unmarked.zip": archive([("Frühstück.csv", FOODS)], encoding="utf-8"),
    }
    out = io.BytesIO(b"#!/bin/sh\n")
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a") as zipped:
        for name, text in parts:
            zipped.writestr(info(name, zipfile.ZIP_DEFLATED), text)
    made["prepended.zip"] = out.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in parts:
            zipped.writestr(info(name, zipfile.ZIP_DEFLATED), text)
        zipped.comment = b"from an app that writes PK in its comments" * 3
    made["commented.zip"] = out.getvalue()
    return made


def faulty():
    parts = [("foods.csv", FOODS)]
    plain, stored = archive(parts), archive(parts, zipfile.ZIP_STORED)
    encrypted = patched(patched(plain, CENTRAL, 8, "<H", 1), LOCAL, 6, "<H", 1)
    wrong = bytearray(stored)
    wrong[stored.find(b"porridge")] ^= 0x20
    broken = bytearray(plain)
    broken[60:70] = b"\xff" * 10
    rows = b"time,kind,name\n" + b"2026-01-01,food,a\n" * 210_000
    return {
        "empty.zip": archive([]),
        "only-folders.zip": archive([("a/", ""), ("a/b/", "")]),
        "only-pictures.zip": archive([("a.png", "x"), ("b.pdf", "y")]),
        "truncated.zip": plain[: len(plain) // 2],
        "end-missing.zip": plain[:-22],
        "encrypted.zip": encrypted,
        "checksum.zip": bytes(wrong),
        "broken-data.zip": bytes(broken),
        "bzip2.zip": archive(parts, zipfile.ZIP_BZIP2),
        "lzma.zip": archive(parts, zipfile.ZIP_LZMA),
        "deflate64.zip": patched(patched(plain, CENTRAL, 10, "<H", 9), LOCAL, 8, "<H", 9),
        "several-disks.zip": patched(patched(plain, END, 4, "<H", 1, True), END, 6, "<H", 1, True),
        "overlapping.zip": overlapping(50),
        "quoted.zip": quoted(50),
        "inside.zip": archive([("inner.zip", plain)], zipfile.ZIP_STORED),
        "unsafe-names.zip": archive([
            ("../../etc/passwd.csv", FOODS), ("/root/a.csv", "time,kind,name\n2026-01-01,food,egg\n"),
            ("C:\\evil.csv", "time,kind,name\n2026-01-02,food,egg\n"),
            ("red\u202egnp.csv", "time,kind,name\n2026-01-03,food,egg\n"),
        ]),
        "control-name.zip": archive([("red\x1b[31m\nü.csv", FOODS)]),
        "control-name-unmarked.zip": archive([("red\x1b[31m\n.csv", FOODS)], encoding="cp437"),
        "too-large.zip": patched(plain, CENTRAL, 24, "<I", 0xF000_0000),
        "size-too-small.zip": patched(plain, CENTRAL, 24, "<I", 100),
        "size-too-large.zip": patched(plain, CENTRAL, 24, "<I", 100_000),
        "offset-wild.zip": patched(plain, CENTRAL, 42, "<I", 0x7FFF_FFF0),
        "directory-wild.zip": patched(plain, END, 16, "<I", 0x7FFF_FFF0, True),
        "many-rows.zip": archive([("rows.csv", rows)]),
        "shifted.zip": b"garbage before it" + plain,
        "spreadsheet.zip": archive([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]),
        "claims-many.zip": claims_many(plain),
    }


def claims_many(plain):
    """An end whose zip64 record states 40 million members."""
    start, end = plain.find(CENTRAL), plain.rfind(END)
    count = 40_000_000
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, 46 * count, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    last = struct.pack("<4sHHHHIIH", END, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return plain[:end] + record + locator + last


def main():
    lines = []
    for name, made in sorted(sound().items()):
        (HERE / name).write_bytes(made)
        with zipfile.ZipFile(io.BytesIO(made)) as opened:
            for member in sorted(opened.infolist(), key=lambda member: member.filename.encode()):
                content = opened.read(member)
                lines.append(f"{name}\t{member.filename}\t{len(content)}\t{hashlib.sha256(content).hexdigest()}\n")
    for name, content in sorted(faulty().items()):
        (HERE / name).write_bytes(content)
    (HERE / "contents.tsv").write_text("".join(lines))


main()
