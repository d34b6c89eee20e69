// Timers: when they are due. The short forms of what they do are lowered before.
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
    sound_ = view_.check_shape(keys::kTimer, reading_.diagnostics, keys::kLevels);
    if (!sound_ && !view_.node().is_mapping()) return;
    yaml::read_id(name_, reading_.diagnostics);
    model::Declaration timer;
    timer.cause = model::Cause::timer;
    timer.name = name_.text();
    timer.title = read_text(view_, "title");
    timer.state = state_;
    timer.at = name_.location();
    timer.means = read_meaning(reading_, view_);
    timer.timer = read_spec();
    read_arms(reading_, add_declaration(reading_, std::move(timer)), view_, {});
  }

 private:
  model::TimerSpec read_spec() {
    model::TimerSpec spec;
    read_time(spec);
    spec.every = read_delay(reading_, view_, "every");
    read_repetition(spec);
    if (const auto anchor = view_.find("anchor")) {
      spec.anchor = static_cast<model::Anchor>(
          read_word(reading_, anchor->node(), {"entry", "first_entry", "case.created"}));
    }
    if (const auto roll = view_.find("roll")) {
      spec.roll = static_cast<model::Roll>(
          read_word(reading_, roll->node(), {"next_business", "previous_business", "none"}));
    }
    if (const auto catch_up = view_.find("catch_up")) {
      spec.catch_up = static_cast<model::CatchUp>(
          read_word(reading_, catch_up->node(), {"once", "each", "none"}));
    }
    if (const auto resume = view_.find("resume")) {
      spec.resume = static_cast<model::Resume>(
          read_word(reading_, resume->node(), {"restart", "remaining", "original"}));
    }
    if (const auto calendar = view_.find("calendar"); calendar && calendar->node().is_scalar()) {
      check_calendar(reading_, calendar->node());
      spec.calendar = calendar->node().text();
    }
    return spec;
  }

  void read_time(model::TimerSpec& spec) {
    const auto after = view_.find("after"), at = view_.find("at"), plus = view_.find("plus");
    if (after && at) {
      reading_.diagnostics.error(at->location(), Message(messages::kOneOfTheTwo, {"after", "at"}));
    }
    if (plus && !at) {
      reading_.diagnostics.error(plus->location(), Message(messages::kNeeds, {"plus", "at"}));
    }
    // A key that is misspelled may be the one that says when.
    if (!after && !at && !view_.find("every") && sound_) {
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

  Reading& reading_;
  model::StateIndex state_;
  const yaml::Node& name_;
  const View& view_;
  bool sound_ = true;  // knows its keys
};

}  // namespace

void read_timer_declaration(Reading& reading, model::StateIndex state, const yaml::Node& name,
                            const View& timer) {
  TimerReader(reading, state, name, timer).read();
}

}  // namespace guichet::check
