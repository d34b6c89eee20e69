#include "adapters/app/timer_pump.hpp"

#include <boost/asio/io_context.hpp>

#include "tests/adapters/app/desk_in_memory.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using tests::DeskInMemory;

namespace {

// A request that waits to be called back: its timer `call` falls due after two business days.
struct Pumping : DeskInMemory {
  static constexpr int kMostHandlers = 200;
  boost::asio::io_context loop;
  int fired = 0;
  std::unique_ptr<app::TimerPump> pump;

  Pumping() { open(false); }
  ~Pumping() {
    if (pump) pump->stop();
    loop.restart();
    loop.poll();
  }
  void start() {
    pump = app::make_timer_pump(loop, desk, log, [this] { ++fired; });
  }
  base::Instant due() {
    std::optional<base::Instant> next;
    store.read([&](store::Reader& reader) { next = reader.next_timer(); });
    REQUIRE(next);
    return *next;
  }
  // Runs what is ready, without waiting; false where it never comes to rest.
  bool comes_to_rest() {
    loop.restart();
    for (int i = 0; i < kMostHandlers; ++i) {
      if (loop.poll_one() == 0) return true;
    }
    return false;
  }
  std::vector<std::string> timers_fired() {
    std::vector<std::string> out;
    for (const cases::TimerFired& each : events<cases::TimerFired>()) out.push_back(each.name);
    return out;
  }
};

}  // namespace

TEST_CASE("a timer that is due when the pump starts fires once") {
  Pumping desk;
  desk.clock.set(desk.due());

  desk.start();

  CHECK(desk.comes_to_rest());
  CHECK(desk.timers_fired() == std::vector<std::string>{"call"});
  CHECK(desk.fired == 1);
  REQUIRE(desk.letters().size() == 1);
  CHECK(desk.letters()[0].letter.letter == "relance-adviser");
}

TEST_CASE("nothing fires before its time") {
  Pumping desk;
  desk.clock.set(desk.due() - 1ms);

  desk.start();

  CHECK(desk.comes_to_rest());
  CHECK(desk.timers_fired().empty());
  CHECK(desk.fired == 0);
}

TEST_CASE("woken after the clock was moved, the pump fires what fell due on the way") {
  Pumping desk;
  desk.start();
  CHECK(desk.comes_to_rest());
  desk.clock.set(desk.clock.now() + 60 * 24h);

  desk.pump->wake();

  CHECK(desk.comes_to_rest());
  CHECK(desk.timers_fired() == std::vector<std::string>{"call", "drop"});
  CHECK(desk.fired >= 1);
}

TEST_CASE("a timer that is refused is tried once and then rests") {
  Pumping desk;
  desk.clock.set(desk.due());
  desk.store.fails = true;
  desk.store.writes = 0;

  desk.start();

  CHECK(desk.comes_to_rest());
  CHECK(desk.store.writes == 1);
  CHECK(desk.timers_fired().empty());
  CHECK_FALSE(desk.log.lines.empty());
}

TEST_CASE("a timer that was refused fires when it is tried again later") {
  Pumping desk;
  desk.clock.set(desk.due());
  desk.store.fails = true;
  desk.start();
  CHECK(desk.comes_to_rest());
  desk.store.fails = false;
  desk.clock.set(desk.clock.now() + 1min);

  desk.pump->wake();

  CHECK(desk.comes_to_rest());
  CHECK(desk.timers_fired() == std::vector<std::string>{"call"});
}

TEST_CASE("a pump that was stopped fires nothing more") {
  Pumping desk;
  desk.start();
  CHECK(desk.comes_to_rest());
  desk.pump->stop();
  desk.clock.set(desk.due());

  desk.pump->wake();

  CHECK(desk.comes_to_rest());
  CHECK(desk.timers_fired().empty());
}
