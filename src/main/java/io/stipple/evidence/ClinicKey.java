package io.stipple.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A clinic's Ed25519 keys (RFC 8032) in PEM files, as OpenSSL writes and reads them: PKCS #8 for the private one, which
 * never leaves the clinic, SubjectPublicKeyInfo for the public one, which is all that verifying needs.
 */
public final class ClinicKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int PEM_LINE = 64;

    private ClinicKey() {}

    /**
     * Makes a new pair: the private key goes to {@code file}, readable by its owner alone where the file system knows of
     * owners, the public one to the same name with {@code .pub} behind it.
     *
     * @return the file of the public key
     * @throws EvidenceException when either file is there already: a lost key cannot be made again
     */
    public static Path create(Path file) throws EvidenceException, IOException {
        Path publicFile = file.resolveSibling(file.getFileName() + ".pub");
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            writeNew(publicFile, pem(PUBLIC, pair.getPublic()), false);
            writeNew(file, pem(PRIVATE, pair.getPrivate()), true);
        } catch (FileAlreadyExistsException e) {
            throw new EvidenceException("there is a file already, and a key is never overwritten: " + e.getFile(), e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK since 15 has " + ALGORITHM, impossible);
        }
        return publicFile;
    }

    /** Reads a private key; one of another kind is an {@link EvidenceException}. */
    public static PrivateKey privateKey(Path file) throws EvidenceException, IOException {
        byte[] encoded = decoded(file, PRIVATE);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new EvidenceException("no private key of the kind " + ALGORITHM + ": " + file, e);
        }
    }

    /** Reads a public key; one of another kind is an {@link EvidenceException}. */
    public static PublicKey publicKey(Path file) throws EvidenceException, IOException {
        return publicKey(decoded(file, PUBLIC), file.toString());
    }

    static PublicKey publicKey(byte[] encoded, String of) throws EvidenceException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new EvidenceException("no public key of the kind " + ALGORITHM + ": " + of, e);
        }
    }

    private static byte[] decoded(Path file, String label) throws EvidenceException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new EvidenceException("there is no key file " + file);
        }
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new EvidenceException("no " + begin + " in " + file);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new EvidenceException("the key is damaged: " + file, e);
        }
    }

    private static String pem(String label, Key key) {
        String lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static void writeNew(Path file, String text, boolean secret) throws IOException {
        // Its permissions stand before its content does.
        if (secret && Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }
}
