// What is asked again and again while a desk's files are worked on, remembered by their content:
// checks, and trials before a publication. Shared between threads.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>

#include "engine/desk/desk.hpp"
#include "engine/publishing/check.hpp"
#include "engine/publishing/gate.hpp"

namespace guichet::publishing {

class Workshop {
 public:
  // Requires: the desk outlives it.
  explicit Workshop(desk::Desk& desk) : desk_(desk) {}

  desk::Desk& desk() { return desk_; }
  // As check_files(), paths relative to the folder, today by the desk's clock.
  std::shared_ptr<const Checked> check(const Files& files, Depth depth, base::Language language);
  // As ask_gate().
  std::shared_ptr<const Gate> gate(const std::shared_ptr<const bundle::Desk>& definition,
                                   base::Language language);

 private:
  template <typename What>
  struct Remembered {
    std::string key;
    std::shared_ptr<const What> what;
  };
  template <typename What, typename Make>
  std::shared_ptr<const What> remember(std::deque<Remembered<What>>& known, const std::string& key,
                                       const Make& make);

  desk::Desk& desk_;
  std::mutex mutex_;
  std::deque<Remembered<Checked>> checked_;  // the newest first
  std::deque<Remembered<Gate>> gates_;
};

}  // namespace guichet::publishing
