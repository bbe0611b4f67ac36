package io.averment.stack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.stack.samples.SampleReport.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Reports that differ in address and in who says what; each has one quotation. */
public final class GeneratedReports {

    /** The outlet of all of them. */
    public static final String OUTLET = "Recovery Gazette";

    private static final String[] NAMES = {
        "Alda", "Berit", "Cosmo", "Dario", "Elin", "Fedor", "Greta", "Hamid", "Ines", "Jonas"
    };

    private GeneratedReports() {}

    private static String address(int number) {
        return String.format(Locale.ROOT, "https://recovery.example.org/reports/%04d", number);
    }

    /** The words quoted in a report, without their marks. */
    private static String words(int number) {
        return "Ferry number " + number + " has come home,";
    }

    private static String speaker(int number) {
        return NAMES[number % 10] + " " + NAMES[number / 10 % 10] + "sen";
    }

    /** @param number from 0 to 9999 */
    public static SampleReport report(int number) {
        String body = "{\"outlet\": \"" + OUTLET + "\", \"address\": \"" + address(number)
                + "\", \"headline\": \"Ferry comes home\", \"body\": \"The harbour was quiet on Friday. \\\""
                + words(number)
                + "\\\" said " + speaker(number) + ". Nobody else was there.\", \"publishedAt\": \"2026-05-01\"}";
        return new SampleReport(Integer.toString(number), new Source(OUTLET, address(number)), body);
    }

    /**
     * What of the reports from 0 to below {@code count}, each sent in one revision, the record does not have just once, in lines for
     * people; empty when nothing differs.
     *
     * @param articles the list of that name
     * @param statements the list of that name
     */
    public static List<String> differences(int count, RecordList articles, RecordList statements)
            throws IOException, InterruptedException {
        Occurrences expected = Occurrences.of(IntStream.range(0, count)
                .mapToObj(number -> address(number) + " revision 1, statements 1")
                .toList());
        List<String> differences = new ArrayList<>(Occurrences.of(articles.ofOutlet(OUTLET).stream()
                        .map(GeneratedReports::article)
                        .toList())
                .differencesFrom(expected));
        Occurrences said = Occurrences.of(IntStream.range(0, count)
                .mapToObj(number -> address(number) + " " + speaker(number) + ": " + words(number))
                .toList());
        differences.addAll(Occurrences.of(statements.ofOutlet(OUTLET).stream()
                        .map(GeneratedReports::statement)
                        .toList())
                .differencesFrom(said));
        return differences;
    }

    private static String article(JsonNode article) {
        return article.path("address").asText() + " revision "
                + article.path("revision").asInt() + ", statements "
                + article.path("statementCount").asInt();
    }

    private static String statement(JsonNode statement) {
        return statement.path("address").asText() + " "
                + statement.at("/speaker/name").asText() + ": "
                + statement.at("/quoted/0/text").asText();
    }
}
