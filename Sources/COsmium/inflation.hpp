// gzip and bzip2 as libosmium reads them, with a limit on how much may come out of how little.
//
// libosmium keeps the first decompressor that registers for a kind of compression, so this comes before its
// own headers' registration.
#pragma once

#include "failure.hpp"

#include <osmium/io/compression.hpp>

#include <memory>
#include <string>
#include <unistd.h>

namespace wardway {

osmium::io::Decompressor *limited_gzip(int fd);
osmium::io::Decompressor *limited_bzip2(int fd);

[[noreturn]] inline osmium::io::Decompressor *no_buffer(const char *, std::size_t) {
  throw Failure{osm_error_not_readable, "compressed data in memory is not supported"};
}

[[noreturn]] inline osmium::io::Compressor *no_compressor(int, osmium::io::fsync) {
  throw Failure{osm_error_not_readable, "writing is not supported"};
}

const bool registered_limited_gzip = osmium::io::CompressionFactory::instance().register_compression(
    osmium::io::file_compression::gzip, no_compressor, limited_gzip, no_buffer);
const bool registered_limited_bzip2 = osmium::io::CompressionFactory::instance().register_compression(
    osmium::io::file_compression::bzip2, no_compressor, limited_bzip2, no_buffer);

} // namespace wardway

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>

namespace wardway {

/// OpenStreetMap XML shrinks to between a tenth and a fortieth.
constexpr double largest_growth = 250;
/// Less than this is harmless however it grows.
constexpr double harmless_size = 64 << 20;

/// Hands on what another decompressor yields, until that is too much.
class LimitedDecompressor final : public osmium::io::Decompressor {
  int fd;
  std::unique_ptr<osmium::io::Decompressor> inner;
  double size = 0;

public:
  LimitedDecompressor(int fd, osmium::io::Decompressor *inner) : fd(fd), inner(inner) {}
  ~LimitedDecompressor() noexcept override = default;

  std::string read() override {
    std::string bytes = inner->read();
    size += static_cast<double>(bytes.size());
    const off_t offset = ::lseek(fd, 0, SEEK_CUR);
    if (offset > 0) set_offset(static_cast<std::size_t>(offset));
    if (size > harmless_size && size > largest_growth * static_cast<double>(offset)) {
      throw Failure{osm_error_bomb, "it grows to more than 250 times its size when unpacked, as no map does; "
                                    "unpack it yourself if you trust it"};
    }
    return bytes;
  }

  void close() override { inner->close(); }
};

inline osmium::io::Decompressor *limited_gzip(int fd) {
  return new LimitedDecompressor{fd, new osmium::io::GzipDecompressor{fd}};
}

inline osmium::io::Decompressor *limited_bzip2(int fd) {
  return new LimitedDecompressor{fd, new osmium::io::Bzip2Decompressor{fd}};
}

} // namespace wardway
