#include "adapters/delivery/outbox_worker.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/io_context.hpp>

#include "tests/adapters/delivery/letters.hpp"

using namespace guichet;
using namespace delivery;
using namespace std::chrono_literals;
using Kind = Outcome::Kind;

namespace {

struct QuietLog final : base::Log {
  std::vector<std::string> lines;
  void write(base::LogLevel, std::string_view text) override { lines.emplace_back(text); }
};

// Parcels with their due instants, as a store would keep them.
struct MemoryQueue final : ParcelQueue {
  struct Row {
    Parcel parcel;
    base::Instant due_at;
    bool leased = false;
    std::optional<Outcome> last;
  };
  std::map<std::int64_t, Row> rows;
  bool fails = false;

  void add(const std::string& key, base::Instant due_at) {
    Parcel parcel = a_letter();
    parcel.id = static_cast<std::int64_t>(rows.size()) + 1;
    parcel.key = key;
    rows[parcel.id] = Row{parcel, due_at, false, {}};
  }

  void claim(std::size_t most, base::Instant now,
             std::function<void(std::vector<Parcel>)> done) override {
    if (fails) throw std::runtime_error("the store is away");
    std::vector<Row*> due;
    for (auto& [id, row] : rows) {
      const bool ended =
          row.last && row.last->kind != Kind::later && row.last->kind != Kind::relay_down;
      if (!ended && !row.leased && row.due_at <= now) due.push_back(&row);
    }
    std::ranges::stable_sort(due, {}, &Row::due_at);
    std::vector<Parcel> claimed;
    for (Row* row : due) {
      if (claimed.size() == most) break;
      row->leased = true;
      ++row->parcel.fence;
      claimed.push_back(row->parcel);
    }
    done(std::move(claimed));
  }

  void report(std::int64_t id, std::int64_t fence, const Outcome& outcome, base::Instant) override {
    Row& row = rows.at(id);
    if (fence != row.parcel.fence) return;
    row.leased = false;
    row.last = outcome;
    row.due_at = outcome.next_at;
    if (outcome.kind == Kind::later) ++row.parcel.attempts;
  }

  std::optional<base::Instant> next_due() override {
    std::optional<base::Instant> next;
    for (const auto& [id, row] : rows) {
      if (!row.leased && (!next || row.due_at < *next)) next = row.due_at;
    }
    return next;
  }

  const Outcome& last(std::int64_t id) const { return rows.at(id).last.value(); }
};

// Answers as it is told, at once or when released.
struct ScriptedCarrier final : Carrier {
  std::function<Outcome(const Parcel&)> answer = [](const Parcel&) { return Outcome{}; };
  std::vector<std::string> tried;
  bool holds = false;
  std::vector<std::function<void()>> held;

  void send(const Parcel& parcel, std::function<void(Outcome)> done) override {
    tried.push_back(parcel.key);
    if (!holds) return done(answer(parcel));
    held.push_back([this, parcel, done] { done(answer(parcel)); });
  }
};

struct Desk {
  boost::asio::io_context loop;
  MemoryQueue queue;
  ScriptedCarrier carrier;
  QuietLog log;
  base::ManualClock clock{base::from_millis(1'772'438'400'000)};
  std::unique_ptr<OutboxWorker> worker;

  void start() { worker = make_outbox_worker(loop, queue, carrier, clock, log, {}); }
  void settle() {
    loop.restart();
    loop.poll();
  }
  // Moves the clock and has the worker look.
  void pass(std::chrono::milliseconds time) {
    clock.set(clock.now() + time);
    worker->wake();
    settle();
  }
};

Outcome temporary(int code = 451) {
  return {Kind::later, code, "later", {}};
}

}  // namespace

TEST_CASE("what is due leaves, what is not waits") {
  Desk desk;
  desk.queue.add("a", desk.clock.now());
  desk.queue.add("b", desk.clock.now() + 1h);
  desk.start();
  desk.settle();
  CHECK(desk.carrier.tried == std::vector<std::string>{"a"});
  CHECK(desk.queue.last(1).kind == Kind::sent);
  desk.pass(1h);
  CHECK(desk.carrier.tried == std::vector<std::string>{"a", "b"});
}

TEST_CASE("at most four attempts are in flight, and the next begins when one ends") {
  Desk desk;
  for (int i = 0; i < 10; ++i) desk.queue.add("k" + std::to_string(i), desk.clock.now());
  desk.carrier.holds = true;
  desk.start();
  desk.settle();
  CHECK(desk.carrier.tried.size() == 4);
  desk.carrier.held[2]();
  desk.settle();
  CHECK(desk.carrier.tried.size() == 5);
}

