// Sentences with holes, and words that go with a number.
#include "engine/base/message.hpp"

#include <catch2/catch.hpp>

using namespace guichet;

namespace {

constexpr base::MessageText kFiles{"files-kept", "{1} : {0} {0|fichier gardé|fichiers gardés}",
                                   "{1}: {0} {0|file|files} kept"};
constexpr base::MessageText kYaml{"yaml-quoted", "écrivez {a: 1} ou {0} ou {0|un", "write {a: 1}"};

std::string files(const char* number, base::Language language) {
  return base::Message(kFiles, {number, "S-1"}).in(language);
}

}  // namespace

TEST_CASE("a word goes with its number, as the language has it") {
  using base::Language;
  CHECK(files("1", Language::fr) == "S-1 : 1 fichier gardé");
  CHECK(files("0", Language::fr) == "S-1 : 0 fichier gardé");
  CHECK(files("2", Language::fr) == "S-1 : 2 fichiers gardés");
  CHECK(files("1", Language::en) == "S-1: 1 file kept");
  CHECK(files("0", Language::en) == "S-1: 0 files kept");
  CHECK(files("11", Language::en) == "S-1: 11 files kept");
}

TEST_CASE("braces that are no hole are shown as they are") {
  CHECK(base::Message(kYaml, {"x"}).in(base::Language::fr) == "écrivez {a: 1} ou x ou {0|un");
}
