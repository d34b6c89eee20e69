// Steps along a path: a request comes in, somebody acts, a partner answers, a task is done.
#include <filesystem>

#include "engine/access/roles.hpp"
#include "engine/desk/request_rows.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::Node;

constexpr Key kIntakeKeys[] = {{"row", kScalar}, {"of", kScalar}, {"fields", kMapping}};

std::optional<cases::Fields> row_fields(ScenarioRun& run, const Node& intake) {
  const Node* row = yaml::at(intake, "row");
  const Node* of = yaml::at(intake, "of");
  if (row == nullptr || of == nullptr) return cases::Fields{};
  const bundle::Desk& desk = run.desk();
  const std::string path =
      (std::filesystem::path(run.folder()) / of->text()).lexically_normal().generic_string();
  const auto text = desk.files.find(path);
  if (text == desk.files.end()) {
    run.fail(of->location(), base::Message(failed::kNoFile, {of->text()}));
    return {};
  }
  base::Diagnostics diagnostics;
  const desk::RequestTable table = desk::read_requests(path, text->second, desk, diagnostics);
  std::vector<std::string> numbers;
  for (const desk::RequestRow& each : table.rows) {
    if (each.number == row->text()) return each.fields;
    numbers.push_back(each.number);
  }
  run.fail(row->location(), base::Message(failed::kNoRowOf, {row->text(), path, joined(numbers)}));
  return {};
}

void intake(ScenarioRun& run, const Node& step, const Node& request) {
  auto fields = row_fields(run, request);
  if (!fields) return;
  for (auto& [id, value] : run.fields_of(yaml::at(request, "fields"))) {
    if (value.is_null()) {
      fields->erase(id);
    } else {
      (*fields)[id] = value;
    }
  }
  run.begin_case();
  // Somebody of the desk writes it down (`as`), or it comes in by itself.
  run.submit(run.actor_of(step, "as"), cases::OpenRequest{.fields = std::move(*fields)});
}

void check_intake(StepNames& names, const Node& step, const Node& value) {
  if (const Node* fields = yaml::at(value, "fields"); fields && fields->is_mapping()) {
    names.given(*fields, step);
  }
  const Node* of = yaml::at(value, "of");
  if (of == nullptr) return;
  const auto path = std::filesystem::path(names.folder()) / of->text();
  if (names.desk().files.contains(path.lexically_normal().generic_string())) return;
  std::vector<std::string> known;
  for (const auto& [file, unused] : names.desk().files) {
    const bool beside = file.starts_with(names.folder() + "/") && file.ends_with(".csv");
    if (beside) known.push_back(file.substr(names.folder().size() + 1));
  }
  names.diagnostics().error(of->location(), base::Message(failed::kNoFile, {of->text()}),
                            base::suggestion(of->text(), known));
}

void check_act(StepNames& names, const Node&, const Node& value) {
  names.act(value);
}

void act(ScenarioRun& run, const Node& step, const Node& name) {
  const auto n = run.target(step);
  if (!n) return;
  cases::Act act{.n = *n,
                 .name = name.text(),
                 .with = run.fields_of(yaml::at(step, "with")),
                 .channel = yaml::text_at(step, "said_by", yaml::text_at(step, "channel"))};
  if (const Node* day = yaml::at(step, "said_on")) act.said_on = base::parse_day(day->text());
  run.submit(run.actor_of(step, "as"), std::move(act));
}

void answer(ScenarioRun& run, const Node& step, const Node& name, const access::Actor& author,
            std::string channel) {
  const auto n = run.target(step);
  if (!n) return;
  cases::Reply reply{.n = *n,
                     .name = name.text(),
                     .with = run.fields_of(yaml::at(step, "with")),
                     .channel = std::move(channel)};
  if (const Node* day = yaml::at(step, "said_on")) reply.said_on = base::parse_day(day->text());
  run.submit(author, std::move(reply));
}

// The partner answers itself, or `recorded_by` writes down what it said.
void reply(ScenarioRun& run, const Node& step, const Node& name) {
  const bool recorded = yaml::at(step, "recorded_by") != nullptr;
  const access::Actor author =
      recorded ? run.actor_of(step, "recorded_by")
               : access::partner_actor(run.stage().desk().directory(), yaml::text_at(step, "from"));
  answer(run, step, name, author, yaml::text_at(step, "channel", "link"));
}

// The same answer, told from the side of the one who writes it down.
void record(ScenarioRun& run, const Node& step, const Node& name) {
  answer(run, step, name, run.actor_of(step, "as"), yaml::text_at(step, "channel", "phone"));
}

void complete(ScenarioRun& run, const Node& step, const Node& task) {
  const auto n = run.target(step);
  if (!n) return;
  run.submit(run.actor_of(step, "as"), cases::CompleteTask{.n = *n, .task = task.text()});
}

constexpr StepVerb kPathVerbs[] = {
    {"intake", kMapping, kIntakeKeys, intake, check_intake},
    {"do", kScalar, {}, act, check_act},
    {"reply", kScalar, {}, reply, check_act},
    {"record", kScalar, {}, record, check_act},
    {"complete", kScalar, {}, complete},
};

}  // namespace

std::span<const StepVerb> path_verbs() {
  return kPathVerbs;
}

}  // namespace guichet::scenarios
