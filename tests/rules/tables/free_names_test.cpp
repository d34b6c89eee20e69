#include <catch2/catch.hpp>

#include "rules/tables/free_names.hpp"

namespace guichet::tables {

using Names = std::vector<std::string>;

TEST_CASE("the variables of an expression are its words that mean nothing else") {
  CHECK(free_names("theme") == Names{"theme"});
  CHECK(free_names("dossier.stade") == Names{"dossier"});
  CHECK(free_names("(aujourdhui - dossier.recu_le).days") == Names{"aujourdhui", "dossier"});
  CHECK(free_names("if a > 1e6 and not(b) then \"c d\" else null") == Names{"a", "b"});
  CHECK(free_names("a + a * 2") == Names{"a"});
  CHECK(free_names("\"x \\\" y\" + z") == Names{"z"});
}

TEST_CASE("names of functions are no variables, in one word or several") {
  CHECK(free_names("count(list)") == Names{"list"});
  CHECK(free_names("upper case(firm.name)") == Names{"firm"});
  CHECK(free_names("date and time(day)") == Names{"day"});
  CHECK(free_names("years and months duration(since, until).years > 3") == Names{"since", "until"});
}

TEST_CASE("a text of words alone is one name") {
  CHECK(free_names("date de depot") == Names{"date de depot"});
  CHECK(free_names("réponse-x") == Names{"réponse-x"});
  CHECK(free_names("a - b") == Names{"a", "b"});
  CHECK(free_names("a and b") == Names{"a", "b"});
}

}  // namespace guichet::tables
