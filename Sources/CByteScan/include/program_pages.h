// SPDX-License-Identifier: Apache-2.0
#ifndef REINTRO_PROGRAM_PAGES_H
#define REINTRO_PROGRAM_PAGES_H

// Gives back to the system what the process does not need, or can have again: free memory of the
// heap, and the pages of the program's and the libraries' files that are mapped for reading. Those
// that are needed come again from the page cache; those that only the work before needed, and their
// neighbours, which Linux maps with each, no longer count as the process's memory.
void program_pages_release(void);

#endif
