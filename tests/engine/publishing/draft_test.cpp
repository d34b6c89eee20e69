// A draft of the desk's files: what it is made of, what guards it, what lets it be published.
#include "engine/publishing/draft.hpp"

#include <algorithm>

#include "engine/publishing/history.hpp"
#include "engine/publishing/publication.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using publishing::Files;
using publishing::keep_file;
using publishing::read_draft;
using publishing::revision_of;
using tests::kHelp;

namespace {

struct Drafting {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{tests::small_desk(), *store, clock, log};
  publishing::Workshop workshop{desk};

  publishing::Editor editor() { return {"Ada", clock.now()}; }
  std::string text(const std::string& path) { return read_draft(desk).files.at(path); }

  static std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t found = text.find(from);
    REQUIRE(found != std::string::npos);
    return text.replace(found, from.size(), to);
  }
  // Puts another delay into the path.
  publishing::Kept change(const std::string& from, const std::string& to) {
    const std::string before = text(kHelp);
    return keep_file(desk, kHelp, with(before, from, to), revision_of(before), editor());
  }
  auto publish(const publishing::Passage& passage = {}, const std::string& note = "Longer") {
    return publishing::publish_draft(workshop, passage, note, editor(), base::Language::en);
  }
};

std::vector<std::string> codes_of(const std::vector<base::Message>& messages) {
  std::vector<std::string> out;
  for (const base::Message& each : messages) out.emplace_back(each.key());
  return out;
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a draft is the published files with what was changed laid over them") {
  Drafting at;
  CHECK(read_draft(at.desk).changed.empty());
  CHECK(read_draft(at.desk).files == tests::small_desk()->files);

  REQUIRE(at.change("60bd", "70bd"));
  REQUIRE(keep_file(at.desk, "letters/welcome.md", std::nullopt,
                    revision_of(at.text("letters/welcome.md")), at.editor()));
  REQUIRE(keep_file(at.desk, "letters/new.md", "text", 0, at.editor()));

  const auto drafted = read_draft(at.desk);
  CHECK(drafted.files.at(kHelp).find("70bd") != std::string::npos);
  CHECK_FALSE(drafted.files.contains("letters/welcome.md"));
  CHECK(drafted.files.at("letters/new.md") == "text");
  CHECK(drafted.changed.size() == 3);
  REQUIRE(drafted.draft);
  CHECK(drafted.draft->by == "Ada");
  CHECK(drafted.draft->base == tests::small_desk()->content_hash);
  CHECK(drafted.draft->rev == 3);
  CHECK(at.desk.definition().files == tests::small_desk()->files);
}

TEST_CASE("what was saved meanwhile is not lost: the text as it stands comes back") {
  Drafting at;
  const std::string seen = at.text(kHelp);
  REQUIRE(at.change("60bd", "70bd"));

  const auto late = keep_file(at.desk, kHelp, "mine", revision_of(seen), at.editor());

  REQUIRE_FALSE(late);
  CHECK(late.error().status == 412);
  CHECK(late.error().now == at.text(kHelp));
  const auto again = keep_file(at.desk, kHelp, "mine", revision_of(late.error().now), at.editor());
  CHECK(again);
  CHECK(at.text(kHelp) == "mine");
}

TEST_CASE("a file written as published is in the draft no more; discarding undoes one, or all") {
  Drafting at;
  REQUIRE(at.change("60bd", "70bd"));
  REQUIRE(at.change("70bd", "60bd"));
  CHECK(read_draft(at.desk).changed.empty());
  CHECK_FALSE(read_draft(at.desk).draft);

  REQUIRE(at.change("60bd", "70bd"));
  REQUIRE(keep_file(at.desk, "letters/new.md", "text", 0, at.editor()));
  publishing::discard(at.desk, kHelp, at.editor());
  CHECK(read_draft(at.desk).changed.size() == 1);
  publishing::discard(at.desk, std::nullopt, at.editor());
  CHECK(read_draft(at.desk).changed.empty());
}

TEST_CASE("only what a desk's folder holds can be a file of the draft") {
  Drafting at;
  for (const char* path : {"../x.yaml", "/etc/x.yaml", "a//b.yaml", "letters/../x.yaml", ".x.yaml",
                           "x.sh", "notes.md", "workflows/a b.yaml", "", "letters/.md.", "x"}) {
    INFO(path);
    const auto kept = keep_file(at.desk, path, "text", 0, at.editor());
    REQUIRE_FALSE(kept);
    CHECK(kept.error().status == 422);
  }
  CHECK_FALSE(keep_file(at.desk, "x.yaml", std::string("\xff"), 0, at.editor()));
  CHECK_FALSE(keep_file(at.desk, "x.yaml", std::string((1 << 20) + 1, 'x'), 0, at.editor()));
  CHECK(keep_file(at.desk, "x.yaml", std::string("x"), 0, at.editor()));
}

