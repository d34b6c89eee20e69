#include "engine/publishing/workshop.hpp"

#include <fmt/format.h>

#include "engine/base/digest.hpp"

namespace guichet::publishing {
namespace {

constexpr std::size_t kMostRemembered = 6;

std::string digest_of(const Files& files) {
  std::string all;
  for (const auto& [path, text] : files) all += path + '\0' + text + '\0';
  return base::sha256_hex(all);
}

}  // namespace

// Two that ask the same at once both work: nobody waits for another.
template <typename What, typename Make>
std::shared_ptr<const What> Workshop::remember(std::deque<Remembered<What>>& known,
                                               const std::string& key, const Make& make) {
  {
    const std::lock_guard lock(mutex_);
    for (const Remembered<What>& each : known) {
      if (each.key == key) return each.what;
    }
  }
  auto made = std::make_shared<const What>(make());
  const std::lock_guard lock(mutex_);
  known.push_front({key, made});
  if (known.size() > kMostRemembered) known.pop_back();
  return made;
}

std::shared_ptr<const Checked> Workshop::check(const Files& files, Depth depth,
                                               base::Language language) {
  const base::Day today = desk_.definition().calendar->local_day(desk_.clock().now());
  const std::string key = fmt::format("{} {} {} {}", digest_of(files), static_cast<int>(depth),
                                      static_cast<int>(language), base::iso(today));
  return remember(checked_, key, [&] { return check_files(files, "", today, depth, language); });
}

std::shared_ptr<const Gate> Workshop::gate(const std::shared_ptr<const bundle::Desk>& definition,
                                           base::Language language) {
  const std::string key =
      fmt::format("{} {}", definition->content_hash, static_cast<int>(language));
  return remember(gates_, key, [&] { return ask_gate(definition, language); });
}

}  // namespace guichet::publishing
