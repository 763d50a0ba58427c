package io.stipple.ledger;

/**
 * A file whose hash is known while its size and date stay the same, as in git's index. It proves nothing: it spares
 * reading.
 *
 * @param path of the file, from the caller's folder
 * @param sizeBytes of the file
 * @param modifiedNs when it was last changed, nanoseconds since 1970
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record KnownFile(String path, long sizeBytes, long modifiedNs, String sha256) {
    public KnownFile {
        Storable.checked("path", path);
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("sizeBytes " + sizeBytes + " is below 0");
        }
        Sha256.checked("sha256", sha256);
    }
}
