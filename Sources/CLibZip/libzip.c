// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

#include "CLibZip.h"

// libzip brings libcrypto and four libraries of compression, which take a sixth of the program's
// start, and few commands meet an archive. So it is loaded when the first archive is opened, and
// each function that this project calls is defined here, under its own name, as a call of the
// library's. They are hidden: inside the library the names must go on to mean its own functions.

#define FUNCTIONS(X)                                                                            \
  X(zip_discard) X(zip_error_code_zip) X(zip_error_fini) X(zip_error_init)                      \
  X(zip_error_init_with_code) X(zip_error_strerror) X(zip_fclose) X(zip_fdopen)                 \
  X(zip_file_get_error) X(zip_fopen_index) X(zip_fread) X(zip_get_error) X(zip_get_name)        \
  X(zip_get_num_entries) X(zip_open_from_source) X(zip_source_buffer_create) X(zip_source_free) \
  X(zip_stat_index)

#define POINTER(name) __typeof__(&name) name;
static struct { FUNCTIONS(POINTER) } library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;

static void load(void) {
  // The same functions and structures under the names that libzip's own builds and Debian's have.
  void *handle = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) handle = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define FIND(name) \
  if ((library.name = (__typeof__(&name))dlsym(handle, #name)) == NULL) return;
  FUNCTIONS(FIND)
  is_loaded = true;
}

bool libzip_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

void zip_discard(zip_t *archive) { library.zip_discard(archive); }

int zip_error_code_zip(const zip_error_t *error) { return library.zip_error_code_zip(error); }

void zip_error_fini(zip_error_t *error) { library.zip_error_fini(error); }

void zip_error_init(zip_error_t *error) { library.zip_error_init(error); }

void zip_error_init_with_code(zip_error_t *error, int code) {
  library.zip_error_init_with_code(error, code);
}

const char *zip_error_strerror(zip_error_t *error) { return library.zip_error_strerror(error); }

int zip_fclose(zip_file_t *file) { return library.zip_fclose(file); }

zip_t *zip_fdopen(int descriptor, int flags, int *code) {
  return library.zip_fdopen(descriptor, flags, code);
}

zip_error_t *zip_file_get_error(zip_file_t *file) { return library.zip_file_get_error(file); }

zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
  return library.zip_fopen_index(archive, index, flags);
}

zip_int64_t zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count) {
  return library.zip_fread(file, bytes, count);
}

zip_error_t *zip_get_error(zip_t *archive) { return library.zip_get_error(archive); }

const char *zip_get_name(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
  return library.zip_get_name(archive, index, flags);
}

zip_int64_t zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
  return library.zip_get_num_entries(archive, flags);
}

zip_t *zip_open_from_source(zip_source_t *source, int flags, zip_error_t *error) {
  return library.zip_open_from_source(source, flags, error);
}

zip_source_t *zip_source_buffer_create(
  const void *bytes, zip_uint64_t count, int frees, zip_error_t *error) {
  return library.zip_source_buffer_create(bytes, count, frees, error);
}

void zip_source_free(zip_source_t *source) { library.zip_source_free(source); }

int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *facts) {
  return library.zip_stat_index(archive, index, flags, facts);
}
