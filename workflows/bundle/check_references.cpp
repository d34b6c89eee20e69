#include <algorithm>
#include <filesystem>

#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

using base::Message;

template <typename Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> out;
  for (const auto& [key, value] : map) out.push_back(key);
  return out;
}

std::vector<std::string> list_of(const std::set<std::string>& ids) {
  return {ids.begin(), ids.end()};
}

void require(const yaml::Node* node, const std::vector<std::string>& known, std::string where,
             base::Diagnostics& diagnostics) {
  if (node == nullptr || std::ranges::find(known, node->text()) != known.end()) return;
  diagnostics.error(node->location(),
                    Message(messages::kUnknownReference, {node->text(), std::move(where)}),
                    base::suggestion(node->text(), known));
}

// A request opens as a workflow of its kind, and a need as one of its own.
void require_kind(const Desk& desk, const yaml::Node* node, const std::string& kind,
                  base::Diagnostics& diagnostics) {
  const model::Workflow* workflow = node == nullptr ? nullptr : desk.workflow(node->text());
  if (workflow == nullptr || workflow->kind == kind) return;
  diagnostics.error(node->location(),
                    Message(messages::kOtherKind, {node->text(), workflow->kind, kind}),
                    Message(messages::kNameOneOfKind, {kind}));
}

// The fields that make up a party's name and address.
void check_party(const Desk& desk, const yaml::Node* party, base::Diagnostics& diagnostics) {
  if (party == nullptr || !party->is_mapping()) return;
  for (const yaml::Entry& entry : party->entries()) {
    const auto items = entry.value.items();
    const auto check = [&](const yaml::Node& field) {
      if (field.is_scalar()) require(&field, desk.vocabulary->ids(), "fields.yaml", diagnostics);
    };
    if (entry.value.is_scalar()) check(entry.value);
    for (const yaml::Node& item : items) check(item);
  }
}

// A member of the staff holds roles of the desk, by their id or by the name that they bind.
void check_staff(const Desk& desk, const yaml::Node& file, base::Diagnostics& diagnostics) {
  const yaml::Node* staff = yaml::at(file, "staff");
  if (staff == nullptr || !staff->is_mapping()) return;
  std::vector<std::string> known = keys_of(desk.settings.roles);
  for (const auto& [id, role] : desk.settings.roles) {
    if (!role.argument.empty()) known.push_back(role.argument);
  }
  for (const yaml::Entry& member : staff->entries()) {
    const yaml::Node* roles = yaml::at(member.value, "roles");
    if (roles == nullptr) continue;
    if (roles->is_scalar()) require(roles, known, "desk.yaml roles", diagnostics);
    for (const yaml::Node& role : roles->items()) {
      require(&role, known, "desk.yaml roles", diagnostics);
    }
  }
}

// Whoever may be withdrawn is told so.
void check_withdrawal(const Desk& desk, const DefinedIds& defined, base::Diagnostics& diagnostics) {
  const Role* role = desk.partner_role();
  const std::string letter = role == nullptr ? "" : withdrawal_letter(*role);
  if (defined.letters.contains(letter)) return;
  for (const auto& [id, workflow] : desk.workflows) {
    for (const model::State& state : workflow->states) {
      if (!state.referral) continue;
      return diagnostics.error(state.referral->at, Message(messages::kWithdrawalLetter, {letter}));
    }
  }
}

constexpr std::string_view kVerdicts[] = {"take_in", "refuse", "ask"};

void check_verdict(const std::string& word, const base::Location& at,
                   base::Diagnostics& diagnostics) {
  if (std::ranges::find(kVerdicts, word) != std::end(kVerdicts)) return;
  diagnostics.error(at, Message(messages::kUnknownVerdict, {word}),
                    base::suggestion(word, {std::begin(kVerdicts), std::end(kVerdicts)}));
}

// An output that lists its values gives no other; one that does not is asked for the words that
// its rules write out.
void check_eligibility(const Desk& desk, base::Diagnostics& diagnostics) {
  const auto table = desk.tables.find(desk.intake.eligibility);
  if (table == desk.tables.end() || table->second->outputs().empty()) return;
  const tables::Output& verdict = table->second->outputs().front();
  if (!verdict.allowed.empty()) {
    const feel::TestSet listed = feel::classify(verdict.allowed);
    const bool plain =
        listed.kind == feel::TestSet::Kind::points && !listed.negated && listed.intervals.empty();
    if (!plain) return check_verdict(verdict.allowed.source().text(), verdict.at, diagnostics);
    for (const feel::Stored& value : listed.points) {
      check_verdict(feel::to_text(value.value()), verdict.at, diagnostics);
    }
    return;
  }
  const auto check = [&](const feel::Expression& output) {
    if (output.empty() || !output.constant() || output.constant()->value().is_null()) return;
    check_verdict(feel::to_text(output.constant()->value()), output.source().whole(), diagnostics);
  };
  for (const tables::Rule& rule : table->second->rules()) check(rule.outputs.front());
  check(verdict.otherwise);
}

