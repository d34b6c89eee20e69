// What authors write by habit, and what they are told: mistakes.txt against mistakes.expected.
// GUICHET_UPDATE_EXPECTED=1 rewrites the latter.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

Scope desk_scope() {
  Scope scope;
  scope.declare("effectif", Type::of(Kind::number));
  scope.declare("chiffre d'affaires", Type::of(Kind::number));
  scope.declare("commune", Type::of(Kind::string));
  scope.declare("theme", Type::one_of({"creation", "transmission", "recrutement"}));
  scope.declare("firm", Type::context({{"naf", Type::of(Kind::string)},
                                       {"effectif moyen", Type::of(Kind::number)}}));
  scope.declare("depuis", Type::of(Kind::date));
  scope.declare("accord", Type::of(Kind::boolean));
  scope.declare("response-time", Type::of(Kind::number));
  scope.declare("themes", Type::list_of(Type::one_of({"creation", "transmission"})));
  scope.declare("delai", Type::of(Kind::days_duration));
  return scope;
}

std::string told(const std::string& expression) {
  base::Diagnostics diagnostics;
  compile(located(expression), desk_scope(), diagnostics);
  return base::render_text(diagnostics, base::Language::en) +
         base::render_text(diagnostics, base::Language::fr);
}

std::string contents(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("mistakes of habit are told with place, reason and hint", "[feel]") {
  const std::string base = GUICHET_ROOT "/tests/rules/feel/mistakes";
  std::istringstream lines(contents(base + ".txt"));
  std::string line, all;
  int count = 0;
  while (std::getline(lines, line)) {
    if (line.empty() || line.starts_with("//")) continue;
    const std::string answer = told(line);
    INFO(line);
    CHECK(answer != "");
    all += "# " + line + "\n" + answer + "\n";
    ++count;
  }
  CHECK(count >= 120);
  if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) {
    std::ofstream(base + ".expected") << all;
  }
  CHECK(all == contents(base + ".expected"));
}

}  // namespace guichet::feel
