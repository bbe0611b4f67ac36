package io.averment.stack.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.stack.samples.RecordedStatement.Hop;
import io.averment.stack.samples.SampleReport.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedArticleTest {

    private static final String ANSWER = """
            {"id":"1","revision":2,"outlet":"O","address":"https://o/1","headline":"H","publishedAt":"2026-01-02","statements":[
              {"kind":"DIRECT","act":"ASSERTS","quoted":[{"start":1,"end":2,"text":"Yes,"},{"start":3,"end":4,"text":"no."}],
               "speaker":{"spans":[],"name":"Ann"},"chain":[{"role":"SPEAKER","name":"Ann"},{"role":"OUTLET","name":"O"}]},
              {"kind":"MIXED","act":"DECLINES","quoted":[{"text":"so"}],"speaker":{"spans":[],"unresolved":{"reason":"PRONOUN","candidates":[]}},
               "chain":[{"role":"OUTLET","name":"O"}]}]}
            """;
    private static final String EXPECTED = """
            {"articles":[{"outlet":"O","address":"https://o/1","revision":2,"headline":"H","statements":[
              {"quoted":["Yes,","no."],"kind":"DIRECT","speaker":"Ann","chain":[{"role":"SPEAKER","name":"Ann"},{"role":"OUTLET","name":"O"}]},
              {"quoted":["so"],"kind":"MIXED","act":"DECLINES","unresolved":"PRONOUN","chain":[{"role":"OUTLET","name":"O"}]}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void readsAnswerOfTheService() throws Exception {
        assertEquals(
                new RecordedArticle(
                        new Source("O", "https://o/1"),
                        2,
                        "H",
                        "2026-01-02",
                        List.of(
                                new RecordedStatement(
                                        List.of("Yes,", "no."),
                                        List.of(),
                                        "DIRECT",
                                        "ASSERTS",
                                        "Ann",
                                        "",
                                        List.of(new Hop("SPEAKER", "Ann"), new Hop("OUTLET", "O"))),
                                new RecordedStatement(
                                        List.of("so"),
                                        List.of(),
                                        "MIXED",
                                        "DECLINES",
                                        "",
                                        "PRONOUN",
                                        List.of(new Hop("OUTLET", "O"))))),
                RecordedArticle.answered(ANSWER));
    }

    @Test
    void findsNoDifferenceFromWhatWasExpected() throws Exception {
        assertEquals(List.of(), RecordedArticle.answered(ANSWER).differencesFrom(expected()));
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        RecordedArticle found = RecordedArticle.answered(
                "{\"outlet\":\"O\",\"address\":\"https://o/1\",\"revision\":1,\"headline\":\"H\"}");

        assertEquals(
                List.of(
                        "revision 1 instead of 2",
                        "missing: “Yes,” … “no.” – Ann, DIRECT, Ann → O",
                        "missing: “so” – unresolved (pronoun), MIXED, declines, O"),
                found.differencesFrom(expected()));
    }

    @Test
    void namesOtherAct() throws Exception {
        RecordedArticle found = RecordedArticle.answered(ANSWER.replace("DECLINES", "UNKNOWN"));

        assertEquals(
                List.of("statement 2: “so” – unresolved (pronoun), MIXED, O; expected: “so” – unresolved (pronoun),"
                        + " MIXED, declines, O"),
                found.differencesFrom(expected()));
    }

    private RecordedArticle expected() throws Exception {
        Files.writeString(folder.resolve("expected.json"), EXPECTED);
        return RecordedArticle.expectedIn(folder).getFirst();
    }
}
