// Files that people send to a case: what is taken, by whom, for whom.
#include "engine/base/digest.hpp"
#include "engine/cases/document_rules.hpp"
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

cases::AddDocument file(std::string name, std::string content, std::int32_t n = 1) {
  const std::string digest = base::sha256_hex(content);
  return {.n = {n},
          .name = std::move(name),
          .digest = digest,
          .content = std::make_shared<const std::string>(std::move(content))};
}

struct CaseWithFiles : KeptCase {
  CaseWithFiles() {
    REQUIRE(begin());
    REQUIRE(pass_on());
  }
  access::Actor guild() const { return access::partner_actor(desk->directory, "guild"); }
  access::Actor person() const {
    return {.kind = access::ActorKind::applicant, .id = "person", .name = "Ada"};
  }
  const cases::Document& last() const { return snapshot.extras.documents.back(); }
  std::string reason() const {
    REQUIRE_FALSE(rejection.reasons.empty());
    return std::string(rejection.reasons.front().key());
  }
};

std::string little(std::size_t value, std::size_t width) {
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
  return out;
}

// A zip archive with these entries, their content not packed.
std::string archive(const std::vector<std::pair<std::string, std::string>>& entries) {
  std::string body, directory;
  for (const auto& [name, content] : entries) {
    const std::string sizes = little(content.size(), 4) + little(content.size(), 4) +
                              little(name.size(), 2) + little(0, 2);
    directory += "PK\1\2" + std::string(16, '\0') + sizes + std::string(10, '\0') +
                 little(body.size(), 4) + name;
    body += "PK\3\4" + std::string(14, '\0') + sizes + name + content;
  }
  return body + directory + "PK\5\6" + std::string(4, '\0') + little(entries.size(), 2) +
         little(entries.size(), 2) + little(directory.size(), 4) + little(body.size(), 4) +
         little(0, 2);
}

const std::string kOdtType = "application/vnd.oasis.opendocument.text";

}  // namespace

TEST_CASE("the bytes say what a file is, not its name") {
  CHECK(cases::media_type_of("%PDF-1.7\n") == "application/pdf");
  CHECK(cases::media_type_of("\xFF\xD8\xFF\xE0 JFIF") == "image/jpeg");
  CHECK(cases::media_type_of("\x89PNG\r\n\x1A\n....") == "image/png");
  CHECK(cases::media_type_of("Épicerie\r\n\tà Figeac\n") == "text/plain");
  CHECK(cases::media_type_of("<script>alert(1)</script>") == "text/plain");
  CHECK(cases::media_type_of("MZ\x90").empty());
  CHECK(cases::media_type_of("GIF89a\x01").empty());
  CHECK(cases::media_type_of(std::string("text\0with a zero", 16)).empty());
  CHECK(cases::media_type_of("latin \xE9").empty());
  CHECK(cases::media_type_of("").empty());
}

TEST_CASE("an archive is known by what is in it") {
  const std::string odt = archive({{"mimetype", kOdtType}, {"content.xml", "<a/>"}});
  CHECK(cases::media_type_of(odt) == kOdtType);
  const std::string docx =
      archive({{"[Content_Types].xml", "<a/>"}, {"word/document.xml", "<a/>"}});
  CHECK(cases::media_type_of(docx).ends_with("wordprocessingml.document"));
  CHECK(cases::media_type_of(archive({{"a.txt", "a"}})).empty());
  CHECK(cases::media_type_of(archive({{"mimetype", kOdtType + "-template"}})).empty());
  const std::string macros = archive({{"[Content_Types].xml", "<a/>"},
                                      {"word/document.xml", "<a/>"},
                                      {"word/vbaProject.bin", "x"}});
  CHECK(cases::media_type_of(macros).empty());
  const std::string basic = archive({{"mimetype", kOdtType}, {"Basic/Standard/a.xml", "x"}});
  CHECK(cases::media_type_of(basic).empty());
  // Whatever is cut off or broken is none.
  for (std::size_t size = 4; size < docx.size(); ++size) {
    INFO(size);
    CHECK(cases::media_type_of(docx.substr(0, size)).empty());
  }
}

TEST_CASE("the name is kept as typed, without what could deceive or break a line") {
  CHECK(cases::document_name("Devis été (2).pdf") == "Devis été (2).pdf");
  CHECK(cases::document_name("C:\\Documents\\devis.pdf") == "devis.pdf");
  CHECK(cases::document_name("../../etc/passwd") == "passwd");
  CHECK(cases::document_name("a\r\nSet-Cookie: b") == "aSet-Cookie: b");
  CHECK(cases::document_name("devis\xE2\x80\xAE"
                             "fdp.exe") == "devisfdp.exe");
  CHECK(cases::document_name("  \t ") == "document");
  CHECK(cases::document_name("\xFF\xFE") == "document");
  const std::string longest = cases::document_name(std::string(149, 'a') + "é.pdf");
  CHECK(longest == std::string(149, 'a'));
}

