package io.stipple.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Which tables the ledger has, and how they come to be. */
final class Tables {
    /** The last migration in the resources. */
    static final int NEWEST = 1;

    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /**
     * Whether nothing is to be done. Asked before Flyway, which takes the better part of a second to wake up.
     *
     * @throws LedgerException when a later version of Stipple made the tables
     */
    static boolean areNewest(Connection connection, @Nullable String schema) throws SQLException, LedgerException {
        if (!hasHistory(connection, schema)) {
            return false;
        }
        String history = schema == null ? HISTORY : schema + "." + HISTORY;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(CAST(version AS INTEGER)) FROM " + history)) {
            int version = row.next() ? row.getInt(1) : 0;
            if (version > NEWEST) {
                throw new LedgerException(
                        "the ledger was written by a later version of Stipple, with tables of version " + version
                                + "; this one knows " + NEWEST + " and leaves it alone");
            }
            return version == NEWEST;
        }
    }

    private static boolean hasHistory(Connection connection, @Nullable String schema) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, schema, HISTORY, null)) {
            while (found.next()) {
                // What was asked for is a pattern, in which an underscore is any character.
                if (schema == null || schema.equals(found.getString("TABLE_SCHEM"))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Runs the migrations that are missing. */
    static void migrate(FluentConfiguration flyway, String dialect) throws LedgerException {
        try {
            flyway.locations("classpath:io/stipple/ledger/" + dialect)
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerException("the ledger's tables cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
