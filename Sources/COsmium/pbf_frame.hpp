// Walks the blocks of a PBF file before libosmium unpacks them: sizes, kinds and the end.
//
// libosmium takes a file that ends within a block's first four bytes for complete, and gives no place with
// its errors.
#pragma once

#include "failure.hpp"
#include "sniffing.hpp"

#include <osmium/io/detail/lz4.hpp>
#include <osmium/io/detail/zlib.hpp>
#include <osmium/io/error.hpp>
#include <protozero/pbf_reader.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace wardway {

/// A PBF file's block after block.
///
/// Of what is packed in blocks it looks at the granularity alone, which libosmium takes as it is: with zero all nodes
/// are in one place, with less they are mirrored.
class PBFFrame {
  static constexpr std::uint32_t largest_header = 64 << 10;
  static constexpr std::uint64_t largest_block = 32 << 20;
  /// More growth than this, after 64 MiB, is no map; usual is 2 to 5.
  static constexpr double largest_growth = 100;

  File file;
  std::vector<char> bytes;
  /// A block's content, unpacked.
  std::string content;
  std::uint64_t offset = 0;
  std::uint64_t unpacked = 0;
  std::uint64_t number = 0;

  [[noreturn]] void fail(osm_error_code code, const std::string &what) const {
    throw Failure{code,
                  "block " + std::to_string(number) + " (at byte " + std::to_string(offset) + ") " + what};
  }

  [[noreturn]] void fail_truncated() const { fail(osm_error_truncated, "breaks off; fetch the file again"); }

  std::size_t fill(std::size_t size) {
    bytes.resize(size);
    return std::fread(bytes.data(), 1, size, file.get());
  }

  /// The size of the block's content, from its header.
  std::uint64_t read_header(std::uint32_t size) {
    if (size > largest_header) {
      fail(osm_error_block_too_large, "has a header over 64 KiB; fetch the file again");
    }
    if (fill(size) < size) fail_truncated();
    std::int64_t content = 0;
    std::string type;
    protozero::pbf_reader header{bytes.data(), size};
    while (header.next()) {
      if (header.tag_and_type() == protozero::tag_and_type(1, protozero::pbf_wire_type::length_delimited)) {
        type = header.get_string();
      } else if (header.tag_and_type() == protozero::tag_and_type(3, protozero::pbf_wire_type::varint)) {
        content = header.get_int32();
      } else {
        header.skip();
      }
    }
    if (type != (number == 0 ? "OSMHeader" : "OSMData")) {
      fail(osm_error_damaged, "is of an unexpected kind; write the file again with osmium cat");
    }
    if (content <= 0) fail(osm_error_damaged, "gives no size; fetch the file again");
    if (static_cast<std::uint64_t>(content) > largest_block) {
      fail(osm_error_block_too_large, "is larger than the 32 MiB allowed; write the file again with "
                                      "osmium cat");
    }
    return static_cast<std::uint64_t>(content);
  }

  void check_granularity(protozero::data_view block) {
    protozero::pbf_reader reader{block};
    while (reader.next()) {
      if (reader.tag_and_type() != protozero::tag_and_type(17, protozero::pbf_wire_type::varint)) {
        reader.skip();
      } else if (const std::int32_t granularity = reader.get_int32(); granularity <= 0) {
        fail(osm_error_damaged, "gives coordinates in steps of " + std::to_string(granularity)
                                    + " nanodegrees; write the file again with the tool it came from");
      }
    }
  }

  void check_packed(protozero::data_view packed, bool is_lz4, std::uint64_t size) {
    try {
      check_granularity(
          is_lz4 ? osmium::io::detail::lz4_uncompress_string(packed.data(), packed.size(), size, content)
                 : osmium::io::detail::zlib_uncompress_string(packed.data(), packed.size(), size, content));
    } catch (const osmium::io_error &) {
      // What can't be unpacked or read, libosmium reports.
    } catch (const protozero::exception &) {
    }
  }

  void read_content(std::uint64_t size) {
    if (fill(size) < size) fail_truncated();
    std::int64_t said = -1;
    bool is_lz4 = false, raw = false;
    protozero::data_view packed;
    protozero::pbf_reader blob{bytes.data(), size};
    while (blob.next()) {
      switch (blob.tag()) {
      case 1:
        raw = true;
        packed = blob.get_view();
        unpacked += packed.size();
        if (number > 0) check_granularity(packed);
        break;
      case 2: said = blob.get_int32(); break;
      case 3:
      case 6:
        is_lz4 = blob.tag() == 6;
        packed = blob.get_view();
        break;
      default:
        fail(osm_error_compression, "is packed in an unknown way (known: zlib, lz4); write it again with "
                                    "osmium cat");
      }
    }
    if (raw) return;
    if (packed.size() == 0) fail(osm_error_damaged, "has no content; fetch the file again");
    if (said <= 0) {
      fail(osm_error_damaged, "doesn't say its unpacked size; write the file again with osmium cat");
    }
    if (static_cast<std::uint64_t>(said) > largest_block) {
      fail(osm_error_block_too_large, "unpacks to more than the 32 MiB allowed; write the file again with "
                                      "osmium cat");
    }
    unpacked += static_cast<std::uint64_t>(said);
    if (number > 0) check_packed(packed, is_lz4, static_cast<std::uint64_t>(said));
  }

public:
  explicit PBFFrame(const std::string &path) : file(open(path)) {}

  void check() {
    while (true) {
      unsigned char length[4];
      const std::size_t found = std::fread(length, 1, 4, file.get());
      if (found == 0) break;
      if (found < 4) fail_truncated();
      const std::uint32_t header = std::uint32_t{length[0]} << 24 | std::uint32_t{length[1]} << 16
                                   | std::uint32_t{length[2]} << 8 | std::uint32_t{length[3]};
      std::uint64_t size = 0;
      try {
        size = read_header(header);
        read_content(size);
      } catch (const protozero::exception &failure) {
        fail(osm_error_damaged, std::string{"is damaged ("} + failure.what() + "); fetch the file again");
      }
      offset += 4 + header + size;
      number += 1;
      const double growth = static_cast<double>(unpacked) / static_cast<double>(offset);
      if (unpacked > 64 << 20 && growth > largest_growth) {
        fail(osm_error_bomb, "takes the unpacked size over 100 times the file's, as no map does; write the "
                             "file again with osmium cat if you trust it");
      }
    }
  }
};

inline void check_pbf_frame(const std::string &path) { PBFFrame{path}.check(); }

} // namespace wardway
