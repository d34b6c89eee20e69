// One transaction on accounts, waited for. Private to this module. Not on the store's own thread.
#pragma once

#include <functional>
#include <utility>

#include "engine/store/store.hpp"

namespace guichet::accounts {

void write_and_wait(store::Store& store, const std::function<void(store::AccountRows&)>& work);

// What `work` gives, once it is durable. Throws StorageFailure.
template <typename Work>
auto transact(store::Store& store, Work work) {
  using Answer = decltype(work(std::declval<store::AccountRows&>()));
  std::optional<Answer> answer;
  write_and_wait(store, [&](store::AccountRows& rows) { answer.emplace(work(rows)); });
  return std::move(*answer);
}

template <typename Question>
auto ask(store::Store& store, Question question) {
  using Answer = decltype(question(std::declval<store::AccountReader&>()));
  std::optional<Answer> answer;
  store.read([&](store::Reader& reader) { answer.emplace(question(reader.accounts())); });
  return std::move(*answer);
}

}  // namespace guichet::accounts
