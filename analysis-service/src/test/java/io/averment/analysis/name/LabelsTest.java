package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void giveTypeAndPositionBack() {
        for (NameType type : NameType.values()) {
            for (int position = Labels.BEGIN; position <= Labels.ONLY; position++) {
                int label = Labels.of(type, position);
                assertEquals(type, Labels.type(label));
                assertEquals(position, Labels.position(label));
            }
        }
    }

    @Test
    void closeNameBeforeAnother() {
        int begin = Labels.of(NameType.PLACE, Labels.BEGIN);
        assertTrue(Labels.mayFollow(begin, Labels.of(NameType.PLACE, Labels.LAST)));
        assertFalse(Labels.mayFollow(begin, Labels.of(NameType.PERSON, Labels.LAST)));
        assertFalse(Labels.mayFollow(begin, Labels.OUTSIDE));
        assertFalse(Labels.mayFollow(Labels.OUTSIDE, Labels.of(NameType.PLACE, Labels.INSIDE)));
        assertTrue(Labels.mayFollow(Labels.of(NameType.PLACE, Labels.LAST), begin));
    }

    @Test
    void listWhatMayStandBeforeInside() {
        assertArrayEquals(
                new int[] {Labels.of(NameType.GROUP, Labels.BEGIN), Labels.of(NameType.GROUP, Labels.INSIDE)},
                Labels.predecessors(Labels.of(NameType.GROUP, Labels.LAST)));
    }
}
