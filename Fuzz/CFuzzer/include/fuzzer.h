// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_FUZZER_H
#define REINTRO_FUZZER_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer's entry for programs that have a `main` of their own.
int LLVMFuzzerRunDriver(
  int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
