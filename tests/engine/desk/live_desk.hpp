// A desk that changes while it is served, and what is asked of it meanwhile.
#pragma once

#include <atomic>
#include <future>
#include <thread>

#include "engine/desk/desk.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

namespace guichet::tests {

// Waits for the answer of something that tells it to a function.
template <typename Answer, typename Ask>
Answer answer_of(const Ask& ask) {
  std::promise<Answer> told;
  ask([&](Answer answer) { told.set_value(std::move(answer)); });
  return told.get_future().get();
}

inline base::Result<void> publish(desk::Desk& desk, std::shared_ptr<const bundle::Desk> definition,
                                  store::Publication publication = {}) {
  return answer_of<base::Result<void>>([&](auto done) {
    desk.publish(std::move(definition), std::move(publication), std::move(done));
  });
}

inline desk::KeptPartner keep(desk::Desk& desk, bundle::Partner partner,
                              desk::DirectoryChange change = {}) {
  return answer_of<desk::KeptPartner>([&](auto done) {
    desk.keep_partner(std::move(partner), std::move(change), std::move(done));
  });
}

// Two definitions take turns a hundred times while requests come in and pages look.
inline void publish_under_load(store::Store& store) {
  const auto quick =
      changed_desk({{kHelp, kNudge, "      nudge:  {after: 1bd, remind: adviser}\n"}});
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  SilentLog log;
  desk::Desk desk(small_desk(), store, clock, log);
  std::atomic<bool> over = false;
  std::atomic<int> opened = 0, looked = 0, torn = 0;
  const auto is_one_of_both = [&](const bundle::Desk& seen) {
    return seen.content_hash == small_desk()->content_hash ||
           seen.content_hash == quick->content_hash;
  };
  std::vector<std::thread> threads;
  for (int who = 0; who < 2; ++who) {
    threads.emplace_back([&, who] {
      for (int i = 0; !over || i < 20; ++i) {
        const auto outcome = desk.submit_and_wait(
            {.actor = access::system_actor(),
             .body = cases::OpenRequest{
                 {{"reference", text("R-" + std::to_string(who) + "-" + std::to_string(i))},
                  {"name", text("Ada")},
                  {"phone", text("01632 960020")},
                  {"description", text("x")}}}});
        if (outcome) ++opened;
      }
    });
    threads.emplace_back([&] {
      for (int i = 0; !over || i < 100; ++i) {
        const bundle::Desk& seen = desk.definition();
        const bundle::Directory& directory = desk.directory();
        ++looked;
        if (!is_one_of_both(seen) || directory.find("guild") == nullptr) ++torn;
      }
    });
  }
  int published = 0;
  for (int i = 0; i < 100; ++i) {
    if (publish(desk, i % 2 == 0 ? quick : small_desk())) ++published;
  }
  over = true;
  for (std::thread& each : threads) each.join();

  CHECK(published == 100);
  CHECK(torn == 0);
  CHECK(looked > 0);
  CHECK(opened >= 40);
  CHECK(desk.definition().content_hash == small_desk()->content_hash);
  std::size_t publications = 0;
  store.read([&](store::Reader& reader) { publications = reader.publications().size(); });
  CHECK(publications == 101);
}

}  // namespace guichet::tests
