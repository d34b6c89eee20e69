#include "tests/engine/store/written_case.hpp"

#include <catch2/catch.hpp>
#include <future>

#include "engine/cases/apply.hpp"

namespace guichet::store {

using base::InstanceNumber;

base::Instant at_hour(int hours) {
  return *base::parse_instant("2009-02-04T00:00:00Z") + std::chrono::hours(hours);
}

std::optional<base::Error> write_now(Store& store, std::function<void(Transaction&)> work) {
  std::promise<base::Result<void>> answer;
  store.write(std::move(work),
              [&](base::Result<void> result) { answer.set_value(std::move(result)); });
  const base::Result<void> result = answer.get_future().get();
  if (result) return {};
  return result.error();
}

WrittenCase::WrittenCase(Store& store) : store_(store) {
  write_now(store, [this](Transaction& t) { snapshot_.id = t.next_case_id(); });
  row_.id = snapshot_.id;
}

Step WrittenCase::step(std::vector<cases::Event> events, base::Instant at,
                       std::vector<cases::LetterEffect> letters) const {
  Step step;
  step.facts = seal(events, snapshot_.rev + 1, at, "coordinatrice", last_hash_);
  step.after = snapshot_;
  for (const cases::Fact& fact : step.facts) {
    cases::apply(step.after, fact.event, fact.seq, fact.at);
  }
  step.row = row_;
  step.letters = std::move(letters);
  return step;
}

void WrittenCase::save(std::vector<cases::Event> events, base::Instant at,
                       std::vector<cases::LetterEffect> letters) {
  const Step made = step(std::move(events), at, std::move(letters));
  const auto error = write_now(store_, [&](Transaction& t) { t.save(made); });
  INFO((error ? error->what.in(base::Language::en) : "saved"));
  REQUIRE(!error);
  snapshot_ = made.after;
  if (!made.facts.empty()) last_hash_ = made.facts.back().hash;
}

bool WrittenCase::keeps(const Step& made) {
  if (write_now(store_, [&](Transaction& t) { t.save(made); })) return false;
  snapshot_ = made.after;
  if (!made.facts.empty()) last_hash_ = made.facts.back().hash;
  return true;
}

WrittenCase open_case(Store& store, const std::string& number, const std::string& partner) {
  WrittenCase kase(store);
  kase.row().number = number;
  kase.row().themes = {"formation"};
  kase.row().states = {"chez_partenaires"};
  kase.row().opened_at = at_hour(9);
  cases::Referral referral;
  referral.partner = partner;
  kase.save(
      {cases::RequestReceived{number},
       cases::InstanceOpened{InstanceNumber{1}, {}, "request", "demande", "b1", {}},
       cases::InstanceOpened{InstanceNumber{2}, InstanceNumber{1}, "need", "formation", "b1", {}},
       cases::InstanceOpened{InstanceNumber{3}, InstanceNumber{2}, "referral", "mise-en-relation",
                             "b1", referral}},
      at_hour(9));
  return kase;
}

cases::Timer armed(const std::string& name, base::Instant due, std::int32_t firing) {
  cases::Timer timer;
  timer.state = "demandee";
  timer.entry = 1;
  timer.name = name;
  timer.firing = firing;
  timer.due_at = due;
  timer.anchor = at_hour(9);
  return timer;
}

cases::LetterEffect letter(const std::string& key, base::Instant leaves) {
  cases::LetterEffect letter;
  letter.key = key;
  letter.n = InstanceNumber{3};
  letter.letter = "demande-partenaire";
  letter.purpose = "notify";
  letter.channel = "email";
  letter.to_kind = "partner";
  letter.to = "cma-46";
  letter.to_name = "A. Martin (fictif)";
  letter.to_address = "a.martin@exemple.test";
  letter.subject = "Mise en relation : boulangerie";
  letter.text = "Bonjour « A. Martin »,\n";
  letter.html = "<p>Bonjour</p>";
  letter.made_at = leaves - std::chrono::minutes(10);
  letter.leaves_at = leaves;
  return letter;
}

std::optional<cases::Snapshot> load(Store& store, base::CaseId id) {
  std::optional<cases::Snapshot> snapshot;
  store.read([&](Reader& reader) { snapshot = reader.load(id); });
  return snapshot;
}

}  // namespace guichet::store
