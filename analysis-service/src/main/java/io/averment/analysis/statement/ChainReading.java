package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Role;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads by what way words came from their speaker: in what they were put ({@code in a statement}), to whom they were given
 * ({@code told the agency}, {@code a statement received by the agency}), as far as the sentence of the cue says. Linear in the
 * dependents of the cue and of the nouns on the way.
 */
final class ChainReading {

    private static final int MOST_HOPS = 4;

    private final ParsedText text;
    private final Media media;

    ChainReading(ParsedText text, Media media) {
        this.text = text;
        this.media = media;
    }

    /** The hops between speaker and outlet, the nearest to the speaker first. */
    List<Hop> hops(Draft draft) {
        List<Hop> hops = new ArrayList<>();
        if (draft.token == ParsedSentence.NONE) {
            return hops;
        }
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        if (draft.cue == null && !sentence.lower(draft.token).equals("according")) {
            // Any verb may stand before a colon; only a reporting one tells of media.
            return hops;
        }
        Source reporter = draft.passedOnBy;
        if (reporter != null && !reporter.isPronoun()) {
            hops.add(new Hop(Role.AGENCY, reporter.spans(), text.oneLine(reporter.named())));
        }
        addDependents(sentence, draft.token, hops);
        int speaker = sentence.is(draft.token, "case")
                ? sentence.head(draft.token)
                : sentence.dependent(draft.token, "nsubj");
        if (speaker != ParsedSentence.NONE) {
            // "Allawi, who spoke to the agency"
            int clause = sentence.dependent(speaker, "acl:relcl");
            if (clause != ParsedSentence.NONE) {
                addDependents(sentence, clause, hops);
            }
        }
        int verb = sentence.head(draft.token);
        if (verb != ParsedSentence.NONE && (sentence.is(draft.token, "acl") || sentence.is(draft.token, "advcl"))) {
            // "issued a statement saying": the noun that the cue hangs on is the medium.
            if (media.isDocument(sentence, verb)) {
                addNoun(sentence, verb, hops);
            }
        }
        return hops;
    }

    private void addDependents(ParsedSentence sentence, int verb, List<Hop> hops) {
        for (int i = sentence.firstDependent(verb);
                i != ParsedSentence.NONE && hops.size() < MOST_HOPS;
                i = sentence.nextDependent(i)) {
            String relation = sentence.relation(i);
            if (relation.equals("obj") || relation.equals("iobj")) {
                addOutlet(sentence, i, hops);
            } else if (relation.startsWith("obl") || relation.equals("nmod")) {
                int mark = sentence.dependent(i, "case");
                if (mark != ParsedSentence.NONE && text.words.is(sentence.lower(mark), StatementWords.Kind.CARRYING)) {
                    addNoun(sentence, i, hops);
                }
            }
        }
    }

    /** A noun that is a document, with those who received or hold it; or an outlet. */
    private void addNoun(ParsedSentence sentence, int noun, List<Hop> hops) {
        if (!media.isDocument(sentence, noun)) {
            addOutlet(sentence, noun, hops);
            return;
        }
        Span words = new PhraseReading(text, sentence).phrase(noun).named();
        hops.add(hop(Role.MEDIUM, words));
        addOutletIn(sentence.span(sentence.left(noun), sentence.right(noun)), hops);
    }

    private void addOutlet(ParsedSentence sentence, int noun, List<Hop> hops) {
        if (media.isOutlet(sentence, noun)) {
            Span words = new PhraseReading(text, sentence).phrase(noun).named();
            hops.add(hop(Role.AGENCY, words));
            return;
        }
        addOutletIn(sentence.span(sentence.left(noun), sentence.right(noun)), hops);
    }

    /** The first outlet or agency that a stretch names. */
    private void addOutletIn(Span stretch, List<Hop> hops) {
        Span outlet = outletIn(stretch);
        if (outlet != null) {
            hops.add(hop(Role.AGENCY, outlet));
        }
    }

    private @Nullable Span outletIn(Span stretch) {
        for (int i = text.nameAt(stretch.start()); i < text.names.size(); i++) {
            Name name = text.names.get(i);
            if (name.span().start() >= stretch.end()) {
                return null;
            }
            if (name.type() != NameType.PERSON
                    && stretch.contains(name.span())
                    && media.isOutlet(name.span().of(text.text))) {
                return name.span();
            }
        }
        return null;
    }

    /** What the source of a statement that holds another is on the way of the inner one's words. */
    List<Hop> passedOnBy(Draft outer) {
        Source source = outer.source;
        if (source == null) {
            return List.of();
        }
        if (source.isPronoun()) {
            return List.of(new Hop(Role.SPEAKER, source.spans(), null));
        }
        Span words = source.named();
        Span outlet = outletIn(words);
        List<Hop> hops = new ArrayList<>();
        ParsedSentence sentence = text.sentences.get(outer.sentence);
        int head = sentence.headOf(words);
        if (head != ParsedSentence.NONE && media.isDocument(sentence, head)) {
            hops.add(hop(Role.MEDIUM, words));
        }
        if (outlet != null) {
            hops.add(hop(Role.AGENCY, outlet));
        } else if (head != ParsedSentence.NONE && media.isOutlet(sentence, head)) {
            hops.add(hop(Role.AGENCY, words));
        }
        if (hops.isEmpty()) {
            hops.add(new Hop(Role.SPEAKER, source.spans(), text.oneLine(words)));
        }
        return hops;
    }

    private Hop hop(Role role, Span words) {
        return new Hop(role, List.of(words), text.oneLine(words));
    }
}
