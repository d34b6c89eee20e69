#include "adapters/http/transport/server.hpp"

#include <fmt/core.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <set>

#include "adapters/http/transport/event_stream.hpp"
#include "adapters/http/transport/exchange.hpp"
#include "adapters/http/transport/framing.hpp"
#include "adapters/http/transport/listener.hpp"
#include "adapters/http/transport/turns.hpp"

namespace guichet::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds, std::chrono::seconds;

constexpr milliseconds kDrainTime{2'000};
constexpr std::size_t kMostUnread = 64 * 1024;  // of a chunk's header or trailer

class Session;

struct Shared {
  ServerParts parts;
  std::set<Session*> sessions;
  Turns turns{};
  bool stopping = false;
};

// One connection: reads a request, has it answered, writes, again. Everything on the loop.
// Compiler trap (g++ 12): in a co_await expression named variables and plain calls only.
class Session final : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Shared> shared, tcp::socket socket);
  ~Session() { shared_->sessions.erase(this); }

  asio::awaitable<void> run();
  void stop();

 private:
  asio::awaitable<bool> serve_one();
  asio::awaitable<HeadScanner::Found> receive_head();  // neither: the peer has gone
  asio::awaitable<int> receive_body(Exchange& exchange);
  asio::awaitable<bool> receive();
  asio::awaitable<bool> wait_for_turn();
  asio::awaitable<Response> ask(Exchange& exchange);
  asio::awaitable<bool> send(Exchange& exchange, Response response, bool keep_alive);
  asio::awaitable<void> stream(std::shared_ptr<EventStream> events);
  asio::awaitable<bool> write(std::string head, std::string body);
  asio::awaitable<void> drain();

  Respond make_respond();
  void set_deadline(milliseconds span);
  void watch_for_end(const std::shared_ptr<EventStream>& events);
  const Limits& limits() const { return shared_->parts.limits; }

  std::shared_ptr<Shared> shared_;
  tcp::socket socket_;
  asio::steady_timer deadline_;  // of the read or write under way
  asio::steady_timer answered_;  // cancelled when there is something to send
  std::array<char, 8192> chunk_{};
  std::string inbox_;  // received and not yet used
  std::string remote_;
  std::optional<Response> answer_;
  std::uint64_t turn_ = 0;  // number of the request, so that a late answer meets no other
  std::shared_ptr<EventStream> events_;
  bool timed_out_ = false, takes_little_ = false;
  bool waiting_ = false;  // for a request's first byte
};

Session::Session(std::shared_ptr<Shared> shared, tcp::socket socket)
    : shared_(std::move(shared)),
      socket_(std::move(socket)),
      deadline_(socket_.get_executor()),
      answered_(socket_.get_executor()) {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  remote_ = socket_.remote_endpoint(ignored).address().to_string();
  shared_->sessions.insert(this);
}

asio::awaitable<void> Session::run() {
  const auto self = shared_from_this();
  bool again = true;
  while (again && !shared_->stopping) again = co_await serve_one();
  deadline_.cancel();
}

void Session::stop() {
  error_code ignored;
  if (waiting_) socket_.cancel(ignored);
  if (events_) events_->close();
}

asio::awaitable<bool> Session::serve_one() {
  const HeadScanner::Found head = co_await receive_head();
  if (head.size == 0 && head.refused == 0) co_return false;
  Exchange exchange{.refused = head.refused};
  if (head.refused == 0) {
    const std::string text = inbox_.substr(0, head.size);
    inbox_.erase(0, head.size);
    exchange = open_exchange(shared_->parts, text, remote_);
    if (exchange.refused == 0) exchange.refused = co_await receive_body(exchange);
  }
  if (exchange.refused != 0) {
    const bool keep_alive = exchange.keep_alive;
    Response page = refusal(shared_->parts, exchange, exchange.refused);
    const bool goes_on = co_await send(exchange, std::move(page), keep_alive);
    if (!keep_alive) co_await drain();
    co_return goes_on;
  }
  const bool has_turn = co_await wait_for_turn();
  if (!has_turn) co_return turn_away(socket_.native_handle());
  Response response = co_await ask(exchange);
  co_return co_await send(exchange, std::move(response), exchange.keep_alive);
}

asio::awaitable<HeadScanner::Found> Session::receive_head() {
  HeadScanner scanner(limits().header_bytes);
  set_deadline(limits().idle_time);
  bool begun = false;
  for (;;) {
    HeadScanner::Found found = scanner.scan(inbox_);
    if (found.size != 0 || found.refused != 0) co_return found;
    if (!begun && !inbox_.empty()) {
      begun = true;
      set_deadline(limits().header_time);
    }
    waiting_ = inbox_.empty();
    const bool received = co_await receive();
    waiting_ = false;
    if (received) continue;
    if (begun && timed_out_) found.refused = 408;
    co_return found;
  }
}

