// SPDX-License-Identifier: Apache-2.0
#define _GNU_SOURCE
#include "program_pages.h"

#include <link.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Whether an object's mapped pages are those of its file: the kernel's own has none, and relocations
// in the text would be lost.
static bool is_as_its_file(const struct dl_phdr_info *object) {
  if (strncmp(object->dlpi_name, "linux-", 6) == 0) return false;
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_DYNAMIC) continue;
    const ElfW(Dyn) *entry = (const ElfW(Dyn) *)(object->dlpi_addr + segment->p_vaddr);
    for (; entry->d_tag != DT_NULL; entry++) {
      if (entry->d_tag == DT_TEXTREL) return false;
      if (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0) return false;
    }
  }
  return true;
}

static int release_object(struct dl_phdr_info *object, size_t size, void *data) {
  (void)size, (void)data;
  if (!is_as_its_file(object)) return 0;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    // What can be written to may differ from the file.
    if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W) != 0) continue;
    uintptr_t start = object->dlpi_addr + segment->p_vaddr;
    uintptr_t end = (start + segment->p_memsz) & ~(page - 1);
    start = (start + page - 1) & ~(page - 1);
    // Where the system will not have it, nothing is lost.
    if (start < end) (void)madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 0;
}

void program_pages_release(void) {
  (void)malloc_trim(0);
  (void)dl_iterate_phdr(release_object, NULL);
}