TEST_CASE("the desk, the person and the partner that is asked send files") {
  CaseWithFiles kase;
  REQUIRE(kase.ask(file("notes.txt", "seen on Monday")));
  CHECK(kase.last().from == "staff");
  REQUIRE(kase.submit(kase.person(), file("plan.pdf", "%PDF-1.4 plan")));
  CHECK(kase.last().from == "applicant");
  CHECK(kase.last().media_type == "application/pdf");
  REQUIRE(kase.submit(kase.guild(), file("offer.pdf", "%PDF-1.4 offer", 3)));
  CHECK(kase.last().from == "partner");
  CHECK(kase.last().partner == "guild");
  CHECK(kase.last().n == base::InstanceNumber{3});
  REQUIRE(kase.documents.size() == 1);
  CHECK(*kase.documents.front().content == "%PDF-1.4 offer");
  CHECK(kase.documents.front().key == kase.last().key);
  CHECK(kase.last().key.size() == 32);
  CHECK(kase.last().key != kase.snapshot.extras.documents.front().key);
  CHECK(kase.last().size == 14);
}

TEST_CASE("a partner sends about its own referral, and shows nothing to others") {
  CaseWithFiles kase;
  CHECK_FALSE(kase.submit(kase.guild(), file("a.txt", "a", 1)));
  CHECK(kase.reason() == "not-your-referral");
  cases::AddDocument shown = file("a.txt", "a", 3);
  shown.partners = {"guild"};
  CHECK_FALSE(kase.submit(kase.guild(), shown));
  CHECK(kase.reason() == "desk-shares");
  shown.n = {1};
  CHECK_FALSE(kase.submit(kase.person(), shown));
}

TEST_CASE("the desk shows a file to partners that are asked, and to nobody else") {
  CaseWithFiles kase;
  cases::AddDocument given = file("a.txt", "a");
  given.partners = {"bank"};
  CHECK_FALSE(kase.ask(given));
  CHECK(kase.reason() == "not-asked-here");
  given.partners = {"guild"};
  REQUIRE(kase.ask(given));
  CHECK(kase.last().partners == std::vector<std::string>{"guild"});
  REQUIRE(kase.ask(cases::ShareDocument{kase.last().key, {}, true}));
  CHECK(kase.last().partners.empty());
  CHECK(kase.last().person);
  CHECK_FALSE(kase.submit(kase.guild(), cases::ShareDocument{kase.last().key, {"guild"}, false}));
  CHECK(kase.rejection.status == 403);
}

TEST_CASE("a partner from which the request was withdrawn is shown nothing new") {
  CaseWithFiles kase;
  REQUIRE(kase.ask(cases::Consent{.state = "withdrawn"}));
  cases::AddDocument given = file("a.txt", "a");
  given.partners = {"guild"};
  CHECK_FALSE(kase.ask(given));
  CHECK(kase.reason() == "not-asked-here");
  CHECK_FALSE(kase.submit(kase.guild(), file("b.txt", "b", 3)));
  CHECK(kase.reason() == "not-your-referral");
}

TEST_CASE("files that are empty, too big, unknown or too many are refused with a reason") {
  CaseWithFiles kase;
  CHECK_FALSE(kase.ask(file("a.txt", "")));
  CHECK(kase.reason() == "empty-document");
  CHECK_FALSE(kase.ask(file("a.txt", std::string(cases::kMostDocumentBytes + 1, 'a'))));
  CHECK(kase.rejection.status == 413);
  CHECK_FALSE(kase.ask(file("a.pdf", std::string("MZ\x90\0", 4))));
  CHECK(kase.rejection.status == 415);
  CHECK(kase.documents.empty());
  for (std::size_t i = 0; i < cases::kMostDocuments; ++i) {
    REQUIRE(kase.ask(file("a.txt", "a")));
  }
  CHECK_FALSE(kase.ask(file("a.txt", "a")));
  CHECK(kase.reason() == "too-many-documents");
  REQUIRE(kase.ask(cases::RemoveDocument{kase.last().key}));
  CHECK(kase.ask(file("a.txt", "a")));
}

TEST_CASE("desk and sender take a file away, others do not") {
  CaseWithFiles kase;
  REQUIRE(kase.submit(kase.person(), file("a.txt", "a")));
  const std::string key = kase.last().key;
  CHECK_FALSE(kase.submit(kase.guild(), cases::RemoveDocument{key}));
  CHECK(kase.reason() == "not-your-document");
  REQUIRE(kase.submit(kase.person(), cases::RemoveDocument{key}));
  CHECK(kase.snapshot.extras.documents.empty());
  CHECK_FALSE(kase.ask(cases::RemoveDocument{key}));
  CHECK(kase.rejection.status == 404);
}

TEST_CASE("what people wrote and sent goes with the case's personal data") {
  CaseWithFiles kase;
  REQUIRE(kase.ask(cases::AddNote{{1}, "Called"}));
  REQUIRE(kase.ask(file("a.txt", "a")));
  cases::Snapshot folded = kase.snapshot;
  cases::apply(folded, cases::PersonalDataTaken{}, folded.rev + 1, kase.now);
  CHECK(folded.extras.notes.empty());
  CHECK(folded.extras.documents.empty());
  kase.snapshot = folded;
  CHECK_FALSE(kase.submit(kase.person(), file("a.txt", "a")));
  CHECK_FALSE(kase.ask(cases::AddNote{{1}, "Called"}));
}

TEST_CASE("one key belongs to one file, whatever its bytes weigh") {
  const cases::AddDocument one = file("a.txt", "a");
  cases::AddDocument same = one;
  same.content = nullptr;
  CHECK(cases::content_of(one) == cases::content_of(same));
  CHECK(cases::content_of(one) != cases::content_of(file("a.txt", "b")));
}
