// The one writer of a database: a thread with a queue. It takes what is waiting, runs each job in
// a savepoint of its own and commits the group once, so that durability costs one sync a group.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

class Writer {
 public:
  using Work = std::function<void(Connection&)>;
  using Done = std::function<void(base::Result<void>)>;

  Writer(std::unique_ptr<Connection> connection, base::Log& log);
  ~Writer() { stop(); }
  // Finishes what is queued; what arrives meanwhile is refused.
  void stop();

  // `done` is called on the writer's thread once the work is durable, or when it is not kept.
  void submit(Work work, Done done);
  // Runs `work` and waits for it; inside a job, as part of it. Throws StorageFailure.
  void run_now(const Work& work);
  bool is_current_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
  // Requires is_current_thread().
  Connection& connection() { return *connection_; }

 private:
  struct Job {
    Work work;
    Done done;
    base::Result<void> result;
  };

  void loop();
  std::vector<Job> take_group();
  void run_group(std::vector<Job>& group);
  base::Result<void> run_in_savepoint(const Work& work);
  base::Result<void> commit();
  void roll_back();
  [[noreturn]] void stop_process(const std::string& why);
  void tell(Job& job);

  std::unique_ptr<Connection> connection_;
  base::Log& log_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  bool in_job_ = false;  // of the writer's thread only
  std::thread thread_;   // last: it uses all of the above
};

}  // namespace guichet::sql
