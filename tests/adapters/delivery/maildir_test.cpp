#include <catch2/catch.hpp>

#include <filesystem>

#include "adapters/delivery/carrier.hpp"
#include "adapters/delivery/message.hpp"
#include "engine/base/file.hpp"
#include "tests/adapters/delivery/letters.hpp"
#include "tests/adapters/delivery/sink.hpp"

using namespace guichet;
using namespace delivery;

namespace {

Outcome put(Carrier& carrier, const Parcel& parcel) {
  Outcome outcome;
  outcome.kind = Outcome::Kind::gave_up;
  carrier.send(parcel, [&](const Outcome& told) { outcome = told; });
  return outcome;
}

std::size_t count_files(const std::string& path) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a letter in a maildir is the message under its key, once") {
  const Folder folder;
  const auto maildir = make_maildir(folder.path() + "/mail", "guichet.example");

  CHECK(put(*maildir, a_letter()).kind == Outcome::Kind::sent);
  const std::string path = folder.path() + "/mail/new/12-34-1.eml";
  CHECK(base::read_bytes(path).value() == compose_message(a_letter(), "guichet.example").value());

  const auto written = std::filesystem::last_write_time(path);
  CHECK(put(*maildir, a_letter()).kind == Outcome::Kind::sent);
  CHECK(std::filesystem::last_write_time(path) == written);
  CHECK(count_files(folder.path() + "/mail/new") == 1);
  CHECK(count_files(folder.path() + "/mail/tmp") == 0);
}

TEST_CASE("half a letter left by a crash is written anew") {
  const Folder folder;
  std::filesystem::create_directories(folder.path() + "/tmp");
  REQUIRE(base::write_file(folder.path() + "/tmp/12-34-1.eml", "half"));
  const auto maildir = make_maildir(folder.path(), "guichet.example");
  CHECK(put(*maildir, a_letter()).kind == Outcome::Kind::sent);
  CHECK(base::read_bytes(folder.path() + "/new/12-34-1.eml").value().size() > 500);
}

TEST_CASE("a broken letter is refused, a folder that cannot be written makes it wait") {
  const Folder folder;
  const auto maildir = make_maildir(folder.path(), "guichet.example");
  Parcel broken = a_letter();
  broken.subject = "a\nb";
  CHECK(put(*maildir, broken).kind == Outcome::Kind::refused);

  const auto nowhere = make_maildir("/proc/nowhere", "guichet.example");
  const Outcome outcome = put(*nowhere, a_letter());
  CHECK(outcome.kind == Outcome::Kind::later);
  CHECK(outcome.reason.starts_with("impossible d'écrire la lettre dans /proc/nowhere"));
}
