// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CLIBZIP_H
#define REINTRO_CLIBZIP_H

#include <stdbool.h>

// Not visible to other libraries: see libzip.c.
#define ZIP_EXTERN __attribute__((visibility("hidden")))
#include <zip.h>

// Loads libzip, once in a process; false where it is not installed. Its functions, those that
// libzip.c lists, may be called only after this was true. Any thread may call it.
bool libzip_load(void);

#endif
