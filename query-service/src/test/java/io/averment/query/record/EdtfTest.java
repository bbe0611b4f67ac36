package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    private static String shown(Optional<DayRange> days) {
        return days.map(range -> range.first() + " " + range.last()).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "2026,2026-01-01 2026-12-31",
        "2026-09,2026-09-01 2026-09-30",
        "2024-02,2024-02-01 2024-02-29",
        "2026-09-14,2026-09-14 2026-09-14",
        "2026-09~,2026-09-01 2026-09-30",
        "2026-09-14?,2026-09-14 2026-09-14",
        "2026-21,2026-03-01 2026-05-31",
        "2026-24,2026-12-01 2027-02-28",
        "2026-33,2026-01-01 2026-03-31",
        "2026-36,2026-10-01 2026-12-31",
        "2026-39,2026-09-01 2026-12-31",
        "2026-41,2026-07-01 2026-12-31",
        "201X,2010-01-01 2019-12-31",
        "19XX,1900-01-01 1999-12-31",
        "00XX,0001-01-01 0099-12-31",
        "2026-XX,2026-01-01 2026-12-31",
        "2026-09-XX,2026-09-01 2026-09-30",
        "2026-XX-XX,2026-01-01 2026-12-31",
        "2026-01/2026-03,2026-01-01 2026-03-31",
        "2026-01/..,2026-01-01 null",
        "../2026-03-02,null 2026-03-02",
        "/2026,null 2026-12-31",
        "201X/2026-21,2010-01-01 2026-05-31"
    })
    void readsDaysOfExpression(String written, String days) {
        assertEquals(days, shown(Edtf.days(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "26",
                "2026-13",
                "2026-00",
                "2026-02-30",
                "2026-9",
                "2026-09-1",
                "0000",
                "20X6",
                "2026-20",
                "2026-32",
                "2026-42",
                "2026-21-01",
                "201X-05",
                "2026-XX-05",
                "2026-03/2026-01",
                "2026/2027/2028",
                "Y17E8",
                "2026-09-14T10:00:00Z",
                "-0044",
                "٢٠٢٦"
            })
    void refusesWhatIsNoExpression(String written) {
        assertEquals("none", shown(Edtf.days(written)));
    }
}
