// The one door. Everything that happens to a case enters here: load, decide, commit.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "engine/base/clock.hpp"
#include "engine/base/log.hpp"
#include "engine/cases/command.hpp"
#include "engine/cases/decide.hpp"
#include "engine/cases/offers.hpp"
#include "engine/desk/in_force.hpp"
#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

// Who changes the directory, when and why.
struct DirectoryChange {
  base::Instant at{};
  std::string by, note;
  // The revision that was seen: another one in the database is a conflict. Nothing: whatever it is.
  std::optional<std::int64_t> expected_rev{};
};
// The partner's revision now; or why it was not kept: 409 changed meanwhile, 422, 503.
using KeptPartner = std::expected<std::int64_t, base::Rejection>;

// Writes and waits until it is durable. Throws StorageFailure. Not on the store's own thread.
void write_and_wait(store::Store& store, const std::function<void(store::Transaction&)>& work);

// Thread rule: submit() may be called from any thread; `done` is called on the store's writer
// thread (for the store in memory: before submit() returns).
class Desk {
 public:
  // `definition` becomes the one in force, where it is not: a publication without a word. The
  // database's directory is seeded where it is empty.
  Desk(std::shared_ptr<const bundle::Desk> definition, store::Store& store,
       const base::Clock& clock, base::Log& log);
  // Waits for what is under way: the writer's thread still touches the desk after an answer.
  ~Desk() { drain(); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  void submit(cases::Command command, std::function<void(cases::Outcome)> done);
  // The same after `first`, in one transaction with it: both are kept, or neither. Where `first`
  // says false the command is not carried out (its outcome is a rejection without a reason).
  void submit_after(std::function<bool(store::Transaction&)> first, cases::Command command,
                    std::function<void(cases::Outcome)> done);
  // The same, waiting for the answer: command line, scenarios, simulation.
  cases::Outcome submit_and_wait(cases::Command command);

  // Keeps the definition and, once that is durable, puts it in force: commands that are decided
  // before go by the one before, those that are submitted in `done` and later by this one. Cases in
  // flight stay pinned. The desk fills in the hashes. `publication.previous`, where given, must be
  // what is in force (content hash), else nothing happens; of the definition in force again nothing
  // is written. `with` runs in the same transaction. `done` as for submit().
  void publish(std::shared_ptr<const bundle::Desk> definition, store::Publication publication,
               std::function<void(base::Result<void>)> done,
               std::function<void(store::Transaction&)> with = {});

  // Replaces what the directory says of a partner, or adds one; in force as with publish().
  void keep_partner(bundle::Partner partner, DirectoryChange change,
                    std::function<void(KeptPartner)> done);
  // Absences of the desk's own staff, beside those of its folder. The answer is the absence's id.
  void add_absence(store::StaffAbsenceRow absence, DirectoryChange change,
                   std::function<void(KeptPartner)> done);
  void remove_absence(std::int64_t id, DirectoryChange change,
                      std::function<void(KeptPartner)> done);

  // Waits until everything submitted so far, and what its answers submitted, is done: before
  // whoever handed in callbacks goes.
  void drain();

  // What a page or the command line shows of a case, for this actor.
  std::vector<cases::Offer> offers(const cases::Snapshot& snapshot, const access::Actor& actor);

  // Told of each arm that a command takes: coverage. Before any command is submitted.
  using ArmTold = std::function<void(const model::Workflow&, model::TransitionIndex)>;
  void observe(ArmTold told) { arm_told_ = std::move(told); }

  // Told of each case that a command changed, once that is durable, on the store's thread: whoever
  // keeps lists fresh. Before any command is submitted.
  using ChangeTold = std::function<void(const cases::Receipt&)>;
  void tell_changes(ChangeTold told) { change_told_ = std::move(told); }

  // Told of each definition that was put in force, on the store's thread, before publish() answers.
  // Before any command is submitted.
  using PublicationTold = std::function<void(const store::Publication&)>;
  void tell_publications(PublicationTold told) { publication_told_.push_back(std::move(told)); }

  // What is in force now, from any thread. The references stay valid as long as the desk lives; who
  // asks twice may be given two versions.
  const bundle::Desk& definition() const { return *in_force_.now().definition; }
  const bundle::Directory& directory() const { return *in_force_.now().directory; }
  std::shared_ptr<const bundle::Desk> shared_definition() const {
    return in_force_.now().definition;
  }
  // Absences of the staff that were entered in the desk.
  const std::vector<store::StaffAbsenceRow>& entered_absences() const {
    return in_force_.now().absences;
  }
  // The definition without them: what was published.
  std::shared_ptr<const bundle::Desk> published() const { return in_force_.now().published; }
  const base::Clock& clock() const { return clock_; }
  store::Store& store() { return store_; }

 private:
  // Adds the cases that it changes to `changed`.
  cases::Outcome carry_out(const cases::Command& command, const InForce& in_force,
                           store::Transaction& transaction, std::vector<cases::Receipt>& changed);
  // The answer to a command that was carried out under this key; a refusal where the key served for
  // something else. Nothing where it is new.
  std::optional<cases::Outcome> answered_before(const cases::Command& command,
                                                const std::string& content,
                                                store::Transaction& transaction);
  // Adds the command's step, and those of other cases that hear of it; or says why not.
  std::optional<base::Rejection> decide_step(const cases::Snapshot& snapshot,
                                             const cases::Command& command, const InForce& in_force,
                                             store::Transaction& transaction,
                                             std::vector<store::Step>& steps);
  // At the start: publishes it where another one is in force, reads the directory, which it seeds.
  void put_in_force(std::shared_ptr<const bundle::Desk> definition);
  void swap(const std::shared_ptr<const bundle::Desk>& definition,
            const std::vector<bundle::Partner>& added);
  // `work` reads and writes, or says why not; then `apply` changes what is in force.
  void change_directory(std::function<KeptPartner(store::DirectoryRows&)> work,
                        std::function<void(InForce&)> apply, std::function<void(KeptPartner)> done);
  const bundle::Desk* pinned(const std::string& hash, const InForce& in_force);
  cases::Surroundings surroundings(const InForce& in_force, convention::Loads loads,
                                   base::Instant now);

  InForceCell in_force_;
  std::mutex earlier_mutex_;  // pages ask for earlier definitions beside the writer
  std::map<std::string, std::shared_ptr<const bundle::Desk>> earlier_;
  store::Store& store_;
  const base::Clock& clock_;
  base::Log& log_;
  std::string secret_;
  ArmTold arm_told_;
  ChangeTold change_told_;
  std::vector<PublicationTold> publication_told_;
  std::atomic<int> under_way_{0};
};

}  // namespace guichet::desk
