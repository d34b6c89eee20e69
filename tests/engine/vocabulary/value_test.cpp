#include <catch2/catch.hpp>

#include <iostream>

#include "engine/base/file.hpp"
#include "tests/engine/vocabulary/words.hpp"

using namespace guichet;
using namespace guichet::vocabulary;
using namespace guichet::vocabulary::test;
using base::Language;

namespace {

const Vocabulary& words() {
  static const Loaded loaded = load(kFields);
  return *loaded.vocabulary;
}

// The value as a literal, or the sentence that refuses it.
std::string read(const char* id, std::string_view text, const Formats& formats = {}) {
  const auto value = parse_value(*words().find(id), text, words(), formats);
  return value ? feel::to_literal(value->value()) : value.error().in(Language::fr);
}

std::string fit(const char* id, const feel::Value& given) {
  const auto value = fit_value(*words().find(id), given, words());
  return value ? feel::to_literal(value->value()) : value.error().in(Language::fr);
}

std::string show(const char* id, const feel::Stored& value, Language language = Language::fr) {
  return shown(*words().find(id), value.value(), words(), language);
}

}  // namespace

TEST_CASE("empty text is null for every type") {
  for (const std::string& id : words().ids()) {
    INFO(id);
    CHECK(read(id.c_str(), "") == "null");
    CHECK(read(id.c_str(), " \xC2\xA0\t") == "null");
  }
}

