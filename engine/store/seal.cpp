#include <fmt/format.h>

#include "engine/base/digest.hpp"
#include "engine/json/json.hpp"
#include "engine/store/store.hpp"

namespace guichet::store {

std::string fact_hash(const cases::Fact& fact) {
  // Members sorted by name, as every canonical text of the project.
  const std::string canonical =
      fmt::format(R"({{"actor":{},"at":{},"payload":{},"seq":{},"type":{}}})",
                  json::quote(fact.actor), base::to_millis(fact.at), cases::to_json(fact.event),
                  fact.seq, json::quote(cases::type_of(fact.event)));
  return base::sha256_hex(fact.prev_hash + canonical);
}

std::vector<cases::Fact> seal(const std::vector<cases::Event>& events, std::int64_t first_seq,
                              base::Instant at, const std::string& actor,
                              const std::string& prev_hash) {
  std::vector<cases::Fact> facts;
  facts.reserve(events.size());
  std::string previous = prev_hash;
  for (const cases::Event& event : events) {
    cases::Fact& fact =
        facts.emplace_back(cases::Fact{first_seq++, at, actor, event, std::move(previous), ""});
    fact.hash = fact_hash(fact);
    previous = fact.hash;
  }
  return facts;
}

}  // namespace guichet::store
