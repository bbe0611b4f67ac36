package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives quotations to their cues: to those whose reported words they are by the tree, else to reporting words beside them, else to
 * the statement that they go on with. Each quotation looks at a bounded number of tokens and statements around it.
 */
final class QuotationReading {

    /** How many statements of its sentences a quotation is held against; prose has fewer. */
    private static final int MOST_OWNERS = 40;

    /** The longest name and title behind the dash of a signed quotation, in tokens. */
    private static final int LONGEST_SIGNATURE = 14;

    private final ParsedText text;
    private final CueLexicon lexicon;
    private final QuotationCues cues;
    private final List<Draft> drafts;
    private final Map<Long, Draft> byCue = new HashMap<>();
    private final Map<Integer, List<Draft>> bySentence = new HashMap<>();

    QuotationReading(ParsedText text, CueLexicon lexicon, List<Draft> drafts) {
        this.text = text;
        this.lexicon = lexicon;
        this.cues = new QuotationCues(text, lexicon);
        this.drafts = drafts;
        for (Draft draft : drafts) {
            byCue.put(key(draft.sentence, draft.token), draft);
            bySentence
                    .computeIfAbsent(draft.sentence, sentence -> new ArrayList<>())
                    .add(draft);
        }
    }

    private static long key(int sentence, int token) {
        return (long) sentence << 32 | (token & 0xffffffffL);
    }

    void read() {
        Draft previous = null;
        QuotationPlace previousPlace = null;
        for (int i = 0; i < text.quotations.size(); i++) {
            QuotationPlace place = QuotationPlace.of(text, i);
            if (place == null) {
                continue;
            }
            Draft draft = read(place, previous, previousPlace);
            if (draft != null) {
                previous = draft;
                previousPlace = place;
            }
        }
    }

    /** The statement that a quotation belongs to now; null when it quotes nobody. */
    private @Nullable Draft read(
            QuotationPlace place, @Nullable Draft previous, @Nullable QuotationPlace previousPlace) {
        Draft owner = owner(place);
        if (owner != null) {
            owner = partIntroduced(owner, place);
        }
        if (owner == null) {
            owner = introduced(place);
        }
        if (owner == null) {
            owner = signed(place);
        }
        if (owner == null) {
            QuotationCues.Found found = cues.of(place);
            if (found != null && !saysSomethingElse(place, found)) {
                owner = found(place, found);
            }
        }
        if (owner != null) {
            seekSource(owner, place);
            partSubject(owner, place);
            join(owner, place);
            return owner;
        }
        if (previous != null && previousPlace != null && continues(place, previousPlace)) {
            join(previous, place);
            return previous;
        }
        if (cues.isTermOrTitle(place)) {
            return null;
        }
        Draft alone = new Draft(place.firstSentence(), ParsedSentence.NONE, null);
        if (previous != null && previousPlace != null && runsOn(place, previousPlace)) {
            alone.source = previous.source;
        }
        drafts.add(alone);
        join(alone, place);
        return alone;
    }

    /** Where the tree took {@code When Roe criticized him, Poe shot back, "..."} for what was criticized, Poe's words are Poe's. */
    private Draft partIntroduced(Draft owner, QuotationPlace place) {
        QuotationCues.Found found = cues.introducing(place);
        if (found == null || owner.sentence != found.sentence() || owner.token >= found.token()) {
            return owner;
        }
        ParsedSentence sentence = text.sentences.get(found.sentence());
        int subject = sentence.dependent(found.token(), "nsubj");
        int edge = sentence.start(Math.min(sentence.left(subject), found.token()));
        if (owner.start() >= edge || owner.end() <= sentence.start(found.token())) {
            return owner;
        }
        owner.content = Spans.before(owner.content, edge, text.text);
        return found(place, found);
    }

