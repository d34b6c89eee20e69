// The store that the contract's tests run against. Each test binary defines make_store_under_test.
#pragma once

#include <memory>

#include "engine/store/store.hpp"

namespace guichet::store {

class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual Store& store() = 0;
  // Closes it and opens it again, where that means anything.
  virtual void reopen() = 0;
};

std::unique_ptr<StoreUnderTest> make_store_under_test();

}  // namespace guichet::store
