#include "adapters/http/agenda_view.hpp"

#include <algorithm>
#include <limits>

#include "adapters/http/agenda_messages.hpp"
#include "adapters/http/case_view.hpp"

namespace guichet::http {
namespace {

using base::Message;
using cases::Instance;
using cases::Snapshot;

constexpr std::string_view kKinds[] = {"line", "opposite", "silence", "requalified", "new"};

class Meeting {
 public:
  Meeting(desk::Desk& desk, base::Instant since, base::Language language)
      : desk_(desk), since_(since), language_(language) {}

  void look_at(const Snapshot& snapshot, const store::CaseRow& row) {
    for (const Instance& each : snapshot.instances) {
      if (each.kind == "need" && each.is_open())
        add(snapshot, row, each, needs_reasons(snapshot, each));
    }
    const Instance& request = snapshot.instances.front();
    if (request.is_open()) add(snapshot, row, request, request_reasons(snapshot, request));
  }

  std::vector<AgendaView> lines;

 private:
  using Reasons = std::vector<std::pair<std::string, std::string>>;  // kind, sentence

  std::string say(const base::MessageText& text, std::vector<std::string> arguments) const {
    return Message(text, std::move(arguments)).in(language_);
  }
  std::string day(base::Instant at) const {
    return base::short_date(desk_.definition().calendar->local_day(at), language_);
  }
  std::string name(const Instance& referral) const {
    return partner_name(desk_.directory(), referral.referral->partner);
  }

  // Lines of the need itself and of its referrals.
  void add_lines(const Snapshot& snapshot, const Instance& about, Reasons& out) const {
    for (const cases::AgendaItem& item : snapshot.agenda) {
      const Instance* source = snapshot.find(item.n);
      const bool its =
          item.n == about.n || (source != nullptr && source->referral && source->parent == about.n);
      if (its) out.emplace_back("line", item.text);
    }
  }

  Reasons needs_reasons(const Snapshot& snapshot, const Instance& need) const {
    Reasons out;
    add_lines(snapshot, need, out);
    std::string yes, no;
    for (const Instance& each : snapshot.instances) {
      if (each.parent != need.n || !each.referral) continue;
      if (each.outcome == "accepted") yes = name(each);
      if (each.outcome == "declined") no = name(each);
      if (each.outcome == "silent")
        out.emplace_back("silence", say(messages::kSilence, {name(each)}));
    }
    if (!yes.empty() && !no.empty()) {
      out.emplace_back("opposite", say(messages::kOpposite, {yes, no}));
    }
    if (need.extras.requalified_from && need.opened_at >= since_) {
      out.emplace_back("requalified", say(messages::kNowAnother, {day(need.opened_at)}));
    } else if (need.opened_at >= since_ && snapshot.opened_at >= since_) {
      out.emplace_back("new", say(messages::kIsNew, {day(snapshot.opened_at)}));
    }
    return out;
  }

  Reasons request_reasons(const Snapshot& snapshot, const Instance& request) const {
    Reasons out;
    add_lines(snapshot, request, out);
    const bool has_need = std::ranges::any_of(snapshot.instances, [](const Instance& each) {
      return each.kind == "need" && each.is_open();
    });
    if (!has_need && snapshot.opened_at >= since_) {
      out.emplace_back("new", say(messages::kIsNew, {day(snapshot.opened_at)}));
    }
    return out;
  }

  void add(const Snapshot& snapshot, const store::CaseRow& row, const Instance& about,
           const Reasons& reasons) {
    if (reasons.empty()) return;
    const model::Workflow* workflow = desk_.definition().workflow(about.workflow);
    AgendaView line{.kase = snapshot.id,
                    .n = about.n,
                    .number = snapshot.number,
                    .person = row.person.empty() ? row.firm : row.person,
                    .title = workflow == nullptr ? about.workflow : workflow->title};
    for (const std::string_view kind : kKinds) {
      for (const auto& [its, sentence] : reasons) {
        if (its != kind) continue;
        if (line.kind.empty()) line.kind = its;
        if (std::ranges::find(line.reasons, sentence) == line.reasons.end()) {
          line.reasons.push_back(sentence);
        }
      }
    }
    lines.push_back(std::move(line));
  }

  desk::Desk& desk_;
  base::Instant since_;
  base::Language language_;
};

std::ptrdiff_t rank(const std::string& kind) {
  return std::ranges::find(kKinds, kind) - std::begin(kKinds);
}

}  // namespace

std::vector<AgendaView> view_agenda(desk::Desk& desk, const access::Principal& principal,
                                    base::Instant since, base::Language language) {
  Meeting meeting(desk, since, language);
  const store::CaseFilter filter{.visible_to = access::Sight::of(principal),
                                 .most = std::numeric_limits<std::int32_t>::max()};
  desk.store().read([&](store::Reader& reader) {
    std::size_t total = 0;
    for (const store::CaseRow& row : reader.list(filter, total)) {
      const auto snapshot = reader.load(row.id);
      if (snapshot && !snapshot->instances.empty()) meeting.look_at(*snapshot, row);
    }
  });
  std::ranges::stable_sort(meeting.lines, {},
                           [](const AgendaView& line) { return rank(line.kind); });
  return std::move(meeting.lines);
}

}  // namespace guichet::http
