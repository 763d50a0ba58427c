package io.stipple.pipeline;

import io.stipple.opencv.OpenCv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What a result was made with. */
public final class Versions {
    private Versions() {}

    /** Stipple's own version, such as {@code 0.1.0}. */
    public static String stipple() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing from the build");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read version.properties", e);
        }
        return properties.getProperty("stipple", "");
    }

    /** Stipple, OpenCV, the Java runtime and the machine type, by name. */
    public static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("stipple", stipple());
        versions.put("opencv", OpenCv.version());
        versions.put("java", System.getProperty("java.runtime.version", ""));
        versions.put("machine", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        return versions;
    }
}
