// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CLIBXML2_H
#define REINTRO_CLIBXML2_H

#include <stdbool.h>

// libxml2's headers ask for each other as <libxml/…>, which only pkg-config's flags would find; but
// these also link the library. The headers in libxml/ beside this one lead to the system's.
#include <libxml/xmlversion.h>
// libxml2's ICU headers clash with the ICU inside Foundation (swift-foundation-icu issue 93). Only
// two trailing fields of xmlCharEncodingHandler vanish from view; this project never reads them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

// Loads libxml2 and starts it, once in a process; false where it is not installed. Its functions,
// those that libxml2.c lists, may be called only after this was true. Any thread may call it.
bool libxml2_load(void);

// The package of Debian that holds the library.
const char *libxml2_package(void);

#endif
