// A way through a path as a scenario file.
#include <fmt/format.h>

#include <algorithm>

#include "workflows/explore/explore.hpp"
#include "workflows/explore/search.hpp"

namespace guichet::explore {
namespace {

using vocabulary::FieldType;

constexpr std::string_view kClock = "2026-03-02T10:00";
constexpr std::string_view kDay = "2026-03-02";

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

class Writing {
 public:
  Writing(const bundle::Desk& desk, const model::Workflow& workflow, const std::vector<Way>& ways)
      : desk_(desk), workflow_(workflow), ways_(ways) {
    for (const auto& [id, partner] : desk.directory.partners) partners_.push_back(id);
  }

  // One scenario of a suite: what every step leads to is expected.
  std::string write(const std::string& id) {
    out_ = fmt::format("  {}:\n    clock: {}\n", id, kClock);
    begin();
    out_ += "    steps:\n";
    for (std::size_t i = 1; i < ways_.size(); ++i) {
      write_step(i);
      expect(ways_[i]);
    }
    if (ways_.size() == 1) expect(ways_.back());
    return out_;
  }

  // The way that breaks a property. The scenario holds the property against what happens, so that
  // it fails as long as the path does. Each step is an attempt: on the path put right, the way may
  // be closed from any step on.
  std::string write(const model::Property& property) {
    attempts_ = true;
    out_ = fmt::format("  {}:\n    clock: {}\n", property.id, kClock);
    begin();
    std::string promise = sentence(property);
    std::ranges::replace(promise, '\n', ' ');
    out_ += fmt::format("    # {}\n    holds: {{{}: {}}}\n    steps:\n", promise, workflow_.id,
                        quoted(property.id));
    for (std::size_t i = 1; i < ways_.size(); ++i) write_step(i);
    // What is awaited gets all the time that there is.
    const bool awaits =
        property.pattern == model::Pattern::leads_to || property.pattern == model::Pattern::ends;
    out_ += fmt::format("      - {{advance: {}}}\n", awaits ? "10 years" : "1 minutes");
    return out_;
  }

 private:
  void write_step(std::size_t i) {
    before_ = &ways_[i - 1].after;
    step(ways_[i]);
  }

  // As the path writes it.
  static std::string sentence(const model::Property& property) {
    const std::string& p = property.p.source().text();
    const std::string& q = property.q.source().text();
    switch (property.pattern) {
      case model::Pattern::never:
        return "never " + p;
      case model::Pattern::always:
        return "always " + p;
      case model::Pattern::leads_to:
        return p + " leads_to " + q +
               (property.within ? " within " + to_text(*property.within) : "");
      case model::Pattern::before:
        return p + " before " + q;
      case model::Pattern::at_most:
        return fmt::format("at_most {} {}", property.times, p);
      case model::Pattern::ends:
        break;
    }
    return "every case ends";
  }

  // The case stands where the path begins once it has settled, with the values that the way needs.
  void begin() {
    const Way& first = ways_.front();
    Values data = first.data;
    for (const Way& each : ways_) {
      data.insert(each.move.found.begin(), each.move.found.end());
    }
    out_ += fmt::format("    given:\n      workflow: {}\n      at: {}\n", workflow_.id,
                        state_of(first.after.self()));
    std::erase_if(data, [](const auto& each) { return each.second.is_null(); });
    if (!data.empty()) out_ += "      data: " + mapping(data) + "\n";
  }

  void step(const Way& way) {
    const Move& move = way.move;
    const std::string need = workflow_.id;
    if (move.by_convention) {
      out_ += fmt::format("      # here the convention is to choose {} partners\n", move.partners);
    }
    switch (move.kind) {
      case Move::Kind::start:
        return;
      case Move::Kind::act: {
        const model::Declaration& act = workflow_.at(move.declaration);
        line(fmt::format("do: {}, as: {}, need: {}", act.name, someone(act.by), need),
             values_of(act, move));
        return;
      }
      case Move::Kind::reply: {
        const model::Workflow& child = *before_->instances[move.instance].workflow;
        line(fmt::format("reply: {}, from: {}, need: {}", child.at(move.declaration).name,
                         partner(move.instance), need),
             values_of(child.at(move.declaration), move));
        return;
      }
      case Move::Kind::confirm: {
        std::string ticked;
        for (std::size_t i = 0; i < move.partners && i < partners_.size(); ++i) {
          ticked += (i == 0 ? "" : ", ") + partners_[i];
        }
        const model::State* state = awaits_tick(before_->self());
        const std::string by = state == nullptr ? "" : *state->referral->confirm;
        put(fmt::format("do: confirmer, as: {}, need: {}, with: {{partenaires: [{}]{}}}", by, need,
                        ticked, ticked.empty() ? "" : ", motif_hors_convention: exemple"));
        return;
      }
      case Move::Kind::timer:
        put(fmt::format("wait_for: {}, {}", way.event,
                        move.instance == 0 ? "need: " + need : "from: " + partner(move.instance)));
        return;
      case Move::Kind::change:
        put(fmt::format("correct: {{fields: {}, reason: exemple}}, as: {}, need: {}",
                        mapping(move.with), operator_id(), need));
        return;
      case Move::Kind::event:
        out_ += fmt::format("      # here the event {} comes from outside: not to be played\n",
                            way.event);
        return;
    }
  }

