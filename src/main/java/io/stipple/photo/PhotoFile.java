package io.stipple.photo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The bytes of one file, read once, so that hash, facts and pixels are of the same bytes. */
final class PhotoFile {
    private final Path path;
    private final byte[] bytes;

    private PhotoFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * The file at {@code path}.
     *
     * @throws UnreadablePhotoException when it is missing, no file, unreadable, empty or larger than {@code
     *     maxMegabytes}
     */
    static PhotoFile load(Path path, int maxMegabytes) throws UnreadablePhotoException {
        if (!Files.isRegularFile(path)) {
            String reason = Files.isDirectory(path) ? "this is a folder, not a photo" : "there is no such file";
            throw new UnreadablePhotoException(reason, path, null);
        }
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size == 0) {
                throw new UnreadablePhotoException("the file is empty (0 bytes)", path, null);
            }
            if (size > maxMegabytes * 1_000_000L) {
                String reason = String.format(
                        Locale.ROOT,
                        "the file has %.0f MB, more than the %d MB that are read",
                        size / 1e6,
                        maxMegabytes);
                throw new UnreadablePhotoException(reason, path, null);
            }
            return new PhotoFile(path, in.readNBytes((int) size));
        } catch (IOException e) {
            throw new UnreadablePhotoException("the file cannot be read (" + e + ")", path, e);
        }
    }

    /** The file's own array: read, never write. */
    byte[] bytes() {
        return bytes;
    }

    UnreadablePhotoException unreadable(String reason) {
        return new UnreadablePhotoException(reason, path, null);
    }

    /** Codecs say in an IOException what is wrong; anything else is a decoder that broke on the file. */
    UnreadablePhotoException unreadable(Exception cause) {
        String message = cause.getMessage();
        if (cause instanceof IOException && message != null && !message.isBlank()) {
            return new UnreadablePhotoException(message, path, cause);
        }
        return new UnreadablePhotoException("the decoder cannot cope with this file (" + cause + ")", path, cause);
    }
}
