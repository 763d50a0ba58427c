package io.stipple.photo;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libheif (1.3 or later, heif.h) that are called: {@code contextAlloc} is {@code heif_context_alloc}.
 */
interface LibHeif extends Library {
    int COLOURSPACE_RGB = 1;
    int CHANNEL_INTERLEAVED = 10;
    int CHROMA_RGB = 10;
    int CHROMA_RGBA = 11;
    int CHROMA_RRGGBB_LE = 14;
    int CHROMA_RRGGBBAA_LE = 15;
    int PROFILE_NCLX = 'n' << 24 | 'c' << 16 | 'l' << 8 | 'x';
    int PROFILE_RICC = 'r' << 24 | 'I' << 16 | 'C' << 8 | 'C';
    int PROFILE_PROF = 'p' << 24 | 'r' << 16 | 'o' << 8 | 'f';
    /** heif_suberror_Unsupported_codec: libheif is there, the codec for these pixels is not. */
    int UNSUPPORTED_CODEC = 3000;

    /** Where libheif lies: by its soname first, since the plain name is there only with development files. */
    List<String> NAMES = List.of("libheif.so.1", "heif", "heif.1", "/opt/homebrew/lib/libheif.dylib", "libheif");

    /** What a function returns: code 0 is success. */
    @FieldOrder({"code", "subcode", "message"})
    final class HeifError extends Structure implements Structure.ByValue {
        public int code;
        public int subcode;
        public @Nullable String message;
    }

    Pointer contextAlloc();

    void contextFree(Pointer context);

    HeifError contextReadFromMemoryWithoutCopy(Pointer context, Pointer bytes, long size, @Nullable Pointer options);

    HeifError contextGetPrimaryImageHandle(Pointer context, PointerByReference handle);

    void imageHandleRelease(Pointer handle);

    int imageHandleGetWidth(Pointer handle);

    int imageHandleGetHeight(Pointer handle);

    int imageHandleHasAlphaChannel(Pointer handle);

    int imageHandleGetLumaBitsPerPixel(Pointer handle);

    int imageHandleGetColorProfileType(Pointer handle);

    long imageHandleGetRawColorProfileSize(Pointer handle);

    HeifError imageHandleGetRawColorProfile(Pointer handle, Pointer profile);

    HeifError imageHandleGetNclxColorProfile(Pointer handle, PointerByReference nclx);

    void nclxColorProfileFree(Pointer nclx);

    HeifError decodeImage(
            Pointer handle, PointerByReference image, int colourspace, int chroma, @Nullable Pointer options);

    int imageGetWidth(Pointer image, int channel);

    int imageGetHeight(Pointer image, int channel);

    int imageGetBitsPerPixelRange(Pointer image, int channel);

    Pointer imageGetPlaneReadonly(Pointer image, int channel, IntByReference stride);

    void imageRelease(Pointer image);

    /** The first of {@code names} that this system has; empty when it has none. */
    static Optional<LibHeif> find(List<String> names) {
        FunctionMapper snakeCase = (library, method) ->
                "heif_" + method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return names.stream()
                .flatMap(name -> load(name, Map.of(Library.OPTION_FUNCTION_MAPPER, snakeCase)).stream())
                .findFirst();
    }

    private static Optional<LibHeif> load(String name, Map<String, ?> options) {
        try {
            return Optional.of(Native.load(name, LibHeif.class, options));
        } catch (LinkageError e) {
            return Optional.empty(); // not under this name
        }
    }
}
