// A pool that holds each string once, cleaned.
#pragma once

#include "failure.hpp"

#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace wardway {

/// A string's position in the pool, and what had to be mended.
struct Interned {
  std::uint32_t position;
  bool stripped = false;
  bool replaced = false;
  bool cut = false;
};

class Strings {
  std::string pool;
  std::vector<std::uint32_t> ends{0};
  /// An open hash table of positions plus one.
  std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1 << 10);
  /// Not known to who writes a file, so that none can make all strings collide.
  std::uint64_t seed = std::uint64_t{std::random_device{}()} << 32 | std::random_device{}();

  static constexpr std::size_t longest = 4096;

  std::uint64_t hash(std::string_view text) const {
    std::uint64_t state = seed ^ text.size();
    const auto mix = [&](std::uint64_t word) {
      state = (state ^ word) * 0x9fb21c651e98df25U;
      state ^= state >> 32;
    };
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      mix(word);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, text.size() - at);
    mix(word);
    mix(seed);
    return state;
  }

  std::string_view text(std::uint32_t position) const {
    return std::string_view{pool}.substr(ends[position], ends[position + 1] - ends[position]);
  }

  void grow() {
    std::vector<std::uint32_t> larger(slots.size() * 2);
    for (std::uint32_t position = 0; position + 1 < ends.size(); ++position) {
      std::size_t slot = hash(text(position)) & (larger.size() - 1);
      while (larger[slot] != 0) slot = (slot + 1) & (larger.size() - 1);
      larger[slot] = position + 1;
    }
    slots = std::move(larger);
  }

  /// The slot that holds `wanted`, or the empty one where it belongs.
  std::size_t find(std::string_view wanted) const {
    std::size_t slot = hash(wanted) & (slots.size() - 1);
    while (slots[slot] != 0 && text(slots[slot] - 1) != wanted) slot = (slot + 1) & (slots.size() - 1);
    return slot;
  }

  std::uint32_t insert(std::string_view clean) {
    std::size_t slot = find(clean);
    if (slots[slot] != 0) return slots[slot] - 1;
    if (pool.size() + clean.size() > 0xfffffff0U) {
      throw Failure{osm_error_too_large, "its names and tags take more than 4 GiB; cut out a region with "
                                         "osmium extract"};
    }
    pool.append(clean);
    ends.push_back(static_cast<std::uint32_t>(pool.size()));
    const auto position = static_cast<std::uint32_t>(ends.size() - 2);
    slots[slot] = position + 1;
    if (ends.size() * 2 > slots.size()) grow();
    return position;
  }

  static bool is_plain(std::string_view text) {
    for (const char c : text) {
      if (static_cast<unsigned char>(c) - 0x20U >= 0x5fU) return false;
    }
    return text.size() <= longest;
  }

  /// The length of the UTF-8 sequence at `at` and its scalar; 0 if it is not valid.
  static std::size_t decode(std::string_view text, std::size_t at, std::uint32_t &scalar) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
    };
    const std::uint32_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3
                               : first < 0xf5 ? 4 : 0;
    if (length < 2) {
      scalar = first;
      return length;
    }
    scalar = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      if ((byte(i) & 0xc0U) != 0x80U) return 0;
      scalar = scalar << 6 | (byte(i) & 0x3fU);
    }
    const bool overlong = (length == 3 && scalar < 0x800) || (length == 4 && scalar < 0x10000);
    const bool surrogate = scalar >= 0xd800 && scalar < 0xe000;
    return overlong || surrogate || scalar > 0x10ffff ? 0 : length;
  }

  /// Controls of the terminal, and those that turn the direction of the text around them.
  static bool is_control(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
           || c == 0x2028 || c == 0x2029;
  }

  static std::string clean(std::string_view text, Interned &report) {
    std::string result;
    std::size_t at = 0;
    while (at < text.size()) {
      std::uint32_t scalar = 0;
      const std::size_t length = decode(text, at, scalar);
      std::string_view piece = text.substr(at, length);
      at += length == 0 ? 1 : length;
      if (length == 0) {
        report.replaced = true;
        piece = "\xef\xbf\xbd";
      } else if (scalar == '\t' || scalar == '\n' || scalar == '\r') {
        report.stripped = true;
        piece = " ";
      } else if (is_control(scalar)) {
        report.stripped = true;
        continue;
      }
      if (result.size() + piece.size() > longest) {
        report.cut = true;
        break;
      }
      result += piece;
    }
    return result;
  }

public:
  const std::string &bytes() const { return pool; }
  /// Where each string starts, and the end of the last.
  const std::vector<std::uint32_t> &starts() const { return ends; }

  /// Takes a string in: control characters are dropped (white space becomes a space), invalid UTF-8 is
  /// replaced, more than 4,096 bytes are cut off.
  Interned intern(std::string_view text) {
    const std::size_t slot = find(text);
    if (slots[slot] != 0) return {slots[slot] - 1};
    if (is_plain(text)) return {insert(text)};
    Interned report{0};
    const std::string cleaned = clean(text, report);
    report.position = insert(cleaned);
    return report;
  }

  static std::string clean(std::string_view text) {
    Interned report{0};
    return clean(text, report);
  }
};

} // namespace wardway
