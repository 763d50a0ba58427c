package io.stipple.opencv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.opencv.core.Core;

/**
 * Loads OpenCV's native library once per process.
 *
 * <p>The library (63 MB) is unpacked from the jar once per user and version into the user's cache folder; later
 * starts load it from there in milliseconds instead of unpacking it each time.
 */
public final class OpenCv {
    private static boolean loaded;

    private OpenCv() {}

    /**
     * Makes {@code org.opencv} usable; calls after the first do nothing.
     *
     * @throws IllegalStateException when this platform has no native library in the jar
     */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        String resource = resourceName();
        try {
            System.load(unpacked(resource).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack OpenCV's native library " + resource, e);
        }
        loaded = true;
    }

    private static String resourceName() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.startsWith("armv8");
        if (os.contains("linux")) {
            return "/nu/pattern/opencv/linux/" + (arm ? "ARMv8" : "x86_64") + "/libopencv_java490.so";
        }
        if (os.contains("mac")) {
            return "/nu/pattern/opencv/osx/" + (arm ? "ARMv8" : "x86_64") + "/libopencv_java490.dylib";
        }
        if (os.contains("windows")) {
            return "/nu/pattern/opencv/windows/x86_64/opencv_java490.dll";
        }
        throw new IllegalStateException("OpenCV has no native library for " + os + " on " + arch);
    }

    private static Path unpacked(String resource) throws IOException {
        Path target = cacheFolder().resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = OpenCv.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("OpenCV's native library is not on the class path: " + resource);
            }
            if (Files.exists(target) && Files.size(target) == sizeOf(resource)) {
                return target;
            }
            Files.createDirectories(target.getParent());
            // Under a name of its own first: another process may be loading the same file.
            Path fresh = Files.createTempFile(target.getParent(), "unpacking", null);
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        }
    }

    private static long sizeOf(String resource) throws IOException {
        return OpenCv.class.getResource(resource).openConnection().getContentLengthLong();
    }

    private static Path cacheFolder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        String home = System.getProperty("user.home", "");
        Path base = xdg != null && !xdg.isBlank()
                ? Path.of(xdg)
                : !home.isBlank() && Files.isWritable(Path.of(home))
                        ? Path.of(home, ".cache")
                        : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("stipple").resolve("opencv-490");
    }

    /** OpenCV's version, such as {@code 4.9.0}. */
    public static String version() {
        load();
        return Core.VERSION;
    }
}
