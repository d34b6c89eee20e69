#include "workflows/scenarios/other_load.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;

struct LoadKey {
  std::string partner, quota;
};
LoadKey key_of(const std::string& text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) return {text, ""};
  return {text.substr(0, dot), text.substr(dot + 1)};
}

std::optional<std::int64_t> count_of(const yaml::Node& node) {
  std::int64_t count = 0;
  const std::string& text = node.text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && count >= 0;
  return whole ? std::optional(count) : std::nullopt;
}

}  // namespace

std::vector<convention::Quota> quotas_of(const bundle::Desk& desk, const std::string& partner) {
  std::vector<convention::Quota> out;
  const auto add = [&](const convention::Convention& one) {
    for (const convention::Partner& each : one.partners()) {
      if (each.id == partner) out.insert(out.end(), each.quotas.begin(), each.quotas.end());
    }
  };
  for (const auto& [id, convention] : desk.conventions) {
    add(*convention);
    for (const auto& version : convention->parts().versions) add(*version);
  }
  return out;
}

std::vector<OtherLoad> other_loads(const yaml::Node& load, const bundle::Desk& desk) {
  std::vector<OtherLoad> out;
  for (const yaml::Entry& entry : load.entries()) {
    const LoadKey key = key_of(entry.key.text());
    OtherLoad one{key.partner, {}, count_of(entry.value).value_or(0)};
    for (const convention::Quota& quota : quotas_of(desk, key.partner)) {
      if (quota.id == key.quota) one.quota = quota;
    }
    out.push_back(std::move(one));
  }
  return out;
}

void check_load(StepNames& names, const yaml::Node& load) {
  const std::vector<std::string> partners = names.partners();
  for (const yaml::Entry& entry : load.entries()) {
    const LoadKey key = key_of(entry.key.text());
    if (!count_of(entry.value)) {
      names.diagnostics().error(entry.value.location(),
                                Message(messages::kBadCount, {entry.value.text()}));
    }
    if (std::ranges::find(partners, key.partner) == partners.end()) {
      names.diagnostics().error(entry.key.location(),
                                Message(messages::kUnknownName, {key.partner, "partners.yaml"}),
                                base::suggestion(key.partner, partners));
      continue;
    }
    std::vector<std::string> known;
    for (const convention::Quota& each : quotas_of(names.desk(), key.partner)) {
      known.push_back(each.id);
    }
    if (key.quota.empty() || std::ranges::find(known, key.quota) != known.end()) continue;
    names.diagnostics().error(entry.key.location(),
                              Message(messages::kNoQuota, {key.quota, key.partner}),
                              base::suggestion(key.quota, known));
  }
}

std::string to_text(const std::vector<OtherLoad>& loads) {
  std::vector<std::string> out;
  for (const OtherLoad& each : loads) {
    const std::string quota = each.quota ? "." + each.quota->id : "";
    out.push_back(fmt::format("{}{}: {}", each.partner, quota, each.count));
  }
  return fmt::format("{{{}}}", fmt::join(out, ", "));
}

}  // namespace guichet::scenarios
