// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_TABLE_VALUES_H
#define REINTRO_TABLE_VALUES_H

#include "table_cells.h"

// What cells say: times, numbers and texts. A part of table_drafts.h.

static inline bool digits(const uint8_t *bytes, size_t count, uint32_t *value) {
  uint32_t sum = 0, wrong = 0;
  for (size_t at = 0; at < count; at++) {
    uint32_t digit = (uint32_t)bytes[at] - '0';
    wrong |= digit > 9;
    sum = sum * 10 + digit;
  }
  *value = sum;
  return !wrong;
}

static const uint8_t month_days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// A day as YYYY-MM-DD, as days since 1970-01-01 (H. Hinnant, `days_from_civil`).
static bool day_number(const uint8_t *bytes, int32_t *number) {
  uint32_t year, month, day;
  if (bytes[4] != '-' || bytes[7] != '-' || !digits(bytes, 4, &year)
    || !digits(bytes + 5, 2, &month) || !digits(bytes + 8, 2, &day)) return false;
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > month_days[month - 1] + (uint32_t)(month == 2 && leap)) return false;
  uint32_t shifted = month <= 2 ? year - 1 : year;
  uint32_t era = shifted / 400, of_era = shifted % 400;
  uint32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  uint32_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  *number = (int32_t)(era * 146097 + day_of_era) - 719468;
  return true;
}

// What follows the clock time: nothing, Z, or an offset as +HH:MM of at most 18 hours.
static bool read_offset(const uint8_t *bytes, size_t count, struct byte_scan_draft *draft) {
  draft->time = count == 0 ? BYTE_SCAN_CLOCK : BYTE_SCAN_INSTANT;
  draft->offset = 0;
  if (count == 0 || (count == 1 && bytes[0] == 'Z')) return true;
  uint32_t hours, minutes;
  if (count != 6 || (bytes[0] != '+' && bytes[0] != '-') || bytes[3] != ':'
    || !digits(bytes + 1, 2, &hours) || !digits(bytes + 4, 2, &minutes) || minutes > 59) return false;
  uint32_t before = hours * 60 + minutes;
  draft->offset = (int16_t)(bytes[0] == '-' ? -(int32_t)before : (int32_t)before);
  return before <= 18 * 60;
}

// The day that was read last, for the next row, which often has the same.
struct last_day {
  uint8_t text[10];
  int32_t day;
};

static inline bool read_time(
  struct last_day *last, const uint8_t *bytes, size_t count, struct byte_scan_draft *draft
) {
  if (count < 10) return false;
  if (!same(last->text, bytes, 10)) {
    int32_t day;
    if (!day_number(bytes, &day)) return false;
    last->day = day;
    memcpy(last->text, bytes, 10);
  }
  draft->day = last->day;
  draft->second = 0;
  draft->offset = 0;
  draft->time = BYTE_SCAN_DAY;
  if (count == 10) return true;
  uint32_t hour, minute, second = 0;
  if (count < 16 || bytes[10] != 'T' || bytes[13] != ':' || !digits(bytes + 11, 2, &hour)
    || !digits(bytes + 14, 2, &minute) || hour > 23 || minute > 59) return false;
  size_t at = 16;
  if (count >= 19 && bytes[16] == ':') {
    if (!digits(bytes + 17, 2, &second) || second > 59) return false;
    at = 19;
  }
  draft->second = (int32_t)(hour * 3600 + minute * 60 + second);
  return read_offset(bytes + at, count - at, draft);
}

static const double powers_of_ten[16] = {
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Whether a number has three digits behind its point, which may be a group of thousands where commas part
// decimals.
static inline bool has_group(const uint8_t *bytes, size_t count) {
  return count > 4 && bytes[count - 4] == '.';
}

// A number of at most 15 digits, with a point or without: both its digits and the power of ten are exact,
// so that their quotient is the nearest number that there is.
static inline bool read_number(const uint8_t *bytes, size_t count, double *number) {
  bool is_negative = count > 0 && bytes[0] == '-';
  size_t at = is_negative, point = count;
  if (count - at > 16 || count == at || bytes[at] == '.' || bytes[count - 1] == '.') return false;
  uint64_t value = 0;
  for (; at < count; at++) {
    uint32_t digit = (uint32_t)bytes[at] - '0';
    if (digit <= 9) {
      value = value * 10 + digit;
    } else if (bytes[at] == '.' && point == count) {
      point = at;
    } else {
      return false;
    }
  }
  if (count - is_negative - (point < count) > 15) return false;
  double result = (double)value;
  if (point < count) result /= powers_of_ten[count - 1 - point];
  *number = is_negative ? -result : result;
  return true;
}

// MARK: Text

// Whether the bytes from `at` on are ASCII, up to eight of them.
static inline bool is_ascii_rest(const uint8_t *bytes, size_t at, size_t count) {
  uint64_t word = 0;
  if (count >= 8) {
    word = load(bytes + (count - at < 8 ? count - 8 : at), 8);
  } else {
    for (size_t place = at; place < count; place++) word |= bytes[place];
  }
  return (word & 0x8080808080808080u) == 0;
}

// Whether bytes are UTF-8 without U+FFFE and U+FFFF.
static inline bool is_text(const uint8_t *bytes, size_t count) {
  for (size_t at = 0; at < count;) {
#if defined(__SSE2__)
    while (at + 16 <= count
      && _mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(bytes + at))) == 0) at += 16;
    if (at == count) break;
#endif
    if (is_ascii_rest(bytes, at, count)) {
      at += 8;
      continue;
    }
    uint8_t byte = bytes[at];
    if (byte < 0x80) {
      at++;
      continue;
    }
    size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    if (byte < 0xC2 || byte > 0xF4 || count - at <= more) return false;
    // The second byte, where not all are allowed.
    uint8_t low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    uint8_t high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    if (bytes[at + 1] < low || bytes[at + 1] > high) return false;
    for (size_t next = 2; next <= more; next++) {
      if ((bytes[at + next] & 0xC0) != 0x80) return false;
    }
    if (byte == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE) return false;
    at += more + 1;
  }
  return true;
}

static inline bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\t'; }

// Whether a note can be taken as it stands.
static inline bool is_plain_note(struct cell note, bool is_quoted) {
  if (note.count == 0) return true;
  if (!is_quoted && (is_blank(note.bytes[0]) || is_blank(note.bytes[note.count - 1]))) return false;
  return is_text(note.bytes, note.count);
}

#endif
