package io.averment.query.command;

import io.averment.query.operation.DatabaseAnswer;
import io.averment.query.operation.FailedStart;
import io.averment.query.projection.Comparison;
import io.averment.query.projection.GenerationRefusedException;
import io.averment.query.projection.Reanalysis;
import io.averment.query.rebuild.Rebuild;
import io.averment.query.rebuild.RebuildRefusedException;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The commands {@code rebuild} and {@code generation}. Results go to the standard output, progress and what is wrong to the standard
 * error. Exit codes: 0 done, 1 failed or refused, 2 not understood.
 */
@Unremovable
@ApplicationScoped
public class OperatorCommand implements QuarkusApplication {
    public static final String USAGE = """
            averment-query                             serves until it is stopped
            averment-query migrate                     brings the database up to date (owner's credentials)
            averment-query migrate --dry-run           says what that would do; exit code 3 if there is anything to do
            averment-query rebuild                     makes the record again from its log and puts it in place (owner's credentials)
            averment-query rebuild drop                drops what the last rebuild left beside the record
            averment-query generation list TENANT      current generation, and the candidates that wait
            averment-query generation compare TENANT N what making generation N current would change
            averment-query generation switch TENANT N  makes generation N current, for good; goes on where it was broken off
            averment-query generation switch TENANT N --without-candidates
                                                       the same although no analyses of generation N wait
            averment-query tenant list                 which tenants there are, and which were erased (owner's credentials)
            averment-query tenant erase TENANT         erases everything of a tenant, once its name is typed (owner's credentials)
            averment-query tenant erase TENANT --yes   the same without asking
            averment-query tenant erase TENANT --dry-run
                                                       says what that would erase; exit code 3 if there is anything
            averment-query --version                   prints version and commit
            averment-query --help                      tells this

            Results go to the standard output, progress and failures to the standard error. Exit codes: 0 done, 1 failed or
            refused, 2 not understood. Owner's credentials: AVERMENT_MIGRATION_USERNAME, AVERMENT_MIGRATION_PASSWORD.
            """;

    private static final String WITHOUT_CANDIDATES = "--without-candidates";
    private static final Set<String> NAMES = Set.of("rebuild", "generation");
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;

    private final Rebuild rebuild;
    private final Reanalysis reanalysis;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    OperatorCommand(Rebuild rebuild, Reanalysis reanalysis) {
        this.rebuild = rebuild;
        this.reanalysis = reanalysis;
    }

    /** Whether these arguments begin like one of the commands here. */
    public static boolean isNamedBy(List<String> arguments) {
        return !arguments.isEmpty() && NAMES.contains(arguments.getFirst());
    }

    /** Ends the process, and tells what kept the command from beginning. */
    public static void end(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("Not done: " + FailedStart.told(failure));
        }
        System.exit(code);
    }

    @Override
    public int run(String... arguments) {
        try {
            return run(List.of(arguments));
        } catch (RebuildRefusedException | GenerationRefusedException refused) {
            err.println("Not done: " + refused.getMessage() + ".");
        } catch (SQLException failure) {
            err.println("Failed: " + DatabaseAnswer.told(failure, DatabaseAnswer.Role.OWNER) + ".");
        } catch (RuntimeException failure) {
            err.println(DatabaseAnswer.in(failure)
                    .map(answer -> "Failed: " + DatabaseAnswer.told(answer, DatabaseAnswer.Role.SERVICE) + ".")
                    .orElseGet(() -> "Failed: " + failure));
        }
        return FAILED;
    }

    private int run(List<String> words) throws SQLException {
        return switch (words.size()) {
            case 1 -> words.equals(List.of("rebuild")) ? rebuild() : misunderstood();
            case 2 -> words.equals(List.of("rebuild", "drop")) ? drop() : misunderstood();
            case 3 ->
                words.subList(0, 2).equals(List.of("generation", "list")) && Tenant.isName(words.get(2))
                        ? list(new Tenant(words.get(2)))
                        : misunderstood();
            case 4 ->
                isGeneration(words)
                        ? generation(words.get(1), new Tenant(words.get(2)), Integer.parseInt(words.get(3)))
                        : misunderstood();
            case 5 ->
                isGeneration(words)
                                && words.get(1).equals("switch")
                                && words.get(4).equals(WITHOUT_CANDIDATES)
                        ? makeCurrent(
                                new Tenant(words.get(2)),
                                Integer.parseInt(words.get(3)),
                                Reanalysis.Newer.MAY_HAVE_NONE)
                        : misunderstood();
            default -> misunderstood();
        };
    }

    private static boolean isGeneration(List<String> words) {
        return words.getFirst().equals("generation")
                && Tenant.isName(words.get(2))
                && words.get(3).matches("[1-9][0-9]{0,8}");
    }

    private int misunderstood() {
        err.print(USAGE);
        return USAGE_ERROR;
    }

    private int rebuild() throws SQLException {
        out.println(rebuild.run(err::println).told());
        return 0;
    }

    private int drop() throws SQLException {
        out.println(rebuild.drop() ? "dropped" : "there is nothing to drop");
        return 0;
    }

    private int list(Tenant tenant) {
        Reanalysis.Standing standing = reanalysis.standing(tenant);
        out.println("current generation: " + standing.current());
        standing.candidates()
                .forEach(candidates -> out.println("generation " + candidates.generation() + ": "
                        + candidates.messages() + " analyses"
                        + (candidates.generation() > standing.current() ? " wait" : ", made current")));
        return 0;
    }

    private int generation(String what, Tenant tenant, int generation) {
        return switch (what) {
            case "compare" -> compare(tenant, generation);
            case "switch" -> makeCurrent(tenant, generation, Reanalysis.Newer.HAS_CANDIDATES);
            default -> misunderstood();
        };
    }

    private int compare(Tenant tenant, int generation) {
        Comparison comparison = reanalysis.compare(tenant, generation, err::println);
        out.println(comparison.articles() + " articles would be opened anew");
        for (Map.Entry<String, Comparison.Kind> kind : comparison.kinds().entrySet()) {
            Comparison.Kind counts = kind.getValue();
            out.printf(
                    Locale.ROOT,
                    "%-10s %d opened, %d closed, %d changed, %d the same%n",
                    kind.getKey(),
                    counts.opened(),
                    counts.closed(),
                    counts.changed(),
                    counts.same());
            counts.examples().forEach(example -> out.println("    " + example));
        }
        return 0;
    }

    private int makeCurrent(Tenant tenant, int generation, Reanalysis.Newer newer) {
        String by = System.getProperty("user.name", "unknown");
        Map<Effect, Integer> effects = reanalysis.makeCurrent(tenant, generation, newer, by, err::println);
        out.println("generation " + generation + " is current; articles with candidates: " + told(effects));
        return 0;
    }

    /** Such as "opened 1, superseded 2". */
    static String told(Map<Effect, Integer> effects) {
        return effects.isEmpty()
                ? "none"
                : effects.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(effect -> effect.getKey().name().toLowerCase(Locale.ROOT) + " " + effect.getValue())
                        .collect(Collectors.joining(", "));
    }
}
