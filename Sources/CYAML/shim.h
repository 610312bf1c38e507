// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CYAML_SHIM_H
#define REINTRO_CYAML_SHIM_H

#include <yaml.h>

#endif