  void line(const std::string& act, const Values& with) {
    put(act + (with.empty() ? "" : ", with: " + mapping(with)));
  }

  void put(const std::string& step) {
    out_ += fmt::format("      - {{{}{}}}\n", step, attempts_ ? ", attempt: true" : "");
  }

  void expect(const Way& way) {
    out_ += fmt::format("      - {{then: {{state: {{{}: {}}}}}}}\n", workflow_.id,
                        state_of(way.after.self()));
  }

  static std::string state_of(const Instance& instance) {
    std::string deepest;
    for (const kernel::Active& each : instance.position.active) {
      const std::string& path = instance.workflow->at(each.state).path;
      if (path.size() > deepest.size()) deepest = path;
    }
    return deepest;
  }

  std::string partner(std::size_t instance) const {
    return instance >= 1 && instance <= partners_.size() ? partners_[instance - 1] : "?";
  }

  std::string someone(const std::vector<std::string>& by) const {
    return by.empty() ? operator_id() : by.front();
  }
  std::string operator_id() const {
    return desk_.settings.staff.empty() ? "?" : desk_.settings.staff.front().id;
  }

  // What the way gives along, and something for each field that the act asks for besides.
  Values values_of(const model::Declaration& act, const Move& move) const {
    Values with = move.with;
    for (const std::string& id : act.require) {
      if (!with.contains(id)) with[id] = feel::Stored::string(sample(id));
    }
    return with;
  }

  std::string sample(const std::string& id) const {
    const vocabulary::Field* field = desk_.vocabulary->find(id);
    if (field == nullptr) return "exemple";
    switch (field->type) {
      case FieldType::number:
        return "1";
      case FieldType::boolean:
        return "true";
      case FieldType::date:
        return std::string(kDay);
      case FieldType::choice:
        return field->values.empty() ? "exemple" : field->values.front();
      case FieldType::siret:
        return "00000000000018";
      case FieldType::email:
        return "exemple@exemple.test";
      case FieldType::phone:
        return "05 65 00 00 00";
      case FieldType::partner:
        return partners_.empty() ? "exemple" : partners_.front();
      case FieldType::consent:
        return std::string(vocabulary::kGiven);
      default:
        return "exemple";
    }
  }

  std::string mapping(const Values& values) const {
    std::string out = "{";
    for (const auto& [id, value] : values) {
      const vocabulary::Field* field = desk_.vocabulary->find(id);
      const bool many = field != nullptr && field->many;
      const std::string text = quoted(to_text(value.value()));
      out += (out.size() == 1 ? "" : ", ") + id + ": " + (many ? "[" + text + "]" : text);
    }
    return out + "}";
  }

  const bundle::Desk& desk_;
  const model::Workflow& workflow_;
  const std::vector<Way>& ways_;
  std::vector<std::string> partners_;
  const Situation* before_ = nullptr;  // of the step that is being written
  std::string out_;
  bool attempts_ = false;
};

}  // namespace

constexpr std::string_view kHead = "guichet: scenario/1\nscenarios:\n";

std::string scenario_of(const bundle::Desk& desk, const Verdict& verdict) {
  if (verdict.way.empty()) return "";
  Writing writing(desk, *verdict.workflow, verdict.way);
  return std::string(kHead) + writing.write(*verdict.property);
}

std::string covering_scenarios(const bundle::Desk& desk, const model::Workflow& workflow,
                               const Budget& budget) {
  std::string out(kHead);
  std::size_t number = 0;
  for (const std::vector<Way>& way : covering_ways(desk, workflow, budget)) {
    Writing writing(desk, workflow, way);
    out += writing.write(fmt::format("{}-{}", workflow.id, ++number));
  }
  return out;
}

}  // namespace guichet::explore
