// The contract's tests (tests/engine/store) against a SQLite file.
#include "tests/engine/store/store_under_test.hpp"

#include <stdexcept>

#include "adapters/sql/database.hpp"
#include "tests/adapters/sql/scratch.hpp"

namespace guichet::store {
namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  SqliteUnderTest() { open(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    open();
  }

 private:
  void open() {
    auto opened = sql::open_database(folder_.file("guichet.db"), log_);
    if (!opened) throw std::runtime_error(opened.error().what.in(base::Language::en));
    store_ = std::move(*opened);
  }

  sql::ScratchFolder folder_;
  sql::RecordingLog log_;
  std::unique_ptr<Store> store_;
};

}  // namespace

std::unique_ptr<StoreUnderTest> make_store_under_test() {
  return std::make_unique<SqliteUnderTest>();
}

}  // namespace guichet::store
