// The verbs of `do`, `entry` and `exit`.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kDecideKeys[] = {{"table", kScalar, true}, {"into", kScalar, true}};
constexpr Key kSendKeys[] = {{"event", kScalar, true}, {"after", kScalar, true}, {"id", kScalar}};
constexpr Key kRaiseKeys[] = {{"event", kScalar, true}, {"to", kScalar, true}};
constexpr Key kRequalifyKeys[] = {{"theme", kScalar, true}, {"keep", kScalar}};
constexpr Key kIfKeys[] = {{"when", kScalar, true}, {"do", kSequence, true}, {"else", kSequence}};
constexpr Key kOpenTaskKeys[] = {
    {"id", kScalar}, {"title", kScalar, true}, {"by", kScalar | kSequence}, {"due", kScalar}};

const std::vector<std::string> kVerbs = {
    "set",       "append",     "unset",  "notify",    "remind", "escalate",     "decide",
    "open_task", "close_task", "raise",  "send",      "cancel", "cancel_timer", "criticality",
    "assign",    "note",       "agenda", "requalify", "if"};

class VerbReader {
 public:
  VerbReader(Reading& reading, const BlockPlace& place, model::Block& out)
      : reading_(reading), place_(place), out_(out) {}

  void read(const yaml::Node& node) {
    if (!node.is_mapping() || node.entries().empty()) {
      reading_.diagnostics.error(node.location(), Message(messages::kVerbWanted), all_verbs());
      return;
    }
    const yaml::Entry* verb = nullptr;
    for (const yaml::Entry& entry : node.entries()) {
      const std::string& name = entry.key.text();
      if (std::ranges::find(kVerbs, name) == kVerbs.end()) continue;
      if (verb != nullptr) {
        reading_.diagnostics.error(entry.key.location(),
                                   Message(messages::kOneVerb, {verb->key.text(), name}));
        return;
      }
      verb = &entry;
    }
    if (verb == nullptr) return unknown(node.entries().front().key);
    check_companions(node, *verb);
    read(verb->key.text(), verb->value, node);
  }

 private:
  void unknown(const yaml::Node& key) {
    auto hint = base::suggestion(key.text(), kVerbs);
    if (key.text() == "refer") hint = Message(messages::kAskByReferral);
    reading_.diagnostics.error(key.location(), Message(messages::kUnknownVerb, {key.text()}),
                               hint ? hint : all_verbs());
  }

  static std::optional<Message> all_verbs() {
    return Message(messages::kVerbs, {fmt::format("{}", fmt::join(kVerbs, ", "))});
  }

  // Beside the verb itself only `letter` may stand, and only beside those that send one.
  void check_companions(const yaml::Node& node, const yaml::Entry& verb) {
    const std::string& name = verb.key.text();
    const bool sends = name == "notify" || name == "remind" || name == "escalate";
    std::vector<Key> keys = {{name}};
    if (sends) keys.push_back({"letter", kScalar});
    yaml::check_shape(node, keys, reading_.diagnostics);
  }

  void read(const std::string& verb, const yaml::Node& value, const yaml::Node& node) {
    if (verb == "set") return read_set(value);
    if (verb == "append") return read_append(value);
    if (verb == "unset") return read_unset(value);
    if (verb == "notify") return notice(model::Purpose::notify, value, node);
    if (verb == "remind") return notice(model::Purpose::remind, value, node);
    if (verb == "escalate") return notice(model::Purpose::escalate, value, node);
    if (verb == "decide") return read_decide(value);
    if (verb == "open_task") return read_task(value);
    if (verb == "send") return read_send(value);
    if (verb == "if") return read_if(value);
    if (verb == "criticality") return read_criticality(value);
    if (verb == "requalify") return read_requalify(value);
    if (verb == "raise" && value.is_mapping()) return read_raise(value);
    read_simple(verb, value);
  }

