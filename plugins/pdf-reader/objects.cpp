// SPDX-License-Identifier: Apache-2.0
#include "objects.h"

#include <openssl/provider.h>
#include <podofo/podofo.h>
#include <zlib.h>

#include <climits>
#include <cstdlib>
#include <mutex>
#include <unordered_set>

#include "crypt_filters.h"
#include "reader_limits.h"

namespace guifan::pdf {
namespace {

/// PoDoFo talks on standard error unless told not to.
void silence_podofo() {
  static std::once_flag once;
  std::call_once(once, [] {
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
  });
}

/// RC4 lives in OpenSSL's legacy provider, which takes a millisecond to load.
void prepare_decryption() {
  static std::once_flag once;
  std::call_once(once, [] {
    // Kept for the life of the process on purpose: unloading a provider under PoDoFo would pull RC4
    // from under it.
    OSSL_PROVIDER_load(nullptr, "legacy");
    OSSL_PROVIDER_load(nullptr, "default");
  });
}

/// Takes decoded bytes up to a limit, then refuses: the only way to stop a decompression bomb
/// midway.
class BoundedSink : public PoDoFo::PdfOutputStream {
 public:
  explicit BoundedSink(std::size_t limit) : limit_(limit) {}
  PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long size) override {
    const auto wanted = static_cast<std::size_t>(std::max<PoDoFo::pdf_long>(size, 0));
    const std::size_t taken = std::min(wanted, limit_ - bytes.size());
    bytes.append(data, taken);
    if (taken < wanted) PODOFO_RAISE_ERROR(PoDoFo::ePdfError_OutOfMemory);
    return size;
  }
  void Close() override {}
  std::string bytes;

 private:
  std::size_t limit_;
};

/// Runs `action`, turning anything PoDoFo throws into `fallback`. Running out of memory is not a
/// hole in the file: it goes up to the one place that reports it.
template <typename T, typename F>
T guarded(T fallback, F&& action) {
  try {
    return action();
  } catch (const PoDoFo::PdfError&) {
    return fallback;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return fallback;
  }
}

}  // namespace

struct ObjectStore::State {
  PoDoFo::PdfVecObjects objects;
  PoDoFo::PdfParser parser{&objects};
  mutable std::unordered_set<const Object*> unreadable, unreadable_streams;
};

ObjectStore::ObjectStore() : state_(std::make_unique<State>()) {}
ObjectStore::~ObjectStore() = default;

std::unique_ptr<ObjectStore> ObjectStore::open(std::string_view bytes, const std::string& password,
                                               OpenFailure& failure) {
  silence_podofo();
  if (bytes.find("/Encrypt") != std::string_view::npos) {
    if (encryption_is_broken(bytes)) {
      failure = OpenFailure::Unsupported;
      return nullptr;
    }
    prepare_decryption();
  }
  failure = OpenFailure::Damaged;
  std::unique_ptr<ObjectStore> store(new ObjectStore);
  try {
    try {
      store->state_->parser.ParseFile(bytes.data(), static_cast<long>(bytes.size()), true);
    } catch (const PoDoFo::PdfError& error) {
      if (error.GetError() != PoDoFo::ePdfError_InvalidPassword) throw;
      failure = OpenFailure::NeedsPassword;
      if (password.empty()) return nullptr;
      store->state_->parser.SetPassword(password);
    }
    if (store->trailer() == nullptr ||
        !store->is_dictionary(store->get(store->trailer(), "Root"))) {
      failure = OpenFailure::Damaged;
      return nullptr;
    }
    failure = OpenFailure::None;
    return store;
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetError() == PoDoFo::ePdfError_InvalidPassword) failure = OpenFailure::NeedsPassword;
    if (error.GetError() == PoDoFo::ePdfError_UnsupportedFilter ||
        error.GetError() == PoDoFo::ePdfError_InvalidEncryptionDict)
      failure = OpenFailure::Unsupported;
    return nullptr;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return nullptr;
  }
}

const Object* ObjectStore::trailer() const {
  return state_->parser.GetTrailer();
}
bool ObjectStore::encrypted() const {
  return state_->parser.GetEncrypted();
}

