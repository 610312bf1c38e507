// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CCRYPTO_SHIM_H
#define REINTRO_CCRYPTO_SHIM_H

// The one-purpose SHA-256 functions read no configuration file, unlike EVP.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#endif
