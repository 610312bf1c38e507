// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_CLIBXML2_SHIM_H
#define REINTRO_CLIBXML2_SHIM_H

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

#endif
