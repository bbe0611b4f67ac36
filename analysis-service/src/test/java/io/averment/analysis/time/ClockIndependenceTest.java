package io.averment.analysis.time;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a text says does not depend on when, or where, it is read. */
@Isolated
class ClockIndependenceTest {

    private static final String TEXT =
            "It opened on Monday, in June, last week and two years ago; it will close next year.";

    @Test
    void giveSameTimesInOtherZoneAndLocale() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        List<TimeExpression> dated = Times.of(TEXT, "2025-08-18");
        List<TimeExpression> undated = Times.of(TEXT, null);
        try {
            for (String other : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
                assertEquals(dated, Times.of(TEXT, "2025-08-18"));
                assertEquals(undated, Times.of(TEXT, null));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void askNoClock() {
        JavaClasses classes = new ClassFileImporter().importPackages("io.averment.analysis.time");
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(classes);
    }
}