std::vector<const Object*> ObjectStore::all_objects() const {
  return {state_->objects.begin(), state_->objects.end()};
}

const Object* ObjectStore::resolve(const Object* object) const {
  // Objects are parsed on first use. One that cannot be parsed is remembered: PoDoFo would try it
  // again, and throw again, each time that a damaged file uses it.
  const Object* current = object;
  try {
    for (std::size_t hop = 0; current != nullptr; ++hop) {
      if (state_->unreadable.count(current) != 0 || hop == limits::reference_hops) return nullptr;
      if (!current->IsReference()) return current->IsNull() ? nullptr : current;
      current = state_->objects.GetObject(current->GetReference());
    }
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // PdfError is none
    state_->unreadable.insert(current);
  } catch (const PoDoFo::PdfError&) {
    state_->unreadable.insert(current);
  }
  return nullptr;
}

const Object* ObjectStore::get_direct(const Object* dictionary, const char* key) const {
  return guarded<const Object*>(nullptr, [&]() -> const Object* {
    if (dictionary == nullptr || !dictionary->IsDictionary()) return nullptr;
    return dictionary->GetDictionary().GetKey(PoDoFo::PdfName(key));
  });
}

const Object* ObjectStore::get(const Object* dictionary, const char* key) const {
  return resolve(get_direct(dictionary, key));
}

std::size_t ObjectStore::size(const Object* array) const {
  return guarded<std::size_t>(0, [&] { return is_array(array) ? array->GetArray().size() : 0; });
}

const Object* ObjectStore::at(const Object* array, std::size_t index) const {
  const Object* item = guarded<const Object*>(nullptr, [&]() -> const Object* {
    if (!is_array(array) || index >= array->GetArray().size()) return nullptr;
    return &array->GetArray()[index];
  });
  return resolve(item);
}

std::vector<std::string> ObjectStore::keys(const Object* dictionary) const {
  return guarded<std::vector<std::string>>({}, [&] {
    std::vector<std::string> names;
    if (is_dictionary(dictionary))
      for (const auto& [key, value] : dictionary->GetDictionary().GetKeys())
        names.push_back(key.GetName());
    return names;
  });
}

bool ObjectStore::is_dictionary(const Object* object) const {
  return guarded(false, [&] { return object != nullptr && object->IsDictionary(); });
}
bool ObjectStore::is_array(const Object* object) const {
  return guarded(false, [&] { return object != nullptr && object->IsArray(); });
}
bool ObjectStore::is_name(const Object* object) const {
  return guarded(false, [&] { return object != nullptr && object->IsName(); });
}
bool ObjectStore::is_stream(const Object* object) const {
  if (!is_dictionary(object) || state_->unreadable_streams.count(object) != 0) return false;
  const std::optional<bool> answer =
      guarded(std::optional<bool>(), [&] { return std::optional(object->HasStream()); });
  if (!answer) state_->unreadable_streams.insert(object);
  return answer.value_or(false);
}
bool ObjectStore::is_string(const Object* object) const {
  return guarded(
      false, [&] { return object != nullptr && (object->IsString() || object->IsHexString()); });
}

std::optional<double> ObjectStore::number(const Object* object) const {
  return guarded<std::optional<double>>(std::nullopt, [&]() -> std::optional<double> {
    if (object == nullptr) return std::nullopt;
    if (object->IsNumber()) return static_cast<double>(object->GetNumber());
    if (object->IsReal() && std::isfinite(object->GetReal())) return object->GetReal();
    return std::nullopt;
  });
}

long ObjectStore::integer(const Object* object, long fallback) const {
  const auto value = number(object);
  if (!value || *value < -2147483648.0 || *value > 4294967295.0) return fallback;
  return static_cast<long>(*value);
}

std::string ObjectStore::name(const Object* object) const {
  return guarded<std::string>(
      {}, [&] { return is_name(object) ? object->GetName().GetName() : std::string(); });
}

