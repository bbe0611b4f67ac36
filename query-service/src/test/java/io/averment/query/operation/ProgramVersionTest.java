package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgramVersionTest {

    @Test
    void namesProgramAndVersionOfBuild() {
        String text = ProgramVersion.text();
        assertTrue(
                text.matches("averment-query [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n(commit [0-9a-f]{12}(-dirty)?\n)?"), text);
    }
}
