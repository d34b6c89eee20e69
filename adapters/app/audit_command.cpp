#include <fmt/format.h>

#include <charconv>
#include <iostream>

#include "adapters/app/account_messages.hpp"
#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/key_file.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/sql/database.hpp"
#include "engine/accounts/audit.hpp"
#include "engine/json/json.hpp"

namespace guichet::app {
namespace {

using base::Message;

// A head that was kept elsewhere: "120:9f8e..", as `verify` printed it.
struct Anchor {
  std::int64_t seq = 0;
  std::string hash;
};

std::optional<Anchor> anchor_of(const std::string& text) {
  Anchor out;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.seq);
  const auto at = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || at >= text.size() || text[at] != ':') return {};
  out.hash = text.substr(at + 1);
  return out;
}

int verify(store::Store& store, const accounts::Keys& keys, const Anchor& anchor,
           base::Language language) {
  accounts::AuditCheck check;
  store.read([&](store::Reader& reader) {
    check = accounts::check_audit(reader.accounts(), keys, anchor.seq, anchor.hash);
  });
  std::cout << fmt::format(R"({{"rows":{},"head":"{}:{}","broken":{}}})", check.rows, check.rows,
                           check.head, check.broken.has_value())
            << "\n";
  if (!check.broken) return kDone;
  return report(Message(messages::kAuditBroken, {std::to_string(*check.broken)}), language);
}

int list_audit(store::Store& store, std::int64_t after) {
  for (;;) {
    std::vector<store::AuditRow> rows;
    store.read([&](store::Reader& reader) { rows = reader.accounts().audit(after, 1000); });
    if (rows.empty()) return kDone;
    for (const store::AuditRow& row : rows) {
      std::cout << fmt::format(R"({{"seq":{},"at":{},"actor":{},"persona":{},"act":{},"object":{},)"
                               R"("result":{},"ip":{}}})",
                               row.seq, json::quote(base::iso(row.at)), json::quote(row.actor),
                               json::quote(row.persona), json::quote(row.act),
                               json::quote(row.object), json::quote(row.result),
                               json::quote(row.ip))
                << "\n";
      after = row.seq;
    }
  }
}

}  // namespace

int run_audit(const Words& words) {
  const Usage usage{
      .command = "audit",
      .summary = "The journal of who came in, saw and was refused: listed, or its chain checked.",
      .positionals = {"VERB"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"key-file", "FILE", "the desk's secret key (DATABASE.key)"},
                  {"anchor", "SEQ:HASH", "verify: a head that was kept elsewhere"},
                  {"after", "SEQ", "list: rows after this one"}},
      .epilogue =
          "  audit verify   prints the head: keep it elsewhere, and give it as --anchor\n"
          "                 later; rows cut off at the end are found by it\n"
          "  audit list     one row a line"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string verb = arguments->at(0);
  if (verb != "verify" && verb != "list") {
    return report(Message(messages::kUnknownVerb, {verb, "verify, list"}), language);
  }
  const auto anchor = anchor_of(arguments->get("anchor", "0:"));
  if (!anchor) return report(Message(messages::kBadAnchor, {arguments->get("anchor")}), language);
  const std::string database = arguments->get("database");
  ErrorLog log;
  const auto store = sql::open_database(database, log, {.create = false});
  if (!store) return report(store.error(), language);
  if (verb == "list") {
    const auto after = anchor_of(arguments->get("after", "0") + ":");
    if (!after) return report(Message(messages::kBadAnchor, {arguments->get("after")}), language);
    return list_audit(**store, after->seq);
  }
  const auto random = accounts::make_system_random();
  const auto keys = open_keys(**store, arguments->get("key-file", key_file_of(database)), *random);
  if (!keys) return report(keys.error(), language);
  return verify(**store, **keys, *anchor, language);
}

}  // namespace guichet::app
