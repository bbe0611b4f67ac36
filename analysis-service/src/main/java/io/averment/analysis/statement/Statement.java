package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.time.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone said.
 *
 * @param id "s1", "s2", ... by position
 * @param act what is done in saying it
 * @param hedged whether the speaker leaves open that it is so
 * @param content what was said, with its marks; several spans when an attribution interrupts it
 * @param quoted what of the content stands inside marks, in order; empty when nothing is quoted
 * @param cue the words that introduce it; empty when there are none
 * @param parent id of the statement that this one is told in
 * @param repeats id of the earlier statement of the same quoted words
 * @param chain from the speaker to the outlet, as far as the text tells
 * @param saidAt when it was said; null where the text does not say
 */
public record Statement(
        String id,
        Kind kind,
        SpeechAct act,
        boolean hedged,
        List<Span> content,
        List<Span> quoted,
        List<Span> cue,
        @Nullable String parent,
        @Nullable String repeats,
        Speaker speaker,
        List<Hop> chain,
        @Nullable TimeExpression saidAt) {

    /** How the words are given. */
    public enum Kind {
        /** A quotation that stands by itself. */
        DIRECT,
        /** In the reporter's words. */
        INDIRECT,
        /** A quoted fragment in a clause of the reporter's. */
        MIXED
    }

    /** Who passed it on. */
    public enum Role {
        SPEAKER,
        MEDIUM,
        AGENCY,
        OUTLET
    }

    /**
     * One step of the way to the reader.
     *
     * @param spans where the text names it; empty for the outlet
     * @param name null for a speaker who is a pronoun, which co-reference may resolve
     */
    public record Hop(Role role, List<Span> spans, @Nullable String name) {

        public Hop {
            spans = List.copyOf(spans);
        }
    }

    public Statement {
        content = List.copyOf(content);
        quoted = List.copyOf(quoted);
        cue = List.copyOf(cue);
        chain = List.copyOf(chain);
    }
}