    /**
     * Where the tree gave the cue no speaker, or one within the quotation or in what is told of the speaker, whoever stands beside
     * the cue.
     */
    private void seekSource(Draft draft, QuotationPlace place) {
        if (draft.token == ParsedSentence.NONE) {
            return;
        }
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        PhraseReading phrases = new PhraseReading(text, sentence);
        boolean between = draft.sentence == place.lastSentence() && place.after() < draft.token;
        Source source = draft.source;
        int clause = between ? phrases.relativeStart(place.after(), draft.token) : ParsedSentence.NONE;
        boolean within = clause != ParsedSentence.NONE
                && source != null
                && source.named().start() > sentence.start(clause);
        boolean quoted = source != null && text.isQuoted(source.named().start()) && !source.isPronoun();
        if (source != null && !within && !quoted) {
            return;
        }
        int speaker = within ? phrases.nominal(place.after(), clause) : ParsedSentence.NONE;
        if (speaker != ParsedSentence.NONE) {
            draft.source = phrases.phrase(speaker);
        } else if (between && sentence.upos(draft.token).equals("NOUN") && draft.cue == null) {
            // No noun of the lexicon: a verb that the tree takes for one, as in "...," the ad on the wall states.
            draft.source = phrases.stretch(place.after(), draft.token);
        } else {
            draft.source = new SourceReading(text, sentence, lexicon)
                    .ofQuoting(draft.token, place.quotation().spans());
        }
    }

    /** Where the tree took {@code "...," X said} for one clause, X included, what lies between quotation and cue is the speaker. */
    private void partSubject(Draft draft, QuotationPlace place) {
        if (draft.content.isEmpty()
                || (draft.slot != Slot.CLAUSE && draft.slot != Slot.AROUND)
                || draft.sentence != place.lastSentence()
                || draft.token <= place.after()) {
            return;
        }
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        PhraseReading phrases = new PhraseReading(text, sentence);
        int speaker = phrases.nominal(place.after(), draft.token);
        if (speaker == ParsedSentence.NONE
                && Character.isUpperCase(sentence.form(place.after()).codePointAt(0))) {
            // A surname that is a word as well: "...," Small, who was there, said.
            speaker = place.after();
        }
        boolean overlaps = draft.end() > place.quotation().end()
                && draft.end() <= sentence.start(draft.token)
                && draft.start() >= place.quotation().start();
        if (overlaps && speaker != ParsedSentence.NONE && (cues.invites(place, sentence) || place.before() == 0)) {
            draft.content = new ArrayList<>();
            draft.source = phrases.phrase(speaker);
        }
    }

    private static void join(Draft draft, QuotationPlace place) {
        List<Span> all = new ArrayList<>(draft.content);
        all.addAll(place.quotation().spans());
        draft.content = Spans.union(all);
        draft.lastQuotation = place.number();
    }

    /** {@code "..." — X}, alone in its paragraph. */
    private @Nullable Draft signed(QuotationPlace place) {
        int number = place.lastSentence();
        int dash = place.after();
        if (dash >= text.sentences.get(number).size() && number + 1 < text.sentences.size()) {
            number++;
            dash = 0;
        }
        ParsedSentence sentence = text.sentences.get(number);
        if (place.before() > 0
                || dash >= sentence.size()
                || !isDash(sentence.lower(dash))
                || sentence.size() - dash > LONGEST_SIGNATURE
                || text.paragraphAt(sentence.start(dash)) != place.paragraph()) {
            return null;
        }
        PhraseReading phrases = new PhraseReading(text, sentence);
        int speaker = phrases.nominal(dash + 1, sentence.size());
        boolean alone = number + 1 == text.sentences.size()
                || text.paragraphAt(text.sentences.get(number + 1).start(0)) != place.paragraph();
        if (speaker == ParsedSentence.NONE || !alone) {
            return null;
        }
        Draft draft = new Draft(number, ParsedSentence.NONE, null);
        Source source = phrases.phrase(speaker);
        draft.source =
                source.named().start() > sentence.start(dash) ? source : phrases.stretch(dash + 1, sentence.size());
        draft.cueSpans.add(sentence.span(dash, dash + 1));
        drafts.add(draft);
        return draft;
    }

    private static boolean isDash(String form) {
        return form.equals("—") || form.equals("–") || form.equals("-") || form.equals("--");
    }

