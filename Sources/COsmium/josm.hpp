// What JOSM marked for deletion in a file that it saved, which libosmium doesn't look at.
#pragma once

#include "inflation.hpp"
#include "sniffing.hpp"

#include <osmium/io/file.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <expat.h>
#include <fcntl.h>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace wardway {

/// Objects by kind (0 node, 1 way, 2 relation) and id.
using Objects = std::set<std::pair<std::uint32_t, std::int64_t>>;

inline void start_element(void *context, const XML_Char *name, const XML_Char **attributes) noexcept {
  const std::uint32_t kind = !std::strcmp(name, "node")       ? 0
                             : !std::strcmp(name, "way")      ? 1
                             : !std::strcmp(name, "relation") ? 2
                                                              : 3;
  if (kind == 3) return;
  const char *id = nullptr;
  bool deleted = false;
  for (; attributes[0]; attributes += 2) {
    if (!std::strcmp(attributes[0], "id")) id = attributes[1];
    if (!std::strcmp(attributes[0], "action")) deleted = !std::strcmp(attributes[1], "delete");
  }
  if (!deleted || !id) return;
  try {
    static_cast<Objects *>(context)->emplace(kind, std::strtoll(id, nullptr, 10));
  } catch (...) {
    // Without memory the main reading fails too.
  }
}

/// The objects of an XML file with `action="delete"`. What is wrong with the file is left to libosmium to say.
inline Objects deleted_by_josm(const std::string &path, Content content) {
  Objects objects;
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return objects;
  const auto decompressor = osmium::io::CompressionFactory::instance().create_decompressor(
      osmium::io::File{path, osmium_format(content)}.compression(), fd);
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser{XML_ParserCreate(nullptr),
                                                                             XML_ParserFree};
  if (!parser) throw std::bad_alloc{};
  XML_SetUserData(parser.get(), &objects);
  XML_SetStartElementHandler(parser.get(), start_element);
  while (true) {
    const std::string bytes = decompressor->read();
    if (bytes.empty()) break;
    if (XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), 0) != XML_STATUS_OK) break;
  }
  return objects;
}

} // namespace wardway