  // Verbs with a single text.
  void read_simple(const std::string& verb, const yaml::Node& value) {
    if (!value.is_scalar() || value.is_empty()) {
      reading_.diagnostics.error(value.location(), Message(messages::kTextWanted));
      return;
    }
    const std::string& text = value.text();
    if (verb == "close_task") {
      reading_.closed_tasks.push_back({text, value.location()});
      return add(model::CloseTask{text}, value);
    }
    if (verb == "raise") {
      reading_.raised.insert(text);
      return add(model::Raise{text}, value);
    }
    if (verb == "cancel") {
      reading_.cancelled.push_back({text, value.location()});
      return add(model::Cancel{text}, value);
    }
    if (verb == "cancel_timer") {
      reading_.cancelled_timers.push_back({text, value.location()});
      return add(model::CancelTimer{text}, value);
    }
    if (verb == "assign") return add(model::Assign{read_text_operand(reading_, value)}, value);
    if (verb == "note") return add(model::Note{read_text_operand(reading_, value)}, value);
    add(model::AgendaLine{read_text_operand(reading_, value)}, value);
  }

  // Nothing after the colon: as usual again.
  void read_criticality(const yaml::Node& value) {
    if (!value.is_scalar()) {
      reading_.diagnostics.error(value.location(), Message(messages::kTextWanted));
      return;
    }
    model::Criticality criticality{feel::Stored()};
    if (!value.is_empty()) criticality.level = read_text_operand(reading_, value);
    add(std::move(criticality), value);
  }

  // `requalify: "= nouveau_theme"`, or `{theme, keep}`.
  void read_requalify(const yaml::Node& value) {
    model::Requalify requalify{feel::Stored(), feel::Stored()};
    if (value.is_scalar() && !value.is_empty()) {
      requalify.theme = read_text_operand(reading_, value);
      return add(std::move(requalify), value);
    }
    if (!yaml::check_shape(value, kRequalifyKeys, reading_.diagnostics)) return;
    requalify.theme = read_text_operand(reading_, *yaml::at(value, "theme"));
    if (const yaml::Node* keep = yaml::at(value, "keep")) {
      if (!is_expression(*keep)) {
        reading_.diagnostics.error(keep->location(), Message(messages::kExpressionWanted));
        return;
      }
      requalify.keep = read_text_operand(reading_, *keep);
    }
    add(std::move(requalify), value);
  }

  template <typename What>
  void add(What what, const yaml::Node& at) {
    out_.push_back({std::move(what), at.location()});
  }

  bool is_mapping(const yaml::Node& value) {
    if (value.is_mapping()) return true;
    yaml::check_shape(value, {}, reading_.diagnostics);
    return false;
  }

  void read_set(const yaml::Node& value) {
    if (!is_mapping(value)) return;
    for (const yaml::Entry& entry : value.entries()) {
      const auto* field = find_own_field(reading_, entry.key);
      if (field == nullptr) continue;
      add(model::Set{field->id, read_field_operand(reading_, *field, entry.value, false)},
          entry.key);
    }
  }

  void read_append(const yaml::Node& value) {
    if (!is_mapping(value)) return;
    for (const yaml::Entry& entry : value.entries()) {
      const auto* field = find_own_field(reading_, entry.key);
      if (field == nullptr) continue;
      if (!field->many) {
        reading_.diagnostics.error(entry.key.location(), Message(messages::kNotAList, {field->id}));
        continue;
      }
      add(model::Append{field->id, read_field_operand(reading_, *field, entry.value, true)},
          entry.key);
    }
  }

  void read_unset(const yaml::Node& value) {
    for (const yaml::Node* name : yaml::read_one_or_many(value, reading_.diagnostics)) {
      const auto* field = find_own_field(reading_, *name);
      if (field != nullptr) add(model::Set{field->id, feel::Stored()}, *name);
    }
  }

  void notice(model::Purpose purpose, const yaml::Node& roles, const yaml::Node& node) {
    read_notice(reading_, purpose, roles, yaml::at(node, "letter"), out_);
  }

  void read_decide(const yaml::Node& value) {
    if (!yaml::check_shape(value, kDecideKeys, reading_.diagnostics)) return;
    const yaml::Node &table = *yaml::at(value, "table"), &into = *yaml::at(value, "into");
    const bool known = check_table(reading_, table);
    if (find_own_field(reading_, into) != nullptr && known) {
      add(model::Decide{table.text(), into.text()}, value);
    }
  }

