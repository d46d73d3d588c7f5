/// The C interface of GEOS; only its re-entrant functions are used.

#ifndef WARDWAY_CGEOS_H
#define WARDWAY_CGEOS_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <geos_c.h>

#endif
