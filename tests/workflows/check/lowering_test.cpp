// What the short forms of the YAML come to in the model.
#include <catch2/catch.hpp>

#include "tests/workflows/check/desk.hpp"

using namespace guichet;
using model::Cause;

namespace {

std::shared_ptr<const model::Workflow> loaded(const std::string& path) {
  const tests::Desk desk;
  base::Diagnostics diagnostics;
  auto workflow = desk.load_file(path, diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(workflow != nullptr);
  return workflow;
}

std::shared_ptr<const model::Workflow> child() {
  const tests::Desk desk;
  base::Diagnostics diagnostics;
  const auto all = desk.load({}, diagnostics);
  REQUIRE(all.size() == 1);
  return all.front();
}

const model::State& state(const model::Workflow& workflow, std::string_view path) {
  const auto index = workflow.find_state(path);
  REQUIRE(index);
  return workflow.at(*index);
}

const model::Declaration& declared(const model::Workflow& workflow, const model::State& of,
                                   std::string_view name) {
  for (const auto index : of.declarations) {
    if (workflow.at(index).name == name) return workflow.at(index);
  }
  FAIL("no declaration " << name);
  throw 0;
}

const model::Transition& only_arm(const model::Workflow& workflow,
                                  const model::Declaration& declaration) {
  REQUIRE(declaration.arms.size() == 1);
  return workflow.at(declaration.arms.front());
}

}  // namespace

TEST_CASE("a reminder without a letter takes the role's, an agenda takes none") {
  const auto workflow = child();
  const auto& asked = state(*workflow, "demandee");

  const auto& reminder = only_arm(*workflow, declared(*workflow, asked, "relance"));
  REQUIRE(reminder.run.size() == 1);
  const auto& remind = std::get<model::Notify>(reminder.run.front().what);
  CHECK(remind.purpose == model::Purpose::remind);
  CHECK(remind.letter == "relance-partenaire");

  const auto& ladder = only_arm(*workflow, declared(*workflow, asked, "escalade"));
  REQUIRE(ladder.run.size() == 2);
  CHECK(std::get<model::Notify>(ladder.run[0].what).letter == "escalade-responsable_partenaire");
  CHECK(std::get<model::Notify>(ladder.run[1].what).letter == "");
  CHECK(ladder.targets.empty());
}

TEST_CASE("a question opens its task and stops the clocks") {
  const auto workflow = child();

  const auto& question = declared(*workflow, state(*workflow, "demandee"), "preciser");

  CHECK(question.pauses_clocks);
  CHECK(question.means == model::Meaning::question);
  const auto& task = std::get<model::OpenTask>(only_arm(*workflow, question).run.front().what);
  CHECK(task.id == "demandee.preciser");
  CHECK(task.by == std::vector<std::string>{"conseiller"});
  CHECK(task.due == base::parse_delay("2bd"));
}

TEST_CASE("a timer's delay may be an expression; every alone counts from the entry") {
  const auto workflow = child();
  const auto& contact = declared(*workflow, state(*workflow, "acceptee"), "premier_contact");
  CHECK(std::holds_alternative<feel::Expression>(*contact.timer->after));

  const auto creation = loaded("clean/referral.yaml");
  const auto& review = declared(*creation, state(*creation, "accompagnement"), "revue");
  CHECK(std::get<base::Delay>(*review.timer->after) == *base::parse_delay("3 months"));
  CHECK(review.timer->every == base::parse_delay("3 months"));
  CHECK_FALSE(review.timer->times);
}

TEST_CASE("the referral block keeps what it was given") {
  const auto creation = loaded("clean/referral.yaml");

  const auto& block = state(*creation, "chez_partenaires").referral;

  REQUIRE(block);
  CHECK(std::get<std::string>(block->convention) == "convention-cadre");
  CHECK(block->workflow == "mise-en-relation");
  CHECK(block->lead_first_accepted);
  CHECK(block->confirm == "conseiller");
  CHECK(block->share == std::vector<std::string>{"siret", "nature_projet"});
}

TEST_CASE("a history as target is that of the state it names") {
  const auto workflow = loaded("clean/transmission-reprise.yaml");

  const auto& resume = declared(*workflow, state(*workflow, "suspendu"), "reprendre");
  const auto& targets = only_arm(*workflow, resume).targets;
  REQUIRE(targets.size() == 1);
  const auto& target = workflow->at(targets.front());
  CHECK(target.kind == model::StateKind::deep_history);
  CHECK(workflow->at(target.parent).path == "actif");
}

TEST_CASE("an extending workflow keeps the base's order, its own keys win") {
  const auto workflow = loaded("clean/etend-le-socle.yaml");

  CHECK(workflow->kind == "need");
  CHECK(workflow->fields == std::vector<std::string>{"issue", "partenaires"});
  std::vector<std::string> paths;
  for (const auto& each : workflow->states) paths.push_back(each.path);
  CHECK(paths == std::vector<std::string>{"", "accueil", "traitement", "traitement.etude",
                                          "traitement.avis", "clos"});
  const auto& reminder = declared(*workflow, state(*workflow, "accueil"), "rappel");
  CHECK(std::get<base::Delay>(*reminder.timer->after) == *base::parse_delay("2bd"));
  CHECK(only_arm(*workflow, reminder).run.size() == 1);
  CHECK(reminder.at.source->name() == "socle.yaml");
  const auto& on = declared(*workflow, state(*workflow, "traitement.etude"), "avancer");
  CHECK(on.by == std::vector<std::string>{"conseiller"});
  CHECK(workflow->at(only_arm(*workflow, on).targets.front()).path == "traitement.avis");
}

TEST_CASE("a value is a literal of its field's type unless it begins with =") {
  const auto workflow = loaded("clean/transmission-reprise.yaml");
  const auto& late = only_arm(
      *workflow, declared(*workflow, state(*workflow, "actif.chez_partenaire"), "escalade"));
  const auto& set = std::get<model::Set>(late.run.back().what);
  CHECK(std::get<feel::Stored>(set.value) == feel::Stored::string("haute"));
}

TEST_CASE("the scope has the fixed names first, then the fields in their order") {
  const tests::Desk desk;
  const feel::Scope scope = check::workflow_scope(desk.vocabulary());
  CHECK(scope.find("case") == static_cast<feel::Scope::Slot>(model::FixedName::kase));
  CHECK(scope.find("partner") == static_cast<feel::Scope::Slot>(model::FixedName::partner));
  CHECK(scope.find("nom") == static_cast<feel::Scope::Slot>(model::FixedName::count_));
}

TEST_CASE("in state() asks the host where the instance stands") {
  struct Oracle final : check::StateOracle {
    bool in_state(std::string_view path) const override { return path == "actif.accueil"; }
  };
  const tests::Desk desk;
  const feel::Scope scope = check::workflow_scope(desk.vocabulary());
  base::Diagnostics diagnostics;
  const std::string text = "in state(\"actif.accueil\") and not(in state(\"actif\"))";
  const base::Source source = base::make_source("<expression>", text);
  const auto expression =
      feel::compile(base::LocatedText(text, {source, 0, static_cast<std::uint32_t>(text.size())}),
                    scope, diagnostics, feel::Type::of(feel::Kind::boolean));
  REQUIRE_FALSE(expression.empty());

  Oracle oracle;
  feel::Arena arena;
  const std::vector<feel::Value> nothing(scope.size());
  feel::Evaluation run{.arena = arena};
  run.host = static_cast<check::StateOracle*>(&oracle);

  CHECK(feel::evaluate(expression, nothing, run).is_true());
}
