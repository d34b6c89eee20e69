#include "engine/store/copy_cases.hpp"

#include <future>
#include <limits>

namespace guichet::store {
namespace {

constexpr std::size_t kCasesAtOnce = 200;
constexpr std::size_t kEverything = std::numeric_limits<std::int32_t>::max();
// No lease of a copy is ever waited for.
constexpr base::Instant kLongAgo{};
constexpr base::Instant kEndOfTime = kLongAgo + std::chrono::hours(24 * 365 * 1000);

void write_and_wait(Store& store, std::function<void(Transaction&)> work) {
  std::promise<base::Result<void>> told;
  store.write(std::move(work), [&](base::Result<void> result) { told.set_value(result); });
  if (auto result = told.get_future().get(); !result) throw StorageFailure(result.error());
}

std::vector<cases::DocumentEffect> documents_of(Reader& reader, const cases::Snapshot& snapshot) {
  std::vector<cases::DocumentEffect> out;
  for (const cases::Document& each : snapshot.extras.documents) {
    auto stored = reader.document(snapshot.id, each.key);
    if (!stored) continue;
    out.push_back({stored->key, stored->digest, stored->media_type,
                   std::make_shared<const std::string>(std::move(stored->content))});
  }
  return out;
}

std::vector<Step> steps_of(Store& store, std::size_t first) {
  std::vector<Step> steps;
  store.read([&](Reader& reader) {
    std::size_t total = 0;
    const CaseFilter filter{.visible_to = access::Sight::of_the_desk(),
                            .open_only = false, .first = first, .most = kCasesAtOnce};
    for (CaseRow& row : reader.list(filter, total)) {
      Step& step = steps.emplace_back();
      step.after = *reader.load(row.id);
      step.facts = reader.facts(row.id);
      for (OutboxRow& letter : reader.letters(row.id)) {
        step.letters.push_back(std::move(letter.letter));
      }
      step.documents = documents_of(reader, step.after);
      step.row = std::move(row);
    }
  });
  return steps;
}

void count_as_delivered(Transaction& transaction) {
  for (;;) {
    const auto letters = transaction.lease_letters(kEverything, kEndOfTime, kEndOfTime);
    if (letters.empty()) return;
    for (const LeasedLetter& letter : letters) {
      transaction.settle_letter(letter.id, letter.fence, LetterStatus::delivered, kLongAgo, "");
    }
  }
}

}  // namespace

void copy_cases(Store& from, Store& to) {
  for (std::size_t first = 0;; first += kCasesAtOnce) {
    const std::vector<Step> steps = steps_of(from, first);
    if (steps.empty()) return;
    write_and_wait(to, [&](Transaction& transaction) {
      for (const Step& step : steps) transaction.save(step);
      count_as_delivered(transaction);
    });
  }
}

}  // namespace guichet::store
