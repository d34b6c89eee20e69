#include "tests/adapters/sql/scratch.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace guichet::sql {

ScratchFolder::ScratchFolder() {
  std::string name =
      (std::filesystem::canonical(std::filesystem::temp_directory_path()) / "guichet sql XXXXXX")
          .string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace guichet::sql
