// What was asked for twice under one key is done once: the second gets the answer of the first. For
// what the desk's own ledger of commands does not keep, which is all that is no act on a case. Kept
// in memory: a key is good until the server stops, or a thousand others came.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// Thread-safe. Keys of one account are nothing to another's, nor one route's to another.
class Repeats : public std::enable_shared_from_this<Repeats> {
 public:
  using Work = std::function<void(Respond)>;
  // True: `work` answers, or has answered, or `respond` waits for the one that is under way. False:
  // the key was used with another body, and nothing was done. What was refused may be asked again.
  bool once(const Request& request, const std::string& key, Respond respond, const Work& work);

 private:
  struct Kept {
    std::string body;  // its digest
    bool answered = false;
    Response answer;
    std::vector<Respond> waiting;
  };
  void answer(const std::string& name, const Response& response);

  static constexpr std::size_t kMost = 1000;
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;
  std::deque<std::string> order_;  // of those that are answered, the oldest first
};

}  // namespace guichet::http
