#include "adapters/sql/database.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/sql/definitions.hpp"
#include "adapters/sql/file_lock.hpp"
#include "adapters/sql/messages.hpp"
#include "adapters/sql/outbox_rows.hpp"
#include "adapters/sql/reader_pool.hpp"
#include "adapters/sql/schema.hpp"
#include "adapters/sql/views.hpp"
#include "adapters/sql/writer.hpp"

namespace guichet::sql {
namespace {

std::unexpected<base::Error> refuse(base::ErrorKind kind, const base::MessageText& text,
                                    std::vector<std::string> arguments = {}) {
  return std::unexpected(base::Error{kind, base::Message(text, std::move(arguments))});
}

class SqlStore final : public store::Store {
 public:
  SqlStore(FileLock lock, std::unique_ptr<Connection> connection, base::Log& log)
      : lock_(std::move(lock)),
        file_(connection->file()),
        writer_(std::make_unique<Writer>(std::move(connection), log)),
        readers_(std::make_unique<ReaderPool>(file_, log)) {}
  ~SqlStore() override {
    // What is queued may still read. Then readers close first and the writer last: its last act is
    // the checkpoint.
    writer_->stop();
    readers_.reset();
    writer_.reset();
  }

  void write(std::function<void(store::Transaction&)> work,
             std::function<void(base::Result<void>)> done) override {
    writer_->submit(
        [work = std::move(work)](Connection& connection) {
          SqlTransaction transaction(connection);
          work(transaction);
        },
        std::move(done));
  }

  void read(const std::function<void(store::Reader&)>& work) override {
    readers_->run([&](Connection& connection) {
      SqlReader reader(connection);
      work(reader);
    });
  }

  void keep_definition(const std::string& hash, const Texts& files, base::Instant now) override {
    writer_->run_now([&](Connection& c) { sql::keep_definition(c, hash, files, now); });
  }
  std::optional<Texts> definition(const std::string& hash) override {
    return look<std::optional<Texts>>([&](Connection& c) { return load_definition(c, hash); });
  }
  Texts directory() override {
    return look<Texts>([](Connection& c) { return load_directory(c); });
  }
  void seed_directory(const Texts& partners) override {
    writer_->run_now([&](Connection& c) { sql::seed_directory(c, partners); });
  }
  std::string setting(const std::string& name) override {
    return look<std::string>([&](Connection& c) { return load_setting(c, name); });
  }
  void set_setting(const std::string& name, const std::string& value) override {
    writer_->run_now([&](Connection& c) { save_setting(c, name, value); });
  }

 private:
  // On the writer's connection where the writer asks, so that a job sees what it wrote itself.
  template <typename Answer>
  Answer look(const std::function<Answer(Connection&)>& question) {
    if (writer_->is_current_thread()) return question(writer_->connection());
    Answer answer;
    readers_->run([&](Connection& connection) { answer = question(connection); });
    return answer;
  }

  FileLock lock_;
  std::string file_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<ReaderPool> readers_;
};

// The file's name, or why there is none.
base::Result<std::string> file_of(const std::string& url_or_file) {
  using base::ErrorKind;
  std::string_view name = url_or_file;
  constexpr std::string_view kScheme = "sqlite:";
  if (name.starts_with("postgresql:") || name.starts_with("postgres:")) {
    return refuse(ErrorKind::input, messages::kNoPostgresql);
  }
  if (name.starts_with(kScheme)) {
    name.remove_prefix(kScheme.size());
    if (name.starts_with("//")) name.remove_prefix(2);
  } else if (name.find("://") != std::string_view::npos) {
    // Only the scheme is shown: an address may hold a password.
    return refuse(ErrorKind::input, messages::kUnknownDatabaseKind,
                  {std::string(name.substr(0, name.find("://") + 3))});
  }
  if (name.empty() || name.front() == ':' || name.find_first_of("\"\n") != std::string_view::npos) {
    return refuse(ErrorKind::input, messages::kBadDatabaseName, {url_or_file});
  }
  return std::string(name);
}

// Makes an empty file where there is none, that only its owner reads; SQLite gives the same rights
// to the files beside it. Says what the system says where it cannot.
base::Result<void> touch(const std::string& file, bool create) {
  const int flags = O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0);
  const int descriptor = ::open(file.c_str(), flags, 0600);
  if (descriptor < 0 && errno == ENOENT && !create) {
    return refuse(base::ErrorKind::input, messages::kNoDatabase, {file});
  }
  if (descriptor < 0) {
    return refuse(base::ErrorKind::surroundings, messages::kCannotOpen,
                  {file, std::strerror(errno)});
  }
  ::close(descriptor);
  return {};
}

// A journal left behind means that the process before did not end by itself.
bool ended_badly(const std::string& file) {
  struct stat info {};
  return ::stat((file + "-wal").c_str(), &info) == 0 && info.st_size > 0;
}

void check(Connection& connection) {
  const std::string answer = connection.run({"pragma quick_check(1)", "", "t"}).front().text(0);
  if (answer != "ok") {
    throw store::StorageFailure({base::ErrorKind::surroundings,
                                 base::Message(messages::kDamaged, {connection.file(), answer})});
  }
}

}  // namespace

std::expected<std::unique_ptr<store::Store>, base::Error> open_database(
    const std::string& url_or_file, base::Log& log, const Options& options) {
  auto file = file_of(url_or_file);
  if (!file) return std::unexpected(file.error());
  if (const auto made = touch(*file, options.create); !made) return std::unexpected(made.error());
  // One file, one lock, by whatever name it is reached.
  std::error_code unknown;
  const auto resolved = std::filesystem::canonical(*file, unknown);
  if (!unknown) *file = resolved.string();
  auto lock = FileLock::take(*file);
  if (!lock) return std::unexpected(lock.error());
  try {
    const bool suspicious = ended_badly(*file);
    auto connection = std::make_unique<Connection>(*file, Connection::Mode::write, log);
    if (suspicious) check(*connection);
    prepare_schema(*connection);
    release_leases(*connection);
    if (options.most_pages > 0) {
      connection->run({"pragma max_page_count = " + std::to_string(options.most_pages), "", "i"});
    }
    return std::make_unique<SqlStore>(std::move(*lock), std::move(connection), log);
  } catch (const store::StorageFailure& failure) {
    return std::unexpected(failure.error());
  }
}

}  // namespace guichet::sql
