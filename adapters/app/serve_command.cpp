#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <charconv>
#include <csignal>
#include <future>
#include <iostream>

#include "adapters/app/codes_first.hpp"
#include "adapters/app/coming_in.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/definition_in_force.hpp"
#include "adapters/app/demonstration.hpp"
#include "adapters/app/log_sink.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/parcels.hpp"
#include "adapters/app/routes.hpp"
#include "adapters/app/settings.hpp"
#include "adapters/app/timer_pump.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/transport/server.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/sql/database.hpp"

namespace guichet::app {
namespace {

using base::Message;

struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  bool is_loopback() const {
    return host == "localhost" || host == "::1" || host == "[::1]" || host.starts_with("127.");
  }
};

std::expected<Address, Message> address_of(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  Address out;
  if (colon == std::string::npos) return std::unexpected(Message(messages::kBadListen, {text}));
  out.host = text.substr(0, colon);
  const char* first = text.data() + colon + 1;
  const auto [end, error] = std::from_chars(first, text.data() + text.size(), out.port);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::unexpected(Message(messages::kBadListen, {text}));
  }
  return out;
}

std::unique_ptr<delivery::Carrier> make_carrier(boost::asio::io_context& loop,
                                                const ServeSettings& settings,
                                                const bundle::Desk& desk) {
  if (!settings.relay) return delivery::make_maildir(settings.maildir, host_of(desk));
  delivery::RelaySettings relay = *settings.relay;
  relay.desk_host = host_of(desk);
  return delivery::make_relay(loop, std::move(relay));
}

// The outbox writes beside the desk's commands: a write behind them has them all before it.
void finish_writes(desk::Desk& desk) {
  std::promise<void> passed;
  desk.store().write([](store::Transaction&) {},
                     [&](const base::Result<void>&) { passed.set_value(); });
  passed.get_future().wait();
  desk.drain();
}

// Everything that lives as long as the desk is served, in the order of its building.
int serve(desk::Desk& desk, Demonstration* demonstration, const ServeSettings& settings,
          const Address& address, base::Log& log, base::Language language,
          const Folder& folder, Doors doors) {
  if (!address.is_loopback()) {
    const auto against = against_network(desk.definition(), doors.has_accounts, address.host);
    if (against) return report(*against, language);
  }
  boost::asio::io_context loop;
  const auto carrier = make_carrier(loop, settings, desk.definition());
  const delivery::WorkerSettings worker_settings;
  const auto outbox = make_outbox(desk, worker_settings.lease);
  CodesFirst letters(*outbox, log);
  const auto worker =
      delivery::make_outbox_worker(loop, letters, *carrier, desk.clock(), log, worker_settings);
  std::unique_ptr<TimerPump> pump;
  if (demonstration == nullptr) {
    pump = make_timer_pump(loop, desk, log, [&] { worker->wake(); });
  }
  http::Site site{.desk = desk};
  FolderNotice notice(desk.store(), folder);
  if (demonstration == nullptr) {
    site.notice = [&] { return notice(*desk.published()); };
  }
  site.changed = [&] {
    worker->wake();
    if (pump) pump->wake();
  };
  site.log = &log;
  site.post_now = [&](const cases::LetterEffect& letter, base::Instant expires) {
    delivery::Parcel parcel = parcel_of(letter, desk.definition());
    parcel.expires_at = expires;
    letters.post(std::move(parcel));
    worker->wake();
  };
  if (demonstration != nullptr) {
    site.move_clock = [&](base::Instant until) {
      demonstration->move_clock(until);
      worker->wake();
    };
  }
  http::Router router;
  add_routes(router, site);
  const auto reception = open_doors(router, site, std::move(doors), log);
  http::SlowWork slow;
  site.slow = &slow;
  http::Limits limits;
  limits.hosts = {"127.0.0.1", "localhost", "[::1]", address.host};
  limits.behind_https = [&desk] { return is_behind_https(desk.definition()); };
  limits.proxies = settings.proxies;
  limits.public_host = [&desk] { return public_host_of(desk.definition()); };
  auto server = http::make_server(loop, address.host, address.port, std::move(router), limits, log);
  if (!server) return report(server.error(), language);
  log.write(base::LogLevel::info,
            fmt::format("serving '{}' at http://{}:{}", desk.definition().settings.name,
                        address.host, (*server)->port()));
  boost::asio::signal_set signals(loop, SIGINT, SIGTERM);
  signals.async_wait([&](const boost::system::error_code&, int) {
    (*server)->stop();
    if (pump) pump->stop();
    worker->stop([&] { loop.stop(); });
  });
  loop.run();
  // Answers that are still to come refer to what ends here.
  slow.finish();
  finish_writes(desk);
  return kDone;
}

}  // namespace

int run_serve(const Words& words) {
  const Usage usage{
      .command = "serve",
      .summary = "Serves a desk: pages and JSON API, timers that fire, letters that leave.",
      .positionals = {"DIR"},
      .options = {{"database", "URL",
                   "where cases are kept; in memory where not given, with --demo"},
                  {"listen", "HOST:PORT", "where to listen (127.0.0.1:8080)"},
                  {"settings", "FILE.ini", "mail relay, or the maildir; the key file; trusted proxies"},
                  {"demo", "", "a year of made-up requests, and a clock that the page moves"}},
      .epilogue =
          "Without a relay in the settings letters go into the maildir `mail`.\n"
          "With accounts (guichet account add) people log in; without, the desk answers\n"
          "its own machine only, and whoever asks is its coordinator."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto address = address_of(arguments->get("listen", "127.0.0.1:8080"));
  if (!address) {
    return report(address.error(), language);
  }
  ServeSettings settings;
  if (arguments->has("settings")) {
    auto read = read_settings(arguments->get("settings"));
    if (!read) return report(read.error(), language);
    settings = std::move(*read);
  }
  const bool demo = arguments->has("demo");
  if (!demo && !arguments->has("database")) {
    std::cerr << "guichet serve: missing: --database (or --demo)\n";
    return kUsage;
  }
  const Folder folder = read_desk_folder(arguments->at(0), language);
  if (!folder.desk && !arguments->has("database")) return kWrongInput;
  const auto log = make_log_sink();
  std::unique_ptr<store::Store> store;
  InForce in_force{folder.desk, {}};
  if (arguments->has("database")) {
    const std::string database = arguments->get("database");
    auto opened = sql::open_database(database, *log, {.create = folder.desk != nullptr});
    if (!opened) return report(opened.error(), language);
    store = std::move(*opened);
    auto found = definition_in_force(*store, database, folder, language);
    if (!found) return found.error();
    in_force = std::move(*found);
  }
  if (demo) {
    Demonstration demonstration(in_force.definition, std::move(store));
    if (settings.maildir == "mail") settings.maildir = "build/demo-mail";
    return serve(demonstration.desk(), &demonstration, settings, *address, *log, language,
                 folder, {});
  }
  auto doors = doors_of(*store, arguments->get("database"), settings);
  if (!doors) return report(doors.error(), language);
  const SystemClock clock;
  desk::Desk desk(in_force.definition, *store, clock, *log);
  return serve(desk, nullptr, settings, *address, *log, language, folder, std::move(*doors));
}

}  // namespace guichet::app