TEST_CASE("a mistake in the draft has its place, and keeps it from being published") {
  Drafting at;
  REQUIRE(at.change("remind: adviser", "remind: advisor"));

  const auto refused = at.publish();

  REQUIRE_FALSE(refused);
  CHECK(codes_of(refused.error().reasons) == Codes{"draft-fails"});
  const auto& remarks = refused.error().remarks;
  const auto found = std::ranges::find_if(remarks, [](const publishing::Remark& each) {
    return each.file == kHelp && each.is_error();
  });
  REQUIRE(found != remarks.end());
  CHECK(found->source.find("advisor") != std::string::npos);
  CHECK(found->column > 1);
  CHECK(at.desk.definition().files == tests::small_desk()->files);
}

TEST_CASE("a draft whose scenarios fail is refused with what failed") {
  Drafting at;
  const std::string before = at.text("workflows/referral.yaml");
  REQUIRE(keep_file(at.desk, "workflows/referral.yaml",
                    Drafting::with(before, "{after: 5bd", "{after: 6bd"), revision_of(before),
                    at.editor()));

  const auto refused = at.publish();

  REQUIRE_FALSE(refused);
  CHECK(codes_of(refused.error().reasons) == Codes{"scenarios-fail"});
  CHECK_FALSE(refused.error().failures.empty());
}

TEST_CASE("a sound draft is put in force, and the draft is gone; each needs a note") {
  Drafting at;
  CHECK(codes_of(at.publish().error().reasons) == Codes{"no-draft"});
  REQUIRE(at.change("60bd", "70bd"));
  CHECK(codes_of(at.publish({}, " ").error().reasons) == Codes{"note-missing"});

  const auto published = at.publish();

  REQUIRE(published);
  CHECK(at.desk.definition().content_hash == published->hash);
  CHECK(at.desk.definition().files.at(kHelp).find("70bd") != std::string::npos);
  CHECK(read_draft(at.desk).changed.empty());
  const auto versions = publishing::versions(*at.store);
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].in_force);
  CHECK(versions[0].publication.note == "Longer");
  CHECK(versions[0].publication.by == "Ada");
}

TEST_CASE("a version says what it changed, and becomes the draft again without being published") {
  Drafting at;
  const std::string first = at.desk.definition().content_hash;
  REQUIRE(at.change("60bd", "70bd"));
  const auto published = at.publish();
  REQUIRE(published);

  const auto version = publishing::find_version(*at.store, published->hash);
  REQUIRE(version);
  CHECK_FALSE(version->changes.empty());
  REQUIRE(version->differences.size() == 1);
  CHECK(version->differences[0].path == kHelp);
  CHECK_FALSE(publishing::find_version(*at.store, "unknown"));

  publishing::make_draft(at.desk, publishing::find_version(*at.store, first)->files, at.editor());
  CHECK(at.desk.definition().content_hash == published->hash);
  CHECK(read_draft(at.desk).draft->base == published->hash);
  const auto back = at.publish({}, "As before");
  REQUIRE(back);
  CHECK(back->hash == first);
}

TEST_CASE("what was published under a draft asks its author to look again") {
  Drafting at;
  REQUIRE(at.change("60bd", "70bd"));
  bool done = false;
  at.desk.publish(tests::changed_desk({{kHelp, "60bd", "80bd"}}), {.at = at.clock.now()},
                  [&](const base::Result<void>& result) { done = result.has_value(); });
  REQUIRE(done);

  CHECK(read_draft(at.desk).overtaken() == Codes{kHelp});
  const auto refused = at.publish();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().status == 409);
  CHECK(codes_of(refused.error().reasons) == Codes{"draft-overtaken"});

  const std::string mine = at.text(kHelp);
  REQUIRE(keep_file(at.desk, kHelp, mine, revision_of(mine), at.editor()));
  CHECK(at.publish());
}

TEST_CASE("lines that differ are shown with those around them") {
  std::string before, after;
  for (int i = 0; i < 20; ++i) before += "line " + std::to_string(i) + "\n";
  after = before;
  after.replace(after.find("line 10\n"), 8, "other\nmore\n");

  const auto lines = publishing::line_diff(before, after, 1);

  std::string signs;
  for (const publishing::DiffLine& each : lines) signs += each.sign;
  CHECK(signs == "@ -++ @");
  CHECK(publishing::line_diff(before, before).empty());
  CHECK(publishing::line_diff("", "a\n").size() == 1);
  CHECK(publishing::line_diff("a\n", "").size() == 1);
}
