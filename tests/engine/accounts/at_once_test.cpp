// What counts once counts once, however many try at the same instant; on a store of SQLite, where
// transactions of several threads really meet.
#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <thread>

#include "adapters/sql/database.hpp"
#include "engine/accounts/invitations.hpp"
#include "tests/adapters/sql/scratch.hpp"
#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace accounts;

namespace {

const std::string kEquipped = "nadege@figeac.example";
constexpr int kMany = 60;

class Crowd {
 public:
  Crowd() {
    auto opened = sql::open_database(folder_.file("guichet.db"), log_);
    REQUIRE(opened);
    desk = std::make_unique<Premises>(std::move(*opened));
  }

  // Each from a network of its own, so that none but the limit that is asked about answers.
  static Origin origin_of(int i) { return {"198.51." + std::to_string(i) + ".7", "Firefox"}; }

  // How often each answer was given; "" is let in.
  std::map<std::string, int> at_once(const std::function<std::string(int)>& attempt) {
    std::map<std::string, int> out;
    std::mutex mutex;
    std::atomic<bool> begun = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < kMany; ++i) {
      threads.emplace_back([&, i] {
        while (!begun) std::this_thread::yield();
        const std::string answer = attempt(i);
        const std::lock_guard lock(mutex);
        ++out[answer];
      });
    }
    begun = true;
    for (std::thread& each : threads) each.join();
    return out;
  }

  // Sessions that wait for their code, one a browser.
  std::vector<std::string> half_open() {
    std::vector<std::string> out;
    for (int i = 0; i < kMany; ++i) {
      const auto half =
          desk->sign_in.log_in({kEquipped, kGoodPassword, "", ""}, origin_of(i), desk->now);
      REQUIRE(half);
      REQUIRE(half->session.stage == store::SessionStage::awaiting_code);
      out.push_back(half->id);
    }
    return out;
  }

  std::map<std::string, int> confirm_by_all(const std::string& code) {
    const std::vector<std::string> halves = half_open();
    return at_once([&](int i) {
      return fault(desk->sign_in.confirm(halves[static_cast<std::size_t>(i)], code, false,
                                         origin_of(i), desk->now));
    });
  }

 private:
  sql::ScratchFolder folder_;
  sql::RecordingLog log_;

 public:
  std::unique_ptr<Premises> desk;
};

}  // namespace

TEST_CASE("of many passwords guessed at once five are looked at") {
  Crowd crowd;
  crowd.desk->partner();

  auto answers = crowd.at_once([&](int i) {
    return fault(crowd.desk->sign_in.log_in({kAlbert, "guess number " + std::to_string(i), "", ""},
                                            Crowd::origin_of(i), crowd.desk->now));
  });

  CHECK(answers["wrong-login"] == 5);
  CHECK(answers["too-often"] == kMany - 5);
}

TEST_CASE("a one-time password that many send at once opens one session") {
  Crowd crowd;
  crowd.desk->equipped();

  auto answers = crowd.confirm_by_all(crowd.desk->code_of(kEquipped));

  CHECK(answers[""] == 1);
}

TEST_CASE("a recovery code that many send at once opens one session") {
  Crowd crowd;
  crowd.desk->equipped();

  auto answers = crowd.confirm_by_all(crowd.desk->recovery[3]);

  CHECK(answers[""] == 1);
  CHECK(crowd.desk->book.find(kEquipped)->recovery.size() == kRecoveryCodes - 1);
}

TEST_CASE("an invitation that many take at once sets one password") {
  Crowd crowd;
  Premises& desk = *crowd.desk;
  Invitations invitations(*desk.store, desk.keys, desk.random, desk.hasher, "Guichet");
  const auto account = desk.partner();
  const auto invited = invitations.invite(account.id, "admin", desk.now);
  REQUIRE(invited);
  const auto password_of = [](int i) { return "tilleul brouette magnesium " + std::to_string(i); };
  std::atomic<int> taken = -1;

  auto answers = crowd.at_once([&](int i) {
    const std::string answer =
        fault(invitations.accept(invited->token, password_of(i), Crowd::origin_of(i), desk.now));
    if (answer.empty()) taken = i;
    return answer;
  });

  CHECK(answers[""] == 1);
  CHECK(answers["no-invitation"] == kMany - 1);
  REQUIRE(taken >= 0);
  CHECK(desk.enter(kAlbert, password_of(taken)));
}
