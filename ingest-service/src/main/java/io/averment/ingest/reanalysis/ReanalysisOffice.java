package io.averment.ingest.reanalysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries an order out: results go to the standard output, progress and what is wrong to the standard error. Used once, by one thread. */
final class ReanalysisOffice {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int TO_DO = 3;

    private final Function<ReanalysisOrder, Reanalysis> work;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    ReanalysisOffice(Function<ReanalysisOrder, Reanalysis> work, InputStream in, PrintStream out, PrintStream err) {
        this.work = work;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Does what was asked for, and gives the exit code. */
    int carryOut(ReanalysisOrder order) {
        Reanalysis reanalysis = work.apply(order);
        try {
            Reanalysis.Amount amount = reanalysis.count();
            if (amount.lookedAt() == 0 && order.after() == null) {
                throw new ReanalysisRefusedException(
                        order.articles().isEmpty()
                                ? "there are no articles of " + order.tenant().name()
                                : "there are no such articles of "
                                        + order.tenant().name());
            }
            tellOfMissing(order, amount);
            return order.isDryRun() ? told(order, amount) : sent(order, reanalysis, amount);
        } catch (ReanalysisRefusedException refused) {
            err.println("Not done: " + refused.getMessage() + ".");
        } catch (IOException failure) {
            err.println("Failed: the standard input cannot be read.");
        } catch (RuntimeException failure) {
            // Its message may repeat what stands in rows.
            err.println("Failed: " + cause(failure) + ".");
        }
        reanalysis
                .last()
                .ifPresent(last -> err.println("What is sent stays sent. To go on, repeat the command with --after "
                        + last + "; without it all are sent again, which changes nothing but takes its time."));
        return FAILED;
    }

    private void tellOfMissing(ReanalysisOrder order, Reanalysis.Amount amount) {
        long missing = order.articles().size() - amount.articles();
        if (!order.articles().isEmpty() && missing > 0) {
            err.println(missing + " of the " + order.articles().size()
                    + " articles are not there, withdrawn, or outside of what was asked for.");
        }
    }

    private int told(ReanalysisOrder order, Reanalysis.Amount amount) {
        out.println("would send " + told(order, amount.articles()) + ", " + amount.bytes() + " bytes");
        return amount.articles() == 0 ? DONE : TO_DO;
    }

    private static String told(ReanalysisOrder order, long articles) {
        return order.tenant().name() + ": " + articles + " articles";
    }

    private int sent(ReanalysisOrder order, Reanalysis reanalysis, Reanalysis.Amount amount) throws IOException {
        String name = order.tenant().name();
        if (!order.isConfirmed() && amount.articles() > 0) {
            err.println("This has " + told(order, amount.articles()) + ", " + amount.bytes()
                    + " bytes, analysed again. Type the tenant's name to go on:");
            String typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (!name.equals(typed)) {
                throw new ReanalysisRefusedException("the name was not typed; --yes does without");
            }
        }
        long articles = reanalysis.publish(amount.articles(), err::println);
        out.println("sent " + told(order, articles));
        if (articles > 0) {
            err.println("They are analysed as the lane reanalysis is read. Then: averment-query generation list " + name
                    + "; what a newer generation would change: averment-query generation compare " + name
                    + " N; to make it current: averment-query generation switch " + name + " N");
        }
        return DONE;
    }

    private static String cause(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return "the database answered with the state " + refused.getSQLState();
            }
        }
        return failure.getClass().getName();
    }
}
