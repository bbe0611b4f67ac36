package io.averment.system;

import io.averment.stack.samples.SampleReport;
import io.averment.stack.samples.SampleReport.Source;
import java.util.Locale;

/** Reports that differ in address and in who says what; each has one quotation. */
final class GeneratedReports {

    /** The outlet of all of them. */
    static final String OUTLET = "Recovery Gazette";

    private static final String[] NAMES = {
        "Alda", "Berit", "Cosmo", "Dario", "Elin", "Fedor", "Greta", "Hamid", "Ines", "Jonas"
    };

    private GeneratedReports() {}

    static String address(int number) {
        return String.format(Locale.ROOT, "https://recovery.example.org/reports/%04d", number);
    }

    /** The words quoted in a report, without their marks. */
    static String words(int number) {
        return "Ferry number " + number + " has come home,";
    }

    /** The speaker of a report. */
    static String speaker(int number) {
        return NAMES[number % 10] + " " + NAMES[number / 10 % 10] + "sen";
    }

    static SampleReport report(int number) {
        String body = "{\"outlet\": \"" + OUTLET + "\", \"address\": \"" + address(number)
                + "\", \"headline\": \"Ferry comes home\", \"body\": \"The harbour was quiet on Friday. \\\""
                + words(number)
                + "\\\" said " + speaker(number) + ". Nobody else was there.\", \"publishedAt\": \"2026-05-01\"}";
        return new SampleReport(Integer.toString(number), new Source(OUTLET, address(number)), body);
    }
}
