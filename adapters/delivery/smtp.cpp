#include <curl/curl.h>
#include <fmt/core.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <mutex>
#include <new>

#include "adapters/delivery/carrier.hpp"
#include "adapters/delivery/conversation.hpp"
#include "adapters/delivery/message.hpp"

// Each attempt runs on a thread of a small pool: libcurl waits for the reply to a letter's end
// without giving its caller's thread back (smtp_done), which no loop could bear.

namespace guichet::delivery {
namespace {

namespace asio = boost::asio;

struct EasyEnd {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListEnd {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One attempt: what curl's callbacks need, alive until it has ended; on one thread at a time.
struct Attempt {
  explicit Attempt(bool needs_smtputf8) : conversation(needs_smtputf8) {}

  std::unique_ptr<CURL, EasyEnd> easy{curl_easy_init()};
  std::unique_ptr<curl_slist, ListEnd> recipients;
  Conversation conversation;
  std::string message;
  std::size_t read = 0;
  std::vector<int> sockets;
  std::array<char, CURL_ERROR_SIZE> error{};
};

std::size_t give_message(char* target, std::size_t size, std::size_t count, void* data) {
  auto& attempt = *static_cast<Attempt*>(data);
  const std::size_t given = attempt.message.copy(target, size * count, attempt.read);
  attempt.read += given;
  return given;
}

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  const int descriptor =
      ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (descriptor >= 0) static_cast<Attempt*>(data)->sockets.push_back(descriptor);
  return descriptor;
}

int close_socket(void* data, curl_socket_t descriptor) {
  std::erase(static_cast<Attempt*>(data)->sockets, descriptor);
  return ::close(descriptor);
}

// A line of the relay's. Once the letter's fate is known nothing more is read, so that a relay that
// does not answer QUIT holds nobody.
std::size_t take_reply(char* line, std::size_t size, std::size_t count, void* data) {
  auto& attempt = *static_cast<Attempt*>(data);
  attempt.conversation.relay_said({line, size * count});
  if (!attempt.conversation.is_decided()) return size * count;
  for (const int descriptor : attempt.sockets) ::shutdown(descriptor, SHUT_RD);
  const Outcome outcome = attempt.conversation.outcome({}, false);
  return outcome.kind == Outcome::Kind::sent ? size * count : 0;  // 0 breaks it off
}

// A line of ours: never logged, as the password is among them.
int hear_command(CURL*, curl_infotype type, char* text, std::size_t size, void* data) {
  auto& attempt = *static_cast<Attempt*>(data);
  if (type == CURLINFO_HEADER_OUT) attempt.conversation.we_said({text, size});
  return 0;
}

bool is_unsafe(CURLcode result) {
  return result == CURLE_USE_SSL_FAILED || result == CURLE_PEER_FAILED_VERIFICATION ||
         result == CURLE_SSL_CACERT_BADFILE || result == CURLE_LOGIN_DENIED;
}

// Asked about once a second: false to go on.
int ask_whether_to_stop(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(data)->load() ? 1 : 0;
}

class Relay final : public Carrier {
 public:
  Relay(asio::io_context& loop, RelaySettings settings)
      : loop_(loop), settings_(std::move(settings)), threads_(settings_.at_once) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  }

  ~Relay() override {
    *ended_ = true;
    threads_.join();
  }

  void send(const Parcel& parcel, std::function<void(Outcome)> done) override {
    auto message = compose_message(parcel, settings_.desk_host);
    if (!message) {
      done({Outcome::Kind::refused, 0, message.error().what.in(base::Language::fr), {}});
      return;
    }
    auto attempt = std::make_shared<Attempt>(needs_smtputf8(parcel.to_address));
    if (!attempt->easy) throw std::bad_alloc();
    attempt->message = std::move(*message);
    set_up(*attempt, parcel);
    const auto work = asio::make_work_guard(loop_);  // the loop waits for the answer
    asio::post(threads_, [this, work, attempt, done = std::move(done)]() mutable {
      Outcome outcome = perform(*attempt);
      asio::post(loop_, [ended = ended_, outcome = std::move(outcome), done = std::move(done)] {
        if (!*ended) done(outcome);
      });
    });
  }

 private:
  static Outcome perform(Attempt& attempt) {
    const CURLcode result = curl_easy_perform(attempt.easy.get());
    std::string failure = attempt.error.data();
    if (failure.empty()) failure = curl_easy_strerror(result);
    return attempt.conversation.outcome(failure, is_unsafe(result));
  }

  void set_up(Attempt& attempt, const Parcel& parcel) const {
    CURL* easy = attempt.easy.get();
    const std::string& sender =
        settings_.envelope_from.empty() ? parcel.from_address : settings_.envelope_from;
    attempt.recipients.reset(curl_slist_append(nullptr, to_envelope(parcel.to_address).c_str()));
    const std::string url =
        fmt::format("smtp://{}:{}/{}", settings_.host, settings_.port, settings_.desk_host);
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp");
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_MAIL_FROM, to_envelope(sender).c_str());
    curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, attempt.recipients.get());
    // One connection a letter: a letter never meets what another left behind.
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    set_times(easy);
    set_security(easy);
    set_callbacks(attempt);
  }

  void set_times(CURL* easy) const {
    const auto millis = [](auto time) { return static_cast<long>(time.count()); };
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, millis(settings_.connect_time));
    curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     static_cast<long>(settings_.reply_time.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, millis(settings_.whole_time));
  }

  void set_security(CURL* easy) const {
    using Tls = RelaySettings::Tls;
    const bool verify = settings_.tls == Tls::require;
    const long use = settings_.tls == Tls::off       ? CURLUSESSL_NONE
                     : settings_.tls == Tls::attempt ? CURLUSESSL_TRY
                                                     : CURLUSESSL_ALL;
    curl_easy_setopt(easy, CURLOPT_USE_SSL, use);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, verify ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
    if (!settings_.ca_file.empty()) {
      curl_easy_setopt(easy, CURLOPT_CAINFO, settings_.ca_file.c_str());
    }
    if (!settings_.user.empty()) {
      curl_easy_setopt(easy, CURLOPT_USERNAME, settings_.user.c_str());
      curl_easy_setopt(easy, CURLOPT_PASSWORD, settings_.password.c_str());
    }
  }

  void set_callbacks(Attempt& attempt) const {
    CURL* easy = attempt.easy.get();
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &give_message);
    curl_easy_setopt(easy, CURLOPT_READDATA, &attempt);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &attempt);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &close_socket);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, &attempt);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &take_reply);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &attempt);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);  // or the next is not called
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &hear_command);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &attempt);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &ask_whether_to_stop);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, ended_.get());
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, attempt.error.data());
  }

  asio::io_context& loop_;
  RelaySettings settings_;
  // Read by the attempts' threads; outlives the relay in what it has posted to the loop.
  std::shared_ptr<std::atomic<bool>> ended_ = std::make_shared<std::atomic<bool>>(false);
  asio::thread_pool threads_;
};

}  // namespace

std::unique_ptr<Carrier> make_relay(boost::asio::io_context& loop, RelaySettings settings) {
  return std::make_unique<Relay>(loop, std::move(settings));
}

}  // namespace guichet::delivery
