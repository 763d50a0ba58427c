package io.stipple.photo;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.stipple.opencv.MatScope;
import io.stipple.photo.LibHeif.HeifError;
import java.io.IOException;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * HEIC and HEIF by the system's libheif: the primary picture, put together from its tiles and turned as the container
 * says. EXIF repeats that turn; it must not be applied again.
 */
final class HeifCodec implements PictureCodec {
    private static final int MAX_ICC_BYTES = 8_000_000;
    private static final int BYTE_BITS = 8;
    /** Offsets in struct heif_color_profile_nclx. */
    private static final int NCLX_PRIMARIES = 4;

    private static final int NCLX_TRANSFER = 8;

    private final Optional<LibHeif> installed;

    HeifCodec(Optional<LibHeif> installed) {
        this.installed = installed;
    }

    /** With the library of this system, looked for once. */
    static HeifCodec ofSystem() {
        return new HeifCodec(Installed.FOUND);
    }

    private static final class Installed {
        static final Optional<LibHeif> FOUND = LibHeif.find(LibHeif.NAMES);
    }

    @Override
    public Header header(byte[] file) throws IOException {
        LibHeif heif = library();
        try (Opened opened = new Opened(heif, file)) {
            Pointer handle = opened.handle();
            int bits = heif.imageHandleGetLumaBitsPerPixel(handle);
            return new Header(
                    heif.imageHandleGetWidth(handle),
                    heif.imageHandleGetHeight(handle),
                    bits,
                    colour(heif, handle),
                    true);
        }
    }

    private static ColourTag colour(LibHeif heif, Pointer handle) throws IOException {
        int type = heif.imageHandleGetColorProfileType(handle);
        if (type == LibHeif.PROFILE_RICC || type == LibHeif.PROFILE_PROF) {
            long size = heif.imageHandleGetRawColorProfileSize(handle);
            if (size <= 0 || size > MAX_ICC_BYTES) {
                return ColourTag.unreadable(new IllegalArgumentException("it has " + size + " bytes"));
            }
            try (Memory profile = new Memory(size)) {
                check(heif.imageHandleGetRawColorProfile(handle, profile));
                return ColourTag.ofIcc(profile.getByteArray(0, (int) size), false);
            }
        }
        if (type == LibHeif.PROFILE_NCLX) {
            PointerByReference nclx = new PointerByReference();
            check(heif.imageHandleGetNclxColorProfile(handle, nclx));
            try {
                Pointer codes = nclx.getValue();
                return CodedColours.of(codes.getInt(NCLX_PRIMARIES), codes.getInt(NCLX_TRANSFER));
            } finally {
                heif.nclxColorProfileFree(nclx.getValue());
            }
        }
        return ColourTag.NONE;
    }

    @Override
    public CodedPicture decode(byte[] file, Header header) throws IOException {
        LibHeif heif = library();
        try (Opened opened = new Opened(heif, file)) {
            boolean alpha = heif.imageHandleHasAlphaChannel(opened.handle()) != 0;
            boolean deep = header.bitsPerChannel() > BYTE_BITS;
            int chroma = deep
                    ? alpha ? LibHeif.CHROMA_RRGGBBAA_LE : LibHeif.CHROMA_RRGGBB_LE
                    : alpha ? LibHeif.CHROMA_RGBA : LibHeif.CHROMA_RGB;
            PointerByReference image = new PointerByReference();
            check(heif.decodeImage(opened.handle(), image, LibHeif.COLOURSPACE_RGB, chroma, null));
            try {
                return copy(heif, image.getValue(), alpha ? 4 : 3, deep);
            } finally {
                heif.imageRelease(image.getValue());
            }
        }
    }

    private static CodedPicture copy(LibHeif heif, Pointer image, int channels, boolean deep) throws IOException {
        int width = heif.imageGetWidth(image, LibHeif.CHANNEL_INTERLEAVED);
        int height = heif.imageGetHeight(image, LibHeif.CHANNEL_INTERLEAVED);
        IntByReference stride = new IntByReference();
        Pointer plane = heif.imageGetPlaneReadonly(image, LibHeif.CHANNEL_INTERLEAVED, stride);
        if (plane == null || width < 1 || height < 1) {
            throw new IOException("libheif gives no pixels");
        }
        int bits = deep ? heif.imageGetBitsPerPixelRange(image, LibHeif.CHANNEL_INTERLEAVED) : BYTE_BITS;
        try (MatScope mats = new MatScope()) {
            int type = CvType.makeType(deep ? CvType.CV_16U : CvType.CV_8U, channels);
            Mat pixels = mats.own(new Mat(height, width, type));
            byte[] bytes = new byte[deep ? 0 : width * channels];
            short[] shorts = new short[deep ? width * channels : 0];
            for (int y = 0; y < height; y++) {
                long at = (long) y * stride.getValue();
                if (deep) {
                    plane.read(at, shorts, 0, shorts.length);
                    pixels.put(y, 0, shorts);
                } else {
                    plane.read(at, bytes, 0, bytes.length);
                    pixels.put(y, 0, bytes);
                }
            }
            return new CodedPicture(mats.keep(pixels), (1 << bits) - 1);
        }
    }

    private LibHeif library() throws IOException {
        return installed.orElseThrow(() -> new IOException("reading HEIC needs the library libheif, which is not"
                + " installed (Debian and Ubuntu: apt install libheif1; macOS: brew install libheif; else save the photo"
                + " as JPEG)"));
    }

    private static void check(HeifError result) throws IOException {
        if (result.code == 0) {
            return;
        }
        String hint = result.subcode == LibHeif.UNSUPPORTED_CODEC
                ? "; its decoder is missing (Debian and Ubuntu: apt install libheif-plugin-libde265)"
                : "";
        throw new IOException(
                "the HEIC is damaged or of a kind that is not read (libheif: " + result.message + hint + ")");
    }

    /** A file opened by libheif, which keeps pointing at the bytes. */
    private static final class Opened implements AutoCloseable {
        private final LibHeif heif;
        private final Memory bytes;
        private final Pointer context;
        private final PointerByReference handle = new PointerByReference();

        Opened(LibHeif heif, byte[] file) throws IOException {
            this.heif = heif;
            bytes = new Memory(file.length);
            bytes.write(0, file, 0, file.length);
            context = heif.contextAlloc();
            try {
                check(heif.contextReadFromMemoryWithoutCopy(context, bytes, file.length, null));
                check(heif.contextGetPrimaryImageHandle(context, handle));
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }

        Pointer handle() {
            return handle.getValue();
        }

        @Override
        public void close() {
            if (handle.getValue() != null) {
                heif.imageHandleRelease(handle.getValue());
            }
            heif.contextFree(context);
            bytes.close();
        }
    }
}
