// Timers: when they are due, and the short forms of what they do.
#include "engine/yaml/messages.hpp"
#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

class TimerReader {
 public:
  TimerReader(Reading& reading, model::StateIndex state, const yaml::Node& name, const View& view)
      : reading_(reading), state_(state), name_(name), view_(view) {}

  void read() {
    if (!view_.check_shape(keys::kTimer, reading_.diagnostics, keys::kLevels) &&
        !view_.node().is_mapping()) {
      return;
    }
    yaml::read_id(name_, reading_.diagnostics);
    model::Declaration timer;
    timer.cause = model::Cause::timer;
    timer.name = name_.text();
    timer.title = read_text(view_, "title");
    timer.state = state_;
    timer.at = name_.location();
    timer.means = read_meaning(reading_, view_);
    timer.timer = read_spec();
    const model::Block first = read_short_forms();
    read_arms(reading_, add_declaration(reading_, std::move(timer)), view_, first);
  }

 private:
  model::TimerSpec read_spec() {
    model::TimerSpec spec;
    read_time(spec);
    spec.every = read_delay(reading_, view_, "every");
    if (spec.every && !spec.after && spec.at.empty() && !view_.find("at")) spec.after = *spec.every;
    read_repetition(spec);
    if (const auto anchor = view_.find("anchor")) spec.anchor = read_anchor(anchor->node());
    if (const auto roll = view_.find("roll")) {
      spec.roll = static_cast<model::Roll>(
          read_word(reading_, roll->node(), {"next_business", "previous_business", "none"}));
    }
    if (const auto catch_up = view_.find("catch_up")) {
      spec.catch_up = static_cast<model::CatchUp>(
          read_word(reading_, catch_up->node(), {"once", "each", "none"}));
    }
    return spec;
  }

  // Nobody keeps a state's first entry yet.
  model::Anchor read_anchor(const yaml::Node& node) {
    if (node.is_scalar() && node.text() == "first_entry") {
      reading_.diagnostics.error(node.location(), Message(yaml::messages::kNotYet, {node.text()}));
      return model::Anchor::first_entry;
    }
    const bool of_case = read_word(reading_, node, {"entry", "case.created"}) == 1;
    return of_case ? model::Anchor::case_opened : model::Anchor::entry;
  }

  void read_time(model::TimerSpec& spec) {
    const auto after = view_.find("after"), at = view_.find("at"), plus = view_.find("plus");
    if (after && at) {
      reading_.diagnostics.error(at->location(), Message(messages::kOneOfTheTwo, {"after", "at"}));
    }
    if (plus && !at) {
      reading_.diagnostics.error(plus->location(), Message(messages::kNeeds, {"plus", "at"}));
    }
    if (!after && !at && !view_.find("every")) {
      reading_.diagnostics.error(name_.location(),
                                 Message(messages::kTimerWithoutTime, {name_.text()}),
                                 Message(messages::kTimerForms));
    }
    if (after && after->node().is_scalar()) read_after(after->node(), spec);
    if (at && at->node().is_scalar()) read_at(at->node(), spec);
    spec.plus = read_delay(reading_, view_, "plus");
  }

  void read_after(const yaml::Node& node, model::TimerSpec& spec) {
    if (!is_expression(node)) {
      if (const auto delay = read_delay(reading_, node)) spec.after = *delay;
      return;
    }
    const base::LocatedText& text = node.located();
    auto delay =
        read_expression(reading_, text.sub(1, text.text().size() - 1).trimmed(), feel::Type::any());
    expect(delay, node, messages::kDelayType,
           {feel::Kind::string, feel::Kind::days_duration, feel::Kind::months_duration});
    spec.after = std::move(delay);
  }

  // Always FEEL; a leading `=` does no harm.
  void read_at(const yaml::Node& node, model::TimerSpec& spec) {
    const base::LocatedText& text = node.located();
    const std::size_t skip = is_expression(node) ? 1 : 0;
    spec.at = read_expression(reading_, text.sub(skip, text.text().size() - skip).trimmed(),
                              feel::Type::any());
    expect(spec.at, node, messages::kDateType, {feel::Kind::date, feel::Kind::date_time});
  }

  void expect(const feel::Expression& expression, const yaml::Node& node,
              const base::MessageText& wanted, const std::vector<feel::Kind>& kinds) {
    if (expression.empty() || expression.type().is_any()) return;
    const feel::Kind kind = expression.type().kind();
    for (const feel::Kind good : kinds) {
      if (kind == good || kind == feel::Kind::null) return;
    }
    reading_.diagnostics.error(node.location(), Message(wanted, {expression.type().name()}));
  }

  void read_repetition(model::TimerSpec& spec) {
    const auto times = view_.find("times");
    if (!times || !times->node().is_scalar()) return;
    if (!view_.find("every")) {
      reading_.diagnostics.error(times->location(), Message(messages::kNeeds, {"times", "every"}));
    }
    const auto count = yaml::read_integer(times->node(), reading_.diagnostics);
    if (!count) return;
    if (*count < 1) {
      reading_.diagnostics.error(times->location(), Message(messages::kNotPositive, {"times"}));
    }
    spec.times = static_cast<std::int32_t>(*count);
  }

  // `remind:`, `escalate:`, `notify:`, `open_task:` and `record:` come before the arm's own block.
  model::Block read_short_forms() {
    model::Block block;
    const auto letter = view_.find("letter");
    const yaml::Node* letter_node = letter ? &letter->node() : nullptr;
    constexpr std::pair<std::string_view, model::Purpose> kNotices[] = {
        {"remind", model::Purpose::remind},
        {"escalate", model::Purpose::escalate},
        {"notify", model::Purpose::notify}};
    bool sends = false;
    for (const auto& [key, purpose] : kNotices) {
      const auto roles = view_.find(key);
      if (!roles || roles->node().is_mapping()) continue;
      sends = true;
      read_notice(reading_, purpose, roles->node(), letter_node, block);
    }
    if (letter && !sends) {
      reading_.diagnostics.error(letter->location(),
                                 Message(messages::kNeeds, {"letter", "remind"}));
    }
    if (const auto task = view_.find("open_task"); task && task->node().is_mapping()) {
      block.push_back({read_open_task(reading_, *task, {state_, name_.text()}), task->location()});
    }
    // The word that the journal keeps; what it means to the engine is said by `means`.
    if (const auto word = view_.find("record"); word && word->node().is_scalar()) {
      block.push_back({model::Note{read_text_operand(reading_, word->node())}, word->location()});
    }
    return block;
  }

  Reading& reading_;
  model::StateIndex state_;
  const yaml::Node& name_;
  const View& view_;
};

}  // namespace

void read_timer_declaration(Reading& reading, model::StateIndex state, const yaml::Node& name,
                            const View& timer) {
  TimerReader(reading, state, name, timer).read();
}

}  // namespace guichet::check
