package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as people marked it.
 *
 * @param id unique in its text
 * @param content what was said, with its quotation marks
 * @param cue the words that introduce it; empty when there are none
 * @param speaker the words that stand for who said it; empty when there are none
 * @param reading what else is known of it; null where the corpus marks no more
 */
record GoldStatement(
        String id,
        List<Span> content,
        List<Span> cue,
        List<Span> speaker,
        @Nullable Reading reading) {

    GoldStatement {
        content = List.copyOf(content);
        cue = List.copyOf(cue);
        speaker = List.copyOf(speaker);
    }

    /**
     * How a statement is meant.
     *
     * @param parent id of the statement that it is told in
     * @param hops media and agencies, in the order of the text
     * @param saidAt the words that say when it was said; empty when none do
     */
    record Reading(
            Statement.Kind kind,
            SpeechAct act,
            boolean hedged,
            @Nullable String parent,
            List<Hop> hops,
            List<Span> saidAt) {

        Reading {
            hops = List.copyOf(hops);
            saidAt = List.copyOf(saidAt);
        }
    }

    /** Who or what passed the words on, by the words that name it. */
    record Hop(Statement.Role role, Span span) {}
}