std::string ObjectStore::string(const Object* object) const {
  return guarded<std::string>({}, [&]() -> std::string {
    if (!is_string(object)) return {};
    const PoDoFo::PdfString& text = object->GetString();
    const PoDoFo::pdf_long size = text.GetLength();
    return text.GetString() == nullptr || size <= 0
               ? std::string()
               : std::string(text.GetString(), static_cast<std::size_t>(size));
  });
}

std::string ObjectStore::text(const Object* object) const {
  return guarded<std::string>(
      {}, [&] { return is_string(object) ? object->GetString().GetStringUtf8() : std::string(); });
}

std::optional<Matrix> ObjectStore::matrix(const Object* array) const {
  if (size(array) < 6) return std::nullopt;
  return Matrix{number(at(array, 0), 1), number(at(array, 1), 0), number(at(array, 2), 0),
                number(at(array, 3), 1), number(at(array, 4), 0), number(at(array, 5), 0)};
}

std::optional<Box> ObjectStore::box(const Object* array) const {
  if (size(array) < 4) return std::nullopt;
  const double x0 = number(at(array, 0), 0), y0 = number(at(array, 1), 0),
               x1 = number(at(array, 2), 0), y1 = number(at(array, 3), 0);
  return Box{std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
}

std::uint64_t ObjectStore::identity(const Object* object) const {
  return object == nullptr ? 0 : object->Reference().ObjectNumber();
}

std::string ObjectStore::stream(const Object* object, bool* complete) const {
  bool whole = false;
  std::string bytes;
  const std::size_t limit = std::min(limits::stream_bytes, limits::decoded_bytes - decoded_);
  if (!exhausted_ && is_stream(object)) {
    // Nearly all streams have this one filter. zlib is asked directly: it gives what comes before a
    // damage.
    const Object* filter = get(object, "Filter");
    const bool only_flate = get(object, "DecodeParms") == nullptr && get(object, "F") == nullptr &&
                            (name(filter) == "FlateDecode" ||
                             (size(filter) == 1 && name(at(filter, 0)) == "FlateDecode"));
    bytes = only_flate ? inflate(raw_stream(object), limit, &whole)
                       : filtered_stream(object, limit, whole);
    decoded_ += bytes.size();
    exhausted_ = decoded_ >= limits::decoded_bytes;
  }
  if (complete != nullptr) *complete = whole;
  return bytes;
}

std::string ObjectStore::raw_stream(const Object* object) const {
  return guarded<std::string>({}, [&] {
    char* buffer = nullptr;
    PoDoFo::pdf_long size = 0;
    object->GetStream()->GetCopy(&buffer, &size);
    const std::unique_ptr<char, void (*)(void*)> owner(buffer, PoDoFo::podofo_free);
    return buffer == nullptr || size <= 0 ? std::string()
                                          : std::string(buffer, static_cast<std::size_t>(size));
  });
}

std::string ObjectStore::filtered_stream(const Object* object, std::size_t limit,
                                         bool& complete) const {
  BoundedSink sink(limit);
  try {
    object->GetStream()->GetFilteredCopy(&sink);
    complete = true;
  } catch (const PoDoFo::PdfError&) {  // what was decoded up to the damage is kept
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
  }
  return std::move(sink.bytes);
}

std::string inflate(std::string_view bytes, std::size_t limit, bool* complete) {
  if (complete != nullptr) *complete = false;
  std::string out;
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return out;
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib never writes there
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), UINT_MAX));
  int result = Z_OK;
  while (result == Z_OK && out.size() < limit) {
    const std::size_t begin = out.size();
    out.resize(std::min(limit, std::max<std::size_t>({begin * 2, bytes.size() * 4, 4096})));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + begin);
    stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size() - begin, UINT_MAX));
    const uInt room = stream.avail_out;
    result = ::inflate(&stream, Z_NO_FLUSH);
    out.resize(begin + (room - stream.avail_out));
    if (result == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
      break;  // the data ends early
  }
  inflateEnd(&stream);
  if (complete != nullptr) *complete = result == Z_STREAM_END;
  return out;
}

}  // namespace guifan::pdf
