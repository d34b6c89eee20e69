// CI compiles several files of a module as one (the preset `ci`). What the compiler would then say
// of two files that give one name to two things is said here, where it takes no time.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kHouse = GUICHET_ROOT;

struct Private {
  std::string name;  // with its namespace
  std::string line;
};

std::string word_at(std::string_view text) {
  const auto end = std::ranges::find_if(
      text, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)) && c != '_'; });
  return {text.begin(), end};
}

// What a line at the outermost level declares: a type, an alias, a constant, or a function with
// what is known of its parameters; "" for anything else. The code is formatted, so lines tell.
std::string declared_in(const std::string& line) {
  if (line.starts_with("using ") && !line.contains(" = ")) return {};
  for (const std::string_view key : {"struct ", "class ", "enum class ", "using "})
    if (line.starts_with(key)) return word_at(std::string_view(line).substr(key.size()));
  if (line.find_first_of(" }/#)") == 0) return {};
  const std::size_t parenthesis = line.find('(');
  const std::size_t constant = line.find(" k");
  if (constant < parenthesis && (line.starts_with("const ") || line.starts_with("constexpr ")))
    return word_at(std::string_view(line).substr(constant + 1));
  if (parenthesis == std::string::npos || !line.ends_with("{")) return {};
  return line.substr(line.rfind(' ', parenthesis) + 1);
}

// A file with an entry of its own is a program of its own.
bool is_program(const std::vector<std::string>& lines) {
  return std::ranges::any_of(lines, [](const std::string& line) {
    return line.starts_with("int main(") || line.starts_with("extern \"C\" int LLVMFuzzer");
  });
}

std::vector<Private> privates_of(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (is_program(lines)) return {};
  std::vector<Private> out;
  std::string around;
  bool inside = false;
  for (const std::string& line : lines) {
    if (line == "namespace {") {
      inside = true;
    } else if (line.starts_with("}  // namespace")) {
      inside = false;
    } else if (line.starts_with("namespace ")) {
      around = line;
    } else if (const std::string name = inside ? declared_in(line) : ""; !name.empty()) {
      out.push_back({around + " " + name, line});
    }
  }
  return out;
}

// Modules and the suites of their tests, whose rooms are compiled together.
std::vector<fs::path> modules() {
  std::vector<fs::path> out;
  for (const fs::path house : {kHouse, kHouse / "tests"})
    for (const char* top : {"engine", "rules", "workflows", "adapters"})
      for (const auto& entry : fs::directory_iterator(house / top))
        if (entry.is_directory()) out.push_back(entry.path());
  return out;
}

std::vector<fs::path> sources_of(const fs::path& module) {
  std::vector<fs::path> files;
  fs::recursive_directory_iterator walk(module);
  for (const auto& entry : walk) {
    if (entry.path().filename() == "node_modules") walk.disable_recursion_pending();
    if (entry.path().extension() == ".cpp") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

// "engine/cases: 'Again' in incidents.cpp and rest.cpp"
void add_clashes(const fs::path& module, std::vector<std::string>& clashes) {
  std::map<std::string, std::pair<std::string, std::string>> seen;  // by name: line, file
  for (const fs::path& path : sources_of(module)) {
    const std::string file = fs::relative(path, module).string();
    for (const Private& each : privates_of(path)) {
      const auto [first, is_new] = seen.try_emplace(each.name, each.line, file);
      // Two aliases for one thing are one.
      const bool same = each.line.starts_with("using ") && each.line == first->second.first;
      if (is_new || same || first->second.second == file) continue;
      clashes.push_back(fs::relative(module, kHouse).string() + ": '" + each.line + "' in " +
                        first->second.second + " and " + file);
    }
  }
}

}  // namespace

TEST_CASE("files of a module give a name of their own to each thing") {
  std::vector<std::string> clashes;
  for (const fs::path& module : modules()) add_clashes(module, clashes);
  std::string told;
  for (const std::string& clash : clashes) told += clash + "\n";
  INFO(told);
  CHECK(clashes.empty());
}
