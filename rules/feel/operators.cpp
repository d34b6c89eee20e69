#include "rules/feel/operators.hpp"

#include "rules/feel/temporal.hpp"

namespace guichet::feel {

bool is_ordered(Kind kind) {
  switch (kind) {
    case Kind::number:
    case Kind::string:
    case Kind::date:
    case Kind::time:
    case Kind::date_time:
    case Kind::days_duration:
    case Kind::months_duration:
      return true;
    default:
      return false;
  }
}

bool goes_together(char op, Kind a, Kind b) {
  if (a == Kind::number && b == Kind::number) return true;
  switch (op) {
    case '+':
      return (a == Kind::string && b == Kind::string) || (is_duration(a) && a == b) ||
             (is_duration(b) && (is_point(a) || (a == Kind::time && b == Kind::days_duration))) ||
             (is_duration(a) && (is_point(b) || (b == Kind::time && a == Kind::days_duration)));
    case '-':
      return (is_duration(a) && a == b) || (is_point(a) && is_point(b)) ||
             (a == Kind::time && b == Kind::time) ||
             (is_duration(b) && (is_point(a) || (a == Kind::time && b == Kind::days_duration)));
    case '*':
      return (is_duration(a) && b == Kind::number) || (is_duration(b) && a == Kind::number);
    case '/':
      return is_duration(a) && (b == Kind::number || a == b);
    default:
      return false;
  }
}

std::vector<std::string> property_names(Kind kind) {
  switch (kind) {
    case Kind::date:
      return {"year", "month", "day", "weekday"};
    case Kind::time:
      return {"hour", "minute", "second", "time offset", "timezone"};
    case Kind::date_time:
      return {"year",   "month",  "day",         "weekday", "hour",
              "minute", "second", "time offset", "timezone"};
    case Kind::days_duration:
      return {"days", "hours", "minutes", "seconds"};
    case Kind::months_duration:
      return {"years", "months"};
    case Kind::range:
      return {"start", "end", "start included", "end included"};
    default:
      return {};
  }
}

std::string sign_of(char op) {
  switch (op) {
    case '^':
      return "**";
    case '!':
      return "!=";
    case 'l':
      return "<=";
    case 'g':
      return ">=";
    default:
      return std::string(1, op);
  }
}

}  // namespace guichet::feel
