// A case while one command is carried out: the snapshot as it becomes, the facts and letters so
// far, and the queue of what is raised between instances. Private to this module. Thrown away
// whole when the command turns out to be refused.
#pragma once

#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "engine/cases/apply.hpp"
#include "engine/cases/decide.hpp"
#include "rules/convention/choose.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::cases {

// A macrostep that does not end: the whole command is undone. Caught in decide().
class EndlessStep : public std::exception {
 public:
  explicit EndlessStep(std::string workflow) : workflow_(std::move(workflow)) {}
  const std::string& workflow() const { return workflow_; }
  const char* what() const noexcept override { return "endless step"; }

 private:
  std::string workflow_;
};

class Work {
 public:
  Work(const Snapshot& snapshot, const Command& command, const Surroundings& around);

  const Snapshot& snapshot() const { return decision_.after; }
  const Instance& instance(InstanceNumber n) const { return *decision_.after.find(n); }
  const Command& command() const { return command_; }
  // What has happened so far in this command.
  const std::vector<Event>& events() const { return decision_.events; }
  const Surroundings& around() const { return around_; }
  // The definition an instance is pinned to, and its workflow in it.
  const bundle::Desk& desk_of(const Instance& instance) const;
  const model::Workflow& workflow_of(const Instance& instance) const;

  // The only way to change the case: the fact is kept and folded at once.
  void record(Event event);
  // The next letter's key, from the fact that will queue it.
  std::string next_letter_key() const;
  void send(LetterEffect letter) { decision_.letters.push_back(std::move(letter)); }
  void keep(DocumentEffect document) { decision_.documents.push_back(std::move(document)); }
  // Letters of the case that the outbox has, as this command found them.
  std::vector<QueuedLetter> outbox() const;
  // Those of them that may still be stopped, and those of this command; and the only way to stop
  // one, or to let it leave after all.
  std::vector<QueuedLetter> stoppable() const;
  void call_back(const QueuedLetter& letter);
  void put_back(const QueuedLetter& letter);
  // When a letter leaves that is written now.
  base::Instant leaves_at() const;
  // Another case hears of it, in the same transaction.
  void tell_other(base::CaseId kase, Body body) {
    decision_.elsewhere.push_back({kase, std::move(body)});
  }

  // Counters as the convention sees them, with what this command has reserved already.
  const convention::Loads& loads() const { return loads_; }
  // What the last choice would reserve; reserve() takes it for a partner that is really asked.
  void set_reservations(std::vector<convention::Reservation> reservations) {
    reservations_ = std::move(reservations);
  }
  void reserve(InstanceNumber n, const std::string& partner);

  // The command is a timer that fires a day or more after its due date.
  bool fired_late() const { return fired_late_; }
  void set_fired_late(bool late) { fired_late_ = late; }

  InstanceNumber next_instance() const;
  // Written by a step of instance `n` to whichever of instance, case, person, firm the vocabulary
  // says the field describes. Writing what is there already leaves no fact.
  void write_field(InstanceNumber n, const std::string& field, const feel::Stored& value);
  // Whether this command has written the instance's own field.
  bool has_written(InstanceNumber n, std::string_view field) const;
  // The field's value as seen from an instance; null where it has none.
  feel::Stored field(InstanceNumber n, std::string_view id) const;

  // Queues for an instance: its first entry, or an external event.
  void post_start(InstanceNumber n);
  void post(InstanceNumber n, kernel::Trigger trigger);
  // Serves the queue in order until it is empty, then instances whose surroundings changed.
  void run_queue();

  // Reasons for which the command is refused; any makes the outcome a Rejection.
  void refuse(int status, base::Message reason);
  bool refused() const { return !rejection_.reasons.empty(); }
  const base::Rejection& rejection() const { return rejection_; }
  Decision finish() &&;

 private:
  struct Posted {
    InstanceNumber n;
    bool start = false;
    kernel::Trigger trigger;
  };
  void settle_others();
  void close_case_if_done();

  const Command& command_;
  const Surroundings& around_;
  Decision decision_;
  std::deque<Posted> queue_;
  base::Rejection rejection_;
  bool shared_field_written_ = false;
  bool consent_written_ = false;
  int rounds_ = 0;  // steps of this command; instances that call each other for ever are stopped
  bool fired_late_ = false;
  convention::Loads loads_;
  std::vector<convention::Reservation> reservations_;
};

// The themes of the request, each once; and the field of a need that holds its own.
std::vector<std::string> themes_of(const Work& work);
constexpr std::string_view kThemeField = "theme";

// One trigger on one instance, with everything that it does there (see instance_step.cpp). False
// where nothing took it.
bool step_instance(Work& work, InstanceNumber n, const kernel::Trigger& trigger);
void start_instance(Work& work, InstanceNumber n);
void settle_instance(Work& work, InstanceNumber n);
// Leaves everything for that state and runs to completion: an operator's move, a reopening.
void move_to_state(Work& work, InstanceNumber n, model::StateIndex target);
// The same, leaving what stands further out as it is: a move that a migration's plan asks for.
void redirect_to_state(Work& work, InstanceNumber n, model::StateIndex target);

}  // namespace guichet::cases