  void read_task(const yaml::Node& value) {
    if (!is_mapping(value)) return;
    add(read_open_task(reading_, View(value), place_), value);
  }

  void read_raise(const yaml::Node& value) {
    if (!yaml::check_shape(value, kRaiseKeys, reading_.diagnostics)) return;
    static const std::vector<std::string> kAudiences = {"parent", "children", "siblings"};
    const std::size_t to = read_word(reading_, *yaml::at(value, "to"), kAudiences);
    add(model::Raise{yaml::text_at(value, "event"), static_cast<model::Audience>(to + 1)}, value);
  }

  void read_send(const yaml::Node& value) {
    if (!yaml::check_shape(value, kSendKeys, reading_.diagnostics)) return;
    model::Send send;
    send.event = yaml::text_at(value, "event");
    send.id = yaml::text_at(value, "id", send.event);
    const auto after = read_delay(reading_, *yaml::at(value, "after"));
    reading_.sends.insert(send.id);
    reading_.raised.insert(send.event);
    if (!after) return;
    send.after = *after;
    add(std::move(send), value);
  }

  void read_if(const yaml::Node& value) {
    if (!yaml::check_shape(value, kIfKeys, reading_.diagnostics)) return;
    model::If branch;
    branch.when = read_condition(reading_, *yaml::at(value, "when"));
    read_block(reading_, *yaml::at(value, "do"), place_, branch.then);
    if (const yaml::Node* otherwise = yaml::at(value, "else")) {
      read_block(reading_, *otherwise, place_, branch.otherwise);
    }
    add(std::move(branch), value);
  }

  Reading& reading_;
  const BlockPlace& place_;
  model::Block& out_;
};

// relance-partenaire, escalade-responsable_partenaire; a plain notification has none.
std::string default_letter(model::Purpose purpose, const std::string& role) {
  if (purpose == model::Purpose::remind) return "relance-" + role;
  if (purpose == model::Purpose::escalate) return "escalade-" + role;
  return "";
}

}  // namespace

void read_block(Reading& reading, const yaml::Node& list, const BlockPlace& place,
                model::Block& out) {
  if (!list.is_sequence()) return;
  for (const yaml::Node& verb : list.items()) VerbReader(reading, place, out).read(verb);
}

void read_notice(Reading& reading, model::Purpose purpose, const yaml::Node& roles,
                 const yaml::Node* letter, model::Block& out) {
  for (const yaml::Node* role : yaml::read_one_or_many(roles, reading.diagnostics)) {
    if (!check_role(reading, *role)) continue;
    model::Notify notify{purpose, role->text(), {}};
    if (!is_agenda(reading, notify.role)) {
      notify.letter = letter != nullptr ? letter->text() : default_letter(purpose, notify.role);
      if (notify.letter.empty()) {
        reading.diagnostics.error(role->location(), Message(messages::kLetterWanted, {notify.role}),
                                  Message(messages::kWriteLetter));
        continue;
      }
      use_letter(reading, notify.letter, letter != nullptr ? letter->location() : role->location(),
                 letter == nullptr);
    }
    out.push_back({std::move(notify), role->location()});
  }
}

model::OpenTask read_open_task(Reading& reading, const View& view, const BlockPlace& place) {
  view.check_shape(kOpenTaskKeys, reading.diagnostics, keys::kLevels);
  model::OpenTask task;
  task.id = read_text(view, "id");
  if (task.id.empty()) {
    const std::string& path = reading.state(place.state).path;
    task.id = path.empty() ? place.name : path + "." + place.name;
  }
  if (const auto title = view.find("title"); title && title->node().is_scalar()) {
    task.title = read_text_operand(reading, title->node());
  }
  task.by = read_roles(reading, view, "by");
  task.due = read_delay(reading, view, "due");
  reading.tasks.insert(task.id);
  return task;
}

}  // namespace guichet::check
