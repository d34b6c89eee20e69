#include "engine/letters/scope.hpp"

#include <algorithm>

#include "engine/letters/messages.hpp"

namespace guichet::letters {
namespace {

using base::Language;
using feel::Kind;
using feel::Type;
using feel::Value;
using vocabulary::Field;
using vocabulary::Subject;
using Members = std::vector<std::pair<std::string, Type>>;

Members texts(std::initializer_list<const char*> names) {
  Members out;
  for (const char* name : names) out.emplace_back(name, Type::of(Kind::string));
  return out;
}

// Builds the scope; `with_personal` decides whether fields of a data class are members.
class Names {
 public:
  Names(const vocabulary::Vocabulary& vocabulary, bool with_personal)
      : vocabulary_(vocabulary), with_personal_(with_personal) {}

  void declare(feel::Scope& scope) const {
    scope.declare("recipient",
                  Type::context(texts({"id", "name", "email", "phone", "institution", "role"})));
    scope.declare("shared", fields([](const Field&) { return true; }));
    scope.declare("case", kase());
    scope.declare("firm", fields_of(Subject::firm));
    scope.declare("person", fields_of(Subject::person));
    scope.declare("request", instance({"workflow", "state", "outcome", "lead"}, Subject::request));
    scope.declare("article", article());
    scope.declare("due", Type::of(Kind::context));
    scope.declare("link", Type::context(texts({"reply", "follow"})));
    scope.declare("desk", Type::context(texts({"name", "address", "phone", "email", "site"})));
    scope.declare("need", need());
    scope.declare("partner", Type::context(texts({"id", "name", "institution", "phone", "email"})));
    scope.declare("event", Type::of(Kind::context));
    scope.declare("refusal", refusal());
  }

 private:
  template <typename Chosen>
  Type fields(Chosen chosen, Members members = {}) const {
    for (const Field& field : vocabulary_.fields()) {
      if (!chosen(field) || (!with_personal_ && !field.personal_class.empty())) continue;
      members.emplace_back(field.id, vocabulary_.type_of(field));
    }
    return Type::context(std::move(members));
  }

  Type fields_of(Subject subject, Members members = {}) const {
    return fields([&](const Field& field) { return field.of == subject; }, std::move(members));
  }

  // An instance carries its own fields and those that any may have.
  Type instance(std::initializer_list<const char*> names, Subject subject) const {
    return fields(
        [&](const Field& field) { return field.of == subject || field.of == Subject::any; },
        texts(names));
  }

  // `others`: of a letter to a partner, who else was asked, where the article has no walls.
  Type need() const {
    Members members = texts({"title", "state"});
    members.emplace_back("others", Type::list_of(Type::context(texts({"name", "outcome"}))));
    return fields(
        [](const Field& field) { return field.of == Subject::need || field.of == Subject::any; },
        std::move(members));
  }

  Type kase() const {
    Members members{{"id", Type::of(Kind::number)},
                    {"number", Type::of(Kind::string)},
                    {"opened_on", Type::of(Kind::date)},
                    {"owner", Type::context(texts({"id", "name", "email", "phone"}))},
                    {"contact", Type::context(texts({"id", "name", "email", "phone"}))}};
    return fields_of(Subject::kase, std::move(members));
  }

  static Type article() {
    Members members = texts({"id", "title"});
    members.emplace_back("answer_within", Type::any());
    members.emplace_back("first_contact_within", Type::any());
    return Type::context(std::move(members));
  }

  static Type refusal() {
    return Type::context({{"reasons", Type::list_of(Type::of(Kind::string))}});
  }

  const vocabulary::Vocabulary& vocabulary_;
  bool with_personal_;
};

using Write = std::string (*)(base::Day, Language);

void declare_date(feel::Scope& scope, std::string name, Write write, Language language) {
  feel::NativeFunction function = [name, write, language](std::span<const Value> arguments,
                                                          feel::Evaluation& run) -> Value {
    const Value& value = arguments.front();
    const auto day = value.kind() == Kind::date ? value.as_day() : std::nullopt;
    if (day) return run.arena.string(write(*day, language));
    if (!value.is_null()) {
      run.notes.push_back({0, 0, base::Message(messages::kNotADate, {name})});
    }
    return {};
  };
  scope.declare_function(name, {Type::of(Kind::date)}, Type::of(Kind::string), std::move(function));
}

feel::Scope scope_with(const Surroundings& surroundings, bool with_personal) {
  feel::Scope scope;
  Names(surroundings.vocabulary, with_personal).declare(scope);
  declare_date(scope, "long_date", base::long_date, surroundings.language);
  declare_date(scope, "short_date", base::short_date, surroundings.language);
  surroundings.vocabulary.declare_lookup(scope);
  return scope;
}

}  // namespace

feel::Scope letter_scope(const Surroundings& surroundings) {
  return scope_with(surroundings, true);
}

feel::Scope public_scope(const Surroundings& surroundings) {
  return scope_with(surroundings, false);
}

}  // namespace guichet::letters
