// What goes wrong, in words that complete "could not read FILE: …" and say the way out.
#pragma once

#include "COsmium.h"

#include <stdexcept>
#include <string>

namespace wardway {

/// An error that names itself.
struct Failure : std::runtime_error {
  osm_error_code code;
  Failure(osm_error_code code, const std::string &message) : std::runtime_error{message}, code(code) {}
};

} // namespace wardway
