// Translates every exception that libosmium and its libraries throw.
#pragma once

#include "failure.hpp"

#include <osmium/io/detail/pbf.hpp>
#include <osmium/io/error.hpp>
#include <osmium/osm/location.hpp>
#include <protozero/exception.hpp>

#include <cstdio>
#include <new>
#include <string>
#include <system_error>

namespace wardway {

inline void fill(osm_error &error, osm_error_code code, const std::string &message) noexcept {
  error.code = code;
  std::snprintf(error.message, sizeof error.message, "%s", message.c_str());
}

inline void describe_xml(osm_error &error, const osmium::xml_error &failure) {
  const std::string what{failure.what()};
  switch (failure.error_code) {
  case XML_ERROR_NONE: {
    // libosmium's own judgement, without a place.
    if (what.find("entities") != std::string::npos) {
      return fill(error, osm_error_entities, "it declares XML entities, which OpenStreetMap files never do; "
                                             "export it again");
    }
    if (what.find("top-level element") != std::string::npos) {
      return fill(error, osm_error_not_osm, what + "; give an OpenStreetMap file, its XML starts with <osm>");
    }
    return fill(error, osm_error_damaged, what + "; export it again in plain OpenStreetMap XML");
  }
  case XML_ERROR_NO_ELEMENTS:
  case XML_ERROR_UNCLOSED_TOKEN:
  case XML_ERROR_PARTIAL_CHAR:
  case XML_ERROR_UNCLOSED_CDATA_SECTION:
    return fill(error, osm_error_truncated, "the XML breaks off (" + what + "); fetch the file again");
  case XML_ERROR_NO_MEMORY: return fill(error, osm_error_memory, "there is not enough memory; give less");
  case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
    return fill(error, osm_error_entities, "its XML entities grow without measure; export it again");
  default: return fill(error, osm_error_damaged, what + "; export or fetch the file again");
  }
}

/// Describes the exception being handled.
inline void describe_current_exception(osm_error &error) noexcept {
  const std::string again{"; fetch the file again"};
  try {
    try {
      throw;
    } catch (const Failure &failure) {
      fill(error, failure.code, failure.what());
    } catch (const osmium::xml_error &failure) {
      describe_xml(error, failure);
    } catch (const osmium::format_version_error &failure) {
      fill(error, osm_error_version,
           (failure.version.empty() ? std::string{"its <osm> element gives no version"}
                                    : "its version is " + failure.version)
               + "; version 0.6 is needed");
    } catch (const osmium::gzip_error &failure) {
      // zlib knows a file that ends too early by this code alone.
      const bool cut = failure.gzip_error_code == Z_BUF_ERROR;
      fill(error, cut ? osm_error_truncated : osm_error_damaged,
           (cut ? std::string{"the compressed data breaks off"} : failure.what()) + again);
    } catch (const osmium::bzip2_error &failure) {
      const bool cut = failure.bzip2_error_code == BZ_UNEXPECTED_EOF;
      fill(error, cut ? osm_error_truncated : osm_error_damaged,
           (cut ? std::string{"the compressed data breaks off"} : failure.what()) + again);
    } catch (const osmium::invalid_location &failure) {
      fill(error, osm_error_coordinate,
           std::string{failure.what()} + "; latitude and longitude must be finite numbers, mend that node");
    } catch (const osmium::io_error &failure) {
      fill(error, osm_error_damaged, failure.what() + again);
    } catch (const protozero::exception &failure) {
      fill(error, osm_error_damaged, "a PBF block is damaged (" + std::string{failure.what()} + ")" + again);
    } catch (const std::system_error &failure) {
      fill(error, osm_error_not_readable, failure.what());
    } catch (const std::bad_alloc &) {
      fill(error, osm_error_memory, "there is not enough memory; cut out a region with osmium extract");
    } catch (const std::length_error &failure) {
      fill(error, osm_error_string_too_long, std::string{failure.what()} + "; shorten it to 60,000 bytes");
    } catch (const std::range_error &failure) {
      fill(error, osm_error_damaged, std::string{failure.what()} + "; correct that number");
    } catch (const std::exception &failure) {
      fill(error, osm_error_damaged, failure.what() + again);
    } catch (...) {
      fill(error, osm_error_damaged, "an unknown error occurred" + again);
    }
  } catch (...) {
    error.code = osm_error_memory;
    error.message[0] = 0;
  }
}

} // namespace wardway
