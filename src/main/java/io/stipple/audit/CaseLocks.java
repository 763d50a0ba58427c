package io.stipple.audit;

import io.stipple.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two processes from measuring the same case at once. A case is one byte of a lock file, far out where it has
 * none: the operating system lets go of it when a process ends, however it ends. Within a process a case is asked for
 * once at a time.
 */
final class CaseLocks implements AutoCloseable {
    private static final String FILE = ".stipple.lock";

    private final FileChannel channel;

    private CaseLocks(FileChannel channel) {
        this.channel = channel;
    }

    static CaseLocks in(Path root) throws IOException {
        return new CaseLocks(FileChannel.open(root.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** The case's lock; null where another process has it. */
    @Nullable
    FileLock tryLock(String subject) throws IOException {
        return channel.tryLock(place(subject), 1, false);
    }

    /** The case's lock, once no other process has it. */
    FileLock lock(String subject) throws IOException {
        return channel.lock(place(subject), 1, false);
    }

    private static long place(String subject) {
        byte[] hash = Sha256.bytes(subject.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong() >>> 2;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
