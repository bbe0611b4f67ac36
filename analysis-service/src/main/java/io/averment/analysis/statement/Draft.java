package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement while it is being read. Not thread-safe. */
final class Draft {

    /** Which sentence holds the cue, counted from 0. */
    final int sentence;

    /** The cue's token in it; {@link ParsedSentence#NONE} when a mark alone attributes. */
    final int token;

    final @Nullable Cue cue;
    final List<Span> cueSpans = new ArrayList<>();

    /** In order, not overlapping. */
    List<Span> content = new ArrayList<>();

    @Nullable
    Slot slot;

    /** Of {@link Slot#PREPOSITION}; empty otherwise. */
    String preposition = "";

    /** Whether the words are given as they were said, though no marks stand around them. */
    boolean isVerbatim;

    @Nullable
    Source source;

    /** Who reports it where the speaker is only cited. */
    @Nullable
    Source passedOnBy;

    /** The time beside its content that is surely the cue's, whatever the tree says. */
    @Nullable
    TimeExpression time;

    /** Whether the sentence reports without anyone who speaks: "is expected". */
    boolean isImpersonal;

    /** Whether the cue stands inside a quotation. */
    boolean quotedCue;

    /** Index of the last quotation that belongs to it; -1 when none does. */
    int lastQuotation = -1;

    Draft(int sentence, int token, @Nullable Cue cue) {
        this.sentence = sentence;
        this.token = token;
        this.cue = cue;
    }

    int start() {
        return content.getFirst().start();
    }

    int end() {
        return content.getLast().end();
    }
}
