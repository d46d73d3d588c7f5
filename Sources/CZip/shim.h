// Containers of zipped files, read by libzip.
#include <zip.h>
