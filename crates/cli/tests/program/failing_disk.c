/* Loaded before the C library: makes one call fail that would change the disk, as a disk would.
 *
 * FAILS_AT    which call, counted from 1; 0 or none counts alone
 * FAILS_WITH  the error's number; 0 kills the program there
 * FAILS_ON    set: each call from there on fails
 * FAILS_COUNT the file that gets the number of calls at the end
 *
 * A write that fails has written its first half. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long calls;

static long number(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

/* Whether the call that is being made fails. */
static int fails(void) {
    long at = number("FAILS_AT");
    long this = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    return at > 0 && (this == at || (this > at && getenv("FAILS_ON")));
}

static int failed(void) {
    int with = (int)number("FAILS_WITH");
    if (with == 0) {
        kill(getpid(), SIGKILL);
    }
    errno = with;
    return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define PLAIN(name, parameters, arguments)                                                         \
    int name parameters {                                                                          \
        return fails() ? failed() : REAL(name) arguments;                                          \
    }

PLAIN(fsync, (int file), (file))
PLAIN(fdatasync, (int file), (file))
PLAIN(ftruncate, (int file, off_t length), (file, length))
PLAIN(ftruncate64, (int file, off64_t length), (file, length))
PLAIN(fallocate, (int file, int mode, off_t at, off_t length), (file, mode, at, length))
PLAIN(rename, (const char *from, const char *to), (from, to))
PLAIN(link, (const char *from, const char *to), (from, to))
PLAIN(linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
PLAIN(unlink, (const char *path), (path))
PLAIN(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
PLAIN(rmdir, (const char *path), (path))
PLAIN(mkdir, (const char *path, mode_t mode), (path, mode))
PLAIN(chmod, (const char *path, mode_t mode), (path, mode))
PLAIN(fchmod, (int file, mode_t mode), (file, mode))

/* What is printed is not on the disk. */
ssize_t write(int file, const void *bytes, size_t length) {
    if (file > 2 && fails()) {
        if (REAL(write)(file, bytes, length / 2) < 0) {
            return -1;
        }
        return failed();
    }
    return REAL(write)(file, bytes, length);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) {
    if (fails()) {
        if (REAL(pwrite)(file, bytes, length / 2, at) < 0) {
            return -1;
        }
        return failed();
    }
    return REAL(pwrite)(file, bytes, length, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
    return pwrite(file, bytes, length, at);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
    if (file > 2 && fails()) {
        return failed();
    }
    return REAL(writev)(file, parts, count);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length,
                        unsigned flags) {
    return fails() ? failed() : REAL(copy_file_range)(in, from, out, to, length, flags);
}

/* Opening counts where it may make a file. */
int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if ((flags & O_CREAT) && fails()) {
        return failed();
    }
    return REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open(path, flags, mode);
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAILS_COUNT");
    if (path) {
        char text[32];
        int length = snprintf(text, sizeof text, "%ld", calls);
        int file = REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (file < 0 || REAL(write)(file, text, (size_t)length) != length) {
            _exit(99);
        }
        REAL(fsync)(file);
        close(file);
    }
}
