package io.stipple.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a database server is to let in. Never from the command line, which every user of the machine can read.
 *
 * @param user null for the driver's own choice
 * @param password null where the server asks for none
 */
public record Credentials(@Nullable String user, @Nullable String password) {
    /** Environment variable of the user. */
    public static final String USER = "STIPPLE_STORE_USER";

    /** Environment variable of the password. */
    public static final String PASSWORD = "STIPPLE_STORE_PASSWORD";

    /**
     * User and password from the environment; from a file where one is given, whose first line is the password.
     *
     * @param environment such as {@link System#getenv()}
     * @throws LedgerException when the file cannot be read or is empty
     */
    public static Credentials from(Map<String, String> environment, @Nullable Path passwordFile)
            throws LedgerException {
        String password = passwordFile == null ? environment.get(PASSWORD) : firstLine(passwordFile);
        return new Credentials(environment.get(USER), password);
    }

    private static String firstLine(Path file) throws LedgerException {
        try {
            return Files.readString(file)
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> new LedgerException("no password in the first line of " + file));
        } catch (IOException e) {
            // Its message could hold what was read.
            throw new LedgerException("the password file cannot be read: " + file, e);
        }
    }

    /** Says whether there is a password, not which. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + ", password=" + (password == null ? "none" : "given") + "]";
    }
}
