// SPDX-License-Identifier: Apache-2.0
#include "plugin/elf_check.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <cstdint>
#include <cstring>

// The linker's name for the ELF header of this program: the architecture to compare with, without a
// list of #ifdefs.
extern "C" __attribute__((visibility("hidden")))
const ElfW(Ehdr) __ehdr_start;  // NOLINT: the linker's name

namespace guifan::plugin {
namespace {

using FileHeader = ElfW(Ehdr);
using SegmentHeader = ElfW(Phdr);
using SectionHeader = ElfW(Shdr);

std::string machine_name(unsigned machine) {
  switch (machine) {
    case EM_386:
      return "x86";
    case EM_X86_64:
      return "x86-64";
    case EM_ARM:
      return "ARM";
    case EM_AARCH64:
      return "AArch64";
    case EM_PPC64:
      return "PowerPC64";
    case EM_S390:
      return "S/390";
    case EM_RISCV:
      return "RISC-V";
    case 258:
      return "LoongArch";  // EM_LOONGARCH, younger than glibc 2.36's elf.h
    default:
      return fmt::format("machine {}", machine);
  }
}

std::string architecture(const unsigned char* ident, unsigned machine) {
  return fmt::format("{}, {}-bit{}", machine_name(machine), ident[EI_CLASS] == ELFCLASS32 ? 32 : 64,
                     ident[EI_DATA] == ELFDATA2MSB ? ", big-endian" : "");
}

/// offset + size lies within the file, whatever the numbers.
bool inside(std::uint64_t offset, std::uint64_t size, std::uint64_t file_size) {
  return offset <= file_size && size <= file_size - offset;
}

template <typename Header>
Header header_at(std::span<const std::byte> file, std::uint64_t offset) {
  Header header;
  std::memcpy(&header, file.data() + offset, sizeof header);
  return header;
}

ElfFinding damaged(std::string detail) {
  return {ElfFault::Damaged, std::move(detail)};
}

std::optional<ElfFinding> check_segments(std::span<const std::byte> file,
                                         const FileHeader& header) {
  if (header.e_phnum == 0 || header.e_phentsize != sizeof(SegmentHeader) ||
      !inside(header.e_phoff, std::uint64_t{header.e_phnum} * sizeof(SegmentHeader), file.size()))
    return damaged("program headers lie outside the file");
  bool dynamic = false;
  std::uint64_t loaded_end = 0;
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    const auto segment = header_at<SegmentHeader>(file, header.e_phoff + i * sizeof(SegmentHeader));
    dynamic = dynamic || segment.p_type == PT_DYNAMIC;
    if (!inside(segment.p_offset, segment.p_filesz, file.size()))
      return damaged(fmt::format("segment {} ends past byte {}", i, file.size()));
    if (segment.p_type == PT_LOAD && segment.p_filesz > segment.p_memsz)
      return damaged(fmt::format("segment {} is larger in the file than in memory", i));
    if (segment.p_type != PT_LOAD) continue;
    // The loader reserves the space from the first to the last one and trusts their order: another
    // order writes over what else the process has mapped.
    if (segment.p_vaddr < loaded_end || segment.p_memsz > UINT64_MAX - segment.p_vaddr)
      return damaged(fmt::format("segment {} lies over the one before it", i));
    loaded_end = segment.p_vaddr + segment.p_memsz;
  }
  if (!dynamic) return damaged("no dynamic section");
  return std::nullopt;
}

std::optional<ElfFinding> check_sections(std::span<const std::byte> file,
                                         const FileHeader& header) {
  if (header.e_shnum == 0) return std::nullopt;  // stripped of section headers: allowed
  if (header.e_shentsize != sizeof(SectionHeader) ||
      !inside(header.e_shoff, std::uint64_t{header.e_shnum} * sizeof(SectionHeader), file.size()))
    return damaged(fmt::format("section headers end past byte {}", file.size()));
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    const auto section = header_at<SectionHeader>(file, header.e_shoff + i * sizeof(SectionHeader));
    if (section.sh_type != SHT_NOBITS && section.sh_type != SHT_NULL &&
        !inside(section.sh_offset, section.sh_size, file.size()))
      return damaged(fmt::format("section {} ends past byte {}", i, file.size()));
  }
  return std::nullopt;
}

}  // namespace

std::string own_architecture() {
  return architecture(__ehdr_start.e_ident, __ehdr_start.e_machine);
}

std::optional<ElfFinding> check_elf(std::span<const std::byte> file) {
  if (file.empty()) return ElfFinding{ElfFault::NotElf, "0 bytes"};
  if (file.size() < SELFMAG || std::memcmp(file.data(), ELFMAG, SELFMAG) != 0)
    return ElfFinding{ElfFault::NotElf, "no ELF header"};
  // e_machine stands at the same offset in 32-bit and 64-bit files.
  constexpr std::size_t machine_end = EI_NIDENT + 2 * sizeof(std::uint16_t);
  if (file.size() < machine_end) return damaged(fmt::format("{} bytes", file.size()));
  const auto* ident = reinterpret_cast<const unsigned char*>(file.data());
  std::uint16_t machine = 0;
  std::memcpy(&machine, file.data() + EI_NIDENT + sizeof(std::uint16_t), sizeof machine);
  if (ident[EI_DATA] != __ehdr_start.e_ident[EI_DATA])
    machine = static_cast<std::uint16_t>((machine >> 8) | (machine << 8));
  if (ident[EI_CLASS] != __ehdr_start.e_ident[EI_CLASS] ||
      ident[EI_DATA] != __ehdr_start.e_ident[EI_DATA] || machine != __ehdr_start.e_machine)
    return ElfFinding{ElfFault::WrongArchitecture, architecture(ident, machine)};
  if (file.size() < sizeof(FileHeader)) return damaged(fmt::format("{} bytes", file.size()));
  const auto header = header_at<FileHeader>(file, 0);
  if (header.e_type != ET_DYN)
    return ElfFinding{ElfFault::NotSharedObject, fmt::format("ELF type {}", header.e_type)};
  if (auto finding = check_segments(file, header)) return finding;
  return check_sections(file, header);
}

}  // namespace guifan::plugin
