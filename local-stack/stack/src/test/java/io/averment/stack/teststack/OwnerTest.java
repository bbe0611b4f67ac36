package io.averment.stack.teststack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final long STARTED =
            ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();

    @Test
    void recognisesLivingProcess() {
        assertTrue(Owner.parse(ProcessHandle.current().pid() + "-" + STARTED).isAlive());
    }

    @Test
    void isNotFooledByLaterProcessOfSameId() {
        assertFalse(
                Owner.parse(ProcessHandle.current().pid() + "-" + (STARTED - 1)).isAlive());
    }

    @Test
    void takesOtherFilesForDeadOwners() {
        assertFalse(Owner.parse(".swp").isAlive());
    }
}
