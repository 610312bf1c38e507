// SPDX-License-Identifier: Apache-2.0
#include <libxml2/libxml/xmlstring.h>
