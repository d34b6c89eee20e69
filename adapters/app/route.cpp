#include "adapters/app/route.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "adapters/app/messages.hpp"
#include "adapters/app/route_messages.hpp"
#include "engine/cases/route.hpp"
#include "rules/convention/report.hpp"
#include "rules/tables/index.hpp"

namespace guichet::app {
namespace {

// Keys are field ids, or a spreadsheet's columns.
const vocabulary::Field* field_for(const bundle::Desk& desk, const std::string& key) {
  if (const vocabulary::Field* field = desk.vocabulary->find(key)) return field;
  const auto renamed = desk.intake.columns.find(key);
  return renamed == desk.intake.columns.end() ? nullptr : desk.vocabulary->find(renamed->second);
}

// A headcount that is known as a bracket: a context, or a FEEL range as text. The desk itself keeps
// the bracket's code; a case that is only asked about may say its ends.
std::optional<feel::Stored> bracket_of(const vocabulary::Field& field, const feel::Value& value) {
  if (field.type != vocabulary::FieldType::number || field.many) return {};
  feel::Arena arena;
  feel::Value bracket = value;
  if (value.kind() == feel::Kind::string) {
    const std::string text(value.text());
    if (text.find("..") == std::string::npos) return {};
    base::Diagnostics none;
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto range = feel::compile(
        base::LocatedText(text, {base::make_source("<case>", text), 0, length}), {}, none);
    if (range.empty() || !range.constant()) return {};
    bracket = arena.copy(range.constant()->value());
  }
  const auto ends = tables::read_bracket(bracket);
  const auto fits = [](const feel::Value& end) {
    return end.is_null() || end.kind() == feel::Kind::number;
  };
  if (!ends || !fits(ends->low) || !fits(ends->high)) return {};
  return feel::Stored(bracket);
}

std::expected<cases::Fields, std::vector<base::Message>> fields_of(const bundle::Desk& desk,
                                                                   const feel::Stored& kase) {
  cases::Fields out;
  std::vector<base::Message> wrong;
  if (kase.value().kind() != feel::Kind::context) {
    return std::unexpected(std::vector{base::Message(messages::kCaseIsObject)});
  }
  for (const feel::Entry& entry : kase.value().entries()) {
    const std::string key(entry.name);
    const vocabulary::Field* field = field_for(desk, key);
    if (field == nullptr) {
      wrong.push_back(base::Message(messages::kNoField, {key}));
      continue;
    }
    if (auto bracket = bracket_of(*field, entry.value)) {
      out[field->id] = std::move(*bracket);
      continue;
    }
    const bool text = entry.value.kind() == feel::Kind::string;
    auto value = text ? vocabulary::parse_value(*field, entry.value.text(), *desk.vocabulary,
                                                desk.intake.formats)
                      : vocabulary::fit_value(*field, entry.value, *desk.vocabulary);
    if (!value) {
      wrong.push_back(value.error());
    } else if (!value->is_null()) {
      out[field->id] = std::move(*value);
    }
  }
  if (!wrong.empty()) return std::unexpected(std::move(wrong));
  // One theme by its own name serves as the list of them.
  const auto theme = out.find("theme");
  if (theme != out.end() && !out.contains(desk.intake.themes)) {
    out[desk.intake.themes] = theme->second;
  }
  return out;
}

// What was given and counts for nothing.
class Doubts {
 public:
  Doubts(const bundle::Desk& desk, const cases::Fields& fields) : desk_(desk), fields_(fields) {}

  std::vector<base::Message> about(const std::vector<cases::RoutedNeed>& needs) {
    about_themes(needs);
    for (const cases::RoutedNeed& need : needs)
      for (const convention::NotChosen& partner : need.choice.not_chosen)
        for (const convention::Failure& failure : partner.failed)
          if (need.convention != nullptr) about_fact(*need.convention, failure);
    return std::move(doubts_);
  }

 private:
  void about_themes(const std::vector<cases::RoutedNeed>& needs) {
    const auto given = fields_.find(desk_.intake.themes);
    if (given == fields_.end())
      return say(messages::kThemeMissing, {desk_.intake.themes, label(desk_.intake.themes)});
    const feel::Value& themes = given->second.value();
    const std::span<const feel::Value> listed =
        themes.kind() == feel::Kind::list ? themes.items() : std::span(&themes, 1);
    for (const feel::Value& theme : listed) {
      const std::string id = feel::to_text(theme);
      const bool routed = std::any_of(needs.begin(), needs.end(),
                                      [&](const auto& need) { return need.theme == id; });
      if (!routed) say(messages::kThemeWithoutPath, {id});
    }
  }

