#include "adapters/http/transport/request_reader.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "adapters/http/transport/target.hpp"

namespace guichet::http {
namespace {

namespace beast = boost::beast;

class BeastReader final : public RequestReader {
 public:
  explicit BeastReader(std::uint32_t header_bytes) {
    parser_.header_limit(header_bytes);
    parser_.body_limit(boost::none);  // checked by the head's facts, then by limit_body
  }

  std::optional<Request> read_head(std::string_view head) override;
  bool keeps_alive() const override { return parser_.get().keep_alive(); }

  void limit_body(std::uint64_t bytes) override {
    parser_.body_limit(bytes);
    parser_.eager(true);
  }

  Fed read_body(std::string_view bytes) override;
  std::string take_body() override { return std::move(parser_.get().body()); }

 private:
  beast::http::request_parser<beast::http::string_body> parser_;
};

std::string to_string(beast::string_view text) {
  return {text.data(), text.size()};
}

std::optional<Request> BeastReader::read_head(std::string_view head) {
  beast::error_code error;
  const auto buffer = boost::asio::buffer(head.data(), head.size());
  const std::size_t used = parser_.put(buffer, error);
  if (error || used != head.size() || !parser_.is_header_done()) return std::nullopt;
  const auto& message = parser_.get();
  Request request;
  request.method = to_string(message.method_string());
  request.target = to_string(message.target());
  for (const auto& field : message) {
    request.headers.add(to_string(field.name_string()), to_string(field.value()));
  }
  if (!read_target(request.target, request)) return std::nullopt;
  return request;
}

RequestReader::Fed BeastReader::read_body(std::string_view bytes) {
  if (parser_.is_done()) return {Progress::done, 0};
  beast::error_code error;
  const auto buffer = boost::asio::buffer(bytes.data(), bytes.size());
  const std::size_t used = parser_.put(buffer, error);
  if (error == beast::http::error::body_limit) return {Progress::too_large, used};
  if (error && error != beast::http::error::need_more) return {Progress::broken, used};
  return {parser_.is_done() ? Progress::done : Progress::more, used};
}

}  // namespace

std::unique_ptr<RequestReader> make_request_reader(std::uint32_t header_bytes) {
  return std::make_unique<BeastReader>(header_bytes);
}

}  // namespace guichet::http