TEST_CASE("a poisonous letter delays nobody else and is tried on its own schedule") {
  Desk desk;
  desk.queue.add("poison", desk.clock.now() - 1h);
  for (int i = 0; i < 100; ++i) desk.queue.add("k" + std::to_string(i), desk.clock.now());
  desk.carrier.answer = [](const Parcel& parcel) {
    if (parcel.key == "poison") throw std::runtime_error("cannot be composed");
    return Outcome{};
  };
  desk.start();
  desk.settle();
  for (std::int64_t id = 2; id <= 101; ++id) REQUIRE(desk.queue.last(id).kind == Kind::sent);
  CHECK(desk.queue.last(1).kind == Kind::later);
  CHECK(desk.queue.last(1).next_at - desk.clock.now() >= 4min);
  CHECK(desk.queue.last(1).next_at - desk.clock.now() <= 6min);
}

TEST_CASE("a letter put off comes back, and is given up after five days") {
  Desk desk;
  desk.queue.add("a", desk.clock.now());
  desk.carrier.answer = [](const Parcel&) { return temporary(); };
  desk.start();
  desk.settle();
  int rounds = 0;
  while (desk.queue.last(1).kind == Kind::later && ++rounds < 1000) {
    desk.pass(desk.queue.last(1).next_at - desk.clock.now());
  }
  CHECK(desk.queue.last(1).kind == Kind::gave_up);
  CHECK(desk.carrier.tried.size() == 111);
  CHECK(desk.queue.last(1).reason == "abandon après 111 essais ; dernière réponse : later");
}

TEST_CASE("a relay that refuses us is left alone, and no letter's attempt counts") {
  Desk desk;
  for (int i = 0; i < 20; ++i) desk.queue.add("k" + std::to_string(i), desk.clock.now());
  bool up = false;
  desk.carrier.answer = [&](const Parcel&) {
    return up ? Outcome{} : Outcome{Kind::relay_down, 535, "bad password", {}};
  };
  desk.start();
  desk.settle();
  const std::size_t first = desk.carrier.tried.size();
  CHECK(first <= 4);
  CHECK(desk.worker->paused_until() == desk.clock.now() + 1min);
  desk.pass(30s);
  CHECK(desk.carrier.tried.size() == first);
  desk.pass(30s);
  CHECK(desk.carrier.tried.size() == first + 1);  // one letter asks
  CHECK(desk.worker->paused_until() == desk.clock.now() + 2min);

  up = true;
  desk.pass(2min);
  for (std::int64_t id = 1; id <= 20; ++id) {
    CHECK(desk.queue.last(id).kind == Kind::sent);
    CHECK(desk.queue.rows.at(id).parcel.attempts == 0);
  }
  CHECK_FALSE(desk.worker->paused_until());
}

TEST_CASE("three connections that fail in a row pause the relay") {
  Desk desk;
  for (int i = 0; i < 50; ++i) desk.queue.add("k" + std::to_string(i), desk.clock.now());
  desk.carrier.answer = [](const Parcel&) { return temporary(0); };
  desk.start();
  desk.settle();
  CHECK(desk.carrier.tried.size() <= 4);
  CHECK(desk.worker->paused_until());
}

TEST_CASE("a refusal is reported for good, and the log holds no address") {
  Desk desk;
  desk.queue.add("a", desk.clock.now());
  desk.carrier.answer = [](const Parcel&) {
    return Outcome{Kind::refused, 550, "<elodie@boulangerie.example> unknown", {}};
  };
  desk.start();
  desk.settle();
  CHECK(desk.queue.last(1).kind == Kind::refused);
  CHECK(desk.log.lines == std::vector<std::string>{"outbox: letter a is not delivered (code 550)"});
}

TEST_CASE("an expired letter and one of another channel are not tried") {
  Desk desk;
  desk.queue.add("old", desk.clock.now());
  desk.queue.add("call", desk.clock.now());
  desk.queue.rows.at(1).parcel.expires_at = desk.clock.now() - 1s;
  desk.queue.rows.at(2).parcel.channel = "call";
  desk.start();
  desk.settle();
  CHECK(desk.carrier.tried.empty());
  CHECK(desk.queue.last(1).kind == Kind::gave_up);
  CHECK(desk.queue.last(2).kind == Kind::refused);
}

TEST_CASE("a store that is away is logged and asked again") {
  Desk desk;
  desk.queue.add("a", desk.clock.now());
  desk.queue.fails = true;
  desk.start();
  desk.settle();
  CHECK(desk.log.lines.size() == 1);
  desk.queue.fails = false;
  desk.pass(1s);
  CHECK(desk.queue.last(1).kind == Kind::sent);
}

TEST_CASE("stopping waits for what is in flight and starts nothing more") {
  Desk desk;
  for (int i = 0; i < 10; ++i) desk.queue.add("k" + std::to_string(i), desk.clock.now());
  desk.carrier.holds = true;
  desk.start();
  desk.settle();
  bool stopped = false;
  desk.worker->stop([&] { stopped = true; });
  desk.settle();
  CHECK_FALSE(stopped);
  for (const auto& release : desk.carrier.held) release();
  desk.settle();
  CHECK(stopped);
  CHECK(desk.carrier.tried.size() == 4);
}
