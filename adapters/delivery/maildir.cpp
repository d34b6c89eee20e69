#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/delivery/carrier.hpp"
#include "adapters/delivery/message.hpp"
#include "adapters/delivery/messages.hpp"

namespace guichet::delivery {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// 0, or errno of what failed.
int write_file(const std::string& path, std::string_view bytes, bool synchronise) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640));
  const bool written = file.number() >= 0 && write_all(file.number(), bytes) &&
                       (!synchronise || ::fsync(file.number()) == 0);
  return written ? 0 : errno;
}

int synchronise_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return folder.number() >= 0 && ::fsync(folder.number()) == 0 ? 0 : errno;
}

class Maildir final : public Carrier {
 public:
  Maildir(std::string folder, std::string desk_host, Durability durability)
      : folder_(std::move(folder)), desk_host_(std::move(desk_host)), durability_(durability) {}

  void send(const Parcel& parcel, std::function<void(Outcome)> done) override {
    done(deliver(parcel));
  }

 private:
  Outcome deliver(const Parcel& parcel) {
    const auto message = compose_message(parcel, desk_host_);
    if (!message) {
      return {Outcome::Kind::refused, 0, message.error().what.in(base::Language::fr), {}};
    }
    const int error = store(parcel.key + ".eml", *message);
    if (error == 0) return {};
    const base::Message what(messages::kUnwritableMaildir, {folder_, std::strerror(error)});
    return {Outcome::Kind::later, 0, what.in(base::Language::fr), {}};
  }

  int store(const std::string& name, const std::string& bytes) {
    std::error_code failure;
    for (const char* part : {"/new", "/cur", "/tmp"}) {
      std::filesystem::create_directories(folder_ + part, failure);
      if (failure) return failure.value();
    }
    const bool synchronise = durability_ == Durability::on_disk;
    const std::string kept = folder_ + "/new/" + name;
    if (std::filesystem::exists(kept, failure)) return 0;
    const std::string unfinished = folder_ + "/tmp/" + name;
    if (const int error = write_file(unfinished, bytes, synchronise)) return error;
    if (::rename(unfinished.c_str(), kept.c_str()) != 0) return errno;
    return synchronise ? synchronise_folder(folder_ + "/new") : 0;
  }

  std::string folder_;
  std::string desk_host_;
  Durability durability_;
};

}  // namespace

std::unique_ptr<Carrier> make_maildir(std::string folder, std::string desk_host,
                                      Durability durability) {
  return std::make_unique<Maildir>(std::move(folder), std::move(desk_host), durability);
}

}  // namespace guichet::delivery
