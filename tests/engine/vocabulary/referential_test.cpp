#include <catch2/catch.hpp>

#include "tests/engine/vocabulary/words.hpp"

using namespace guichet;
using namespace guichet::vocabulary;
using namespace guichet::vocabulary::test;
using Codes = std::vector<std::string>;

TEST_CASE("a list is read with its columns and labels") {
  const auto list = communes();

  CHECK(list->codes() == Codes{"46102", "46108", "12052", "46042"});
  CHECK(list->contains("46108"));
  CHECK_FALSE(list->contains("Fons"));
  CHECK(list->value("46102", "population") == "9811");
  CHECK_FALSE(list->value("46102", "altitude"));
  CHECK_FALSE(list->value("99999", "nom"));
  CHECK(list->label("46102") == "Figeac");
  CHECK(list->label("99999") == "99999");
}

TEST_CASE("a level and its code cover the rows under it") {
  const auto list = communes();

  CHECK(list->expand("epci:200067361") == Codes{"46102", "46108", "12052"});
  CHECK(list->expand("dep:46") == Codes{"46102", "46108", "46042"});
  CHECK(list->expand("com:46102") == Codes{"46102"});
  CHECK(list->expand("code:46102") == Codes{"46102"});
  CHECK(list->expand("46102") == Codes{"46102"});
  CHECK(list->expand("12") == Codes{"12052"});
  CHECK(list->expand("epci:1").empty());
  CHECK(list->expand("canton:46").empty());
  CHECK(list->expand("com:99999").empty());
  CHECK(list->expand("461").empty());
  CHECK(list->expand("").empty());
  CHECK(list->expand("epci:").empty());
}

TEST_CASE("a code of activity covers the finer ones, a section its own") {
  const auto list = naf();

  CHECK(list->expand("10.71C") == Codes{"10.71C"});
  CHECK(list->expand("10.71") == Codes{"10.71", "10.71C", "10.71D"});
  CHECK(list->expand("10") == Codes{"10", "10.7", "10.71", "10.71C", "10.71D"});
  CHECK(list->expand("C") == Codes{"10", "10.7", "10.71", "10.71C", "10.71D"});
  CHECK(list->expand("section:I") == Codes{"56.10A"});
  CHECK(list->expand("1").empty());
  CHECK(list->expand("Z").empty());
}

TEST_CASE("a word that two levels know covers nothing until its level is named") {
  base::Diagnostics diagnostics;
  const auto table =
      tabular::read_csv("c.csv", "code;dep;reg\n76001;76;28\n46102;46;76\n", diagnostics);
  const Referential list({.id = "c", .levels = {{"dep", "dep"}, {"reg", "reg"}}}, table,
                         diagnostics);

  CHECK(list.expand("76").empty());
  CHECK(list.expand("reg:76") == Codes{"46102"});
  CHECK(list.expand("46") == Codes{"46102"});
}

TEST_CASE("what is wrong in a list is said at its place") {
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv("c.csv", "code;nom\n1;A\n;B\n1;C\n", diagnostics);

  const Referential list({.id = "c", .label = "nmo", .levels = {{"epci", "epci"}}}, table,
                         diagnostics);

  CHECK(base::render_text(diagnostics, base::Language::en) ==
        "c.csv:1:1: error [unknown-column]: the referential 'c' has no column 'nmo'\n"
        "    1 | code;nom\n"
        "      | ^ did you mean 'nom'?\n"
        "c.csv:1:1: error [unknown-column]: the referential 'c' has no column 'epci'\n"
        "    1 | code;nom\n"
        "      | ^\n"
        "c.csv:3:1: error [empty-code]: this row has no code\n"
        "    3 | ;B\n"
        "      | ^\n"
        "c.csv:4:1: error [repeated-code]: the code '1' is already defined\n"
        "    4 | 1;C\n"
        "      | ^\n");
}
