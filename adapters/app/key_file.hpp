// The desk's secret key: 32 random bytes in hexadecimal, in a file that its owner alone reads,
// beside the database and never in it; a copy of the database opens no second factor. `--key-file`
// or the settings name another place (a systemd credential).
#pragma once

#include <memory>
#include <string>

#include "engine/accounts/keys.hpp"
#include "engine/base/error.hpp"
#include "engine/store/store.hpp"

namespace guichet::app {

// FILE.key for the database `sqlite:FILE` or `FILE`.
std::string key_file_of(const std::string& database);

// Reads the key, or makes it for a database that has not used one yet. Refused: a file that others
// may read, one that is no key, one that is not the key this database was used with, none where the
// database has used one.
base::Result<std::unique_ptr<accounts::Keys>> open_keys(store::Store& store,
                                                        const std::string& file,
                                                        accounts::Random& random);

}  // namespace guichet::app
