// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CLIBZIP_SHIM_H
#define REINTRO_CLIBZIP_SHIM_H

#include <zip.h>

#endif
