#include <catch2/catch.hpp>

#include "tests/engine/letters/stage.hpp"

using namespace guichet;
using namespace guichet::letters;
using namespace guichet::letters::test;

namespace {

std::string filled(const std::string& body) {
  const Loaded loaded = load_body(body);
  INFO(loaded.said());
  REQUIRE(loaded.letter);
  return Case().markdown(*loaded.letter);
}

std::string plain(const std::string& body) {
  return to_plain(filled(body));
}

// A letter whose only hole is a name that a stranger typed.
struct Typed {
  std::string plain, html, markdown;
};
Typed typed(std::string_view value, const std::string& body = "{{ shared.nom }}\n") {
  const Loaded loaded = load_body(body);
  REQUIRE(loaded.letter);
  Case data;
  data.set("shared", {{"nom", data.text(value)}});
  const std::string markdown = data.markdown(*loaded.letter);
  return {to_plain(markdown), to_html(markdown), markdown};
}

}  // namespace

TEST_CASE("the letter to a partner, whole") {
  const Loaded loaded = load(
      "---\n"
      "guichet: letter/1\n"
      "to: partenaire\n"
      "subject: \"Mise en relation : {{ need.title }} (demande {{ case.number }})\"\n"
      "channels: [email, printed]\n"
      "---\n"
      "Bonjour {{ recipient.name }},\n"
      "\n"
      "{{ case.owner.name }} vous adresse une demande à {{ lookup(\"communes\", "
      "shared.commune).nom }}\n"
      "({{ article.title }}).\n"
      "\n"
      "- Demandeur : {{ shared.nom }}\n"
      "- Thème : {{ need.theme }}\n"
      "\n"
      "Merci de répondre avant le **{{ long_date(due.sans_reponse) }}** : {{ link.reply }}\n"
      "\n"
      "Bien cordialement,\n"
      "\n"
      "{{ case.owner.name }}\\\n"
      "{{ desk.name }}\n");
  REQUIRE(loaded.said() == "");
  Case data;
  const std::string markdown = data.markdown(*loaded.letter);

  CHECK(data.subject(*loaded.letter) == "Mise en relation : Créer (demande 2009-012)");
  CHECK(data.run.notes.empty());
  CHECK(to_plain(markdown) ==
        "Bonjour A. Martin,\n"
        "\n"
        "Claire Vernhes vous adresse une demande à Figeac (Création).\n"
        "\n"
        "- Demandeur : Salvan\n"
        "- Thème : Création d'entreprise\n"
        "\n"
        "Merci de répondre avant le jeudi 5 mars 2009 :\n"
        "https://guichet.exemple.test/r/7-2-Zk3_x\n"
        "\n"
        "Bien cordialement,\n"
        "\n"
        "Claire Vernhes\n"
        "Plateforme TPE\n");
  CHECK(to_html(markdown) ==
        "<p>Bonjour A. Martin,</p>\n"
        "<p>Claire Vernhes vous adresse une demande à Figeac\n"
        "(Création).</p>\n"
        "<ul>\n"
        "<li>Demandeur : Salvan</li>\n"
        "<li>Thème : Création d'entreprise</li>\n"
        "</ul>\n"
        "<p>Merci de répondre avant le <strong>jeudi 5 mars 2009</strong> : "
        "<a href=\"https://guichet.exemple.test/r/7-2-Zk3_x\">"
        "https://guichet.exemple.test/r/7-2-Zk3_x</a></p>\n"
        "<p>Bien cordialement,</p>\n"
        "<p>Claire Vernhes<br />\n"
        "Plateforme TPE</p>\n");
}

TEST_CASE("values are written as people read them") {
  CHECK(plain("{{ case.opened_on }}\n") == "04/02/2009\n");
  CHECK(plain("{{ short_date(case.opened_on) }}\n") == "04/02/2009\n");
  CHECK(plain("{{ case.commune }}\n") == "Figeac\n");
  CHECK(plain("{{ need.theme }}\n") == "Création d'entreprise\n");
  CHECK(plain("{{ firm.effectif }} salariés\n") == "2,5 salariés\n");
  CHECK(plain("{{ request.themes }}\n") == "creation, recrutement\n");
  CHECK(plain("{{ 1 = 1 }}\n") == "oui\n");
}

TEST_CASE("an English desk writes English dates") {
  Surroundings english = around();
  english.language = base::Language::en;
  base::Diagnostics diagnostics;
  const auto letter = load_letter(
      base::make_source("x.md",
                        "---\nguichet: letter/1\nto: partenaire\nsubject: s\n---\n"
                        "{{ long_date(case.opened_on) }}, {{ firm.effectif }}, {{ 1 = 1 }}\n"),
      "x", english, diagnostics);
  REQUIRE(letter);

  CHECK(to_plain(Case().markdown(*letter)) == "Wednesday 4 February 2009, 2.5, yes\n");
}

