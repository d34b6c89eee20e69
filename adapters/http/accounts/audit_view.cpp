#include "adapters/http/accounts/audit_view.hpp"

#include <fmt/format.h>

#include <map>

#include "adapters/http/accounts/messages.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/transport/rate_limits.hpp"
#include "engine/json/json.hpp"
#include "engine/tabular/csv.hpp"

namespace guichet::http {
namespace {

using base::Message;

// The start of that day in the desk's zone; of the next one where `after`.
std::expected<std::optional<base::Instant>, Refusal> day_in(const Pairs& query, const char* name,
                                                            bool after, const Site& site) {
  const std::string& text = query.get(name);
  if (text.empty()) return std::nullopt;
  const auto day = base::parse_day(text);
  if (!day) {
    return std::unexpected(Refusal{422, {{Message(messages::kNotADay, {text}), name}}});
  }
  const base::LocalTime start{*day + std::chrono::days(after ? 1 : 0)};
  return site.desk.definition().calendar->instant_of(start);
}

// Names of accounts and keys, by id.
std::map<std::string, std::string> names_of_actors(store::AccountReader& rows) {
  std::map<std::string, std::string> out;
  for (const store::Account& each : rows.accounts()) out[each.id] = each.name;
  for (const store::ApiKey& each : rows.api_keys()) out[each.id] = each.label;
  return out;
}

std::string name_in(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? std::string() : found->second;
}

std::string line_json(const AuditLine& line) {
  const store::AuditRow& row = line.row;
  return fmt::format(
      R"({{"seq":{},"at":"{}","actor":{},"name":{},"persona":{},"act":{},"object":{},)"
      R"("result":{},"network":{}}})",
      row.seq, base::iso(row.at), json::quote(row.actor), json::quote(line.name),
      json::quote(row.persona), json::quote(row.act), json::quote(row.object),
      json::quote(row.result), json::quote(row.ip));
}

}  // namespace

std::expected<AuditQuery, Refusal> audit_query(Site& site, const Pairs& query) {
  AuditQuery out;
  out.filter.persona = query.get("role");
  out.filter.act = query.get("act");
  const std::string& object = query.get("object");
  out.filter.object = whole_number(object) ? "case " + object : object;
  if (const std::string& who = query.get("who"); !who.empty()) {
    const auto account = site.reception->book().find(who);
    out.filter.actor = account ? account->id : who;
  }
  const auto from = day_in(query, "from", false, site);
  if (!from) return std::unexpected(from.error());
  const auto until = day_in(query, "until", true, site);
  if (!until) return std::unexpected(until.error());
  out.filter.from = *from;
  out.filter.until = *until;
  if (const auto before = whole_number(query.get("before"))) out.before = *before;
  out.most = bounded(query, "first", 50, 1, 200);
  return out;
}

AuditPage view_audit(Site& site, const AuditQuery& query) {
  Reception& reception = *site.reception;
  AuditPage page;
  reception.store().read([&](store::Reader& reader) {
    auto rows = reader.accounts().audit_back(query.filter, query.before, query.most + 1);
    if (rows.size() > query.most) {
      rows.resize(query.most);
      page.next = rows.back().seq;
    }
    const auto names = names_of_actors(reader.accounts());
    for (store::AuditRow& row : rows) {
      std::string name = name_in(names, row.actor);
      std::string about = name_in(names, row.object.substr(row.object.find(' ') + 1));
      page.lines.push_back({std::move(row), std::move(name), std::move(about)});
    }
  });
  page.chain = reception.chain().look(reception.store(), reception.keys());
  return page;
}

std::string to_json(const AuditPage& page) {
  std::string lines;
  for (const AuditLine& each : page.lines) lines += (lines.empty() ? "" : ",") + line_json(each);
  const ChainState& chain = page.chain;
  return fmt::format(
      R"({{"rows":[{}],"next":{},"chain":{{"checked":{},"rows":{},"holds":{},"head":{}}}}})", lines,
      page.next, chain.checked, chain.rows, !chain.broken,
      json::quote(fmt::format("{}:{}", chain.checked, chain.head)));
}

accounts::Outcome<std::string> audit_csv(Site& site, const AuditQuery& query,
                                         const std::string& by) {
  Reception& reception = *site.reception;
  const Allowance allowance =
      reception.exports().take(accounts::kExports, by, reception.clock().now());
  if (!allowance.allowed) {
    return std::unexpected(accounts::Refused{
        {429,
         {Message(messages::kTooManyExports, {std::to_string(allowance.until_reset.count())})}},
        allowance.until_reset});
  }
  std::vector<store::AuditRow> rows;
  std::map<std::string, std::string> names;
  reception.store().read([&](store::Reader& reader) {
    rows = reader.accounts().audit_back(query.filter, query.before, kMostExported + 1);
    names = names_of_actors(reader.accounts());
  });
  if (rows.size() > kMostExported) {
    return accounts::refused(422, messages::kAuditTooLong, {std::to_string(kMostExported)});
  }
  std::string out =
      "\xEF\xBB\xBF" + tabular::write_row({"seq", "at", "actor", "name", "persona", "act", "object",
                                           "result", "network", "hash"});
  for (const store::AuditRow& row : rows) {
    out +=
        tabular::write_row({std::to_string(row.seq), base::iso(row.at), row.actor, names[row.actor],
                            row.persona, row.act, row.object, row.result, row.ip, row.hash});
  }
  return out;
}

Response csv_response(std::string csv, const std::string& filename) {
  Response response{.status = 200, .headers = {}, .body = std::move(csv), .events = {}};
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + filename + "\"");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace guichet::http
