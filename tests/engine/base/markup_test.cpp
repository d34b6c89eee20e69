#include <catch2/catch.hpp>

#include "engine/base/markup.hpp"

using guichet::base::escape_markup;
using guichet::base::MarkupPlace;

TEST_CASE("an attribute keeps its quotes, signs and blanks through a reader") {
  CHECK(escape_markup("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(escape_markup("l'été\tdeux\r\nlignes") == "l'été&#9;deux&#13;&#10;lignes");
}

TEST_CASE("content stays readable") {
  CHECK(escape_markup("\"a\" < 1\n\t& b\r", MarkupPlace::content) ==
        "\"a\" &lt; 1\n\t&amp; b&#13;");
}
