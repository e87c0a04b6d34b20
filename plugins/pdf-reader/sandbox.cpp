// SPDX-License-Identifier: Apache-2.0
#include "sandbox.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <vector>

namespace guifan::pdf {
namespace {

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

constexpr long kRefused[] = {
    SYS_execve,   SYS_execveat, SYS_socket,    SYS_socketpair, SYS_connect,
    SYS_bind,     SYS_ptrace,   SYS_unlinkat,  SYS_renameat,   SYS_renameat2,
    SYS_mkdirat,  SYS_linkat,   SYS_symlinkat, SYS_fchmodat,   SYS_mknodat,
    SYS_truncate, SYS_mount,    SYS_bpf,       SYS_setxattr,   SYS_io_uring_setup,
#if defined(__x86_64__)
    SYS_unlink,   SYS_rename,   SYS_mkdir,     SYS_rmdir,      SYS_link,
    SYS_symlink,  SYS_chmod,    SYS_creat,     SYS_mknod,
#endif
};

void load(std::vector<sock_filter>& program, std::size_t offset) {
  program.push_back({BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(offset)});
}
void answer(std::vector<sock_filter>& program, unsigned action) {
  program.push_back({BPF_RET | BPF_K, 0, 0, action});
}

/// open() and openat() only for reading: `flags` is the offset of that argument.
void only_reading(std::vector<sock_filter>& program, long call, std::size_t argument) {
  program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 4, static_cast<unsigned>(call)});
  load(program, offsetof(seccomp_data, args) + 8 * argument);  // the low half: little-endian
  program.push_back({BPF_JMP | BPF_JSET | BPF_K, 0, 1, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC});
  answer(program, SECCOMP_RET_ERRNO | EPERM);
  answer(program, SECCOMP_RET_ALLOW);
}

}  // namespace

bool enter_sandbox() {
  if (kArchitecture == 0) return false;
  std::vector<sock_filter> program;
  load(program, offsetof(seccomp_data, arch));
  program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 1, 0, kArchitecture});
  answer(program, SECCOMP_RET_KILL_PROCESS);  // a call through another system's numbers
  load(program, offsetof(seccomp_data, nr));
  for (const long call : kRefused) {
    program.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 1, static_cast<unsigned>(call)});
    answer(program, SECCOMP_RET_ERRNO | EPERM);
  }
  only_reading(program, SYS_openat, 2);
#if defined(__x86_64__)
  only_reading(program, SYS_open, 1);
#endif
  answer(program, SECCOMP_RET_ALLOW);
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

}  // namespace guifan::pdf
