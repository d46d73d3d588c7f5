// libosmium's assertions guard against its own mistakes, but some can be reached from a file; what they would
// stop throws here or stays within bounds (a test flips every bit).
#ifndef NDEBUG
#define NDEBUG
#endif
#define OSMIUM_WITH_LZ4

#include <osmium/osm/types.hpp>

// libosmium refuses strings over 1,024 bytes, and with them the whole file. Its sizes hold 65,535; longer than
// OpenStreetMap allows is cut here, with a warning.
namespace osmium {
constexpr std::size_t wardway_string_length = 60000;
}
#define max_osm_string_length wardway_string_length

#include "COsmium.h"
#include "inflation.hpp"

#include "numbers.hpp"

#include <osmium/io/file.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "description.hpp"
#include "josm.hpp"
#include "pbf_frame.hpp"
#include "sniffing.hpp"
#include "strings.hpp"

namespace {

using wardway::Failure;

/// The arrays behind an `osm_extract`.
struct Extract {
  osm_extract view{};
  std::vector<osm_node> nodes;
  std::vector<osm_way> ways;
  std::vector<osm_relation> relations;
  std::vector<int64_t> refs;
  std::vector<osm_member> members;
  std::vector<uint32_t> tags{0};
  wardway::Strings strings;
  std::vector<osm_warning> warnings;

  void show() {
    view.nodes = nodes.data();
    view.node_count = nodes.size();
    view.ways = ways.data();
    view.way_count = ways.size();
    view.relations = relations.data();
    view.relation_count = relations.size();
    view.refs = refs.data();
    view.ref_count = refs.size();
    view.members = members.data();
    view.member_count = members.size();
    view.tags = tags.data();
    view.tag_count = tags.size();
    view.strings = strings.bytes().data();
    view.string_starts = strings.starts().data();
    view.string_count = strings.starts().size() - 1;
    view.warnings = warnings.data();
    view.warning_count = warnings.size();
  }
};

/// Takes the objects of one file.
class Taker {
  /// Numbers from here on are for what has no number of its own.
  static constexpr int64_t largest_id = int64_t{1} << 53;

  Extract &extract;
  uint32_t file;
  wardway::Objects deleted;
  osm_warning warnings[osm_warning_count] = {};
  int64_t id = 0;
  uint32_t kind = 0;

  void warn(osm_warning_kind what) {
    osm_warning &warning = warnings[what];
    if (warning.count++ == 0) {
      warning.kind = what;
      warning.file = file;
      warning.id = id;
      warning.object_kind = kind;
    }
  }

  uint32_t string(const char *bytes, std::size_t size) {
    const wardway::Interned interned = extract.strings.intern({bytes, size});
    if (interned.stripped) warn(osm_warning_control_characters);
    if (interned.replaced) warn(osm_warning_invalid_utf8);
    if (interned.cut) warn(osm_warning_overlong);
    return interned.position;
  }

  template <typename T> static uint32_t position(const std::vector<T> &list) {
    if (list.size() > 0xfffffff0U) {
      throw Failure{osm_error_too_large, "it holds more than four thousand million entries; cut out a "
                                         "region with osmium extract"};
    }
    return static_cast<uint32_t>(list.size());
  }

  /// Reads strings that end with a zero byte, never beyond the list: a zero byte within a string makes their
  /// number odd, on which libosmium's own iterator relies.
  void take(const osmium::TagList &list, osm_tags &tags) {
    const char *at = reinterpret_cast<const char *>(list.data()) + sizeof(osmium::TagList);
    const char *const end = reinterpret_cast<const char *>(list.data()) + list.byte_size();
    const auto next = [&](const char *&start, std::size_t &size) {
      start = at;
      const void *zero = at < end ? std::memchr(at, 0, static_cast<std::size_t>(end - at)) : nullptr;
      if (!zero) return false;
      size = static_cast<std::size_t>(static_cast<const char *>(zero) - at);
      at += size + 1;
      return true;
    };
    // An object with two lists of tags keeps the first.
    if (tags != 0) return;
    const uint32_t start = position(extract.tags);
    const char *key = nullptr, *value = nullptr;
    std::size_t key_size = 0, value_size = 0;
    uint32_t count = 0;
    while (next(key, key_size) && next(value, value_size)) {
      if (count == 0) extract.tags.push_back(0);
      const uint32_t k = string(key, key_size);
      extract.tags.push_back(k);
      extract.tags.push_back(string(value, value_size));
      ++count;
    }
    if (count == 0) return;
    extract.tags[start] = count;
    tags = start;
  }