// 0, or the status of the refusal. The peer's leaving is a 400 that nobody reads.
asio::awaitable<int> Session::receive_body(Exchange& exchange) {
  if (!exchange.facts.has_body()) co_return 0;
  const bool keep_alive = std::exchange(exchange.keep_alive, false);
  if (exchange.facts.expects_continue && inbox_.empty()) {
    const bool asked = co_await write("HTTP/1.1 100 Continue\r\n\r\n", std::string());
    if (!asked) co_return 400;
  }
  set_deadline(limits().body_time);
  const auto begun = std::chrono::steady_clock::now();
  std::size_t size = 0;
  for (;;) {
    const RequestReader::Fed fed = exchange.reader->read_body(inbox_);
    inbox_.erase(0, fed.used);
    size += fed.used;
    if (fed.progress == RequestReader::Progress::done) break;
    if (fed.progress == RequestReader::Progress::too_large) co_return 413;
    if (fed.progress == RequestReader::Progress::broken) co_return 400;
    if (inbox_.size() > kMostUnread) co_return 400;
    // At least 1 KiB a second.
    const auto end = begun + limits().body_time + seconds(size / 1024);
    const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
    set_deadline(std::max(left, milliseconds(1)));
    const bool received = co_await receive();
    if (!received) co_return timed_out_ ? 408 : 400;
  }
  exchange.request.body = exchange.reader->take_body();
  exchange.keep_alive = keep_alive;
  co_return 0;
}

// False at the end of the stream, on an error or at the deadline.
asio::awaitable<bool> Session::receive() {
  error_code error;
  auto token = asio::redirect_error(asio::use_awaitable, error);
  const auto target = asio::buffer(chunk_);
  const std::size_t size = co_await socket_.async_read_some(target, token);
  if (error || timed_out_) co_return false;
  inbox_.append(chunk_.data(), size);
  co_return true;
}

// Who can take little is answered when others have been. False: too many such wait already.
asio::awaitable<bool> Session::wait_for_turn() {
  takes_little_ = takes_little(socket_.native_handle());
  if (!takes_little_) co_return true;
  const auto turn = shared_->turns.reserve(Turns::Clock::now());
  if (!turn) co_return false;
  answered_.expires_at(*turn);
  error_code ignored;
  auto token = asio::redirect_error(asio::use_awaitable, ignored);
  co_await answered_.async_wait(token);
  co_return true;
}

asio::awaitable<Response> Session::ask(Exchange& exchange) {
  ++turn_;
  const auto begun = Turns::Clock::now();
  answer_ = call_handler(shared_->parts, exchange, make_respond());
  if (takes_little_) shared_->turns.took(Turns::Clock::now() - begun);
  answered_.expires_after(limits().answer_time);
  while (!answer_ && answered_.expiry() > std::chrono::steady_clock::now()) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await answered_.async_wait(token);
  }
  ++turn_;
  if (!answer_) {
    const std::string id = log_fault(shared_->parts, exchange.request, "no answer in time");
    answer_ = refusal(shared_->parts, exchange, 503, id);
  }
  Response response = std::move(*answer_);
  answer_.reset();
  co_return response;
}

Respond Session::make_respond() {
  const auto first = std::make_shared<std::atomic_flag>();
  return [first, weak = weak_from_this(), turn = turn_,
          executor = socket_.get_executor()](Response response) {
    if (first->test_and_set()) return;
    asio::post(executor, [weak, turn, response = std::move(response)]() mutable {
      const auto self = weak.lock();
      if (!self || self->turn_ != turn) {
        if (response.events) response.events->close();
        return;
      }
      self->answer_ = std::move(response);
      self->answered_.cancel();
    });
  };
}

asio::awaitable<bool> Session::send(Exchange& exchange, Response response, bool keep_alive) {
  if (response.events && !response.headers.has("Content-Type")) {
    response.headers.set("Content-Type", "text/event-stream");
    response.headers.set("X-Accel-Buffering", "no");  // a proxy passes each event on at once
  }
  Answer answer = seal(shared_->parts, exchange, response, keep_alive && !shared_->stopping);
  const bool sent = co_await write(std::move(answer.head), std::move(answer.body));
  if (response.events) {
    if (sent && exchange.request.method != "HEAD") co_await stream(response.events);
    response.events->close();
  }
  co_return sent && !answer.close;
}

asio::awaitable<void> Session::stream(std::shared_ptr<EventStream> events) {
  events_ = events;
  // Called from any thread: only what is posted touches the session.
  const auto wake = [weak = weak_from_this(), executor = socket_.get_executor()] {
    asio::post(executor, [weak] {
      if (const auto self = weak.lock()) self->answered_.cancel();
    });
  };
  events->attach(wake);
  watch_for_end(events);
  while (!shared_->stopping) {
    const bool open = events->is_open();  // before take(): what came last is still sent
    std::string waiting = events->take();
    if (waiting.empty() && !open) break;
    if (waiting.empty()) {
      error_code error;
      auto token = asio::redirect_error(asio::use_awaitable, error);
      answered_.expires_after(limits().heartbeat);
      co_await answered_.async_wait(token);
      if (!error) waiting = ":\n\n";  // nothing for a while: keep proxies and the peer awake
    }
    if (waiting.empty()) continue;
    const bool sent = co_await write(std::move(waiting), std::string());
    if (!sent) break;
  }
  events_.reset();
}

