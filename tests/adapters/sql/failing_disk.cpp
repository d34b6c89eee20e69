#include "tests/adapters/sql/failing_disk.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace guichet::sql {
namespace {

std::atomic<Disk> disk_now{Disk::works};
std::atomic<int> syncs{0};

ssize_t write_at(int file, const void* bytes, size_t count, off_t offset) {
  if (disk_now == Disk::full || disk_now == Disk::write_fails) {
    errno = disk_now == Disk::full ? ENOSPC : EIO;
    return -1;
  }
  return ::syscall(SYS_pwrite64, file, bytes, count, offset);
}

int sync(long call, int file) {
  ++syncs;
  if (disk_now == Disk::sync_fails) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(call, file));
}

}  // namespace

void set_disk(Disk disk) {
  disk_now = disk;
}

int count_syncs() {
  return syncs;
}

}  // namespace guichet::sql

extern "C" {
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset) {
  return guichet::sql::write_at(file, bytes, count, offset);
}
ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset) {
  return guichet::sql::write_at(file, bytes, count, offset);
}
int fsync(int file) {
  return guichet::sql::sync(SYS_fsync, file);
}
int fdatasync(int file) {
  return guichet::sql::sync(SYS_fdatasync, file);
}
}
