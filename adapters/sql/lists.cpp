#include "adapters/sql/lists.hpp"

#include <unordered_map>

#include "adapters/sql/case_rows.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "engine/store/listing.hpp"

namespace guichet::sql {
namespace {

constexpr char kSeparator = '\x1f';

// '' stands for any owner. The two statements have the same condition. The last part is who may see
// the case: everybody's list, one case, or those of which a referral asked one of the institutions
// in `asked` (joined by join_items; an institution is in it where taking it out changes it), unless
// that was undone (store::is_told).
constexpr Query kCount{
    "select count(*) from case_row where (:all = 1 or closed_at is null) and "
    "(:any = '' or owner = :owner) and themes like :theme escape '\\' and "
    "search like :text escape '\\' and (:every = 1 or case_id = :only or exists ("
    "select 1 from instance v where v.case_id = case_row.case_id and v.partner is not null and "
    "v.outcome <> 'undone' and "
    "replace(:asked, '\x1f' || v.partner || '\x1f', '') <> :asked2))",
    "ittttiitt", "i"};
constexpr Query kList{
    "select case_id, number, person, firm, commune, owner, verdict, themes, states, opened_at, "
    "closed_at from case_row where (:all = 1 or closed_at is null) and "
    "(:any = '' or owner = :owner) and themes like :theme escape '\\' and "
    "search like :text escape '\\' and (:every = 1 or case_id = :only or exists ("
    "select 1 from instance v where v.case_id = case_row.case_id and v.partner is not null and "
    "v.outcome <> 'undone' and "
    "replace(:asked, '\x1f' || v.partner || '\x1f', '') <> :asked2)) "
    "order by opened_at desc, case_id desc limit :most offset :first",
    "ittttiittii", "ittttttttii"};

// Tasks first where two fall due at once. The theme is the need's: of the instance or its parent.
constexpr Query kPromises{
    "select t.case_id, t.n, r.number, r.person, "
    "case i.kind when 'need' then i.theme else coalesce(p.theme, '') end, "
    "t.title, 1, t.roles, t.state_path, t.due_at, r.owner from task t "
    "join case_row r on r.case_id = t.case_id "
    "join instance i on i.case_id = t.case_id and i.n = t.n "
    "left join instance p on p.case_id = i.case_id and p.n = i.parent_n "
    "where t.due_at is not null and (:any = '' or r.owner = :owner) and "
    "(:every = 1 or t.case_id = :only or "
    "replace(:asked, '\x1f' || i.partner || '\x1f', '') <> :asked2) "
    "union all "
    "select m.case_id, m.n, r.number, r.person, "
    "case i.kind when 'need' then i.theme else coalesce(p.theme, '') end, "
    "m.name, 0, i.partner, m.state_path, m.due_at, r.owner from timer m "
    "join case_row r on r.case_id = m.case_id "
    "join instance i on i.case_id = m.case_id and i.n = m.n "
    "left join instance p on p.case_id = i.case_id and p.n = i.parent_n "
    "where m.state = 'armed' and substr(m.state_path, 1, 1) <> '!' and (:any2 = '' or r.owner = "
    ":owner2) and (:every2 = 1 or m.case_id = :only2 or "
    "replace(:asked3, '\x1f' || i.partner || '\x1f', '') <> :asked4) "
    "order by 10, 1, 2, 7 desc, 6 limit :most",
    "ttiittttiitti", "iittttittit"};
constexpr Query kDue{
    "select case_id, n, state_path, entry, name, firing, due_at from timer "
    "where state = 'armed' and due_at <= :now order by due_at, id limit :most",
    "ii", "iititii"};
constexpr Query kNextTimer{
    "select due_at from timer where state = 'armed' order by due_at, id limit 1", "", "i"};
constexpr Query kTie{"select closed_at, extras from kase where id = :id", "i", "it"};
constexpr Query kAsked{
    "select partner from instance where case_id = :id and partner is not null and "
    "outcome <> 'undone' order by n",
    "i", "t"};
constexpr Query kIds{"select id from kase order by id", "", "i"};

// `text` as LIKE takes it literally, between anything.
std::string containing(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern += '%';
}

// No case has the number 0.
std::int64_t only_of(const access::Sight& sight) {
  return sight.only() ? sight.only()->value : 0;
}

}  // namespace

std::string join_items(const std::vector<std::string>& items) {
  std::string text;
  if (!items.empty()) text += kSeparator;
  for (const std::string& item : items) text += item + kSeparator;
  return text;
}

std::vector<std::string> split_items(std::string_view text) {
  std::vector<std::string> items;
  if (!text.empty()) text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = text.find(kSeparator);
    items.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return items;
}

std::vector<store::CaseRow> list_cases(Connection& connection, const store::CaseFilter& filter,
                                       std::size_t& total) {
  const std::string theme = filter.theme.empty() ? "%" : containing(join_items({filter.theme}));
  const std::string text = containing(store::fold_for_search(filter.text));
  const std::string& owner = filter.owner;
  const access::Sight& sight = filter.visible_to;
  const std::string asked = join_items(sight.partners());
  const std::int64_t only = only_of(sight);
  const Rows count = connection.run(
      kCount, {!filter.open_only, owner, owner, theme, text, sight.sees_all(), only, asked, asked});
  total = static_cast<std::size_t>(count.front().integer(0));

  std::vector<store::CaseRow> rows;
  for (const Row row :
       connection.run(kList, {!filter.open_only, owner, owner, theme, text, sight.sees_all(), only,
                              asked, asked, filter.most, filter.first})) {
    rows.push_back({{row.integer(0)},
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    split_items(row.text(7)),
                    split_items(row.text(8)),
                    row.instant(9),
                    row.maybe_instant(10)});
  }
  return rows;
}

std::optional<access::Tie> find_tie(Connection& connection, base::CaseId id) {
  const Rows kase = connection.run(kTie, {id});
  if (kase.empty()) return {};
  cases::Snapshot snapshot;
  expect(cases::read_extras(kase.front().text(1), snapshot));
  access::Tie tie{.object = access::Object::kase,
                  .kase = id,
                  .closed = !kase.front().is_null(0),
                  .erased = snapshot.extras.personal_data_taken};
  for (const Row row : connection.run(kAsked, {id})) tie.asked.push_back(row.text(0));
  return tie;
}

std::vector<store::PromiseRow> list_promises(Connection& connection, const access::Sight& sight,
                                             std::size_t most, const std::string& owner) {
  const std::string asked = join_items(sight.partners());
  const std::int64_t only = only_of(sight);
  const bool every = sight.sees_all();
  std::vector<store::PromiseRow> rows;
  std::unordered_map<std::string, std::vector<std::string>> roles;  // thousands of tasks, few lists
  for (const Row row : connection.run(kPromises, {owner, owner, every, only, asked, asked, owner,
                                                  owner, every, only, asked, asked, most})) {
    store::PromiseRow& promise = rows.emplace_back();
    promise.kase = {row.integer(0)};
    promise.n = {row.small(1)};
    promise.number = row.text(2);
    promise.person = row.text(3);
    promise.theme = row.text(4);
    promise.what = row.text(5);
    promise.task = row.flag(6);
    if (promise.task) {
      const auto [known, added] = roles.try_emplace(row.text(7));
      if (added) known->second = expect(cases::strings_from_json(known->first));
      promise.by = known->second;
    } else if (!row.is_null(7)) {
      promise.by = {row.text(7)};
    }
    promise.state = row.text(8);
    promise.due_at = row.instant(9);
    promise.owner = row.text(10);
  }
  return rows;
}

std::vector<store::DueTimer> due_timers(Connection& connection, base::Instant now,
                                        std::size_t most) {
  std::vector<store::DueTimer> due;
  for (const Row row : connection.run(kDue, {now, most})) {
    due.push_back({{row.integer(0)},
                   {{row.small(1)}, row.text(2), row.small(3), row.text(4), row.small(5)},
                   row.instant(6)});
  }
  return due;
}

std::optional<base::Instant> next_timer(Connection& connection) {
  const Rows rows = connection.run(kNextTimer);
  if (rows.empty()) return {};
  return rows.front().instant(0);
}

std::vector<base::CaseId> case_ids(Connection& connection) {
  std::vector<base::CaseId> ids;
  for (const Row row : connection.run(kIds)) ids.push_back({row.integer(0)});
  return ids;
}

}  // namespace guichet::sql
