#include "adapters/app/migration_output.hpp"

#include <fmt/format.h>

#include <iostream>

namespace guichet::app {
namespace {

constexpr std::size_t kStep = 500;
constexpr std::size_t kMostShown = 50;

}  // namespace

publishing::Progress show_progress() {
  return [](std::size_t done, std::size_t all) {
    if (done % kStep != 0 && done != all) return;
    std::cerr << fmt::format("{}/{}\n", done, all) << std::flush;
  };
}

void print_verdicts(const std::map<std::string, std::size_t>& verdicts) {
  for (const char* verdict : {"identical", "compatible", "timers", "mapping", "blocked", "incident",
                              "left", "refused", "reverted", "stays"}) {
    const auto count = verdicts.find(verdict);
    if (count != verdicts.end()) std::cout << fmt::format("{:>8}  {}\n", count->second, verdict);
  }
}

void print_left(store::Store& store, const std::string& plan) {
  std::size_t shown = 0, left = 0;
  store.read([&](store::Reader& reader) {
    for (const store::MigrationRow& row : reader.migrations(plan)) {
      if (row.verdict != "left") continue;
      if (++left > kMostShown) continue;
      ++shown;
      const auto snapshot = reader.load(row.kase);
      std::cout << fmt::format("  {} : {}\n", snapshot ? snapshot->number : "", row.reason);
    }
  });
  if (left > shown) std::cout << fmt::format("  ... ({})\n", left);
}

access::Actor administrator(const std::string& name) {
  return {.kind = access::ActorKind::staff, .id = name, .name = name};
}

}  // namespace guichet::app
