// Reads the calendars of a desk, each after the one that it extends.
#include <algorithm>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/messages.hpp"
#include "engine/calendar/open_days.hpp"
#include "engine/calendar/read_parts.hpp"
#include "engine/yaml/shape.hpp"

namespace guichet::calendar {
namespace {

using base::Diagnostics;
using base::Message;

// Years that tell whether the rules leave business days at all: all that hold for ever hold in
// the last of them, and 28 years have every shape of a year.
bool leaves_business_days(const Calendar::Parts& parts) {
  Calendar::Parts rules;
  rules.weekdays = parts.weekdays;
  rules.holidays = parts.holidays;
  int last = 2000;
  for (const HolidayRule& rule : rules.holidays) last = std::max(last, rule.from_year);
  for (int year = last; year < last + 28; ++year) {
    if (OpenYear(rules, year).total() == 0) return false;
  }
  return true;
}

// The calendars of one desk: each read after the one that it extends.
class Family {
 public:
  Family(std::span<const yaml::Node* const> roots, Diagnostics& diagnostics)
      : roots_(roots), diagnostics_(diagnostics) {}

  Calendars read() {
    for (const yaml::Node* root : roots_) read(*root);
    return std::move(done_);
  }

 private:
  const yaml::Node* find(std::string_view id) const {
    const auto found = std::ranges::find_if(
        roots_, [&](const yaml::Node* root) { return yaml::text_at(*root, "id") == id; });
    return found == roots_.end() ? nullptr : *found;
  }

  std::shared_ptr<const Calendar> read(const yaml::Node& root) {
    const std::string id = yaml::text_at(root, "id");
    if (!seen_.insert(&root).second) {
      const auto found = done_.find(id);
      return found == done_.end() ? nullptr : found->second;
    }
    under_way_.insert(&root);
    Diagnostics own;
    std::optional<Calendar::Parts> inherited = base_of(root, own);
    const bool sound = inherited.has_value();
    Calendar::Parts parts = read_parts(root, std::move(inherited), own);
    if (!own.has_errors() && !leaves_business_days(parts)) {
      own.error(root.location(), Message(messages::kNoBusinessDay));
    }
    under_way_.erase(&root);
    for (const base::Diagnostic& each : own.list()) diagnostics_.add(each);
    if (own.has_errors() || !sound) return nullptr;
    return done_[id] = std::make_shared<const Calendar>(std::move(parts));
  }

  // What the file inherits; nothing where it extends what cannot be read (said here where that is
  // this file's fault).
  std::optional<Calendar::Parts> base_of(const yaml::Node& root, Diagnostics& own) {
    const yaml::Node* name = yaml::at(root, "extends");
    if (name == nullptr || !name->is_scalar()) return Calendar::Parts{};
    const yaml::Node* base = find(name->text());
    if (base == nullptr) {
      own.error(name->location(), Message(messages::kUnknownBase, {name->text()}),
                base::suggestion(name->text(), other_ids(root)));
      return {};
    }
    if (under_way_.contains(base)) {
      own.error(name->location(), Message(messages::kExtendsItself, {yaml::text_at(root, "id")}));
      return {};
    }
    const auto calendar = read(*base);
    if (!calendar) return {};
    return calendar->parts();
  }

  std::vector<std::string> other_ids(const yaml::Node& root) const {
    std::vector<std::string> ids;
    for (const yaml::Node* each : roots_) {
      if (each != &root) ids.push_back(yaml::text_at(*each, "id"));
    }
    return ids;
  }

  std::span<const yaml::Node* const> roots_;
  Diagnostics& diagnostics_;
  Calendars done_;
  std::set<const yaml::Node*> seen_, under_way_;
};

}  // namespace

Calendars load_calendars(std::span<const yaml::Node* const> roots, Diagnostics& diagnostics) {
  return Family(roots, diagnostics).read();
}

std::shared_ptr<const Calendar> load_calendar(const yaml::Node& root, Diagnostics& diagnostics) {
  const yaml::Node* const roots[] = {&root};
  const Calendars calendars = load_calendars(roots, diagnostics);
  return calendars.empty() ? nullptr : calendars.begin()->second;
}

}  // namespace guichet::calendar
