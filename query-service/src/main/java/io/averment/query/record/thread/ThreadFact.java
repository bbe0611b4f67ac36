package io.averment.query.record.thread;

import java.time.LocalDate;

/**
 * A fact that may belong to a thread, with what of its article counts there.
 *
 * @param day in the world: of publication, else of acceptance
 * @param source the article as a witness
 */
public record ThreadFact(FactPlace place, LocalDate day, Source source, Evidence evidence) {

    /** The kind of thread that it may belong to. */
    public ThreadKind kind() {
        return switch (evidence) {
            case Quotation quotation -> ThreadKind.UTTERANCE;
            case Undertaking undertaking -> ThreadKind.COMMITMENT;
        };
    }
}