  // A criterion that failed on a fact whose field was given: is its value one that anybody knows?
  void about_fact(const convention::Convention& convention, const convention::Failure& failure) {
    const auto index = convention.fact(failure.criterion);
    if (!index) return;
    const convention::Fact& fact = convention.facts()[*index];
    const auto given = fields_.find(fact.field);
    if (given == fields_.end()) return;
    const std::string written = feel::to_text(given->second.value());
    if (failure.value.empty())
      return say(messages::kNotRecognised, {fact.field, label(fact.field), written});
    const auto* known = desk_.vocabulary->referential(fact.referential);
    if (known != nullptr && !fact.many && !known->contains(failure.value))
      say(messages::kUnknownCode, {fact.field, label(fact.field), written, fact.referential});
  }

  std::string label(const std::string& id) const {
    const vocabulary::Field* field = desk_.vocabulary->find(id);
    return field == nullptr ? id : field->label;
  }

  void say(const base::MessageText& text, std::vector<std::string> arguments) {
    base::Message message(text, std::move(arguments));
    if (said_.insert(message.in(base::Language::en)).second) doubts_.push_back(std::move(message));
  }

  const bundle::Desk& desk_;
  const cases::Fields& fields_;
  std::set<std::string> said_;
  std::vector<base::Message> doubts_;
};

// "CMA du Lot (cma-46)", "Commune".
convention::Naming naming_of(const bundle::Desk& desk, base::Language language) {
  const auto label = [&desk](const std::string& id) {
    const vocabulary::Field* field = desk.vocabulary->find(id);
    return field == nullptr || field->label.empty() ? id : field->label;
  };
  const auto partner = [&desk](const std::string& id) {
    const bundle::Partner* found = desk.directory.find(id);
    return found == nullptr || found->name.empty() ? id : found->name + " (" + id + ")";
  };
  const auto theme = [&desk, language](const std::string& id) {
    const vocabulary::Field* field = desk.vocabulary->find("theme");
    if (field == nullptr) return id;
    return vocabulary::shown(*field, feel::Stored::string(id).value(), *desk.vocabulary, language);
  };
  return {partner, label, theme};
}

}  // namespace

std::expected<std::string, std::vector<base::Message>> route(
    const bundle::Desk& desk, const feel::Stored& kase, bool explained, base::Language language,
    RouteFormat format, const convention::Convention* by, std::vector<base::Message>* doubts) {
  const auto fields = fields_of(desk, kase);
  if (!fields) return std::unexpected(fields.error());
  // A case is routed on the day on which it came in, today where it does not say.
  base::Instant now =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto received = fields->find(desk.intake.received);
  if (received != fields->end() && received->second.value().as_day()) {
    now = desk.calendar->instant_of(base::LocalTime{*received->second.value().as_day()});
  }
  const cases::Surroundings around{.desk = desk,
                                   .pinned = [](const std::string&) { return nullptr; },
                                   .directory = desk.directory,
                                   .loads = {},
                                   .now = now,
                                   .secret = ""};
  std::string needs;
  const bool text = format == RouteFormat::text;
  const std::vector<cases::RoutedNeed> routed = cases::route(*fields, around, by);
  if (doubts != nullptr) *doubts = Doubts(desk, *fields).about(routed);
  const convention::Naming naming = naming_of(desk, language);
  for (const cases::RoutedNeed& need : routed) {
    if (!needs.empty()) needs += text ? "\n" : ",";
    if (need.convention == nullptr) {
      needs += text ? base::Message(messages::kAsksNobody, {need.theme}).in(language) + "\n"
                    : fmt::format(R"({{"theme":"{}","chosen":[]}})", need.theme);
    } else {
      needs += text
                   ? convention::to_text(*need.convention, need.choice, explained, language, naming)
                   : convention::to_json(*need.convention, need.choice, explained, language);
    }
  }
  return text ? needs : fmt::format(R"({{"needs":[{}]}})", needs);
}

std::vector<feel::Stored> sample_cases(const bundle::Desk& desk, int count) {
  std::vector<feel::Stored> out;
  for (int i = 0; i < count; ++i) {
    feel::Arena arena;
    std::vector<feel::Entry> entries;
    for (const vocabulary::Field& field : desk.vocabulary->fields()) {
      const auto pick = [&](const std::vector<std::string>& values) {
        return arena.string(values[static_cast<std::size_t>(i) * 7919 % values.size()]);
      };
      if (field.type == vocabulary::FieldType::choice && !field.values.empty()) {
        entries.push_back({field.id, pick(field.values)});
      } else if (field.type == vocabulary::FieldType::code) {
        const auto* list = desk.vocabulary->referential(field.referential);
        if (list != nullptr && !list->codes().empty()) {
          entries.push_back({field.id, pick(list->codes())});
        }
      } else if (field.type == vocabulary::FieldType::number) {
        entries.push_back({field.id, feel::Value::integer(i % 25)});
      }
    }
    out.emplace_back(arena.context(entries));
  }
  return out;
}

}  // namespace guichet::app
