package io.averment.query.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFaultTest {

    private static DatabaseFault of(String state) {
        return DatabaseFault.of(new IllegalStateException(new PersistenceException(new SQLException("text", state))));
    }

    @Test
    void takesLostConnectionsForOutages() {
        assertEquals(DatabaseFault.OUTAGE, of("08006"));
        assertEquals(DatabaseFault.OUTAGE, of("57P01"));
        assertEquals(DatabaseFault.OUTAGE, of("53300"));
        assertEquals(DatabaseFault.OUTAGE, of("40P01"));
        assertEquals(DatabaseFault.OUTAGE, of("42P01"));
        assertEquals(DatabaseFault.OUTAGE, DatabaseFault.of(new SQLException("acquisition timeout")));
    }

    @Test
    void takesValuesThatDoNotFitForRefusals() {
        assertEquals(DatabaseFault.REFUSED, of("22021"));
        assertEquals(DatabaseFault.REFUSED, of("23514"));
        assertEquals(DatabaseFault.REFUSED, of("54000"));
    }

    @Test
    void takesMissingRightsAndRefusedLogInsForAnOperatorsAffair() {
        assertEquals(DatabaseFault.FORBIDDEN, of("42501"));
        assertEquals(DatabaseFault.FORBIDDEN, of("28P01"));
        assertEquals(DatabaseFault.FORBIDDEN, of("28000"));
    }

    @Test
    void looksIntoSuppressedFailures() {
        RuntimeException failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new SQLException("text", "08006"));

        assertEquals(DatabaseFault.OUTAGE, DatabaseFault.of(failure));
    }

    @Test
    void leavesEverythingElseAlone() {
        assertEquals(DatabaseFault.NONE, DatabaseFault.of(new IllegalStateException("a bug")));
    }
}