  void take(const osmium::Node &node) {
    const osmium::Location location = node.location();
    if (!location.is_defined()) return warn(osm_warning_no_location);
    if (!location.valid()) return warn(osm_warning_off_globe);
    osm_node taken{id, location.y(), location.x(), 0, node.version()};
    for (const auto &part : node) {
      if (part.type() == osmium::item_type::tag_list) {
        take(static_cast<const osmium::TagList &>(part), taken.tags);
      }
    }
    position(extract.nodes);
    extract.nodes.push_back(taken);
  }

  void take(const osmium::Way &way) {
    osm_way taken{id, position(extract.refs), 0, 0, way.version()};
    for (const auto &part : way) {
      if (part.type() == osmium::item_type::tag_list) {
        take(static_cast<const osmium::TagList &>(part), taken.tags);
      } else if (part.type() == osmium::item_type::way_node_list) {
        for (const auto &ref : static_cast<const osmium::WayNodeList &>(part)) {
          extract.refs.push_back(ref.ref());
        }
      }
    }
    taken.ref_count = position(extract.refs) - taken.first_ref;
    extract.ways.push_back(taken);
  }

  void take(const osmium::Relation &relation) {
    osm_relation taken{id, position(extract.members), 0, 0, relation.version()};
    for (const auto &part : relation) {
      if (part.type() == osmium::item_type::tag_list) {
        take(static_cast<const osmium::TagList &>(part), taken.tags);
      } else if (part.type() == osmium::item_type::relation_member_list) {
        for (const auto &member : static_cast<const osmium::RelationMemberList &>(part)) {
          const uint32_t kind = member.type() == osmium::item_type::node  ? 0
                                : member.type() == osmium::item_type::way ? 1
                                                                          : 2;
          extract.members.push_back({member.ref(), string(member.role(), std::strlen(member.role())), kind});
        }
      }
    }
    taken.member_count = position(extract.members) - taken.first_member;
    extract.relations.push_back(taken);
  }

public:
  Taker(Extract &extract, std::size_t file, wardway::Objects deleted)
      : extract(extract), file(static_cast<uint32_t>(file)), deleted(std::move(deleted)) {}

  void take(const osmium::memory::Buffer &buffer) {
    for (const auto &object : buffer.select<osmium::OSMObject>()) {
      if (!object.visible()) continue;
      id = object.id();
      kind = object.type() == osmium::item_type::node ? 0 : object.type() == osmium::item_type::way ? 1 : 2;
      if (id <= -largest_id || id >= largest_id) {
        warn(osm_warning_id_out_of_range);
        continue;
      }
      if (!deleted.empty() && deleted.count({kind, id}) > 0) continue;
      switch (kind) {
      case 0: take(static_cast<const osmium::Node &>(object)); break;
      case 1: take(static_cast<const osmium::Way &>(object)); break;
      default: take(static_cast<const osmium::Relation &>(object)); break;
      }
    }
  }