struct Definition {
  std::string what;
  base::Location at;
};

// What a file is the only one to define. Workflows, tables and conventions are watched over by
// their own loaders: of the last two there may be versions.
std::optional<Definition> definition_of(const File& file) {
  if (file.path.starts_with("letters/") && file.path.ends_with(".md")) {
    return Definition{std::filesystem::path(file.path).stem().string(), {file.source, 0, 1}};
  }
  constexpr std::string_view kSingle[] = {"desk", "fields", "intake", "partners"};
  const yaml::Node* named = nullptr;
  if (file.root && file.kind == "calendar") named = yaml::at(*file.root, "id");
  if (named != nullptr && named->is_scalar()) return Definition{named->text(), named->location()};
  if (!file.root || std::ranges::find(kSingle, file.kind) == std::end(kSingle)) return {};
  const yaml::Node* header = yaml::at(*file.root, "guichet");
  return Definition{file.kind, header != nullptr ? header->location() : file.root->location()};
}

// What the form promises is due on a day that the request's path knows.
void check_promise(const Desk& desk, const yaml::Node& intake, base::Diagnostics& diagnostics) {
  const yaml::Node* form = yaml::at(intake, "form");
  const yaml::Node* promise = form == nullptr ? nullptr : yaml::at(*form, "promise");
  const model::Workflow* path = desk.workflow(desk.intake.workflow);
  if (promise == nullptr || !promise->is_scalar() || path == nullptr) return;
  std::vector<std::string> known;
  for (const model::Declaration& each : path->declarations) {
    if (each.cause == model::Cause::timer) known.push_back(each.name);
  }
  for (const model::State& state : path->states) {
    if (state.task) known.push_back(state.task->id);
  }
  if (std::ranges::find(known, promise->text()) != known.end()) return;
  diagnostics.error(promise->location(),
                    Message(messages::kUnknownPromise, {promise->text(), path->id}),
                    base::suggestion(promise->text(), known));
}

}  // namespace

bool is_pinned(const File& file) {
  const bool rule_or_path = file.kind == "workflow" || file.kind == "decision-table" ||
                            file.kind == "convention" || file.kind == "fields" ||
                            file.kind == "intake";
  return rule_or_path || file.path.starts_with("rules/");
}

void check_defined_once(const std::vector<File>& files, base::Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, const File*> first;  // by kind and id
  for (const File& file : files) {
    const auto definition = definition_of(file);
    if (!definition) continue;
    const auto [entry, is_new] = first.try_emplace({file.kind, definition->what}, &file);
    if (is_new) continue;
    diagnostics.error(definition->at,
                      Message(messages::kTwice, {definition->what, entry->second->source->name()}));
  }
}

void check_references(const Desk& desk, const DefinedIds& defined, const yaml::Node* desk_file,
                      const yaml::Node* intake, base::Diagnostics& diagnostics) {
  if (desk_file != nullptr) {
    check_party(desk, yaml::at(*desk_file, "person"), diagnostics);
    check_party(desk, yaml::at(*desk_file, "firm"), diagnostics);
    check_staff(desk, *desk_file, diagnostics);
  }
  check_withdrawal(desk, defined, diagnostics);
  check_eligibility(desk, diagnostics);
  if (intake == nullptr) return;
  check_promise(desk, *intake, diagnostics);
  const std::vector<std::string> workflows = list_of(defined.workflows);
  require(yaml::at(*intake, "workflow"), workflows, "workflows/", diagnostics);
  require_kind(desk, yaml::at(*intake, "workflow"), "request", diagnostics);
  require(yaml::at(*intake, "eligibility"), list_of(defined.tables), "rules/", diagnostics);
  require(yaml::at(*intake, "owner"), keys_of(desk.settings.roles), "desk.yaml roles", diagnostics);
  if (const yaml::Node* paths = yaml::at(*intake, "paths")) {
    for (const yaml::Entry& each : paths->entries()) {
      require(&each.value, workflows, "workflows/", diagnostics);
      require_kind(desk, &each.value, "need", diagnostics);
    }
  }
  if (const yaml::Node* letters = yaml::at(*intake, "letters")) {
    for (const yaml::Entry& each : letters->entries()) {
      require(&each.value, keys_of(defined.letters), "letters/", diagnostics);
    }
  }
}

}  // namespace guichet::bundle
