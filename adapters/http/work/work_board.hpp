// The work list of those who see every case: read once and shown until it is another one.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/http/work/work_view.hpp"

namespace guichet::http {

// The same lines for whoever asks for the same owner in the same language, until a case changes,
// another definition or directory is in force, a line becomes overdue or the minute is over.
// On the loop's thread only.
class WorkBoard {
 public:
  using Lines = std::shared_ptr<const std::vector<PromiseView>>;

  // As view_work(); of whoever sees less than everything nothing is kept.
  Lines lines(const Site& site, const access::Principal& principal, std::size_t most,
              const std::string& owner, base::Language language);

 private:
  struct Wanted {
    std::string owner;
    base::Language language;
    std::size_t most;
    auto operator<=>(const Wanted&) const = default;
  };
  // What the lines were made of. The desk keeps what was in force once, so that no other object
  // takes its address.
  struct Moment {
    std::uint64_t changes = 0;
    const bundle::Desk* definition = nullptr;
    const bundle::Directory* directory = nullptr;
    bool operator==(const Moment&) const = default;
  };
  struct Kept {
    Moment moment;
    base::Instant from{}, until{};
    Lines lines;
  };

  std::map<Wanted, Kept> kept_;
};

}  // namespace guichet::http
