// The house as layers.txt draws it, held against the code: includes go down, other libraries stay
// where they are listed and out of headers, no file grows past its size.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Module {
  int layer = 0;
  std::vector<std::string> headers;
};

const fs::path kRoot = GUICHET_ROOT;
constexpr const char* kFolders[] = {"engine", "rules", "workflows", "adapters"};
// Of the compiler and the system: not "another library".
const std::set<std::string> kSystem{"sys/", "unistd.h", "fcntl.h", "netinet/", "arpa/", "csignal",
                                    "poll.h", "termios.h", "syslog.h", "locale.h", "wctype.h"};

std::map<std::string, Module> read_layers() {
  std::map<std::string, Module> modules;
  std::ifstream file(kRoot / "tests/architecture/layers.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    Module module;
    std::string name;
    words >> module.layer >> name;
    for (std::string header; words >> header;) module.headers.push_back(header);
    modules[name] = module;
  }
  return modules;
}

struct Include {
  std::string header;
  bool quoted = false;
  int line = 0;
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::vector<std::string> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

std::vector<Include> includes_of(const fs::path& path) {
  std::vector<Include> out;
  int number = 0;
  for (const std::string& line : lines_of(path)) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const bool quoted = line[9] == '"';
    const std::size_t end = line.find(quoted ? '"' : '>', 10);
    out.push_back({line.substr(10, end - 10), quoted, number});
  }
  return out;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> out;
  for (const char* folder : kFolders) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      const bool vendored = entry.path().string().find("node_modules") != std::string::npos;
      if (!vendored && (extension == ".cpp" || extension == ".hpp")) out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// "engine/yaml" of engine/yaml/node.hpp.
std::string module_of(const std::string& path) {
  const std::size_t first = path.find('/');
  const std::size_t second = path.find('/', first + 1);
  return first == std::string::npos ? "" : path.substr(0, second);
}

std::string shown(const fs::path& path) { return path.lexically_relative(kRoot).generic_string(); }

bool starts_with_any(const std::string& header, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return header.starts_with(prefix); });
}

// The standard library's headers have neither a dot nor a slash.
bool is_standard(const std::string& header) {
  return header.find_first_of("./") == std::string::npos || starts_with_any(header, kSystem);
}

}  // namespace

TEST_CASE("a module includes itself and lower layers only") {
  const auto modules = read_layers();
  for (const fs::path& path : sources()) {
    const std::string from = module_of(shown(path));
    INFO(shown(path));
    REQUIRE(modules.count(from) == 1);
    for (const Include& include : includes_of(path)) {
      if (!include.quoted) continue;
      const std::string to = module_of(include.header);
      INFO("line " << include.line << " includes " << include.header);
      REQUIRE(modules.count(to) == 1);
      const bool allowed = to == from || modules.at(to).layer < modules.at(from).layer;
      CHECK(allowed);
    }
  }
}

TEST_CASE("headers of other libraries stay in the .cpp files of the modules that list them") {
  const auto modules = read_layers();
  for (const fs::path& path : sources()) {
    const std::string from = module_of(shown(path));
    const bool header_file = path.extension() == ".hpp";
    for (const Include& include : includes_of(path)) {
      if (include.quoted || is_standard(include.header)) continue;
      INFO(shown(path) << " line " << include.line << " includes <" << include.header << ">");
      const bool fmt = include.header.starts_with("fmt/");
      const bool listed = starts_with_any(include.header, modules.at(from).headers);
      CHECK_FALSE(header_file);
      CHECK((fmt || listed));
    }
  }
}

TEST_CASE("no file is too long to read at a sitting") {
  for (const fs::path& path : sources()) {
    const std::size_t most = path.extension() == ".hpp" ? 200 : 400;
    INFO(shown(path));
    CHECK(lines_of(path).size() <= most);
  }
}

TEST_CASE("no file is named after nothing in particular") {
  for (const fs::path& path : sources()) {
    const std::string name = path.stem().string();
    for (const char* vague : {"util", "helper", "manager", "common", "misc"}) {
      INFO(shown(path));
      CHECK(name.find(vague) == std::string::npos);
    }
  }
}

TEST_CASE("nobody uses std::regex or a whole namespace") {
  for (const fs::path& path : sources()) {
    int number = 0;
    for (const std::string& line : lines_of(path)) {
      ++number;
      INFO(shown(path) << " line " << number);
      CHECK(line.find("std::regex") == std::string::npos);
      CHECK(line.find("using namespace") == std::string::npos);
    }
  }
}
