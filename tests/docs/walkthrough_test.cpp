// docs/walkthrough.md, played: each step of the page runs on the example desk, and the journal gets
// exactly what the page says. GUICHET_WRITE_WALKTHROUGH=1 writes the page's journal anew.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "tests/docs/page.hpp"
#include "workflows/scenarios/run_step.hpp"

using namespace guichet;

namespace {

const std::string kPage = GUICHET_ROOT "/docs/walkthrough.md";
constexpr std::size_t kWidth = 100;
const std::string kFence = "```";

// What tells a reader nothing: numbers of entries, the definition's hash, what is false or empty.
bool is_noise(std::string_view name, const feel::Value& value) {
  constexpr std::string_view kNames[] = {
      "n",     "bundle", "entry", "firing",       "anchor",           "owner",
      "facts", "seq",    "key",   "parent_entry", "remaining_in_days"};
  return std::ranges::find(kNames, name) != std::end(kNames) || value.is_null() ||
         (value.kind() == feel::Kind::boolean && !value.is_true()) ||
         (value.kind() == feel::Kind::string && value.text().empty()) ||
         (value.kind() == feel::Kind::list && value.items().empty());
}

// Instants are kept as milliseconds; the page shows them as the desk's clock does.
constexpr std::int64_t kNoCountIsThatGreat = 100'000'000'000;

class Words {
 public:
  explicit Words(const calendar::Calendar& calendar) : calendar_(calendar) {}

  std::string of(const feel::Value& value) const {
    if (value.kind() == feel::Kind::number && value.as_integer() &&
        *value.as_integer() > kNoCountIsThatGreat) {
      return local(base::from_millis(*value.as_integer()));
    }
    if (value.kind() == feel::Kind::context) return "{" + members(value, ", ") + "}";
    if (value.kind() != feel::Kind::list) return to_text(value);
    std::string out;
    for (const feel::Value& item : value.items()) out += (out.empty() ? "" : ", ") + of(item);
    return "[" + out + "]";
  }
  std::string members(const feel::Value& context, const std::string& between) const {
    std::string out;
    for (const feel::Entry& entry : context.entries()) {
      if (is_noise(entry.name, entry.value)) continue;
      if (!out.empty()) out += between;
      const bool inside = entry.value.kind() == feel::Kind::context &&
                          (entry.name == "timer" || entry.name == "task");
      out +=
          inside ? members(entry.value, between) : std::string(entry.name) + "=" + of(entry.value);
    }
    return out;
  }
  std::string local(base::Instant at) const {
    return base::iso(calendar_.local_time(at)).substr(0, 16);
  }

 private:
  const calendar::Calendar& calendar_;
};

// "2009-02-04T10:00 state-entered 2 state=accueil", cut to the width of a page.
std::string line_of(const cases::Fact& fact, const calendar::Calendar& calendar) {
  const Words words(calendar);
  const auto payload = json::read_typed(cases::to_json(fact.event));
  REQUIRE(payload);
  const auto n = cases::instance_of(fact.event);
  const std::string line = words.local(fact.at) + " " + std::string(cases::type_of(fact.event)) +
                           (n ? " " + std::to_string(n->value) : "") + " " +
                           words.members(payload->value(), " ");
  if (line.size() <= kWidth) return line;
  std::size_t end = kWidth - 1;
  while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

// Plays the page's steps on one case.
class Walk {
 public:
  Walk()
      : desk_(load()),
        run_(desk_, "walkthrough",
             desk_->calendar->instant_of(*base::parse_local_time("2009-02-04T10:00:00")), "tests") {
  }

  // What the step adds to the journal, a line a fact.
  std::string journal_of(const std::string& step) {
    base::Diagnostics diagnostics;
    const auto root = yaml::parse(base::make_source("docs/walkthrough.md", step), diagnostics);
    REQUIRE(!diagnostics.has_errors());
    REQUIRE(root != nullptr);
    run_.step(root->items().front());
    for (const scenarios::Failure& failure : run_.failures()) FAIL_CHECK(failure.what);
    std::string lines;
    const auto facts = run_.stage().facts(run_.current_case());
    for (; seen_ < facts.size(); ++seen_) {
      lines += line_of(facts[seen_], *desk_->calendar) + "\n";
    }
    return lines;
  }

 private:
  static std::shared_ptr<const bundle::Desk> load() {
    base::Diagnostics diagnostics;
    return bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  }

  std::shared_ptr<const bundle::Desk> desk_;
  scenarios::ScenarioRun run_;
  std::size_t seen_ = 0;
};

// The page with every journal replaced by what really happens.
std::string rewritten(const std::string& page) {
  Walk walk;
  std::string out, step;
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = page.find(kFence, at);
    if (open == std::string::npos) return out + page.substr(at);
    const std::size_t body = page.find('\n', open) + 1;
    const std::size_t close = page.find(kFence + "\n", body);
    const std::string language = page.substr(open + 3, body - open - 4);
    const std::string text = page.substr(body, close - body);
    if (language == "yaml") step = text;
    out += page.substr(at, body - at) + (language == "text" ? walk.journal_of(step) : text);
    at = close + kFence.size();
    out += kFence;
  }
}

}  // namespace

TEST_CASE("the walkthrough tells what the example desk really writes") {
  const auto page = base::read_bytes(kPage);
  REQUIRE(page);
  const std::string played = rewritten(*page);
  if (std::getenv("GUICHET_WRITE_WALKTHROUGH") != nullptr) {
    REQUIRE(base::write_file(kPage, played));
  }
  CHECK(played == *page);
}
