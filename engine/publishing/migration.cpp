#include "engine/publishing/migration.hpp"

#include <condition_variable>
#include <mutex>

namespace guichet::publishing {
namespace {

// Enough in the writer's queue to fill its groups, few enough to be stopped.
constexpr std::size_t kMostUnderWay = 256;

// Submits without waiting for each, but never too many at once.
class Window {
 public:
  explicit Window(desk::Desk& desk) : desk_(desk) {}

  void submit(cases::Command command, std::function<void(const cases::Outcome&)> done) {
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return under_way_ < kMostUnderWay; });
      ++under_way_;
    }
    desk_.submit(std::move(command), [this, done = std::move(done)](const cases::Outcome& outcome) {
      const std::lock_guard lock(mutex_);
      done(outcome);
      --under_way_;
      room_.notify_one();
    });
  }

  void drain() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return under_way_ == 0; });
  }

 private:
  desk::Desk& desk_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t under_way_ = 0;
};

std::map<base::CaseId, store::MigrationRow> rows_of(store::Store& store, const std::string& plan) {
  std::map<base::CaseId, store::MigrationRow> rows;
  store.read([&](store::Reader& reader) {
    for (store::MigrationRow& row : reader.migrations(plan)) rows[row.kase] = std::move(row);
  });
  return rows;
}

std::vector<base::CaseId> cases_elsewhere(store::Store& store, const std::string& bundle) {
  std::vector<base::CaseId> ids;
  store.read([&](store::Reader& reader) { ids = reader.cases_not_pinned_to(bundle); });
  return ids;
}

std::int64_t rev_of(store::Store& store, base::CaseId id) {
  std::int64_t rev = 0;
  store.read([&](store::Reader& reader) {
    if (const auto snapshot = reader.load(id)) rev = snapshot->rev;
  });
  return rev;
}

std::string first_reason(const base::Rejection& rejection, base::Language language) {
  return rejection.reasons.empty() ? "" : rejection.reasons.front().in(language);
}

}  // namespace

MigrationRun migrate_cases(desk::Desk& desk, const std::shared_ptr<const migrate::Plan>& plan,
                           const access::Actor& actor, const Progress& told) {
  const auto before = rows_of(desk.store(), plan->hash);
  MigrationRun run;
  for (const auto& [id, row] : before) run.done_before += row.done ? 1 : 0;
  std::vector<base::CaseId> ids = cases_elsewhere(desk.store(), plan->to);
  std::erase_if(ids, [&](base::CaseId id) {
    const auto known = before.find(id);
    return known != before.end() && known->second.done;
  });
  run.cases = ids.size();
  Window window(desk);
  std::size_t done = 0;
  for (const base::CaseId id : ids) {
    cases::Command command;
    command.id = "migrate:" + plan->hash + ":" + std::to_string(id.value);
    // The key has been used up by a migration that was taken back: this is another one.
    const auto known = before.find(id);
    if (known != before.end() && known->second.verdict == "reverted") {
      command.id += ":" + std::to_string(rev_of(desk.store(), id));
    }
    command.kase = id;
    command.actor = actor;
    command.body = cases::Migrate{plan};
    window.submit(std::move(command), [&](const cases::Outcome&) {
      ++done;
      if (told) told(done, run.cases);
    });
  }
  window.drain();
  const auto after = rows_of(desk.store(), plan->hash);
  for (const base::CaseId id : ids) {
    const auto row = after.find(id);
    ++run.verdicts[row == after.end() ? "refused" : row->second.verdict];
  }
  return run;
}

DryRun dry_run(desk::Desk& desk, const std::shared_ptr<const migrate::Plan>& plan,
               const cases::Surroundings& around) {
  DryRun out;
  for (const base::CaseId id : cases_elsewhere(desk.store(), plan->to)) {
    std::optional<cases::Snapshot> snapshot;
    desk.store().read([&](store::Reader& reader) { snapshot = reader.load(id); });
    if (!snapshot) continue;
    cases::Command command;
    command.kase = id;
    command.body = cases::Migrate{plan};
    const auto decision = cases::decide(*snapshot, command, around);
    std::string verdict = decision ? "incident" : "left";
    if (!decision) {
      out.left[id] = first_reason(decision.error(), around.desk.settings.language);
    } else {
      for (const cases::Event& event : decision->events) {
        if (const auto* done = std::get_if<cases::CaseMigrated>(&event)) verdict = done->verdict;
      }
    }
    ++out.verdicts[verdict];
  }
  return out;
}

MigrationRun revert_cases(desk::Desk& desk, const std::string& plan, const access::Actor& actor,
                          const Progress& told, std::map<base::CaseId, std::string>& refused) {
  MigrationRun run;
  std::vector<base::CaseId> ids;
  for (const auto& [id, row] : rows_of(desk.store(), plan)) {
    if (row.done) ids.push_back(id);
  }
  run.cases = ids.size();
  Window window(desk);
  std::size_t done = 0;
  for (const base::CaseId id : ids) {
    cases::Command command;
    command.kase = id;
    command.actor = actor;
    command.body = cases::RevertMigration{plan};
    window.submit(std::move(command), [&, id](const cases::Outcome& outcome) {
      ++run.verdicts[outcome ? "reverted" : "stays"];
      if (!outcome) {
        refused[id] = first_reason(outcome.error(), desk.definition().settings.language);
      }
      ++done;
      if (told) told(done, run.cases);
    });
  }
  window.drain();
  return run;
}

}  // namespace guichet::publishing
