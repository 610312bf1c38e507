// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CSQLITE_SHIM_H
#define REINTRO_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
