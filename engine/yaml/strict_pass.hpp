// The strict half of the loader: libyaml's events in order, each with its extent in bytes and, for
// a scalar, its style and its text with places. Refuses what the file language leaves out.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/yaml/node.hpp"

namespace guichet::yaml {

enum class EventKind { scalar, alias, sequence_start, sequence_end, mapping_start, mapping_end };

struct Event {
  EventKind kind = EventKind::scalar;
  Style style = Style::plain;
  base::Location at;
  base::LocatedText text;  // scalar
};

// The events of the first document; nothing where the text is malformed, too large, too deep or
// empty. Anchors, aliases, tags, directives and a second document are reported and leave events.
std::optional<std::vector<Event>> read_events(const base::Source& source,
                                              base::Diagnostics& diagnostics, const Limits& limits);

}  // namespace guichet::yaml
