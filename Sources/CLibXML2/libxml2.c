// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#include "CLibXML2.h"

// libxml2 with ICU takes a fifth of the program's start, and most commands read no XML. So it is
// loaded when the first parser is made, and each function that this project calls is defined here,
// under its own name, as a call of the library's. They are hidden: inside the library the names
// must go on to mean its own functions.

// The library that has the structures of the headers this was compiled with.
#if LIBXML_VERSION >= 21400
#define SONAME "libxml2.so.16"
#define PACKAGE "libxml2-16"
#else
#define SONAME "libxml2.so.2"
#define PACKAGE "libxml2"
#endif

#define FUNCTIONS(X)                                                                           \
  X(htmlCreatePushParserCtxt) X(htmlCtxtUseOptions) X(htmlFreeParserCtxt) X(htmlParseChunk)    \
  X(xmlCreatePushParserCtxt) X(xmlCtxtUseOptions) X(xmlDictLookup) X(xmlDictSize)              \
  X(xmlFreeParserCtxt) X(xmlInitParser) X(xmlParseChunk) X(xmlSchemaFree)                      \
  X(xmlSchemaFreeParserCtxt) X(xmlSchemaFreeValidCtxt) X(xmlSchemaIsValid)                     \
  X(xmlSchemaNewMemParserCtxt) X(xmlSchemaNewValidCtxt) X(xmlSchemaParse) X(xmlSchemaSAXPlug)  \
  X(xmlSchemaSAXUnplug) X(xmlSchemaSetParserStructuredErrors)                                  \
  X(xmlSchemaSetValidStructuredErrors) X(xmlSetStructuredErrorFunc) X(xmlStopParser)

#define POINTER(name) __typeof__(&name) name;
static struct { FUNCTIONS(POINTER) } library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;

static void load(void) {
  void *handle = dlopen(SONAME, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define FIND(name) \
  if ((library.name = (__typeof__(&name))dlsym(handle, #name)) == NULL) return;
  FUNCTIONS(FIND)
  library.xmlInitParser();
  is_loaded = true;
}

bool libxml2_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

const char *libxml2_package(void) { return PACKAGE; }

#define HIDDEN __attribute__((visibility("hidden")))

HIDDEN htmlParserCtxtPtr htmlCreatePushParserCtxt(
  htmlSAXHandlerPtr handler, void *data, const char *chunk, int size, const char *name,
  xmlCharEncoding encoding) {
  return library.htmlCreatePushParserCtxt(handler, data, chunk, size, name, encoding);
}

HIDDEN int htmlCtxtUseOptions(htmlParserCtxtPtr context, int options) {
  return library.htmlCtxtUseOptions(context, options);
}

HIDDEN void htmlFreeParserCtxt(htmlParserCtxtPtr context) { library.htmlFreeParserCtxt(context); }

HIDDEN int htmlParseChunk(htmlParserCtxtPtr context, const char *chunk, int size, int is_last) {
  return library.htmlParseChunk(context, chunk, size, is_last);
}

HIDDEN xmlParserCtxtPtr xmlCreatePushParserCtxt(
  xmlSAXHandlerPtr handler, void *data, const char *chunk, int size, const char *name) {
  return library.xmlCreatePushParserCtxt(handler, data, chunk, size, name);
}

HIDDEN int xmlCtxtUseOptions(xmlParserCtxtPtr context, int options) {
  return library.xmlCtxtUseOptions(context, options);
}

HIDDEN const xmlChar *xmlDictLookup(xmlDictPtr names, const xmlChar *name, int size) {
  return library.xmlDictLookup(names, name, size);
}

HIDDEN int xmlDictSize(xmlDictPtr names) { return library.xmlDictSize(names); }

HIDDEN void xmlFreeParserCtxt(xmlParserCtxtPtr context) { library.xmlFreeParserCtxt(context); }

HIDDEN int xmlParseChunk(xmlParserCtxtPtr context, const char *chunk, int size, int is_last) {
  return library.xmlParseChunk(context, chunk, size, is_last);
}

HIDDEN void xmlSchemaFree(xmlSchemaPtr schema) { library.xmlSchemaFree(schema); }

HIDDEN void xmlSchemaFreeParserCtxt(xmlSchemaParserCtxtPtr context) {
  library.xmlSchemaFreeParserCtxt(context);
}

HIDDEN void xmlSchemaFreeValidCtxt(xmlSchemaValidCtxtPtr context) {
  library.xmlSchemaFreeValidCtxt(context);
}

HIDDEN int xmlSchemaIsValid(xmlSchemaValidCtxtPtr context) {
  return library.xmlSchemaIsValid(context);
}

HIDDEN xmlSchemaParserCtxtPtr xmlSchemaNewMemParserCtxt(const char *text, int size) {
  return library.xmlSchemaNewMemParserCtxt(text, size);
}

HIDDEN xmlSchemaValidCtxtPtr xmlSchemaNewValidCtxt(xmlSchemaPtr schema) {
  return library.xmlSchemaNewValidCtxt(schema);
}

HIDDEN xmlSchemaPtr xmlSchemaParse(xmlSchemaParserCtxtPtr context) {
  return library.xmlSchemaParse(context);
}

HIDDEN xmlSchemaSAXPlugPtr xmlSchemaSAXPlug(
  xmlSchemaValidCtxtPtr context, xmlSAXHandlerPtr *handler, void **data) {
  return library.xmlSchemaSAXPlug(context, handler, data);
}

HIDDEN int xmlSchemaSAXUnplug(xmlSchemaSAXPlugPtr plug) {
  return library.xmlSchemaSAXUnplug(plug);
}

HIDDEN void xmlSchemaSetParserStructuredErrors(
  xmlSchemaParserCtxtPtr context, xmlStructuredErrorFunc report, void *data) {
  library.xmlSchemaSetParserStructuredErrors(context, report, data);
}

HIDDEN void xmlSchemaSetValidStructuredErrors(
  xmlSchemaValidCtxtPtr context, xmlStructuredErrorFunc report, void *data) {
  library.xmlSchemaSetValidStructuredErrors(context, report, data);
}

HIDDEN void xmlSetStructuredErrorFunc(void *data, xmlStructuredErrorFunc report) {
  library.xmlSetStructuredErrorFunc(data, report);
}

HIDDEN void xmlStopParser(xmlParserCtxtPtr context) { library.xmlStopParser(context); }
