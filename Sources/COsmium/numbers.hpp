// Keeps numbers that libosmium would make others of from being taken for places: they come out off the globe.
//
// libosmium multiplies until a number overflows (`lon="1e99"` is 0 to it) and cuts off what a block of a PBF file makes
// too large. Included before its readers, this gets a word in where they take numbers.
#pragma once

#include <osmium/io/detail/pbf.hpp>
#include <osmium/osm/location.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace wardway {

/// A coordinate's text, or that of one off the globe if it is a power of ten that is off it.
inline const char *coordinate(const char *text) {
  if (!std::strpbrk(text, "eE")) return text;
  const double degrees = std::strtod(text, nullptr);
  return degrees >= -200 && degrees <= 200 ? text : "200";
}

/// Divides into coordinates; what has no place among them is off the globe.
struct Resolution {};

inline std::int64_t operator/(std::int64_t nanodegrees, Resolution) {
  constexpr std::int64_t off_globe = 2000000000;
  const std::int64_t coordinate = nanodegrees / osmium::io::detail::resolution_convert;
  return coordinate >= -off_globe && coordinate <= off_globe ? coordinate : off_globe;
}

constexpr Resolution resolution{};

} // namespace wardway

#define set_lon(text) set_lon(wardway::coordinate(text))
#define set_lat(text) set_lat(wardway::coordinate(text))
#include <osmium/io/xml_input.hpp>
#undef set_lon
#undef set_lat

#define resolution_convert wardway::resolution
#include <osmium/io/pbf_input.hpp>
#undef resolution_convert
