#include "workflows/words/conditions.hpp"

#include <algorithm>

#include "rules/feel/outline.hpp"
#include "workflows/words/condition_messages.hpp"

namespace guichet::words {
namespace {

using feel::Outline;
using Form = Outline::Form;
using Test = Outline::Test;
using Clause = std::optional<std::string>;  // nothing: not one of the plain forms

Test opposite(Test test) {
  switch (test) {
    case Test::equal:
      return Test::unequal;
    case Test::unequal:
      return Test::equal;
    case Test::less:
      return Test::greater_equal;
    case Test::less_equal:
      return Test::greater;
    case Test::greater:
      return Test::less_equal;
    case Test::greater_equal:
      return Test::less;
  }
  return test;
}

// The texts between double quotes.
std::vector<std::string> literals(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t from = text.find('"'); from != std::string_view::npos;) {
    const std::size_t end = text.find('"', from + 1);
    if (end == std::string_view::npos) break;
    out.emplace_back(text.substr(from + 1, end - from - 1));
    from = text.find('"', end + 1);
  }
  return out;
}

class Clauses {
 public:
  Clauses(const model::Workflow& workflow, const Phrases& phrases)
      : workflow_(workflow), phrases_(phrases) {}

  Clause clause(const Outline& of) const {
    switch (of.form) {
      case Form::comparison:
        return comparison(of, of.test);
      case Form::truth:
        return truth(of, true);
      case Form::conjunction:
        return joined(of, true);
      case Form::disjunction:
        return one_subject(of) ? values(of) : joined(of, false);
      case Form::negation:
        return negation(of.parts[0]);
      case Form::opaque:
        return idiom(of.subject, true);
      case Form::constant:
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return phrases_.say(text, std::move(arguments));
  }

  // The field that is asked about, whosever it is; "" where it is something else.
  std::string field_of(const Outline& of) const {
    const auto& words = phrases_.words();
    if (!of.slot || *of.slot >= words.scope->variables().size()) return "";
    const std::string name = of.members.empty()       ? words.scope->variables()[*of.slot].name
                             : of.members.size() == 1 ? of.members[0]
                                                      : std::string();
    return words.vocabulary->find(name) == nullptr ? "" : name;
  }

  bool is_consent(const std::string& field) const {
    return phrases_.words().vocabulary->find(field)->type == vocabulary::FieldType::consent;
  }

  Clause comparison(const Outline& of, Test test) const {
    if (of.subject == "count(children)") return number_of_children(of, test);
    if (of.subject == "count(all_children[item.outcome=\"accepted\"])") return first(of, test);
    if (of.subject == "event.recorded_by" && of.value.is_null()) {
      return say(test == Test::equal ? messages::kNotSpoken : messages::kSpoken);
    }
    const bool equal = test == Test::equal;
    if (of.subject == "actor.kind" && equal && feel::to_text(of.value.value()) == "partner") {
      return say(messages::kPartnerActs);
    }
    const std::string field = field_of(of);
    if (field.empty()) return against_today(of, test);
    const std::string label = phrases_.field(field);
    if (of.value.is_null()) return null_test(label, test);
    if (of.value.value().kind() == feel::Kind::boolean) {
      if (test != Test::equal && test != Test::unequal) return std::nullopt;
      return boolean(field, of.value.value().is_true(), test == Test::equal);
    }
    return say(relation(test), {label, phrases_.value(field, of.value.value())});
  }

  const base::MessageText& relation(Test test) const {
    switch (test) {
      case Test::equal:
        return messages::kIs;
      case Test::unequal:
        return messages::kIsNot;
      case Test::less:
        return messages::kLess;
      case Test::less_equal:
        return messages::kAtMost;
      case Test::greater:
        return messages::kMore;
      case Test::greater_equal:
        break;
    }
    return messages::kAtLeast;
  }

  Clause null_test(const std::string& label, Test test) const {
    if (test == Test::equal) return say(messages::kUnknown, {label});
    if (test == Test::unequal) return say(messages::kKnown, {label});
    return std::nullopt;
  }

  // `= true` is true of yes alone; `!= true` of no and of what is not known.
  Clause boolean(const std::string& field, bool value, bool equal) const {
    const std::string label = phrases_.field(field);
    if (is_consent(field)) {
      if (value) return say(equal ? messages::kConsented : messages::kNotConsented, {label});
      return say(equal ? messages::kConsentRefused : messages::kConsentNotRefused, {label});
    }
    if (equal) return say(value ? messages::kYes : messages::kNo, {label});
    return say(value ? messages::kNotYes : messages::kNotNo, {label});
  }

  Clause truth(const Outline& of, bool wanted) const {
    if (of.subject == "event.last") return say(wanted ? messages::kLastTime : messages::kNotLast);
    const std::string field = field_of(of);
    if (field.empty()) return std::nullopt;
    return boolean(field, true, wanted);
  }

  Clause negation(const Outline& of) const {
    if (of.form == Form::comparison) return comparison(of, opposite(of.test));
    if (of.form == Form::truth) return truth(of, false);
    if (of.form == Form::opaque) return idiom(of.subject, false);
    return std::nullopt;
  }

  // Asked when a partner has just accepted.
  Clause first(const Outline& of, Test test) const {
    const bool one = test == Test::equal && of.value.value().as_integer() == 1;
    return one ? Clause(say(messages::kFirstAccepts)) : std::nullopt;
  }

  Clause number_of_children(const Outline& of, Test test) const {
    const auto number = of.value.value().as_integer();
    const bool needs = workflow_.kind == "request";
    if (!number) return std::nullopt;
    const bool none = (test == Test::equal && *number == 0) || (test == Test::less && *number == 1);
    const bool some = ((test == Test::greater || test == Test::unequal) && *number == 0) ||
                      (test == Test::greater_equal && *number == 1);
    if (none) return say(needs ? messages::kNoNeed : messages::kNobodyAsked);
    if (some) return say(needs ? messages::kSomeNeed : messages::kSomebodyAsked);
    return std::nullopt;
  }

  // `date_issue > today()` is outlined as the difference of the two against zero.
  Clause against_today(const Outline& of, Test test) const {
    constexpr std::string_view kToday = "today()";
    std::string_view subject = of.subject;
    const auto number = of.value.value().as_integer();
    if (!number || *number != 0) return std::nullopt;
    bool today_first = false;
    if (subject.starts_with("today()-")) {
      today_first = true;
      subject.remove_prefix(kToday.size() + 1);
    } else if (subject.ends_with("-today()")) {
      subject.remove_suffix(kToday.size() + 1);
    } else {
      return std::nullopt;
    }
    const std::string field(subject);
    if (phrases_.words().vocabulary->find(field) == nullptr) return std::nullopt;
    const bool later = today_first ? test == Test::less : test == Test::greater;
    const bool earlier = today_first ? test == Test::greater : test == Test::less;
    if (!later && !earlier) return std::nullopt;
    return say(later ? messages::kInFuture : messages::kInPast, {phrases_.field(field)});
  }

  static bool one_subject(const Outline& of) {
    return std::ranges::all_of(of.parts, [&](const Outline& part) {
      return part.form == Form::comparison && part.test == Test::equal && !part.value.is_null() &&
             part.value.value().kind() != feel::Kind::boolean &&
             part.subject == of.parts[0].subject;
    });
  }

  Clause values(const Outline& of) const {
    const std::string field = field_of(of.parts[0]);
    if (field.empty()) return std::nullopt;
    std::vector<std::string> values;
    for (const Outline& part : of.parts) {
      values.push_back(phrases_.value(field, part.value.value()));
    }
    return say(messages::kIs, {phrases_.field(field), phrases_.any_of(values)});
  }

  Clause joined(const Outline& of, bool all) const {
    if (all && all_answered(of)) return answered(of);
    std::vector<std::string> parts;
    for (const Outline& part : of.parts) {
      const Clause text = clause(part);
      if (!text) return std::nullopt;
      const bool mixed = part.form == Form::conjunction || part.form == Form::disjunction;
      const bool brackets =
          mixed && part.form != of.form && !(part.form == Form::disjunction && one_subject(part));
      parts.push_back(brackets ? "(" + *text + ")" : *text);
    }
    std::string out;
    for (const std::string& part : parts) {
      if (!out.empty()) out += say(all ? messages::kAndIf : messages::kOrIf);
      out += part;
    }
    return out;
  }

  // `count(children) > 0 and every c in children satisfies ..`: one thing to people.
  static bool is_every_child(const std::string& subject) {
    return subject.starts_with("every") && subject.find("inchildrensatisfies") != std::string::npos;
  }
  static bool all_answered(const Outline& of) {
    return of.parts.size() == 2 && of.parts[0].subject == "count(children)" &&
           of.parts[1].form == Form::opaque && is_every_child(of.parts[1].subject);
  }
  Clause answered(const Outline& of) const {
    if (!clause(of.parts[0])) return std::nullopt;
    return clause(of.parts[1]);
  }

  Clause every_child(const std::string& subject) const {
    const std::string test = subject.substr(subject.find("satisfies") + 9);
    const std::size_t outcome = test.find(".outcome");
    if (outcome == std::string::npos || test.find("and") < outcome) return std::nullopt;
    const std::string rest = test.substr(outcome + 8);
    if (rest == "!=null") {
      return say(workflow_.kind == "request" ? messages::kNeedsEnded : messages::kAllEnded);
    }
    if (!rest.starts_with("in(\"") || !rest.ends_with("\")")) return std::nullopt;
    std::vector<std::string> parts;
    for (const std::string& word : literals(rest)) {
      if (word == "declined") {
        parts.push_back(say(messages::kHaveDeclined));
      } else if (word == "silent") {
        parts.push_back(say(messages::kAreSilent));
      } else if (word == "withdrawn") {
        parts.push_back(say(messages::kAreWithdrawn));
      } else {
        return std::nullopt;
      }
    }
    return say(messages::kAllPartners, {phrases_.any_of(parts)});
  }

  Clause by_roles(const std::string& subject) const {
    std::vector<std::string> roles;
    for (const std::string& role : literals(subject)) roles.push_back(phrases_.the(role));
    return say(messages::kDoneBy, {phrases_.any_of(roles)});
  }

  Clause idiom(const std::string& subject, bool wanted) const {
    if (subject.starts_with("instate(\"")) {
      const auto paths = literals(subject);
      const auto state = paths.size() == 1 ? workflow_.find_state(paths[0]) : std::nullopt;
      if (!state) return std::nullopt;
      return say(
          wanted ? messages::kInState : messages::kNotInState,
          {phrases_.quoted(phrases_.named(workflow_.at(*state).title, workflow_.at(*state).id))});
    }
    if (!wanted) return std::nullopt;
    if (is_every_child(subject)) return every_child(subject);
    const std::size_t in = subject.find("inactor.rolessatisfies");
    if (subject.starts_with("some") && in != std::string::npos) return by_roles(subject);
    return std::nullopt;
  }

  const model::Workflow& workflow_;
  const Phrases& phrases_;
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string condition(const feel::Expression& expression, const model::Workflow& workflow,
                      const Phrases& phrases) {
  const Outline outline = feel::outline(expression, *phrases.words().scope);
  if (const Clause text = Clauses(workflow, phrases).clause(outline)) return *text;
  return phrases.say(messages::kAsWritten, {one_line(expression.source().text())});
}

}  // namespace guichet::words
