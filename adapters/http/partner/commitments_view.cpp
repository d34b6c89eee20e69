#include "adapters/http/partner/commitments_view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/partner/partner_messages.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "engine/base/delay_words.hpp"

namespace guichet::http {
namespace {

using base::Message;

std::int64_t whole(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

KeptView kept_view(const std::string& month, const results::KeptTally& tally) {
  const auto median = tally.median();
  return {.month = month,
          .asked = whole(tally.asked),
          .accepted = whole(tally.accepted),
          .declined = whole(tally.declined),
          .in_time = whole(tally.in_time),
          .late = whole(tally.late),
          .silent = whole(tally.silent),
          .withdrawn = whole(tally.withdrawn),
          .waiting = whole(tally.waiting),
          .overdue = whole(tally.overdue),
          .contact_in_time = whole(tally.contact_in_time),
          .contact_late = whole(tally.contact_late),
          .contact_waiting = whole(tally.contact_waiting),
          .median = median ? fmt::format("{:g}", *median) : ""};
}

// Scopes as people read them: codes with what they stand for.
class ScopeWords {
 public:
  ScopeWords(const bundle::Desk& desk, base::Language language)
      : desk_(desk), language_(language) {}

  std::string of(const results::PromisedArticle::Scope& scope) const {
    std::vector<std::string> parts;
    for (const auto& [fact, wanted] : scope.wanted) {
      if (fact.empty()) {
        parts.push_back(Message(messages::kScopeIf, {wanted}).in(language_));
      } else {
        const vocabulary::Field* field = desk_.vocabulary->find(fact);
        parts.push_back(
            fmt::format("{} : {}", field == nullptr ? fact : field->label, in_words(wanted)));
      }
    }
    if (parts.empty()) return Message(messages::kScopeAll).in(language_);
    return fmt::format("{}", fmt::join(parts, " ; "));
  }

 private:
  std::string in_words(std::string_view wanted) const {
    std::string out;
    while (!wanted.empty()) {
      const std::string_view word = trim(cut(wanted, ','));
      out += (out.empty() ? "" : ", ") + one(word);
    }
    return out;
  }

  // "epci:200067361" by the name that results give a node of that level.
  std::string one(std::string_view word) const {
    if (const std::string span = interval(word); !span.empty()) return span;
    if (word.size() > 1 && word.front() == '"' && word.back() == '"') {
      word = word.substr(1, word.size() - 2);
    }
    const std::string text(word);
    const vocabulary::Field* place = desk_.vocabulary->find(desk_.settings.person.place);
    const vocabulary::Referential* list =
        place == nullptr ? nullptr : desk_.vocabulary->referential(place->referential);
    if (list == nullptr) return text;
    if (list->contains(word)) return list->label(word);
    for (const bundle::WiderPlace& wider : desk_.results.roll_up) {
      if (!word.starts_with(wider.level + ":")) continue;
      const std::vector<std::string> members = list->expand(word);
      const auto name = members.empty() || wider.name.empty()
                            ? std::nullopt
                            : list->value(members.front(), std::string_view(wider.name));
      if (name && !name->empty()) return std::string(*name);
      return wider.title + " " + text.substr(text.find(':') + 1);
    }
    return text;
  }

  // "[0..20)" as people say it; empty for what is no interval.
  std::string interval(std::string_view word) const {
    const std::size_t dots = word.find("..");
    if (dots == std::string_view::npos || dots < 2 || !word.starts_with('[')) return "";
    if (word.size() < dots + 4 || (!word.ends_with(')') && !word.ends_with(']'))) return "";
    const base::MessageText& text =
        word.ends_with(')') ? messages::kScopeFrom : messages::kScopeBetween;
    return Message(text, {std::string(word.substr(1, dots - 1)),
                          std::string(word.substr(dots + 2, word.size() - dots - 3))})
        .in(language_);
  }

  const bundle::Desk& desk_;
  base::Language language_;
};

PromisedView promised_view(const results::PromisedArticle& article, const ScopeWords& words,
                           base::Language language) {
  const auto delay = [&](const std::optional<base::Delay>& within) {
    return within ? base::in_words(*within, language) : std::string();
  };
  PromisedView out{.convention = article.convention,
                   .article = article.id,
                   .title = article.title,
                   .answer_within = delay(article.answer_within),
                   .first_contact_within = delay(article.first_contact_within),
                   .scopes = {}};
  for (const auto& scope : article.scopes) out.scopes.push_back(words.of(scope));
  return out;
}

}  // namespace

results::CommitmentPeriod period_asked(const Pairs& query, const desk::Desk& desk) {
  const bundle::Desk& definition = desk.definition();
  const auto from = base::parse_day(query.get("from"));
  const auto until = base::parse_day(query.get("until"));
  if (from && until && *from <= *until) return {*from, *until};
  const auto year =
      std::chrono::year_month_day(definition.calendar->local_day(desk.clock().now())).year();
  const auto asked = base::parse_day(query.get("year") + "-01-01");
  const std::chrono::year wanted = asked ? std::chrono::year_month_day(*asked).year() : year;
  return {base::Day(wanted / 1 / 1), base::Day(wanted / 12 / 31)};
}

CommitmentsView view_commitments(PublishedResults& results, desk::Desk& desk,
                                 const std::string& partner,
                                 const results::CommitmentPeriod& period, base::Language language) {
  const base::Instant now = desk.clock().now();
  const bundle::Desk& definition = desk.definition();
  const auto counted = results.counted();
  convention::Loads loads;
  desk.store().read([&](store::Reader& reader) { loads = reader.loads_now(now); });
  const results::Commitments found = results::commitments(
      *counted.cases, definition, desk.directory(), loads, partner, period, now);
  CommitmentsView out{.partner = partner,
                      .name = partner_name(desk.directory(), partner),
                      .first = base::iso(period.first),
                      .last = base::iso(period.last),
                      .promised = {},
                      .quotas = {},
                      .total = kept_view("", found.total),
                      .months = {}};
  const ScopeWords words(definition, language);
  for (const auto& each : found.articles) {
    out.promised.push_back(promised_view(each, words, language));
  }
  for (const auto& each : found.quotas) {
    out.quotas.push_back({each.id, each.period, each.max, each.used});
  }
  for (const auto& [month, tally] : found.months) out.months.push_back(kept_view(month, tally));
  return out;
}

}  // namespace guichet::http
