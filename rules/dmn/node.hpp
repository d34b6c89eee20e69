// A compiled boxed expression: a tree of nodes over FEEL expressions. Immutable.
#pragma once

#include <memory>

#include "rules/dmn/session.hpp"

namespace guichet::dmn {

class Node {
 public:
  explicit Node(feel::Type type = feel::Type::any()) : type_(std::move(type)) {}
  virtual ~Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  // Requires: `slots` has room for the unit's variables; those before the node's own are set.
  virtual feel::Value evaluate(Session& session, Slots slots) const = 0;
  // What is known of the value before there is one.
  const feel::Type& type() const { return type_; }
  // Where the whole expression is a table.
  virtual std::shared_ptr<const tables::DecisionTable> table() const { return nullptr; }

 private:
  feel::Type type_;
};
using NodePtr = std::unique_ptr<const Node>;  // never null

}  // namespace guichet::dmn
