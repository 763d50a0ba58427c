package io.stipple.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table of known files, which is in no chain: losing it costs time and nothing else. */
final class KnownFiles {
    private static final String SELECT = "SELECT subject, path, size_bytes, modified_ns, sha256 FROM known_file";

    private KnownFiles() {}

    static List<KnownFile> of(Connection connection, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE subject = ? ORDER BY path")) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                List<KnownFile> files = new ArrayList<>();
                while (row.next()) {
                    files.add(file(row));
                }
                return files;
            }
        }
    }

    static SortedMap<String, List<KnownFile>> all(Connection snapshot) throws SQLException {
        SortedMap<String, List<KnownFile>> files = new TreeMap<>();
        try (PreparedStatement select = snapshot.prepareStatement(SELECT + " ORDER BY subject, path");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                files.computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                        .add(file(row));
            }
        }
        return files;
    }

    private static KnownFile file(ResultSet row) throws SQLException {
        return new KnownFile(row.getString(2), row.getLong(3), row.getLong(4), row.getString(5));
    }

    static int replace(Connection transaction, Map<String, ? extends Collection<KnownFile>> files) throws SQLException {
        delete(transaction, files.keySet());
        int count = 0;
        try (PreparedStatement insert = transaction.prepareStatement("INSERT INTO known_file VALUES (?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, ? extends Collection<KnownFile>> one : files.entrySet()) {
                for (KnownFile file : one.getValue()) {
                    insert.setString(1, one.getKey());
                    insert.setString(2, file.path());
                    insert.setLong(3, file.sizeBytes());
                    insert.setLong(4, file.modifiedNs());
                    insert.setString(5, file.sha256());
                    insert.addBatch();
                    count++;
                }
                insert.executeBatch();
            }
        }
        return count;
    }

    static void delete(Connection transaction, Collection<String> subjects) throws SQLException {
        try (PreparedStatement delete = transaction.prepareStatement("DELETE FROM known_file WHERE subject = ?")) {
            for (String subject : subjects) {
                delete.setString(1, subject);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
