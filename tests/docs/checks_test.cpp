// docs/checks.md against the sources: what the checkers say has its row, and no row is left of what
// nothing says. The codes of a module are the keys of those constants of its messages.hpp that its
// own .cpp files hand to error(), warning() and info() as the sentence.
#include <algorithm>
#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"

using namespace guichet;
namespace fs = std::filesystem;

namespace {

const std::string kRoot = GUICHET_ROOT "/";

std::string content(const std::string& path) {
  const auto bytes = base::read_bytes(path);
  REQUIRE(bytes);
  return *bytes;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string word_at(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

// Constant -> key, of a module's catalogues.
std::map<std::string, std::string> catalogue(const std::string& module) {
  std::map<std::string, std::string> keys;
  for (const auto& entry : fs::directory_iterator(kRoot + module)) {
    if (!entry.path().string().ends_with("messages.hpp")) continue;
    const std::string text = content(entry.path().string());
    const std::string opening = "MessageText ";
    for (std::size_t at = text.find(opening); at != std::string::npos;
         at = text.find(opening, at + 1)) {
      const std::string name = word_at(text, at + opening.size());
      if (!name.starts_with('k')) continue;
      const std::size_t quote = text.find('"', at);
      keys[name] = text.substr(quote + 1, text.find('"', quote + 1) - quote - 1);
    }
  }
  return keys;
}

// The first constant of each call, which is the sentence; a hint comes after it.
std::set<std::string> said_by(const std::string& module) {
  const auto keys = catalogue(module);
  std::set<std::string> codes;
  for (const auto& entry : fs::directory_iterator(kRoot + module)) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = content(entry.path().string());
    for (const std::string call : {".error(", "_.warning(", ".warning(", ".info("}) {
      for (std::size_t at = text.find(call); at != std::string::npos;
           at = text.find(call, at + 1)) {
        const std::size_t end = text.find(';', at);
        // The sentence is the first Message of the call; one that is a variable is told elsewhere.
        const std::size_t sentence = text.find("Message(", at);
        const std::size_t named = text.find("messages::k", sentence);
        constexpr std::size_t kNear = 16;
        if (sentence > end || named == std::string::npos || named > sentence + kNear) continue;
        const auto key = keys.find(word_at(text, named + std::string("messages::").size()));
        if (key != keys.end()) codes.insert(key->second);
      }
    }
  }
  return codes;
}

// The words in backquotes in the first column of the page's tables.
std::set<std::string> told() {
  std::set<std::string> codes;
  const std::string page = content(kRoot + "docs/checks.md");
  for (std::size_t line = 0; line < page.size(); line = page.find('\n', line) + 1) {
    const std::string text = page.substr(line, page.find('\n', line) - line);
    if (!text.starts_with("| `")) continue;
    const std::string cell = text.substr(1, text.find('|', 1) - 1);
    for (std::size_t at = cell.find('`'); at != std::string::npos;) {
      const std::size_t end = cell.find('`', at + 1);
      codes.insert(cell.substr(at + 1, end - at - 1));
      at = cell.find('`', end + 1);
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("docs/checks.md has a row for each thing that the checkers of a desk's files say") {
  const auto rows = told();
  for (const std::string module : {"engine/yaml", "workflows/check", "workflows/bundle"}) {
    const auto codes = said_by(module);
    CHECK(codes.size() >= 10);
    for (const std::string& code : codes) {
      INFO(module << " says [" << code << "]");
      CHECK(rows.contains(code));
    }
  }
}

TEST_CASE("docs/checks.md has no row for what nothing says") {
  std::set<std::string> known;
  for (const std::string module :
       {"engine/yaml", "engine/vocabulary", "workflows/check", "workflows/bundle"}) {
    for (const auto& [name, key] : catalogue(module)) known.insert(key);
  }
  for (const std::string& row : told()) {
    INFO(row);
    CHECK(known.contains(row));
  }
}
