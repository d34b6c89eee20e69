#include <catch2/catch.hpp>

#include "engine/letters/letter.hpp"

using namespace guichet::letters;

namespace {

std::string row(int count, char sign) {
  std::string out;
  for (int i = 0; i < count; ++i) out += sign;
  return out;
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0, width = 0;
  for (const char c : text) {
    if (c == '\n') {
      most = std::max(most, width);
      width = 0;
    } else if ((c & 0xC0) != 0x80) {
      ++width;
    }
  }
  return most;
}

}  // namespace

TEST_CASE("paragraphs are wrapped at 76 columns, counted in characters") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "élève déjà reçu ";

  const std::string plain = to_plain(text);

  CHECK(widest(plain) <= 76);
  CHECK(widest(plain) > 70);
  CHECK(plain.find(" \n") == std::string::npos);
}

TEST_CASE("a line of 76 columns is not broken, one of 77 is") {
  CHECK(to_plain(row(70, 'x') + " 12345") == row(70, 'x') + " 12345\n");
  CHECK(to_plain(row(70, 'x') + " 123456") == row(70, 'x') + "\n123456\n");
}

TEST_CASE("an address longer than a line stays whole") {
  const std::string address = "https://guichet.exemple.test/" + row(90, 'a');

  CHECK(to_plain("Ici : <" + address + "> merci") == "Ici :\n" + address + "\nmerci\n");
}

TEST_CASE("French no-break spaces are not broken at") {
  const std::string plain = to_plain(row(70, 'x') + " «\xC2\xA0mot\xC2\xA0»");

  CHECK(plain == row(70, 'x') + "\n«\xC2\xA0mot\xC2\xA0»\n");
}

TEST_CASE("lists, nested and numbered, keep their shape") {
  CHECK(to_plain("Avant\n\n- un\n- deux\n  suite\n  1. a\n  2. b\n\nAprès\n") ==
        "Avant\n"
        "\n"
        "- un\n"
        "- deux suite\n"
        "  1. a\n"
        "  2. b\n"
        "\n"
        "Après\n");
  CHECK(to_plain("- un\n\n- deux\n\n  encore\n") == "- un\n\n- deux\n\n  encore\n");
  CHECK(to_plain("3. trois\n4. quatre\n") == "3. trois\n4. quatre\n");
  CHECK(to_plain("- \n- x\n") == "-\n- x\n");
}

TEST_CASE("a long item hangs under its first word") {
  const std::string plain = to_plain("- " + row(60, 'x') + " " + row(30, 'y'));

  CHECK(plain == "- " + row(60, 'x') + "\n  " + row(30, 'y') + "\n");
}

TEST_CASE("a whole document as plain text") {
  CHECK(to_plain("# Titre\n"
                 "\n"
                 "Un *mot* **fort** et `code`,\n"
                 "deuxième ligne  \n"
                 "troisième\\\n"
                 "quatrième.\n"
                 "\n"
                 "> cité\n"
                 "> encore\n"
                 ">\n"
                 "> - point\n"
                 "\n"
                 "***\n"
                 "\n"
                 "    colonne  1\n"
                 "    colonne  2\n"
                 "\n"
                 "[texte](https://x.test/a) <a@b.test> ![image](https://x.test/i.png)\n") ==
        "Titre\n"
        "\n"
        "Un mot fort et code, deuxième ligne\n"
        "troisième\n"
        "quatrième.\n"
        "\n"
        "> cité encore\n"
        ">\n"
        "> - point\n"
        "\n"
        "--------\n"
        "\n"
        "    colonne  1\n"
        "    colonne  2\n"
        "\n"
        "texte (https://x.test/a) a@b.test image\n");
}

TEST_CASE("raw HTML is shown, not run") {
  CHECK(to_html("a <b>x</b>\n") == "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n");
  CHECK(to_html("<script>\nalert(1)\n</script>\n") ==
        "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
  CHECK(to_plain("a <b>x</b>\n") == "a <b>x</b>\n");
  CHECK(to_plain("<div>\nx\n</div>\n") == "<div>\nx\n</div>\n");
}

TEST_CASE("a link that runs something leads nowhere") {
  CHECK(to_html("[x](javascript:alert%281%29)\n") == "<p><a href=\"\">x</a></p>\n");
}

TEST_CASE("nothing at all is nothing") {
  CHECK(to_plain("") == "");
  CHECK(to_html("") == "");
  CHECK(to_plain("\n \n") == "");
}

TEST_CASE("quotes and lists nested without end are read without harm") {
  const std::string quotes = row(20'000, '>');
  CHECK(to_plain(quotes + " x").find('x') != std::string::npos);
  std::string items;
  for (int i = 0; i < 2'000; ++i) items += "- ";
  CHECK(to_plain(items + "x").find('x') != std::string::npos);
  CHECK(to_html(quotes + " x").find('x') != std::string::npos);
}
