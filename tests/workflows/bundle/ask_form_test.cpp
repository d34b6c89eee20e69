// The public request form: what a desk writes of it, and what it is where a desk writes nothing.
#include <catch2/catch.hpp>

#include <algorithm>

#include "workflows/bundle/desk.hpp"

using namespace guichet;

namespace {

std::map<std::string, std::string> with_form(const std::string& form) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::string& intake = files.at("intake.yaml");
  intake = intake.substr(0, intake.find("\nform:") + 1) + form;
  return files;
}

std::shared_ptr<const bundle::Desk> desk_with(const std::string& form) {
  base::Diagnostics diagnostics;
  auto desk = bundle::load_desk_files(with_form(form), "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk);
  return desk;
}

// `code: the text at fault` of each error.
std::vector<std::string> errors_in(const std::string& form) {
  base::Diagnostics diagnostics;
  CHECK(bundle::load_desk_files(with_form(form), "", diagnostics) == nullptr);
  std::vector<std::string> out;
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    if (each.severity == base::Severity::error) out.emplace_back(each.code());
  }
  return out;
}

using Codes = std::vector<std::string>;

const std::string kWhole =
    "form:\n"
    "  steps:\n"
    "    - {title: Vous, fields: [nom, telephone]}\n"
    "    - {title: Demande, fields: [description, themes]}\n";

}  // namespace

TEST_CASE("a form asks what it says, in its order, and needs what saves a request") {
  const auto desk =
      desk_with(kWhole + "  questions: {themes: \"De quoi ?\"}\n  set: {canal: site}\n");

  const bundle::AskForm form = bundle::ask_form(*desk);

  REQUIRE(form.steps.size() == 2);
  CHECK(form.steps[0].title == "Vous");
  CHECK(form.steps[1].fields == std::vector<std::string>{"description", "themes"});
  CHECK(form.required == std::vector<std::string>{"nom", "telephone", "description"});
  CHECK(form.questions.at("themes") == "De quoi ?");
  CHECK(feel::to_text(form.set.at("canal").value()) == "site");
}

TEST_CASE("a desk that writes no form asks what its path needs, and never what is its own") {
  const bundle::AskForm form = bundle::ask_form(*desk_with(""));

  for (const char* id : {"nom", "telephone", "description", "themes", "commune", "courriel",
                         "consentement_partage"}) {
    INFO(id);
    CHECK(form.asks(id));
  }
  for (const char* id : {"numero", "recue_le", "motif_classement", "canal", "partenaires"}) {
    INFO(id);
    CHECK_FALSE(form.asks(id));
  }
  CHECK(std::ranges::find(form.required, "themes") != form.required.end());
  CHECK(std::ranges::find(form.required, "nom") != form.required.end());
}

TEST_CASE("every mistake in a form is named") {
  CHECK(errors_in(kWhole + "  colour: red\n") == Codes{"unknown-key"});
  CHECK(errors_in(kWhole + "  required: [commune]\n") == Codes{"not-asked-here"});
  CHECK(errors_in(kWhole + "  questions: {commune: Lieu}\n") == Codes{"not-asked-here"});
  CHECK(errors_in(kWhole + "  set: {themes: creation}\n") == Codes{"asked-twice"});
  CHECK(errors_in(kWhole + "  set: {canal: pigeon}\n").size() == 1);
  CHECK(errors_in(kWhole + "  promise: apel\n") == Codes{"unknown-promise"});
  CHECK(errors_in(kWhole + "    - {title: Encore, fields: [nom]}\n") == Codes{"asked-twice"});
  CHECK(errors_in(kWhole + "    - {title: Encore, fields: [motif_refus]}\n") ==
        Codes{"not-for-form"});
  CHECK(errors_in(kWhole + "    - {title: Encore, fields: [numero]}\n") == Codes{"not-for-form"});
  CHECK(errors_in(kWhole + "    - {title: Encore, fields: [comune]}\n") ==
        Codes{"unknown-reference"});
  CHECK(errors_in("form: {steps: [{title: Vous, fields: [nom, telephone]}]}\n") ==
        Codes{"form-misses"});
  CHECK(errors_in("form: {promise: appel}\n") == Codes{"missing-key"});
}
