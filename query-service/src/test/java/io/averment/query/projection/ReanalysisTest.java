package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.Generations;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a newer pipeline found in old reports waits until an operator makes it current. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ReanalysisTest {
    @Inject
    Projection projection;

    @Inject
    Reanalysis reanalysis;

    @Inject
    AnalysisReader analyses;

    @Inject
    WithdrawalReader withdrawals;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final Tenant tenant =
            new Tenant("t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    private final Report report = Report.unique();
    private final List<String> progress = new ArrayList<>();

    private SampleMessage message(int revision, int generation, String lane) {
        return message(report, revision, generation, lane);
    }

    private SampleMessage message(Report of, int revision, int generation, String lane) {
        return of.message(tenant.name())
                .version(revision, generation)
                .header("ce_lane", lane)
                .header("ce_id", of.article() + "-" + revision + "-" + generation)
                .withAnalysis(analysis -> {
                    if (generation > 1) {
                        ((ArrayNode) analysis.get("statements")).remove(1);
                        ((ObjectNode) analysis.get("statements").get(0)).put("act", "PROMISES");
                    }
                });
    }

    private Effect apply(SampleMessage message) {
        AnalysisCompleted analysis = analyses.read(new Envelope(message.key(), message.headers()), message.bytes());
        return projection.apply(analysis, message.bytes());
    }

    private Map<Effect, Integer> makeCurrent(int generation) {
        return reanalysis.makeCurrent(tenant, generation, Reanalysis.Newer.HAS_CANDIDATES, "olga", progress::add);
    }

    private Map<Effect, Integer> makeCurrentWithoutCandidates(int generation) {
        return reanalysis.makeCurrent(tenant, generation, Reanalysis.Newer.MAY_HAVE_NONE, "olga", progress::add);
    }

    private String refusal(int generation) {
        return String.valueOf(assertThrows(GenerationRefusedException.class, () -> makeCurrent(generation))
                .getMessage());
    }

    private static String noneWait(int generation, String waiting) {
        return "no analyses of generation " + generation + " wait; waiting: " + waiting
                + "; --without-candidates makes it current all the same";
    }

    private List<String> rows(String sql) {
        return transactions.read(
                tenant,
                () -> session.createNativeQuery(sql, String.class).getResultList().stream()
                        .map(String::valueOf)
                        .toList());
    }

    private List<String> current() {
        return rows(
                "select concat_ws(' ', revision, generation) from article where recorded_to = 'infinity' order by 1");
    }

    @Test
    void holdsNewerGenerationBackUntilItIsMadeCurrent() {
        assertEquals(Effect.OPENED, apply(message(1, 1, "live")));
        assertEquals(Effect.CANDIDATE, apply(message(1, 2, "reanalysis")));
        assertEquals(List.of("1 1"), current());
        assertEquals(
                new Reanalysis.Standing(1, List.of(new Generations.Candidates(2, 1))), reanalysis.standing(tenant));

        assertEquals(Map.of(Effect.OPENED, 1), makeCurrent(2));

        assertEquals(List.of("1 2"), current());
        assertEquals(
                List.of("s1 PROMISES"),
                rows("select concat_ws(' ', fact_id, act) from statement where recorded_to = 'infinity'"));
        assertEquals(2, reanalysis.standing(tenant).current());
        assertEquals(List.of("1 articles done"), progress);
        assertEquals(
                List.of(
                        "ANALYSIS_COMPLETED 1 OPENED",
                        "ANALYSIS_COMPLETED 2 CANDIDATE",
                        "GENERATION_MADE_CURRENT 2 APPLIED",
                        "CANDIDATE_OPENED 2 OPENED"),
                rows("select concat_ws(' ', kind, generation, effect) from log order by recorded_at"));
    }

    @Test
    void changesNothingTheSecondTime() {
        apply(message(1, 1, "live"));
        apply(message(1, 2, "reanalysis"));
        makeCurrent(2);
        List<String> log = rows("select ce_id from log order by 1");

        assertEquals(Map.of(Effect.REPEATED, 1), makeCurrent(2));
        assertEquals(Effect.REPEATED, apply(message(1, 2, "reanalysis")));

        assertEquals(log, rows("select ce_id from log order by 1"));
    }

    /** A typing error would let every re-analysis up to it in for good. */
    @Test
    void makesNoGenerationCurrentThatNothingWaitsFor() {
        apply(message(1, 1, "live"));
        apply(message(1, 2, "reanalysis"));
        apply(message(1, 3, "reanalysis"));

        assertEquals(noneWait(20, "1 of generation 2, 1 of generation 3"), refusal(20));
        assertEquals(1, reanalysis.standing(tenant).current());
        assertEquals(List.of("1 1"), current());

        makeCurrent(2);
        assertEquals(noneWait(20, "1 of generation 3"), refusal(20));
        makeCurrent(3);
        assertEquals(noneWait(20, "none"), refusal(20));
        assertEquals("the current generation is 3, and there is no way back to an older one", refusal(2));
        assertEquals(3, reanalysis.standing(tenant).current());
    }

    @Test
    void tellsOfNoTenantThatTheRecordDoesNotKnow() {
        for (Executable asked : List.<Executable>of(
                () -> reanalysis.standing(tenant),
                () -> reanalysis.compare(tenant, 2, progress::add),
                () -> makeCurrent(2))) {
            assertEquals(
                    "the record knows no tenant " + tenant.name(),
                    assertThrows(GenerationRefusedException.class, asked).getMessage());
        }
        assertEquals(Map.of(), makeCurrentWithoutCandidates(2));
        assertEquals(new Reanalysis.Standing(2, List.of()), reanalysis.standing(tenant));
    }

    @Test
    void opensAtOnceWhatComesAfterItsGenerationWasMadeCurrent() {
        apply(message(1, 1, "live"));
        assertEquals(Map.of(), makeCurrentWithoutCandidates(3));

        assertEquals(Effect.OPENED, apply(message(1, 2, "reanalysis")));
        assertEquals(Effect.OPENED, apply(message(1, 3, "reanalysis")));
        assertEquals(Effect.CANDIDATE, apply(message(1, 4, "reanalysis")));
    }

    /** News is not held back: there may be nothing else of it. */
    @Test
    void opensNewerGenerationOnTheLiveLane() {
        apply(message(1, 1, "live"));

        assertEquals(Effect.OPENED, apply(message(1, 2, "live")));
        assertEquals(Effect.OPENED, apply(message(2, 2, "backfill")));
    }

    /** The same analysis by both lanes leaves the same record, whichever comes first. */
    @Test
    void opensCandidateThatComesByTheLiveLaneToo() {
        apply(message(1, 1, "live"));
        assertEquals(Effect.CANDIDATE, apply(message(1, 2, "reanalysis")));

        assertEquals(Effect.OPENED, apply(message(1, 2, "live")));
        assertEquals(Effect.REPEATED, apply(message(1, 2, "live")));
        assertEquals(Effect.REPEATED, apply(message(1, 2, "reanalysis")));

        assertEquals(List.of("1 2"), current());
    }

    @Test
    void opensTheBestCandidateAndNoneThatIsOutdated() {
        Report revised = Report.unique();
        apply(message(1, 1, "live"));
        apply(message(1, 2, "reanalysis"));
        apply(message(1, 3, "reanalysis"));
        apply(message(1, 4, "reanalysis"));
        apply(message(revised, 1, 1, "live"));
        apply(message(revised, 1, 2, "reanalysis"));
        apply(message(revised, 2, 1, "live"));

        assertEquals(Map.of(Effect.OPENED, 1, Effect.SUPERSEDED, 1), makeCurrent(3));

        assertEquals(List.of("1 3", "2 1"), current());
    }

    @Test
    void opensNoCandidateThatIsWithdrawn() {
        apply(message(1, 1, "live"));
        apply(message(1, 2, "reanalysis"));
        WithdrawalMessage withdrawal = new WithdrawalMessage(tenant.name(), report.article(), 1);
        projection.withdraw(
                withdrawals.read(new Envelope(withdrawal.key(), withdrawal.headers()), withdrawal.bytes()),
                withdrawal.bytes());

        assertEquals(noneWait(2, "none"), refusal(2));
        assertEquals(Map.of(Effect.REPEATED, 1), makeCurrentWithoutCandidates(2));

        assertEquals(List.of(), current());
        assertEquals(List.of(), reanalysis.standing(tenant).candidates());
    }

    @Test
    void tellsWhatWouldChangeWithoutChangingIt() {
        Report other = Report.unique();
        apply(message(1, 1, "live"));
        apply(message(1, 2, "reanalysis"));
        apply(message(other, 1, 1, "live"));
        apply(message(other, 1, 2, "reanalysis")
                .withAnalysis(analysis -> analysis.putArray("times"))
                .withAnalysis(
                        analysis -> ((ObjectNode) analysis.get("commitments").get(0)).remove("deadline")));

        Comparison comparison = reanalysis.compare(tenant, 2, progress::add);

        assertEquals(2, comparison.articles());
        Comparison.Kind statements = kind(comparison, "STATEMENT");
        assertEquals(List.of(0L, 2L, 2L, 0L), counts(statements));
        assertTrue(statements.examples().contains("~" + report.article() + ":s1"), statements.toString());
        assertTrue(statements.examples().contains("-" + other.article() + ":s2"), statements.toString());
        assertEquals(List.of(0L, 0L, 1L, 1L), counts(kind(comparison, "COMMITMENT")));
        assertEquals(List.of(0L, 1L, 0L, 1L), counts(kind(comparison, "TIME")));
        assertEquals(List.of(0L, 0L, 0L, 2L), counts(kind(comparison, "ENTITY")));
        assertEquals(List.of("1 1", "1 1"), current());
        makeCurrent(2);
        assertEquals(0, reanalysis.compare(tenant, 2, progress::add).articles());
    }

    private static Comparison.Kind kind(Comparison comparison, String name) {
        return java.util.Objects.requireNonNull(comparison.kinds().get(name), name);
    }

    private static List<Long> counts(Comparison.Kind kind) {
        return List.of(kind.opened(), kind.closed(), kind.changed(), kind.same());
    }
}
