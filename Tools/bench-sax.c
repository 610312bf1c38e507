// SPDX-License-Identifier: Apache-2.0
// The yardstick for reading XML: libxml2's SAX2 parser with handlers that do nothing, fed with
// pieces of 64 KiB. Compiled and run by bench-import.
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static long elements;

static void start(
  void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values
) {
  (void)data, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared;
  (void)attributes, (void)defaulted, (void)values;
  elements++;
}

static void end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)data, (void)name, (void)prefix, (void)uri;
}

int main(int count, char **arguments) {
  static char piece[1 << 16];
  int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
  if (file < 0) return 66;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  if (parser == NULL) return 70;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET);
  ssize_t size;
  int code = 0;
  while (code == 0 && (size = read(file, piece, sizeof piece)) > 0) {
    code = xmlParseChunk(parser, piece, (int)size, 0);
  }
  if (code == 0) code = xmlParseChunk(parser, NULL, 0, 1);
  printf("%ld elements\n", elements);
  xmlFreeParserCtxt(parser);
  return code == 0 ? 0 : 65;
}
