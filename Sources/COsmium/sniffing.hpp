// Tells by its first bytes what a file holds.
#pragma once

#include "failure.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace wardway {

enum class Content { xml, gzip, bzip2, pbf };

using File = std::unique_ptr<std::FILE, int (*)(std::FILE *)>;

/// Opens a regular file that is not empty.
inline File open(const std::string &path) {
  struct stat status{};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) {
    if (path.empty() || errno == ENOENT || errno == ENOTDIR) {
      throw Failure{osm_error_not_found, "there is no such file; check the path"};
    }
    throw Failure{osm_error_not_readable, std::string{std::strerror(errno)} + "; check the path"};
  }
  if (!S_ISREG(status.st_mode)) {
    throw Failure{osm_error_not_readable, "it is not a regular file; store the data in one first"};
  }
  if (status.st_size == 0) throw Failure{osm_error_empty, "it is empty; fetch it again"};
  File file{std::fopen(path.c_str(), "rb"), std::fclose};
  if (!file) {
    throw Failure{osm_error_not_readable, std::string{std::strerror(errno)} + "; check the permissions"};
  }
  return file;
}

inline bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

inline const char *osmium_format(Content content) {
  switch (content) {
  case Content::xml: return "osm";
  case Content::gzip: return "osm.gz";
  case Content::bzip2: return "osm.bz2";
  case Content::pbf: return "pbf";
  }
  return "";
}

/// What a file's name ends with for each content.
inline const char *usual_ending(Content content) {
  return content == Content::pbf ? ".osm.pbf" : content == Content::gzip ? ".osm.gz"
         : content == Content::bzip2 ? ".osm.bz2" : ".osm";
}

inline Content content_of(std::string_view head) {
  if (head.substr(0, 2) == "\x1f\x8b") return Content::gzip;
  if (head.substr(0, 3) == "BZh") return Content::bzip2;
  // Four bytes of size, then a field (1, bytes) of nine bytes; another order of fields is legal.
  if (head.substr(0, 2) == std::string_view{"\0\0", 2} && head.find("OSMHeader") < 60) return Content::pbf;
  if (head.substr(0, 4) == "\xef\xbb\xbf<") return Content::xml;
  // UTF-16 in either order.
  if (head.substr(0, 2) == "\xff\xfe" || head.substr(0, 2) == "\xfe\xff") return Content::xml;
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head[first] == '<') return Content::xml;
  if (head.substr(0, 2) == "PK") {
    throw Failure{osm_error_not_osm, "it is a zip archive; unpack it and give the file inside"};
  }
  throw Failure{osm_error_not_osm, "it is no OpenStreetMap file; give .osm, .osm.gz, .osm.bz2 or .osm.pbf"};
}

/// What the file holds, which its name must not contradict.
inline Content sniff(const std::string &path) {
  const File file = open(path);
  char bytes[256];
  const std::string_view head{bytes, std::fread(bytes, 1, sizeof bytes, file.get())};
  const Content content = content_of(head);
  for (const char *ending : {".osh", ".osh.gz", ".osh.bz2", ".osh.pbf"}) {
    if (ends_with(path, ending)) {
      throw Failure{osm_error_history, "it is a history file; make an extract of one moment with osmium "
                                       "time-filter"};
    }
  }
  for (const char *ending : {".osc", ".osc.gz", ".osc.bz2"}) {
    if (ends_with(path, ending)) {
      throw Failure{osm_error_changes, "it is a change file; apply it to an extract (osmium apply-changes)"};
    }
  }
  const bool fits = ends_with(path, ".pbf")                              ? content == Content::pbf
                    : ends_with(path, ".gz")                             ? content == Content::gzip
                    : ends_with(path, ".bz2")                            ? content == Content::bzip2
                    : ends_with(path, ".osm") || ends_with(path, ".xml") ? content == Content::xml
                                                                         : true;
  if (!fits) {
    const char *const kind = content == Content::pbf     ? "PBF"
                             : content == Content::gzip  ? "gzip data"
                             : content == Content::bzip2 ? "bzip2 data"
                                                         : "XML";
    throw Failure{osm_error_wrong_name, std::string{"its name says otherwise but it holds "} + kind
                                            + "; let its name end in " + usual_ending(content)};
  }
  return content;
}

} // namespace wardway
