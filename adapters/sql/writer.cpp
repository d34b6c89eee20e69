#include "adapters/sql/writer.hpp"

#include <cstdlib>
#include <future>

#include "adapters/sql/dialect.hpp"
#include "adapters/sql/messages.hpp"
#include "engine/store/messages.hpp"

namespace guichet::sql {
namespace {

// A group is as large as what arrives during one sync; the bound keeps the first of it from
// waiting for very long.
constexpr std::size_t kMostInGroup = 64;

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, base::Log& log)
    : connection_(std::move(connection)), log_(log), thread_([this] { loop(); }) {}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::submit(Work work, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      queue_.push_back({std::move(work), std::move(done), {}});
      arrived_.notify_one();
      return;
    }
  }
  if (done) {
    done(std::unexpected(base::Error{base::ErrorKind::surroundings,
                                     base::Message(messages::kStopping, {connection_->file()})}));
  }
}

void Writer::run_now(const Work& work) {
  if (is_current_thread() && in_job_) {
    work(*connection_);
    return;
  }
  if (is_current_thread()) {
    // In a `done`: between two groups, so that a group of its own can run at once.
    std::vector<Job> group(1);
    group.front().work = work;
    run_group(group);
    if (!group.front().result) throw store::StorageFailure(group.front().result.error());
    return;
  }
  std::promise<base::Result<void>> promise;
  submit(work, [&](base::Result<void> result) { promise.set_value(std::move(result)); });
  const base::Result<void> result = promise.get_future().get();
  if (!result) throw store::StorageFailure(result.error());
}

void Writer::loop() {
  for (;;) {
    std::vector<Job> group = take_group();
    if (group.empty()) return;
    run_group(group);
    for (Job& job : group) tell(job);
  }
}

std::vector<Writer::Job> Writer::take_group() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  std::vector<Job> group;
  while (!queue_.empty() && group.size() < kMostInGroup) {
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return group;
}

void Writer::run_group(std::vector<Job>& group) {
  base::Result<void> whole;
  try {
    connection_->run({dialect::kBeginWrite});
    for (Job& job : group) {
      job.result = run_in_savepoint(job.work);
      // A full disk may make the database roll everything back by itself.
      if (!connection_->in_transaction()) {
        whole = job.result;
        break;
      }
    }
    if (whole) whole = commit();
  } catch (const store::StorageFailure& failure) {
    if (connection_->in_transaction()) roll_back();
    whole = std::unexpected(failure.error());
  }
  if (whole) return;
  for (Job& job : group) job.result = whole;
}

base::Result<void> Writer::run_in_savepoint(const Work& work) {
  base::Result<void> result;
  connection_->run({"savepoint job"});
  in_job_ = true;
  try {
    work(*connection_);
  } catch (const store::StorageFailure& failure) {
    result = std::unexpected(failure.error());
  } catch (const std::exception& error) {
    log_.write(base::LogLevel::error, std::string("a step failed: ") + error.what());
    result = std::unexpected(
        base::Error{base::ErrorKind::fault, base::Message(store::messages::kWorkFailed)});
  }
  in_job_ = false;
  if (!connection_->in_transaction()) return result;
  if (!result) connection_->run({"rollback to job"});
  connection_->run({"release job"});
  return result;
}

base::Result<void> Writer::commit() {
  try {
    connection_->run({"commit"});
    return {};
  } catch (const store::StorageFailure& failure) {
    // A full disk is a plain refusal. After any other failed commit nobody can say whether the
    // group is on the disk, and going on would build upon a guess: the next start reads what is
    // really there, and commands carry keys under which they can be asked again.
    if (!is_disk_full(failure)) stop_process("a commit failed");
    if (connection_->in_transaction()) roll_back();
    return std::unexpected(failure.error());
  }
}

void Writer::roll_back() {
  try {
    connection_->run({"rollback"});
  } catch (const store::StorageFailure&) {
    stop_process("a rollback failed");
  }
}

void Writer::stop_process(const std::string& why) {
  log_.write(base::LogLevel::error, "database: " + why + ", stopping now");
  std::abort();
}

void Writer::tell(Job& job) {
  if (!job.done) return;
  try {
    job.done(std::move(job.result));
  } catch (const std::exception& error) {
    log_.write(base::LogLevel::error, std::string("after a commit: ") + error.what());
  }
}

}  // namespace guichet::sql
