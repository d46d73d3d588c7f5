// Tells ThreadSanitizer what happens before what where a contended `Mutex` is locked and unlocked.
//
// On Linux that is done in Swift's library, which comes compiled and without ThreadSanitizer: it sees a `Mutex` that is
// free being taken, and not one that has to be waited for. Without this, all that such a `Mutex` guards looks like a
// race. These functions stand in front of those of the library; if a later one calls them otherwise, they are never
// called, and false races are reported again.

#if defined(__linux__) && __has_feature(thread_sanitizer)

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

extern void __tsan_acquire(void *address);
extern void __tsan_release(void *address);

#define IN_SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef IN_SWIFT void (*Lock)(uint32_t, SELF);
typedef IN_SWIFT bool (*TryLock)(SELF);
typedef IN_SWIFT void (*Unlock)(SELF);

IN_SWIFT void lockSlow(uint32_t thread, SELF) __asm__(LOCK);
IN_SWIFT bool tryLockSlow(SELF) __asm__(TRY_LOCK);
IN_SWIFT void unlockSlow(SELF) __asm__(UNLOCK);

IN_SWIFT void lockSlow(uint32_t thread, SELF) {
  ((Lock)dlsym(RTLD_NEXT, LOCK))(thread, mutex);
  __tsan_acquire(mutex);
}

IN_SWIFT bool tryLockSlow(SELF) {
  bool isLocked = ((TryLock)dlsym(RTLD_NEXT, TRY_LOCK))(mutex);
  if (isLocked) __tsan_acquire(mutex);
  return isLocked;
}

IN_SWIFT void unlockSlow(SELF) {
  __tsan_release(mutex);
  ((Unlock)dlsym(RTLD_NEXT, UNLOCK))(mutex);
}

#endif