TEST_CASE("text is trimmed and its line breaks made one kind") {
  CHECK(read("nom", "  Salvan \r\n") == "\"Salvan\"");
  CHECK(parse_value(*words().find("nom"), "a\r\nb", words())->value().text() == "a\nb");
  CHECK(read("nom", std::string_view("a\0b", 3)) ==
        "Nom : le texte contient un caractère illisible");
  CHECK(read("nom", "\xFF") == "Nom : le texte contient un caractère illisible");
  CHECK(read("nom", std::string(20'001, 'x')) == "Nom : le texte dépasse 20000 caractères");
}

TEST_CASE("numbers are read as the French write them") {
  CHECK(read("effectif", "12") == "12");
  CHECK(read("effectif", "12,5") == "12.5");
  CHECK(read("effectif", "12.5") == "12.5");
  CHECK(read("effectif", "1 200") == "1200");
  CHECK(read("effectif",
             "1\xC2\xA0"
             "200,25") == "1200.25");
  CHECK(read("effectif",
             "1\xE2\x80\xAF"
             "200") == "1200");
  CHECK(read("effectif", "12 salariés") == "Effectif : « 12 salariés » n'est pas un nombre");
  CHECK(read("effectif", "1.200,5") == "Effectif : « 1.200,5 » n'est pas un nombre");
  CHECK(read("effectif", "12 00") == "Effectif : « 12 00 » n'est pas un nombre");
  CHECK(read("effectif", "12,") == "Effectif : « 12, » n'est pas un nombre");
  CHECK(read("effectif", ",5") == "Effectif : « ,5 » n'est pas un nombre");
  CHECK(read("effectif", "1e3") == "Effectif : « 1e3 » n'est pas un nombre");
}

TEST_CASE("a field's own check refuses what does not satisfy it") {
  CHECK(read("effectif", "0") == "0");
  CHECK(read("effectif", "-1") == "Effectif : la valeur doit vérifier >= 0");
  CHECK(fit("effectif", feel::Value::integer(-1)) == "Effectif : la valeur doit vérifier >= 0");
}

TEST_CASE("yes and no are read in both languages") {
  CHECK(read("urgent", "Oui") == "true");
  CHECK(read("urgent", "non") == "false");
  CHECK(read("urgent", "true") == "true");
  CHECK(read("urgent", "faux") == "false");
  CHECK(read("urgent", "peut-être") == "Urgent : répondez par oui ou par non");
}

TEST_CASE("dates are read in the desk's format, and always in ISO's") {
  const Formats french{.date = "dd/mm/yyyy"};

  CHECK(read("recue_le", "04/02/2009", french) == "@\"2009-02-04\"");
  CHECK(read("recue_le", "4/2/2009", french) == "@\"2009-02-04\"");
  CHECK(read("recue_le", "2009-02-04", french) == "@\"2009-02-04\"");
  CHECK(read("recue_le", "2009-02-04") == "@\"2009-02-04\"");
  CHECK(read("recue_le", "30/02/2009", french) ==
        "Reçue le : « 30/02/2009 » n'est pas une date (par exemple 04/02/2009)");
  CHECK(read("recue_le", "04/02/09", french) ==
        "Reçue le : « 04/02/09 » n'est pas une date (par exemple 04/02/2009)");
  CHECK(read("recue_le", "04/02/2009") ==
        "Reçue le : « 04/02/2009 » n'est pas une date (par exemple 2009-02-04)");
}

TEST_CASE("a choice is one of its values, or its label") {
  CHECK(read("theme", "creation") == "\"creation\"");
  CHECK(read("theme", "Création") == "\"creation\"");
  CHECK(read("theme", "RECRUTEMENT") == "\"recrutement\"");
  CHECK(read("theme", "embauche") ==
        "Thème : « embauche » n'est pas un choix possible (Création, recrutement)");
}

TEST_CASE("a list is split, each item read, and a repetition dropped") {
  CHECK(read("themes", "creation|recrutement") == "[\"creation\", \"recrutement\"]");
  CHECK(read("themes", " creation | creation |") == "[\"creation\"]");
  CHECK(read("themes", "creation;recrutement", {.list_separator = ';'}) ==
        "[\"creation\", \"recrutement\"]");
  CHECK(read("themes", "|") == "null");
  CHECK(read("themes", "creation|embauche") ==
        "Thèmes : « embauche » n'est pas un choix possible (Création, recrutement)");
}

TEST_CASE("a code is one of its referential") {
  CHECK(read("commune", "46102") == "\"46102\"");
  CHECK(read("commune", "99999") == "Commune : le code « 99999 » n'existe pas");
  CHECK(read("commune", "Figeac") == "Commune : le code « Figeac » n'existe pas");
}

TEST_CASE("the key of a SIRET is checked") {
  CHECK(read("siret", "000 867 978 00082") == "\"00086797800082\"");
  CHECK(read("siret", "00086797800083") ==
        "SIRET : ce SIRET n'existe pas, un chiffre doit être faux");
  CHECK(read("siret", "0008679780008") == "SIRET : un SIRET a 14 chiffres, celui-ci en a 13");
  CHECK(read("siret", "0008679780008X") == "SIRET : un SIRET n'a que des chiffres");
}

TEST_CASE("La Poste's establishments follow its own rule") {
  CHECK(read("siret", "35600000000048") == "\"35600000000048\"");  // its seat, by Luhn's key too
  CHECK(read("siret", "35600000037803") == "\"35600000037803\"");  // digits add up to 35
  CHECK(read("siret", "35600000012347") ==
        "SIRET : ce SIRET n'existe pas, un chiffre doit être faux");
}

TEST_CASE("an address may have accents before the @") {
  CHECK(read("courriel", "élodie.cance@exemple.test") == "\"élodie.cance@exemple.test\"");
  CHECK(read("courriel", "o'brien+tpe@sous.exemple.fr") == "\"o'brien+tpe@sous.exemple.fr\"");
  CHECK(read("courriel", "a@hôtel-du-pont.fr") == "\"a@hôtel-du-pont.fr\"");
  for (const char* wrong :
       {"elodie", "elodie@", "@exemple.test", "a@b", "a@@b.fr", "a b@c.fr", "a@b..fr", ".a@b.fr",
        "a.@b.fr", "a..b@c.fr", "a@-b.fr", "a@b.1", "a@b.fr, c@d.fr", "<a@b.fr>", "a@b.fr\nBcc: x",
        "a\xC2\xA0"
        "b@c.fr"}) {
    INFO(wrong);
    CHECK(read("courriel", wrong) ==
          "Courriel : cette adresse électronique n'est pas complète (par exemple nom@domaine.fr)");
  }
}

TEST_CASE("a French number is written in pairs, another as it came") {
  CHECK(read("telephone", "0565952950") == "\"05 65 95 29 50\"");
  CHECK(read("telephone", "05.65.95.29.50") == "\"05 65 95 29 50\"");
  CHECK(read("telephone", "05-65 95/29 50") == "\"05 65 95 29 50\"");
  CHECK(read("telephone", "+33 (0)5 65 95 29 50") == "\"+33 (0)5 65 95 29 50\"");
  CHECK(read("telephone", "0034 91 123 45 67") == "\"0034 91 123 45 67\"");
  for (const char* wrong :
       {"05 65 95 29", "565952950", "demander Sylvie", "05 65 95 29 50 99", "+33", "12"}) {
    INFO(wrong);
    CHECK(read("telephone", wrong) ==
          "Téléphone : ce numéro de téléphone n'est pas complet (par exemple 05 65 00 00 00)");
  }
}

TEST_CASE("consent is read in the territory's words") {
  CHECK(read("accord", "oui") == "\"given\"");
  CHECK(read("accord", "NON") == "\"refused\"");
  CHECK(read("accord", "retiré") == "\"withdrawn\"");
  CHECK(read("accord", "given") == "\"given\"");
  CHECK(read("accord", "plus tard") ==
        "Accord : « plus tard » ne dit pas si l'accord est donné (non, oui, retiré)");
}

TEST_CASE("no sentence repeats an address, a number or a name") {
  for (const char* id : {"nom", "courriel", "telephone", "siret", "partenaires"}) {
    const std::string said = read(id, "Secret\x01 12");
    INFO(said);
    CHECK(said.find("Secret") == std::string::npos);
    CHECK(said.find(" : ") != std::string::npos);
  }
}

TEST_CASE("typed values fit, and texts are read") {
  feel::Arena arena;
  const feel::Value two[] = {arena.string("creation"), arena.string("recrutement")};

  CHECK(fit("effectif", feel::Value::integer(4)) == "4");
  CHECK(fit("effectif", arena.string("4,5")) == "4.5");
  CHECK(fit("effectif", feel::Value::boolean(true)) == "Effectif : il faut un nombre");
  CHECK(fit("recue_le", arena.string("2009-02-04")) == "@\"2009-02-04\"");
  CHECK(fit("recue_le", feel::Value::integer(4)) == "Reçue le : il faut une date");
  CHECK(fit("urgent", feel::Value::boolean(false)) == "false");
  CHECK(fit("nom", feel::Value::integer(4)) == "Nom : il faut un texte");
  CHECK(fit("nom", feel::Value()) == "null");
  CHECK(fit("nom", arena.string(" ")) == "null");
  CHECK(fit("themes", arena.list(two)) == "[\"creation\", \"recrutement\"]");
  CHECK(fit("themes", two[0]) == "[\"creation\"]");
  CHECK(fit("theme", arena.list(two)) == "Thème : il faut un texte");
  CHECK(fit("accord", feel::Value::boolean(true)) == "\"given\"");
  CHECK(fit("accord", feel::Value::boolean(false)) == "\"refused\"");
  CHECK(fit("accord", feel::Value::integer(1)) == "Accord : il faut oui ou non");
}

TEST_CASE("values are shown as people read them") {
  feel::Arena arena;
  const feel::Value two[] = {arena.string("creation"), arena.string("recrutement")};

  CHECK(show("nom", {}) == "");
  CHECK(show("effectif", feel::Stored(*arena.number("12.5"))) == "12,5");
  CHECK(show("effectif", feel::Stored(*arena.number("12.5")), Language::en) == "12.5");
  CHECK(show("urgent", feel::Stored::boolean(true)) == "oui");
  CHECK(show("urgent", feel::Stored::boolean(false), Language::en) == "no");
  CHECK(show("recue_le", feel::Stored::date(base::parse_day("2009-02-04").value())) ==
        "04/02/2009");
  CHECK(show("commune", feel::Stored::string("46102")) == "Figeac");
  CHECK(show("commune", feel::Stored::string("99999")) == "99999");
  CHECK(show("theme", feel::Stored::string("creation")) == "Création");
  CHECK(show("themes", feel::Stored(arena.list(two))) == "Création, recrutement");
  CHECK(show("accord", feel::Stored::string("withdrawn")) == "retiré");
  CHECK(show("accord", feel::Stored::boolean(true)) == "oui");
}

TEST_CASE("a year of requests is read without a single refusal of a telephone, address or SIRET") {
  const auto bytes = base::read_bytes(GUICHET_ROOT "/../shared/data/demandes-2009.csv");
  if (!bytes) {
    WARN("not run: ../shared is absent");
    return;
  }
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv("demandes-2009.csv", *bytes, diagnostics);
  REQUIRE(table.rows.size() == 114);
  std::size_t read_values = 0;
  for (const tabular::Row& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& column = table.header[i].text;
      if (column != "courriel" && column != "telephone" && column != "siret") continue;
      INFO(row.line << " " << row.cells[i].text);
      CHECK(parse_value(*words().find(column), row.cells[i].text, words()));
      ++read_values;
    }
  }
  CHECK(read_values == 3 * 114);
}