// A browser sends nothing more on a stream: when there is something to read, it has gone.
void Session::watch_for_end(const std::shared_ptr<EventStream>& events) {
  deadline_.cancel();
  socket_.async_wait(tcp::socket::wait_read, [weak = std::weak_ptr(events)](error_code error) {
    const auto stream = weak.lock();
    if (!error && stream) stream->close();
  });
}

asio::awaitable<bool> Session::write(std::string head, std::string body) {
  set_deadline(limits().write_time + seconds(body.size() / (16 * 1024)));
  error_code error;
  auto token = asio::redirect_error(asio::use_awaitable, error);
  const std::array<asio::const_buffer, 2> parts{asio::buffer(head), asio::buffer(body)};
  co_await asio::async_write(socket_, parts, token);
  deadline_.cancel();
  co_return !error && !timed_out_;
}

// Reads what the peer still sends, so that closing does not take the answer away from it.
asio::awaitable<void> Session::drain() {
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  set_deadline(kDrainTime);
  bool more = true;
  while (more) {
    inbox_.clear();
    more = co_await receive();
  }
}

void Session::set_deadline(milliseconds span) {
  timed_out_ = false;
  deadline_.expires_after(span);
  deadline_.async_wait([weak = weak_from_this()](error_code error) {
    const auto self = weak.lock();
    if (error || !self) return;
    if (self->deadline_.expiry() > std::chrono::steady_clock::now()) return;  // set anew since
    self->timed_out_ = true;
    self->socket_.cancel(error);
  });
}

// What to do when a coroutine ends: an exception that reaches its top is logged.
auto log_failure(std::shared_ptr<Shared> shared) {
  return [shared](const std::exception_ptr& end) { log_end(shared->parts, end); };
}

asio::awaitable<void> accept_all(std::shared_ptr<Shared> shared,
                                 std::shared_ptr<tcp::acceptor> acceptor) {
  while (acceptor->is_open()) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    tcp::socket socket = co_await acceptor->async_accept(token);
    if (shared->stopping) break;
    if (error) {  // no descriptor left, most likely: some will be free soon
      shared->parts.log.write(base::LogLevel::warning,
                              fmt::format("cannot accept a connection: {}", error.message()));
      asio::steady_timer pause(acceptor->get_executor(), milliseconds(100));
      co_await pause.async_wait(token);
      continue;
    }
    if (shared->sessions.size() >= shared->parts.limits.connections) {
      turn_away(socket.native_handle());
      continue;
    }
    const auto session = std::make_shared<Session>(shared, std::move(socket));
    asio::co_spawn(acceptor->get_executor(), session->run(), log_failure(shared));
  }
}

class TcpServer final : public Server {
 public:
  TcpServer(std::shared_ptr<Shared> shared, std::shared_ptr<tcp::acceptor> acceptor)
      : shared_(std::move(shared)), acceptor_(std::move(acceptor)) {
    error_code ignored;
    port_ = acceptor_->local_endpoint(ignored).port();
    asio::co_spawn(acceptor_->get_executor(), accept_all(shared_, acceptor_), log_failure(shared_));
  }
  ~TcpServer() override { stop(); }

  std::uint16_t port() const override { return port_; }

  void stop() override {
    asio::post(acceptor_->get_executor(), [shared = shared_, acceptor = acceptor_] {
      error_code ignored;
      shared->stopping = true;
      acceptor->close(ignored);
      const auto sessions = shared->sessions;
      for (Session* session : sessions) session->stop();
    });
  }

 private:
  std::shared_ptr<Shared> shared_;
  std::shared_ptr<tcp::acceptor> acceptor_;
  std::uint16_t port_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<Server>> make_server(asio::io_context& loop, const std::string& host,
                                                  std::uint16_t port, Router router,
                                                  const Limits& limits, base::Log& log) {
  make_room(limits.connections + 256);  // the database's files, letters under way
  const auto listener = open_listener(host, port);
  if (!listener) return std::unexpected(listener.error());
  const tcp protocol = listener->v6 ? tcp::v6() : tcp::v4();
  auto acceptor = std::make_shared<tcp::acceptor>(loop, protocol, listener->descriptor);
  auto shared = std::make_shared<Shared>(ServerParts{std::move(router), limits, log});
  return std::make_unique<TcpServer>(std::move(shared), std::move(acceptor));
}

}  // namespace guichet::http