  void finish() {
    for (const osm_warning &warning : warnings) {
      if (warning.count > 0) extract.warnings.push_back(warning);
    }
  }
};

/// Sorts by id and keeps the last of the highest version of each.
///
/// Counts ids that stand for several things: the same version, and not the same object.
template <typename T, typename Same>
void settle(std::vector<T> &objects, std::uint32_t kind, Extract &extract, const Same &are_same) {
  const auto before = [](const T &a, const T &b) {
    return a.id != b.id ? a.id < b.id : a.version < b.version;
  };
  if (!std::is_sorted(objects.begin(), objects.end(), before)) {
    std::vector<std::uint32_t> order(objects.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (before(objects[a], objects[b])) return true;
      return !before(objects[b], objects[a]) && a < b;
    });
    std::vector<T> sorted;
    sorted.reserve(objects.size());
    for (const std::uint32_t position : order) sorted.push_back(objects[position]);
    objects = std::move(sorted);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    if (i + 1 == objects.size() || objects[i].id != objects[i + 1].id) {
      objects[kept++] = objects[i];
    } else if (objects[i].version == objects[i + 1].version && !are_same(objects[i], objects[i + 1])) {
      extract.warnings.push_back({osm_warning_reused_id, 0, objects[i].id, kind, 1});
    }
  }
  objects.resize(kept);
}

void read(const std::string &path, std::size_t file, std::size_t files, osm_progress progress, void *context,
          Extract &extract) {
  const wardway::Content content = wardway::sniff(path);
  if (content == wardway::Content::pbf) wardway::check_pbf_frame(path);

  // A name with a slash in front is never taken for a URL or for standard input.
  const osmium::io::File input{path, wardway::osmium_format(content)};
  osmium::thread::Pool pool{2};
  osmium::io::Reader reader{input, pool,
                            osmium::osm_entity_bits::node | osmium::osm_entity_bits::way
                                | osmium::osm_entity_bits::relation};
  const osmium::io::Header header = reader.header();
  if (header.has_multiple_object_versions()) {
    throw Failure{content == wardway::Content::pbf ? osm_error_history : osm_error_changes,
                  "it holds the history of objects or changes to them; make an extract of one moment with "
                  "osmium time-filter or osmium apply-changes"};
  }

  wardway::Objects deleted;
  if (content != wardway::Content::pbf && header.get("generator").compare(0, 4, "JOSM") == 0) {
    deleted = wardway::deleted_by_josm(path, content);
  }
  Taker taker{extract, file, std::move(deleted)};
  const double size = static_cast<double>(std::max<std::size_t>(reader.file_size(), 1));
  while (const osmium::memory::Buffer buffer = reader.read()) {
    taker.take(buffer);
    if (progress) {
      const double share = std::min(1.0, static_cast<double>(reader.offset()) / size);
      progress(context, (static_cast<double>(file) + share) / static_cast<double>(files));
    }
  }
  reader.close();
  taker.finish();
}

} // namespace

const osm_extract *osm_read(const char *const *paths, size_t count, osm_progress progress, void *context,
                            osm_error *error) {
  Extract *extract = nullptr;
  std::size_t file = 0;
  try {
    extract = new Extract;
    for (; file < count; ++file) {
      const std::string path{paths[file]};
      read(path.empty() || path[0] == '/' ? path : "./" + path, file, count, progress, context, *extract);
    }
    settle(extract->nodes, 0, *extract, [](const osm_node &a, const osm_node &b) {
      return a.latitude_e7 == b.latitude_e7 && a.longitude_e7 == b.longitude_e7;
    });
    settle(extract->ways, 1, *extract, [&](const osm_way &a, const osm_way &b) {
      const auto refs = extract->refs.begin();
      return std::equal(refs + a.first_ref, refs + a.first_ref + a.ref_count, refs + b.first_ref,
                        refs + b.first_ref + b.ref_count);
    });
    settle(extract->relations, 2, *extract, [](const osm_relation &a, const osm_relation &b) {
      return a.member_count == b.member_count;
    });
    extract->show();
    if (progress) progress(context, 1);
    return &extract->view;
  } catch (...) {
    delete extract;
    error->file = file;
    wardway::describe_current_exception(*error);
    return nullptr;
  }
}

void osm_free(const osm_extract *extract) {
  // The view is the first member.
  delete reinterpret_cast<const Extract *>(extract);
}

void osm_return_freed_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
