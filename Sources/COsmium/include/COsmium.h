/// Reads OpenStreetMap files with libosmium into flat arrays. No exception leaves it.

#ifndef WARDWAY_COSMIUM_H
#define WARDWAY_COSMIUM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Where an object's tags start in `tags`: their number, then a key and a value for each, as positions in
/// the strings. Position 0 holds no tags.
typedef uint32_t osm_tags;

typedef struct {
  int64_t id;
  int32_t latitude_e7;
  int32_t longitude_e7;
  osm_tags tags;
  uint32_t version;
} osm_node;

typedef struct {
  int64_t id;
  /// The first of `ref_count` entries in `refs`.
  uint32_t first_ref;
  uint32_t ref_count;
  osm_tags tags;
  uint32_t version;
} osm_way;

typedef struct {
  int64_t id;
  /// The first of `member_count` entries in `members`.
  uint32_t first_member;
  uint32_t member_count;
  osm_tags tags;
  uint32_t version;
} osm_relation;

typedef struct {
  int64_t id;
  /// A position in the strings.
  uint32_t role;
  /// 0 for a node, 1 for a way, 2 for a relation.
  uint32_t kind;
} osm_member;

typedef enum {
  osm_warning_no_location,
  osm_warning_off_globe,
  osm_warning_control_characters,
  osm_warning_invalid_utf8,
  osm_warning_overlong,
  /// An id that stands for several things, one warning each; `file` means nothing.
  osm_warning_reused_id,
  osm_warning_id_out_of_range,
  osm_warning_count
} osm_warning_kind;

/// Something that was mended or left out, summed up over a file.
typedef struct {
  osm_warning_kind kind;
  uint32_t file;
  /// The first object concerned, and its kind as in `osm_member`.
  int64_t id;
  uint32_t object_kind;
  uint64_t count;
} osm_warning;

/// Everything read. Nodes, ways and relations are sorted by id, each id once.
typedef struct {
  const osm_node *nodes;
  size_t node_count;
  const osm_way *ways;
  size_t way_count;
  const osm_relation *relations;
  size_t relation_count;
  const int64_t *refs;
  size_t ref_count;
  const osm_member *members;
  size_t member_count;
  const uint32_t *tags;
  size_t tag_count;
  /// All strings one after the other, in valid UTF-8; string `i` ends where string `i + 1` starts.
  const char *strings;
  const uint32_t *string_starts;
  /// The number of strings; `string_starts` has one entry more.
  size_t string_count;
  const osm_warning *warnings;
  size_t warning_count;
} osm_extract;

typedef enum {
  osm_ok,
  osm_error_not_found,
  osm_error_not_readable,
  osm_error_empty,
  osm_error_not_osm,
  osm_error_wrong_name,
  osm_error_history,
  osm_error_changes,
  osm_error_version,
  osm_error_truncated,
  osm_error_damaged,
  osm_error_entities,
  osm_error_block_too_large,
  osm_error_bomb,
  osm_error_compression,
  osm_error_coordinate,
  osm_error_string_too_long,
  osm_error_too_large,
  osm_error_memory
} osm_error_code;

typedef struct {
  osm_error_code code;
  /// The position of the file in the list.
  size_t file;
  /// Ends with a zero byte, is cut where it doesn't fit, and may hold any bytes.
  char message[400];
} osm_error;

/// Takes a share between 0 and 1 of the work; called in the reading thread.
typedef void (*osm_progress)(void *context, double share);

/// Reads `count` files into one extract, which `osm_free` must be given.
///
/// Of two objects with the same id the higher version stays, and of two with the same version the later.
/// Returns NULL and fills in `error` if that fails.
const osm_extract *osm_read(
    const char *const *paths, size_t count, osm_progress progress, void *context, osm_error *error);

/// Gives back what `osm_read` returned.
void osm_free(const osm_extract *extract);

/// Gives the memory that has been freed by now back to the system, where the allocator would keep it: what a province
/// leaves behind, in a million small pieces, is more than what is made of it.
void osm_return_freed_memory(void);

#ifdef __cplusplus
}
#endif

#endif
