// What a desk decides by at one moment: the definition published last, the directory as the
// database has it. Never changed, only replaced by another one.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/store/directory.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

struct InForce {
  // As published, and the same with the staff's absences that were entered in the desk: one object
  // where there are none.
  std::shared_ptr<const bundle::Desk> published, definition;
  std::shared_ptr<const bundle::Directory> directory;
  std::vector<store::StaffAbsenceRow> absences;
};

// The one in force, and those before it: whoever was handed a reference keeps it as long as this
// lives. Read from any thread; replaced by one thread at a time (a mutex sees to it).
class InForceCell {
 public:
  const InForce& now() const { return *now_.load(std::memory_order_acquire); }
  // Makes what `change` makes of the one in force the one in force.
  template <typename Change>
  const InForce& replace(const Change& change) {
    const std::lock_guard lock(mutex_);
    const InForce* before = now_.load(std::memory_order_relaxed);
    kept_.push_back(std::make_unique<const InForce>(change(before)));
    now_.store(kept_.back().get(), std::memory_order_release);
    return *kept_.back();
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<const InForce>> kept_;
  std::atomic<const InForce*> now_{nullptr};
};

// The definition with these absences beside those of its folder.
std::shared_ptr<const bundle::Desk> with_absences(
    const std::shared_ptr<const bundle::Desk>& published,
    const std::vector<store::StaffAbsenceRow>& absences);

}  // namespace guichet::desk
