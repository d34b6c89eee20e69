#include "engine/cases/snapshot_json.hpp"

#include "engine/cases/members.hpp"
#include "engine/cases/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::cases {

// Parts of a snapshot under the names that columns use.
struct StoredPosition {
  std::vector<StateEntry>& active;
  std::int32_t& next_entry;
};
struct History {
  std::vector<std::pair<std::string, std::vector<std::string>>>& states;
};
struct Choice {
  std::vector<std::string>& proposed;
  std::vector<Considered>& considered;
  std::vector<std::pair<std::string, std::vector<std::string>>>& would_open;
};
struct Agenda {
  std::vector<AgendaItem>& items;
};
struct Strings {
  std::vector<std::string>& items;
};
template <typename A>
void members(A& a, StoredPosition& p) {
  a("active", p.active)("next_entry", p.next_entry);
}
template <typename A>
void members(A& a, History& h) {
  a("states", h.states);
}
template <typename A>
void members(A& a, Choice& c) {
  a("proposed", c.proposed)("considered", c.considered)("would_open", c.would_open);
}
template <typename A>
void members(A& a, Agenda& agenda) {
  a("items", agenda.items);
}
template <typename A>
void members(A& a, Strings& strings) {
  a("items", strings.items);
}

namespace {

base::Error unreadable(std::string part) {
  return {base::ErrorKind::fault, base::Message(messages::kUnreadableCase, {std::move(part)})};
}

template <typename T>
std::string write(const T& part) {
  feel::Arena arena;
  return json::write_typed(Writer::write(part, arena));
}

// "" for what equals its default: most cases and instances have no extras.
template <typename T>
std::string write_unless_empty(const T& part) {
  static const std::string kNothing = write(T{});
  std::string text = write(part);
  return text == kNothing ? std::string() : text;
}

// `name` says in an error which part does not fit. Nothing is read from "".
template <typename T>
base::Result<void> read(std::string_view text, T part, const char* name) {
  if (text.empty()) return {};
  const auto stored = json::read_typed(text);
  if (!stored || stored->value().kind() != feel::Kind::context) {
    return std::unexpected(unreadable(name));
  }
  Reader reader(stored->value());
  members(reader, part);
  if (!reader.ok()) return std::unexpected(unreadable(name));
  return {};
}

// The parts are read through references; writing leaves them alone.
template <typename T>
T& unconst(const T& value) {
  return const_cast<T&>(value);
}

}  // namespace

std::string to_json(const Snapshot& snapshot) {
  return write(snapshot);
}

std::string to_json(const Fields& fields) {
  feel::Arena arena;
  std::vector<feel::Entry> entries;
  entries.reserve(fields.size());
  for (const auto& [name, value] : fields) entries.push_back({name, value.value()});
  return json::write_typed(arena.context(entries));
}

base::Result<Fields> fields_from_json(std::string_view text) {
  Fields fields;
  if (text.empty() || text == "{}") return fields;
  const auto stored = json::read_typed(text);
  if (!stored || stored->value().kind() != feel::Kind::context) {
    return std::unexpected(unreadable("data"));
  }
  for (const feel::Entry& entry : stored->value().entries()) {
    fields.emplace(entry.name, feel::Stored(entry.value));
  }
  return fields;
}

std::string value_to_json(const feel::Stored& value) {
  return json::write_typed(value.value());
}

base::Result<feel::Stored> value_from_json(std::string_view text) {
  return json::read_typed(text);
}

std::string to_json(const std::vector<std::string>& strings) {
  if (strings.empty()) return {};
  return write(Strings{unconst(strings)});
}

base::Result<std::vector<std::string>> strings_from_json(std::string_view text) {
  std::vector<std::string> strings;
  const auto ok = read(text, Strings{strings}, "list");
  if (!ok) return std::unexpected(ok.error());
  return strings;
}

std::string to_json(const std::vector<AgendaItem>& agenda) {
  if (agenda.empty()) return {};
  return write(Agenda{unconst(agenda)});
}

base::Result<std::vector<AgendaItem>> agenda_from_json(std::string_view text) {
  std::vector<AgendaItem> agenda;
  const auto ok = read(text, Agenda{agenda}, "agenda");
  if (!ok) return std::unexpected(ok.error());
  return agenda;
}

std::string extras_to_json(const Snapshot& snapshot) {
  return write_unless_empty(snapshot.extras);
}

base::Result<void> read_extras(std::string_view text, Snapshot& snapshot) {
  return read<CaseExtras&>(text, snapshot.extras, "extras");
}

InstanceText to_text(const Instance& instance) {
  Instance& i = unconst(instance);
  InstanceText text;
  text.position = write(StoredPosition{i.active, i.next_entry});
  if (!i.history.empty()) text.history = write(History{i.history});
  if (!i.data.empty()) text.data = to_json(i.data);
  if (i.referral) text.referral = write(*i.referral);
  if (!i.proposed.empty() || !i.considered.empty() || !i.would_open.empty()) {
    text.choice = write(Choice{i.proposed, i.considered, i.would_open});
  }
  text.extras = write_unless_empty(i.extras);
  return text;
}

base::Result<void> read_text(const InstanceText& text, Instance& instance) {
  auto ok = read(text.position, StoredPosition{instance.active, instance.next_entry}, "position");
  if (ok) ok = read(text.history, History{instance.history}, "history");
  if (ok && !text.referral.empty()) {
    ok = read<Referral&>(text.referral, instance.referral.emplace(), "referral");
  }
  if (ok) {
    ok = read(text.choice, Choice{instance.proposed, instance.considered, instance.would_open},
              "choice");
  }
  if (ok) ok = read<InstanceExtras&>(text.extras, instance.extras, "extras");
  if (!ok) return ok;
  auto data = fields_from_json(text.data);
  if (!data) return std::unexpected(data.error());
  instance.data = std::move(*data);
  return {};
}

}  // namespace guichet::cases
