// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_TABLE_VALUES_H
#define REINTRO_TABLE_VALUES_H

#include "table_cells.h"

// What cells say: times and numbers. A part of byte_scan_table.c.

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
static bool read_offset(const uint8_t *bytes, size_t count, struct byte_scan_table_row *row) {
  row->time = count == 0 ? BYTE_SCAN_CLOCK : BYTE_SCAN_INSTANT;
  row->offset = 0;
  if (count == 0 || (count == 1 && bytes[0] == 'Z')) return true;
  uint32_t hours, minutes;
  if (count != 6 || (bytes[0] != '+' && bytes[0] != '-') || bytes[3] != ':'
    || !digits(bytes + 1, 2, &hours) || !digits(bytes + 4, 2, &minutes) || minutes > 59) return false;
  int32_t seconds = (int32_t)(hours * 3600 + minutes * 60);
  row->offset = bytes[0] == '-' ? -seconds : seconds;
  return seconds <= 64800;
}

static inline bool read_time(
  struct byte_scan_table *table, const uint8_t *bytes, size_t count, struct byte_scan_table_row *row
) {
  if (count < 10) return false;
  if (!same(table->day_text, bytes, 10)) {
    int32_t day;
    if (!day_number(bytes, &day)) return false;
    table->day = day;
    memcpy(table->day_text, bytes, 10);
  }
  row->day = table->day;
  row->second = 0;
  row->offset = 0;
  row->time = BYTE_SCAN_DAY;
  if (count == 10) return true;
  uint32_t hour, minute, second = 0;
  if (count < 16 || bytes[10] != 'T' || bytes[13] != ':' || !digits(bytes + 11, 2, &hour)
    || !digits(bytes + 14, 2, &minute) || hour > 23 || minute > 59) return false;
  size_t at = 16;
  if (count >= 19 && bytes[16] == ':') {
    if (!digits(bytes + 17, 2, &second) || second > 59) return false;
    at = 19;
  }
  row->second = (int32_t)(hour * 3600 + minute * 60 + second);
  return read_offset(bytes + at, count - at, row);
}

static const double powers_of_ten[16] = {
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

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

#endif
