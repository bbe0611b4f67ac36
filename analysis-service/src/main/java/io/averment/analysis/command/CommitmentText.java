package io.averment.analysis.command;

import io.averment.analysis.commitment.Commitment;
import io.averment.analysis.commitment.Deadline;
import io.averment.analysis.commitment.Party;
import io.averment.analysis.conflict.Conflict;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.document.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Commitments and conflicts as text for people: who is to do what by when, how firmly, and who says so. */
record CommitmentText(TerminalText terminal, Cast cast, String text) {

    /** Both lists, each with its heading and a blank line behind; nothing where both are empty. */
    void render(List<Commitment> commitments, List<Conflict> conflicts, StringBuilder out) {
        if (!commitments.isEmpty()) {
            out.append(terminal.strong(counted(commitments.size(), "commitment")))
                    .append("\n\n");
        }
        for (Commitment commitment : commitments) {
            String first = who(commitment)
                    + (commitment.negated() && !saysNot(commitment) ? " not to " : ": ")
                    + act(commitment)
                    + due(commitment.deadline());
            terminal.renderItem(commitment.id(), first, "— " + manner(commitment), out);
        }
        if (!conflicts.isEmpty()) {
            out.append(terminal.strong(counted(conflicts.size(), "conflict"))).append("\n\n");
        }
        for (Conflict conflict : conflicts) {
            terminal.renderItem(
                    "!", VisibleText.of(conflict.explanation()), "— " + String.join(", ", conflict.facts()), out);
        }
    }

    private static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    /** The act, what it is done to before it where it stands there: {@code the bridge … closed}. */
    private String act(Commitment commitment) {
        Span act = commitment.act();
        Span object = commitment.object();
        String words = VisibleText.of(act.of(text));
        return object != null && object.end() <= act.start() ? VisibleText.of(object.of(text)) + " … " + words : words;
    }

    /** Whether the act itself begins with its negation. */
    private boolean saysNot(Commitment commitment) {
        String act = commitment.act().of(text);
        return act.startsWith("not ") || act.startsWith("never ") || act.startsWith("no longer ");
    }

    private String who(Commitment commitment) {
        return party(commitment.actor(), "somebody not named");
    }

    private String party(Party party, String nobody) {
        String name = party.name();
        if (name != null) {
            return VisibleText.of(name);
        }
        Party.Unresolved gap = party.unresolved();
        List<String> candidates = gap == null ? List.of() : Candidates.of(party.spans(), gap.candidates(), cast);
        return candidates.isEmpty()
                ? nobody
                : nobody + " (perhaps " + VisibleText.of(String.join(", ", candidates)) + ")";
    }

    /** {@code , by the end of March (2026-03)} */
    private String due(@Nullable Deadline deadline) {
        if (deadline == null) {
            return "";
        }
        String words = ", " + VisibleText.of(deadline.words().of(text));
        return deadline.edtf() == null ? words : words + " (" + EdtfText.of(deadline.edtf()) + ")";
    }

    private String manner(Commitment commitment) {
        StringBuilder manner = new StringBuilder(commitment.strength().name().toLowerCase(Locale.ROOT));
        if (commitment.condition() != null) {
            manner.append(", ").append(VisibleText.of(commitment.condition().of(text)));
        }
        if (commitment.phase() != null) {
            manner.append(", phase ").append(commitment.phase().order());
        }
        if (commitment.outcome() != null) {
            manner.append(", ").append(commitment.outcome().name().toLowerCase(Locale.ROOT));
        }
        manner.append(", announced by ").append(party(commitment.announcer(), "nobody named"));
        if (commitment.statement() != null) {
            manner.append(" (").append(commitment.statement()).append(')');
        }
        return manner.toString();
    }
}
