// What runs is what was published: a folder that changed or broke stops nothing.
#include "adapters/app/definition_in_force.hpp"

#include <filesystem>

#include "engine/base/file.hpp"
#include "engine/desk/desk.hpp"
#include "tests/adapters/app/desk_in_memory.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using base::Language;

namespace {

struct Served {
  sql::ScratchFolder scratch;
  std::string folder = scratch.file("desk");
  std::unique_ptr<store::Store> store = store::make_memory_store();

  Served() {
    std::filesystem::copy(GUICHET_ROOT "/examples/riverside-makers", folder,
                          std::filesystem::copy_options::recursive);
  }
  auto in_force() {
    return app::definition_in_force(*store, "x.db", app::read_desk_folder(folder, Language::en),
                                    Language::en);
  }
  void start() {
    const auto found = in_force();
    REQUIRE(found);
    base::ManualClock clock(*base::parse_instant("2026-03-02T10:00:00Z"));
    tests::RecordingLog log;
    desk::Desk desk(found->definition, *store, clock, log);
  }
  void write(const std::string& file, const std::string& text) {
    REQUIRE(base::write_file(folder + "/" + file, text));
  }
  std::string read(const std::string& file) { return *base::read_bytes(folder + "/" + file); }
};

}  // namespace

TEST_CASE("the first folder becomes the desk of a new database") {
  Served served;
  const auto found = served.in_force();
  REQUIRE(found);
  CHECK(!found->notice);
  CHECK(served.store->setting("current-definition").empty());
  served.start();
  CHECK(served.store->setting("current-definition") == found->definition->content_hash);
  CHECK(!served.in_force()->notice);
}

TEST_CASE("a folder that differs is not served until it is published, and this is said") {
  Served served;
  served.start();
  served.write("letters/welcome.md", served.read("letters/welcome.md") + "\nSee you.\n");

  const auto found = served.in_force();

  REQUIRE(found);
  REQUIRE(found->notice);
  CHECK(found->notice->key() == "folder-differs");
  CHECK(found->notice->in(Language::en).find("2026-03-02") != std::string::npos);
  CHECK(found->definition->content_hash == served.store->setting("current-definition"));
}

TEST_CASE("what is said of a folder follows what is published while the desk is served") {
  Served served;
  served.start();
  const auto first = served.in_force()->definition;
  served.write("letters/welcome.md", served.read("letters/welcome.md") + "\nSee you.\n");
  const app::Folder folder = app::read_desk_folder(served.folder, Language::en);
  REQUIRE(folder.desk);
  app::FolderNotice notice(*served.store, folder);

  REQUIRE(notice(*first));
  CHECK(notice(*first)->key() == "folder-differs");
  CHECK(!notice(*folder.desk));  // it was published: nothing to say any more
  CHECK(notice(*first));         // and the version before was taken back
}

TEST_CASE("a folder that is broken does not stop a desk that was published") {
  Served served;
  served.write("workflows/help.yaml", "guichet: workflow/1\nid: [");
  CHECK(!served.in_force());  // nothing to fall back on

  Served other;
  other.start();
  other.write("workflows/help.yaml", "guichet: workflow/1\nid: [");

  const auto found = other.in_force();

  REQUIRE(found);
  CHECK(found->notice->key() == "folder-broken");
  CHECK(found->definition->workflow("help") != nullptr);
}