    /** {@code X: "..."}. */
    private @Nullable Draft introduced(QuotationPlace place) {
        ParsedSentence sentence = text.sentences.get(place.firstSentence());
        int colon = place.before() - 1;
        if (colon <= place.beforeStart() || !sentence.lower(colon).equals(":")) {
            return null;
        }
        int speaker = new PhraseReading(text, sentence).nominal(place.beforeStart(), colon);
        if (speaker == ParsedSentence.NONE) {
            return null;
        }
        Draft draft = new Draft(place.firstSentence(), ParsedSentence.NONE, null);
        draft.source = new PhraseReading(text, sentence).phrase(speaker);
        draft.cueSpans.add(sentence.span(colon, colon + 1));
        drafts.add(draft);
        return draft;
    }

    /** The innermost statement whose words by the tree are the quotation or hold it. */
    private @Nullable Draft owner(QuotationPlace place) {
        Draft best = null;
        int bestLength = Integer.MAX_VALUE;
        for (Draft draft : inSentences(place.firstSentence(), place.lastSentence())) {
            if (draft.quotedCue || draft.content.isEmpty()) {
                continue;
            }
            int length = 0;
            int shared = 0;
            for (Span span : draft.content) {
                length += span.end() - span.start();
                for (Span part : place.quotation().spans()) {
                    shared += Math.max(0, Math.min(part.end(), span.end()) - Math.max(part.start(), span.start()));
                }
            }
            int quoted = 0;
            for (Span part : place.quotation().spans()) {
                quoted += part.end() - part.start();
            }
            boolean holds = shared * 10 >= quoted * 7;
            boolean held = shared * 10 >= length * 8;
            if (shared > 0 && (holds || held) && length < bestLength) {
                best = draft;
                bestLength = length;
            }
        }
        return best;
    }

    /** The drafts of some sentences, at most so many as are worth looking at. */
    private List<Draft> inSentences(int first, int last) {
        List<Draft> found = new ArrayList<>();
        for (int i = first; i <= last && found.size() < MOST_OWNERS; i++) {
            found.addAll(bySentence.getOrDefault(i, List.of()));
        }
        return found.size() <= MOST_OWNERS ? found : found.subList(0, MOST_OWNERS);
    }

    /** Whether the next sentence reports words of its own: {@code "He is old!" A neighbour asked for water.} */
    private boolean saysSomethingElse(QuotationPlace place, QuotationCues.Found found) {
        Draft known = byCue.get(key(found.sentence(), found.token()));
        return found.sentence() > place.lastSentence()
                && known != null
                && !known.content.isEmpty()
                && known.start() > text.sentences.get(found.sentence()).start(found.token());
    }

    private Draft found(QuotationPlace place, QuotationCues.Found found) {
        Draft known = byCue.get(key(found.sentence(), found.token()));
        if (known != null) {
            // What the tree took for the words of this cue is something else, such as who was told.
            Cue cue = known.cue;
            boolean judged = cue != null
                    && cue.role() == Cue.Role.JUDGEMENT
                    && !known.content.isEmpty()
                    && known.end() <= place.quotation().start();
            if (!judged && !touches(known, place)) {
                known.content = new ArrayList<>();
            }
            return known;
        }
        ParsedSentence sentence = text.sentences.get(found.sentence());
        Draft draft = new Draft(found.sentence(), found.token(), lexicon.cue(sentence, found.token()));
        draft.cueSpans.add(Cue.span(sentence, found.token()));
        draft.source = new SourceReading(text, sentence, lexicon)
                .of(found.token(), place.quotation().spans());
        drafts.add(draft);
        byCue.put(key(found.sentence(), found.token()), draft);
        return draft;
    }

    private static boolean touches(Draft draft, QuotationPlace place) {
        for (Span span : draft.content) {
            if (span.start() < place.quotation().end() && place.quotation().start() < span.end()) {
                return true;
            }
        }
        return draft.lastQuotation >= 0;
    }

    /** Whether a quotation without reporting words goes on with the one before it in its paragraph. */
    private boolean continues(QuotationPlace place, QuotationPlace previous) {
        return place.firstParagraph() == previous.paragraph() && place.firstSentence() - previous.lastSentence() <= 1;
    }

    /** Whether it follows on the paragraph before and is all of its own, so that the same one goes on speaking. */
    private boolean runsOn(QuotationPlace place, QuotationPlace previous) {
        return place.firstParagraph() - previous.paragraph() <= 1;
    }
}
