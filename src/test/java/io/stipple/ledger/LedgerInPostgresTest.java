package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The ledger on a real PostgreSQL, which {@code .ci/run} starts; without one these tests skip and say so. */
class LedgerInPostgresTest {
    @Nested
    class Book extends LedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.postgres();
        }
    }

    @Nested
    class Tampered extends TamperingContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.postgres();
        }
    }

    @Nested
    class Shared extends SharedLedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.postgres();
        }
    }

    @Nested
    class Large extends LargeLedgerContract {
        @Override
        TestStore newStore(Path folder) {
            return TestStore.postgres();
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotRepeated() throws SQLException {
        try (TestStore server = TestStore.postgres()) {
            Credentials wrong = new Credentials("nobody-of-that-name", "s3cret-and-wrong");

            assertThatThrownBy(() -> Ledger.open(LedgerStore.server(server.address(), wrong)))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("nobody-of-that-name")
                    .hasMessageNotContaining("s3cret");
        }
    }
}