TEST_CASE("an unknown value leaves a blank and a note") {
  const Loaded loaded = load_body("Entreprise : {{ firm.entreprise }}.\n");
  REQUIRE(loaded.letter);
  Case data;

  CHECK(to_plain(data.markdown(*loaded.letter)) == "Entreprise : .\n");
  REQUIRE_FALSE(data.run.notes.empty());
  CHECK(data.run.notes.back().what.in(base::Language::fr) ==
        "« firm.entreprise » est inconnu et laisse un blanc");
}

TEST_CASE("an unknown date leaves a blank and a note") {
  const Loaded loaded = load_body("Avant le {{ long_date(due.relance) }}.\n");
  REQUIRE(loaded.letter);
  Case data;

  CHECK(to_plain(data.markdown(*loaded.letter)) == "Avant le .\n");
  CHECK_FALSE(data.run.notes.empty());
}

TEST_CASE("what a stranger typed stays text") {
  for (const char* value : {"*gras* _souligné_ `code` ~~barré~~",
                            "[gagnez](https://mal.exemple)",
                            "![x](https://mal.exemple)",
                            "<script>alert(1)</script>",
                            "<https://mal.exemple>",
                            "&lt;b&gt; &amp; &copy;",
                            "# titre",
                            "1. un",
                            "1) un",
                            "- un",
                            "+ un",
                            "> cité",
                            "===",
                            "---",
                            "| a | b |",
                            "\\*",
                            "a\\",
                            "[ref]: https://mal.exemple",
                            "{{ case.number }}",
                            "javascript:alert(1)"}) {
    INFO(value);
    const Typed shown = typed(value);
    CHECK(shown.plain == std::string(value) + "\n");
    CHECK(shown.html.starts_with("<p>"));
    CHECK(shown.html.find("<p>", 1) == std::string::npos);
    for (const char* tag : {"<a", "<img", "<script", "<h1", "<li", "<em", "<strong", "<code",
                            "<blockquote", "<hr", "<!--"}) {
      CHECK(shown.html.find(tag) == std::string::npos);
    }
  }
}

TEST_CASE("a title cannot be made of the line before a value") {
  CHECK(typed("===", "Bonjour\n{{ shared.nom }}\n").html == "<p>Bonjour\n===</p>\n");
  CHECK(typed("---", "Bonjour\n{{ shared.nom }}\n").html == "<p>Bonjour\n---</p>\n");
}

TEST_CASE("line breaks in a value become spaces") {
  CHECK(typed("un\n\n# deux\r\n    trois").plain == "un # deux trois\n");
  CHECK(typed("un\xE2\x80\xA8"
              "deux\xC2\x85trois\tquatre")
            .plain == "un deux trois quatre\n");
}

TEST_CASE("a subject never breaks its line, and is not escaped") {
  const Loaded loaded = load_subject("Projet : {{ shared.nature_projet }}");
  REQUIRE(loaded.letter);
  Case data;
  data.set("shared", {{"nature_projet", data.text("pain *bio*\r\nBcc: x@y.fr")}});

  CHECK(data.subject(*loaded.letter) == "Projet : pain *bio* Bcc: x@y.fr");
}

TEST_CASE("the desk's own links are links, wherever they stand") {
  const std::string address = "https://guichet.exemple.test/r/7-2-Zk3_x";
  const std::string anchor = "<a href=\"" + address + "\">";

  CHECK(to_html(filled("Ici : {{ link.reply }}.\n")) ==
        "<p>Ici : " + anchor + address + "</a>.</p>\n");
  CHECK(to_html(filled("<{{ link.reply }}>\n")) == "<p>" + anchor + address + "</a></p>\n");
  CHECK(to_html(filled("[Répondre]({{ link.reply }})\n")) == "<p>" + anchor + "Répondre</a></p>\n");
  CHECK(plain("[Répondre]({{ link.reply }})\n") == "Répondre (" + address + ")\n");
  CHECK(plain("<{{ link.reply }}>\n") == address + "\n");
}

TEST_CASE("a link of the desk that is no web address is text") {
  const Loaded loaded = load_body("{{ link.reply }}\n");
  REQUIRE(loaded.letter);
  Case data;
  data.set("link", {{"reply", data.text("javascript:alert(1)")}});
  CHECK(to_html(data.markdown(*loaded.letter)) == "<p>javascript:alert(1)</p>\n");

  data.set("link", {{"reply", data.text("https://x.test/> <b>y")}});
  CHECK(to_html(data.markdown(*loaded.letter)) == "<p>https://x.test/&gt; &lt;b&gt;y</p>\n");
}

TEST_CASE("the same letter filled twice is the same, byte for byte") {
  const Loaded loaded = load_body("{{ case.number }} {{ long_date(due.sans_reponse) }}\n");
  REQUIRE(loaded.letter);

  CHECK(Case().markdown(*loaded.letter) == Case().markdown(*loaded.letter));
}
