package io.stipple.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds case folders for tests; of a photo this room reads the date alone, so photos are empty files. */
final class CaseFolders {
    private CaseFolders() {}

    /** Creates the files at {@code paths} below {@code folder}, with the folders that they need. */
    static void put(Path folder, String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        }
    }

    /** As {@link #put}, a JPEG without a picture whose EXIF block says when it was taken: {@code 2026:01:10 09:30:00}. */
    static void putTaken(Path folder, String path, String time) throws IOException {
        int ifd0 = 8;
        int exif = ifd0 + 2 + 12 + 4;
        int text = exif + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(text + 20);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(ifd0);
        tiff.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(exif)
                .putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 0x9003)
                .putShort((short) 2)
                .putInt(20)
                .putInt(text)
                .putInt(0);
        tiff.put(text, time.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer jpeg = ByteBuffer.allocate(2 + 4 + 6 + tiff.capacity() + 2);
        jpeg.putShort((short) 0xffd8).putShort((short) 0xffe1).putShort((short) (2 + 6 + tiff.capacity()));
        jpeg.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .putShort((short) 0xffd9);
        put(folder, path);
        Files.write(folder.resolve(path), jpeg.array());
    }

    /** Writes {@code case.yaml}. */
    static void yaml(Path folder, String... lines) throws IOException {
        Files.writeString(folder.resolve("case.yaml"), String.join("\n", lines) + "\n");
    }
}
