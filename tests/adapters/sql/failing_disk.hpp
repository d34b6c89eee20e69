// A disk that fails when it is told to: the test binary's own write and sync stand before the C
// library's, also for the database library.
#pragma once

namespace guichet::sql {

enum class Disk { works, full, write_fails, sync_fails };

// For the whole process, until it is told otherwise.
void set_disk(Disk disk);

// How many syncs there have been.
int count_syncs();

}  // namespace guichet::sql
