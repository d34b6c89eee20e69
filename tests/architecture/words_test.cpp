// The words of the house: of two labels with one marker the later would win without a sound, and of
// two constants with one name the linker keeps either.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kSources = GUICHET_ROOT;

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::set<std::string>& extensions) {
  std::vector<fs::path> out;
  fs::recursive_directory_iterator walk(folder);
  for (const auto& entry : walk) {
    if (entry.path().filename() == "node_modules") walk.disable_recursion_pending();
    if (extensions.contains(entry.path().extension())) out.push_back(entry.path());
  }
  return out;
}

// Each word that follows `before`, in order.
std::vector<std::string> words_after(const std::string& text, std::string_view before,
                                     std::string_view first) {
  std::vector<std::string> out;
  for (std::size_t at = text.find(before); at != std::string::npos;
       at = text.find(before, at + before.size())) {
    std::size_t begin = at + before.size();
    std::size_t end = begin;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
      ++end;
    }
    if (text.compare(begin, first.size(), first) == 0)
      out.push_back(text.substr(begin, end - begin));
  }
  return out;
}

struct Labels {
  std::map<std::string, std::string> defined;  // by marker: the file
  std::vector<std::string> twice;
};

Labels labels() {
  Labels out;
  for (const fs::path& path : files_in(kSources / "adapters/web", {".hpp", ".cpp"})) {
    const std::string text = text_of(path);
    if (text.find(" Label k") == std::string::npos) continue;
    for (const std::string& marker : words_after(text, "{\"", "L_")) {
      const auto [known, is_new] = out.defined.try_emplace(marker, path.filename().string());
      if (!is_new) {
        out.twice.push_back(marker + " in " + known->second + " and " + path.filename().string());
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("no label of the pages is defined twice") {
  const Labels all = labels();
  REQUIRE(all.defined.size() > 300);
  CAPTURE(all.twice);
  CHECK(all.twice.empty());
}

TEST_CASE("a label that no page says is not kept") {
  std::string pages;
  for (const fs::path& path : files_in(kSources / "adapters/web", {".tpl", ".cpp"})) {
    pages += text_of(path);
  }
  std::vector<std::string> silent;
  for (const auto& [marker, file] : labels().defined) {
    const bool said = pages.find("{{" + marker + "}}") != std::string::npos ||
                      pages.find("{{" + marker + ":") != std::string::npos ||
                      pages.find('"' + marker + '"') != std::string::npos;
    if (!said) silent.push_back(marker + " in " + file);
  }
  CAPTURE(silent);
  CHECK(silent.empty());
}

TEST_CASE("no sentence of a module has the name of another one") {
  std::map<std::string, std::string> seen;  // by module and name: the file
  std::vector<std::string> twice;
  for (const char* top : {"engine", "rules", "workflows", "adapters"}) {
    for (const fs::path& path : files_in(kSources / top, {".hpp"})) {
      const auto relative = fs::relative(path, kSources);
      const std::string module = (*relative.begin() / *std::next(relative.begin())).string();
      for (const std::string& name : words_after(text_of(path), "MessageText ", "k")) {
        const auto [known, is_new] = seen.try_emplace(module + " " + name, relative.string());
        if (!is_new) twice.push_back(name + " in " + known->second + " and " + relative.string());
      }
    }
  }
  REQUIRE(seen.size() > 500);
  CAPTURE(twice);
  CHECK(twice.empty());
}
