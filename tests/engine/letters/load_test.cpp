#include <catch2/catch.hpp>

#include "tests/engine/letters/stage.hpp"

using namespace guichet;
using namespace guichet::letters;
using namespace guichet::letters::test;

namespace {

std::string codes(const Loaded& loaded) {
  std::string out;
  for (const base::Diagnostic& each : loaded.diagnostics.sorted()) {
    const base::Place place = each.at.source->place_of(each.at.offset);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(each.code()) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a letter is read with what it uses") {
  const Loaded loaded = load(
      "---\n"
      "guichet: letter/1\n"
      "to: partenaire\n"
      "subject: \"Mise en relation : {{ shared.nature_projet }}\"\n"
      "channels: [printed, email]\n"
      "---\n"
      "Avant le {{ long_date(due.sans_reponse) }}, rappel le {{ due.relance }} : {{ link.reply "
      "}}\n");

  REQUIRE(loaded.said() == "");
  REQUIRE(loaded.letter);
  CHECK(loaded.letter->id == "x");
  CHECK(loaded.letter->to == "partenaire");
  CHECK(loaded.letter->channels == std::vector{Channel::printed, Channel::email});
  CHECK(loaded.letter->timers == std::set<std::string>{"relance", "sans_reponse"});
  CHECK(loaded.letter->uses_reply_link);
}

TEST_CASE("a letter goes by e-mail and asks no answer unless it says so") {
  const Loaded loaded = load_body("Bonjour\n");

  REQUIRE(loaded.letter);
  CHECK(loaded.letter->channels == std::vector{Channel::email});
  CHECK(loaded.letter->timers.empty());
  CHECK_FALSE(loaded.letter->uses_reply_link);
}

TEST_CASE("a letter may have line ends of another system, and a byte order mark") {
  const Loaded loaded = load(
      "\xEF\xBB\xBF---\r\nguichet: letter/1\r\nto: partenaire\r\nsubject: Objet\r\n---\r\n"
      "Bonjour {{ recipient.name }}\r\n");

  REQUIRE(loaded.said() == "");
  CHECK(to_plain(Case().markdown(*loaded.letter)) == "Bonjour A. Martin\n");
}

TEST_CASE("a mistake inside a hole is shown where it stands in the file") {
  CHECK(load_body("Bonjour,\n\nVotre commune : {{ shared.comune }}.\n").said() ==
        "letters/x.md:8:27: error [unknown-member]: 'comune' does not exist in shared\n"
        "    8 | Votre commune : {{ shared.comune }}.\n"
        "      |                           ^ did you mean 'commune'?\n");
}

TEST_CASE("a mistake in the head is shown where it stands in the file") {
  const Loaded loaded = load(
      "---\nguichet: letter/1\nto: partenair\nsubject: \"À {{ case.numbre }}\"\n"
      "channels: [email, email, fax]\nsujet: x\n---\nBonjour\n");

  CHECK(loaded.letter == nullptr);
  CHECK(codes(loaded) ==
        "3:5 unknown-role\n"
        "4:21 unknown-member\n"
        "5:19 repeated-channel\n"
        "5:26 unknown-channel\n"
        "6:1 unknown-key\n");
  CHECK(loaded.said().find("    4 | subject: \"À {{ case.numbre }}\"\n") != std::string::npos);
}

TEST_CASE("a file that is no letter is refused with the way to write one") {
  CHECK(codes(load("Bonjour\n")) == "1:1 letter-without-head\n");
  CHECK(codes(load("")) == "1:1 letter-without-head\n");
  CHECK(codes(load("---\nguichet: letter/1\nBonjour\n")) == "1:1 letter-head-open\n");
  CHECK(codes(load("---\nguichet: letter/1\nto: partenaire\nsubject: a\n---\n \n")) ==
        "6:1 letter-without-body\n");
  CHECK(codes(load("---\nguichet: calendar/1\nto: partenaire\nsubject: a\n---\nB\n")) ==
        "2:10 wrong-header\n");
  CHECK(codes(load(std::string(200'001, 'x'))) == "1:1 letter-too-long\n");
}

TEST_CASE("a hole that is not closed, and one that nothing opens") {
  CHECK(codes(load_body("A {{ case.number\n\nB {{ case.number }}\n")) == "6:3 unclosed-hole\n");
  CHECK(codes(load_body("A {{ case.number }\n")) == "6:3 unclosed-hole\n");
  CHECK(codes(load_body("A case.number }}\n")) == "6:15 stray-close\n");
  CHECK(codes(load_body("A {{ \"x }}\n")) == "6:6 feel-syntax\n");
  CHECK(codes(load_body("A {{ }}\n")).find("feel-empty") != std::string::npos);
}

TEST_CASE("braces inside a string or a context do not end a hole") {
  const Loaded strings = load_body("{{ \"}}\" + \"{{\" }}\n");
  REQUIRE(strings.said() == "");
  CHECK(to_plain(Case().markdown(*strings.letter)) == "}}{{\n");

  const Loaded contexts = load_body("{{{a: {b: \"x\"}}.a.b}} and {{ {a: 1}.a }}\n");
  REQUIRE(contexts.said() == "");
  CHECK(to_plain(Case().markdown(*contexts.letter)) == "x and 1\n");
}

TEST_CASE("what a letter cannot show is refused") {
  CHECK(codes(load_body("{{ shared }}\n")) == "6:4 hole-not-text\n");
  CHECK(codes(load_body("{{ lookup(\"communes\", case.commune) }}\n")) == "6:4 hole-not-text\n");
  CHECK(codes(load_body("{{ [1..2] }}\n")) == "6:4 hole-not-text\n");
}

TEST_CASE("names that a letter does not have are refused") {
  for (const char* wrong : {"actor", "children", "case.nom", "person.entreprise", "recipient.nom",
                            "link.replly", "desk.hours", "owner"}) {
    INFO(wrong);
    CHECK(load_body(std::string("{{ ") + wrong + " }}\n").letter == nullptr);
  }
}

TEST_CASE("a subject carries no personal data, however it is reached") {
  for (const char* personal :
       {"shared.nom", "person.nom", "firm.entreprise", "request.description",
        "string(firm.effectif)", "if person.accord then \"a\" else \"b\"", "event.nom",
        "get value(event, \"nom\")", "get value(shared, \"nom\")", "\"M. \" + shared . nom"}) {
    INFO(personal);
    const Loaded loaded = load_subject(std::string("Demande de {{ ") + personal + " }}");
    CHECK(loaded.letter == nullptr);
    CHECK(codes(loaded) == "4:25 personal-data-in-subject\n");
  }
}

TEST_CASE("a subject may carry what is not personal") {
  for (const char* free :
       {"case.number", "need.theme", "shared.nature_projet", "article.title", "case.owner.name",
        "shared.commune", "event.reference", "lookup(\"communes\", case.commune).nom"}) {
    INFO(free);
    const Loaded loaded = load_subject(std::string("Demande {{ ") + free + " }}");
    CHECK(loaded.said() == "");
  }
}

TEST_CASE("the text of a letter may carry personal data") {
  CHECK(load_body("{{ shared.nom }}, {{ person.nom }}\n").said() == "");
}

TEST_CASE("a subject is one line of text") {
  CHECK(codes(load_subject(" ")) == "4:10 subject-line\n");
  CHECK(codes(load("---\nguichet: letter/1\nto: partenaire\nsubject: |\n  a\n  b\n---\nB\n"))
            .find("subject-line") != std::string::npos);
}

TEST_CASE("a hole in code or HTML is refused, for its value would be shown with escapes") {
  CHECK(codes(load_body("Texte\n\n    {{ case.number }}\n")) == "8:5 hole-in-code\n");
  CHECK(codes(load_body("Numéro `{{ case.number }}`\n")) == "6:9 hole-in-code\n");
  CHECK(codes(load_body("<a href=\"{{ link.reply }}\">ici</a>\n")).find("6:10 hole-in-code\n") !=
        std::string::npos);
}

TEST_CASE("HTML in a letter is allowed with a warning, for it is shown as it is") {
  const Loaded loaded = load_body("Bonjour<br>à vous\n");

  REQUIRE(loaded.letter);
  CHECK(codes(loaded) == "6:8 raw-html\n");
}
