#include "workflows/model/workflow.hpp"

namespace guichet::model {

std::string_view to_text(Meaning meaning) {
  switch (meaning) {
    case Meaning::none:
      return "";
    case Meaning::accepted:
      return "accepted";
    case Meaning::declined:
      return "declined";
    case Meaning::question:
      return "question";
    case Meaning::silent:
      return "silent";
    case Meaning::withdrawn:
      return "withdrawn";
    case Meaning::concluded:
      return "concluded";
    case Meaning::reopened:
      return "reopened";
  }
  return "";
}

std::string_view to_text(FixedName name) {
  switch (name) {
    case FixedName::kase:
      return "case";
    case FixedName::firm:
      return "firm";
    case FixedName::person:
      return "person";
    case FixedName::request:
      return "request";
    case FixedName::parent:
      return "parent";
    case FixedName::children:
      return "children";
    case FixedName::all_children:
      return "all_children";
    case FixedName::event:
      return "event";
    case FixedName::actor:
      return "actor";
    case FixedName::article:
      return "article";
    case FixedName::partner:
      return "partner";
    case FixedName::count_:
      break;
  }
  return "";
}

}  // namespace guichet::model
