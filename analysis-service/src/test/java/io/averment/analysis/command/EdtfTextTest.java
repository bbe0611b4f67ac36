package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-01            | 2026-05-01
            2026-05               | 2026-05
            2026                  | 2026
            2026-12               | 2026-12
            2026-35               | third quarter of 2026, EDTF 2026-35
            2026-33               | first quarter of 2026, EDTF 2026-33
            2026-40               | first half of 2026, EDTF 2026-40
            2026-24               | winter 2026, EDTF 2026-24
            199X                  | the 1990s, EDTF 199X
            19XX                  | the 1900s, EDTF 19XX
            2026-09~              | about 2026-09
            2026-09?              | perhaps 2026-09
            2026-07-03?           | perhaps 2026-07-03
            2026-35%              | perhaps about third quarter of 2026
            199X?                 | perhaps the 1990s
            2026-05-01/2026-05-07? | 2026-05-01 to perhaps 2026-05-07
            XXXX-03-XX            | some day in March of some year, EDTF XXXX-03-XX
            XXXX-03               | March of some year, EDTF XXXX-03
            XXXX-12-25            | 25 December of some year, EDTF XXXX-12-25
            XXXX-XX-05            | day 5 of some month of some year, EDTF XXXX-XX-05
            XXXX-XX-XX            | some day of some year, EDTF XXXX-XX-XX
            XXXX                  | some year, EDTF XXXX
            2026-03-XX            | some day in March 2026, EDTF 2026-03-XX
            2026-XX               | some month of 2026, EDTF 2026-XX
            2026-XX-XX            | some day of 2026, EDTF 2026-XX-XX
            20XX-03               | March of the 2000s, EDTF 20XX-03
            2026-XX-05            | day 5 of some month of 2026, EDTF 2026-XX-05
            XXXX-WXX-1            | XXXX-WXX-1
            2025-08-11/2025-08-17 | 2025-08-11 to 2025-08-17
            ../2026-09            | until 2026-09
            2025/..               | from 2025 on
            2026-35/2027-33       | third quarter of 2026 to first quarter of 2027
            [2027-05-06,2027-06-05] | 6 May 2027 or 5 June 2027
            2025-08-18T09:30      | 2025-08-18T09:30
            """)
    void sayWhatCodesMean(String edtf, String words) {
        assertEquals(words, EdtfText.of(edtf));
    }
}
