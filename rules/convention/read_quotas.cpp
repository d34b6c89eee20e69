// `quota:` and `capacity:` of a partner.
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 7> kQuotaKeys{{{"id", yaml::kScalar},
                                         {"max", yaml::kScalar, true},
                                         {"per", yaml::kScalar},
                                         {"counts", yaml::kScalar},
                                         {"on_full", yaml::kScalar, true},
                                         {"wait", yaml::kScalar},
                                         {"then", yaml::kScalar}}};

}  // namespace

void ConventionReader::read_quotas(const yaml::Node& node, Partner& partner) {
  if (node.is_mapping()) return read_quota(node, partner);
  for (const yaml::Node& item : node.items()) read_quota(item, partner);
}

// `counts: open` counts the referrals that are open now, so it has no period; everything else
// counts those assigned in one.
void ConventionReader::read_quota(const yaml::Node& node, Partner& partner) {
  if (!yaml::check_shape(node, kQuotaKeys, diagnostics_)) return;
  Quota quota;
  quota.at = node.location();
  const yaml::Node& most = *yaml::at(node, "max");
  if (const auto max = yaml::read_integer(most, diagnostics_)) {
    quota.max = *max;
    if (*max < 1) diagnostics_.error(most.location(), Message(messages::kNotPositive));
  }
  bool open = false;
  const yaml::Node* counts = yaml::at(node, "counts");
  if (counts != nullptr) {
    constexpr std::array<std::string_view, 2> words{"assigned", "open"};
    if (const auto word = read_word(*counts, words, diagnostics_)) open = *word == 1;
  }
  if (open) quota.per = Period::open;
  if (const auto* per = yaml::at(node, "per")) {
    constexpr std::array<std::string_view, 6> periods{"day",     "week", "month",
                                                      "quarter", "year", "open"};
    if (const auto word = read_word(*per, periods, diagnostics_))
      quota.per = static_cast<Period>(*word);
    if (counts != nullptr && open != (quota.per == Period::open))
      diagnostics_.error(per->location(), Message(messages::kCountsAndPer));
  } else if (!open) {
    diagnostics_.error(node.location(), Message(messages::kNeedsPeriod));
  }
  read_on_full(node, quota);
  quota.id = yaml::text_at(node, "id", yaml::text_at(node, "per", "open"));
  for (const Quota& other : partner.quotas)
    if (other.id == quota.id)
      diagnostics_.error(node.location(), Message(messages::kQuotaTwice, {quota.id}));
  partner.quotas.push_back(std::move(quota));
}

void ConventionReader::read_on_full(const yaml::Node& node, Quota& quota) {
  constexpr std::array<std::string_view, 2> words{"next", "wait"};
  const yaml::Node& on_full = *yaml::at(node, "on_full");
  if (const auto word = read_word(on_full, words, diagnostics_))
    quota.on_full = static_cast<OnFull>(*word);
  const yaml::Node* wait = yaml::at(node, "wait");
  if (const auto* then = yaml::at(node, "then")) {
    constexpr std::array<std::string_view, 1> next{"next"};
    read_word(*then, next, diagnostics_);
  }
  if (quota.on_full == OnFull::next) {
    for (const char* key : {"wait", "then"})
      if (const auto* idle = yaml::at(node, key))
        diagnostics_.error(idle->location(), Message(messages::kWaitsForNothing, {key}));
    return;
  }
  if (wait == nullptr) {
    diagnostics_.error(on_full.location(), Message(messages::kNeedsWait));
    return;
  }
  quota.wait = read_delay(node, "wait");
  if (quota.wait && quota.wait->unit == base::Delay::Unit::business_days)
    diagnostics_.error(wait->location(), Message(messages::kWaitInDays, {wait->text()}));
}

}  // namespace guichet::convention
