// The store over SQL: a SQLite file. Opening locks the file against a second process, brings its
// tables up to date and starts the writer's thread; closing the store ends both.
//
// Where a sync or a commit fails for another reason than a full disk, the process is stopped
// (SIGABRT): what is on the disk is then unknown, and the next start reads what is really there.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "engine/base/error.hpp"
#include "engine/base/log.hpp"
#include "engine/store/store.hpp"

namespace guichet::sql {

struct Options {
  bool create = true;           // a database where there is none
  std::int64_t most_pages = 0;  // bound on the file's size, in pages of 4 KiB; 0: none
};

// `url_or_file`: a file name or sqlite:FILE; `log` outlives the store.
std::expected<std::unique_ptr<store::Store>, base::Error> open_database(
    const std::string& url_or_file, base::Log& log, const Options& options = {});

}  // namespace guichet::sql
