#include "tests/rules/feel/bombs.hpp"

#include <catch2/catch.hpp>
#include <fstream>

namespace guichet::feel {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// <<text>>*N: the text N times; $i counts from 1, $p is one less.
std::string expanded(const std::string& written) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = written.find("<<", at);
    const std::size_t close = open == std::string::npos ? open : written.find(">>*", open);
    if (close == std::string::npos) return out + written.substr(at);
    out += written.substr(at, open - at);
    const std::string text = written.substr(open + 2, close - open - 2);
    std::size_t digits = 0;
    const int times = std::stoi(written.substr(close + 3), &digits);
    for (int i = 1; i <= times; ++i)
      out += text.find('$') == std::string::npos
                 ? text
                 : replaced(replaced(text, "$i", std::to_string(i)), "$p", std::to_string(i - 1));
    at = close + 3 + digits;
  }
}

}  // namespace

std::vector<Bomb> read_bombs() {
  std::ifstream in(GUICHET_ROOT "/tests/rules/feel/bombs.csv");
  REQUIRE(in.good());
  std::vector<Bomb> bombs;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t end = line.rfind(" ; ");
    REQUIRE(end != std::string::npos);
    bombs.push_back({line.substr(0, end), expanded(line.substr(0, end)), line.substr(end + 3)});
  }
  return bombs;
}

}  // namespace guichet::feel
