package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.commitment.Strength;
import io.averment.analysis.document.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitmentErrorsTest {

    @TempDir
    private Path folder = Path.of("");

    private static FoundCommitment found(String text, String act, String actor, String deadline, Strength strength) {
        return new FoundCommitment(
                List.of(span(text, act)),
                new FoundCommitment.Party(List.of(span(text, actor)), null),
                FoundCommitment.Party.NONE,
                List.of(),
                List.of(),
                deadline.isEmpty() ? List.of() : List.of(span(text, deadline)),
                List.of(),
                new GoldCommitment.Reading(strength, null, null, 0, null, false));
    }

    private static Span span(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    @Test
    void listErrorsByCause() throws IOException {
        Path file = Files.writeString(folder.resolve("commitments.test"), """
                == p
                published: 2024-05-14
                [c1.actor Voss] will [c1 sell ships], [c2.actor Ada] will [c2 dig] [c2.when in June], [c3.actor Uri] will [c3 sing].
                [c4.actor Bo] will [c4 pay]. [c5.actor Eve] will [c5 win]. It rained.
                c1: FIRM
                c2: FIRM 2024-06
                c3: FIRM
                c4: FIRM MET
                c5: FIRM
                """);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CommitmentErrors.print(
                file,
                report -> List.of(
                        found(report.text(), "sell ships", "Ada", "", Strength.FIRM),
                        found(report.text(), "dig", "Ada", "in June", Strength.FIRM),
                        found(report.text(), "sing", "Uri", "", Strength.INTENDED),
                        found(report.text(), "pay", "Bo", "", Strength.FIRM),
                        found(report.text(), "rained", "It", "", Strength.FIRM)),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "WRONG_ACTOR\tp\tsell ships\tVoss\t\tFIRM\tsell ships\tAda\t\tFIRM",
                        "WRONG_DEADLINE\tp\tdig\tAda\tin June = 2024-06\tFIRM\tdig\tAda\tin June\tFIRM",
                        "WRONG_STRENGTH\tp\tsing\tUri\t\tFIRM\tsing\tUri\t\tINTENDED",
                        "WRONG_OUTCOME\tp\tpay\tBo\t\tFIRM MET\tpay\tBo\t\tFIRM",
                        "MISSED\tp\twin\tEve\t\tFIRM\t",
                        "SPURIOUS\tp\t\t\t\t\trained\tIt\t\tFIRM"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
