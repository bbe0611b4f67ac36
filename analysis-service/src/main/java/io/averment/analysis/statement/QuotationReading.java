package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.Quotation;
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

    /** How far from a quotation its reporting words are looked for, in tokens. */
    private static final int REACH = 40;

    /** A term is quoted as somebody's words only if their cue stands so near before it, in tokens. */
    private static final int NEXT_TO = 3;

    private static final String INVITING = ",?!—–";

    private final ParsedText text;
    private final CueLexicon lexicon;
    private final List<Draft> drafts;
    private final Map<Long, Draft> byCue = new HashMap<>();
    private final Map<Integer, List<Draft>> bySentence = new HashMap<>();

    QuotationReading(ParsedText text, CueLexicon lexicon, List<Draft> drafts) {
        this.text = text;
        this.lexicon = lexicon;
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

    /** Where a quotation stands. */
    private record Place(
            int number,
            Quotation quotation,
            int firstSentence,
            int lastSentence,
            int before,
            int beforeStart,
            int after,
            int behindEnd,
            int paragraph) {}

    /** A cue found beside a quotation. */
    private record Found(int sentence, int token) {}

    void read() {
        Draft previous = null;
        Place previousPlace = null;
        for (int i = 0; i < text.quotations.size(); i++) {
            Place place = place(i);
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

    private @Nullable Place place(int number) {
        Quotation quotation = text.quotations.get(number);
        int first = text.sentenceAt(quotation.start());
        int last = text.sentenceAt(quotation.end() - 1);
        if (first < 0 || last < 0) {
            return null;
        }
        ParsedSentence a = text.sentences.get(first);
        ParsedSentence b = text.sentences.get(last);
        int before = a.tokenAt(quotation.start());
        int after = b.tokenAt(quotation.end());
        int beforeStart =
                number == 0 ? 0 : a.tokenAt(text.quotations.get(number - 1).end());
        int behindEnd = number + 1 == text.quotations.size()
                ? b.size()
                : b.tokenAt(text.quotations.get(number + 1).start());
        return new Place(
                number,
                quotation,
                first,
                last,
                before,
                Math.min(beforeStart, before),
                after,
                Math.max(after, behindEnd),
                text.paragraphAt(quotation.end() - 1));
    }

    /** The statement that a quotation belongs to now; null when it quotes nobody. */
    private @Nullable Draft read(Place place, @Nullable Draft previous, @Nullable Place previousPlace) {
        Draft owner = owner(place);
        if (owner == null) {
            owner = introduced(place);
        }
        if (owner == null) {
            Found found = find(place);
            if (found != null && (!isTermOrTitle(place) || isNextTo(place, found))) {
                owner = found(place, found);
            }
        }
        if (owner != null) {
            partSubject(owner, place);
            join(owner, place);
            return owner;
        }
        if (previous != null && previousPlace != null && continues(place, previousPlace)) {
            join(previous, place);
            return previous;
        }
        if (isTermOrTitle(place)) {
            return null;
        }
        Draft alone = new Draft(place.firstSentence, ParsedSentence.NONE, null);
        if (previous != null && previousPlace != null && runsOn(place, previousPlace)) {
            alone.source = previous.source;
        }
        drafts.add(alone);
        join(alone, place);
        return alone;
    }

    /** Where the tree took {@code "...," X said} for one clause, X included, what lies between quotation and cue is the speaker. */
    private void partSubject(Draft draft, Place place) {
        if (draft.content.isEmpty()
                || draft.slot != Slot.CLAUSE
                || draft.sentence != place.lastSentence
                || draft.token <= place.after) {
            return;
        }
        ParsedSentence sentence = text.sentences.get(draft.sentence);
        SourceReading sources = new SourceReading(text, sentence);
        int speaker = sources.nominal(place.after, draft.token);
        boolean overlaps = draft.end() > place.quotation.end()
                && draft.end() <= sentence.start(draft.token)
                && draft.start() >= place.quotation.start();
        if (overlaps && speaker != ParsedSentence.NONE && invites(place, sentence)) {
            draft.content = new ArrayList<>();
            draft.source = sources.phrase(speaker);
        }
    }

    private static void join(Draft draft, Place place) {
        List<Span> all = new ArrayList<>(draft.content);
        all.addAll(place.quotation.spans());
        draft.content = Spans.union(all);
        draft.lastQuotation = place.number;
    }

    /** {@code X: "..."}. */
    private @Nullable Draft introduced(Place place) {
        ParsedSentence sentence = text.sentences.get(place.firstSentence);
        int colon = place.before - 1;
        if (colon <= place.beforeStart || !sentence.lower(colon).equals(":")) {
            return null;
        }
        int speaker = new SourceReading(text, sentence).nominal(place.beforeStart, colon);
        if (speaker == ParsedSentence.NONE) {
            return null;
        }
        Draft draft = new Draft(place.firstSentence, ParsedSentence.NONE, null);
        draft.source = new SourceReading(text, sentence).phrase(speaker);
        draft.cueSpans.add(sentence.span(colon, colon + 1));
        drafts.add(draft);
        return draft;
    }

    /** The innermost statement whose words by the tree are the quotation or hold it. */
    private @Nullable Draft owner(Place place) {
        Draft best = null;
        int bestLength = Integer.MAX_VALUE;
        for (Draft draft : inSentences(place.firstSentence, place.lastSentence)) {
            if (draft.quotedCue || draft.content.isEmpty()) {
                continue;
            }
            int length = 0;
            int shared = 0;
            for (Span span : draft.content) {
                length += span.end() - span.start();
                for (Span part : place.quotation.spans()) {
                    shared += Math.max(0, Math.min(part.end(), span.end()) - Math.max(part.start(), span.start()));
                }
            }
            int quoted = 0;
            for (Span part : place.quotation.spans()) {
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

    private Draft found(Place place, Found found) {
        Draft known = byCue.get(key(found.sentence, found.token));
        if (known != null) {
            // What the tree took for the words of this cue is something else, such as who was told.
            Cue cue = known.cue;
            boolean judged = cue != null
                    && cue.role() == Cue.Role.JUDGEMENT
                    && !known.content.isEmpty()
                    && known.end() <= place.quotation.start();
            if (!judged && !touches(known, place)) {
                known.content = new ArrayList<>();
            }
            return known;
        }
        ParsedSentence sentence = text.sentences.get(found.sentence);
        Draft draft = new Draft(found.sentence, found.token, lexicon.cue(sentence, found.token));
        draft.cueSpans.add(IndirectReading.cueSpan(sentence, found.token));
        draft.source = new SourceReading(text, sentence).of(found.token, place.quotation.spans());
        drafts.add(draft);
        byCue.put(key(found.sentence, found.token), draft);
        return draft;
    }

    private static boolean touches(Draft draft, Place place) {
        for (Span span : draft.content) {
            if (span.start() < place.quotation.end() && place.quotation.start() < span.end()) {
                return true;
            }
        }
        return draft.lastQuotation >= 0;
    }

    private @Nullable Found find(Place place) {
        Found found = behind(place);
        if (found == null) {
            found = before(place);
        }
        return found == null ? inNextSentence(place) : found;
    }

    /** {@code "...," X said} and {@code "...," said X}. */
    private @Nullable Found behind(Place place) {
        ParsedSentence sentence = text.sentences.get(place.lastSentence);
        if (!invites(place, sentence)) {
            return null;
        }
        int from = place.after < sentence.size() && sentence.lower(place.after).equals(",")
                ? place.after + 1
                : place.after;
        return speaking(place.lastSentence, from, Math.min(place.behindEnd, from + REACH));
    }

    private @Nullable Found speaking(int number, int from, int to) {
        ParsedSentence sentence = text.sentences.get(number);
        for (int i = from; i < to; i++) {
            if (Character.isUpperCase(sentence.form(i).codePointAt(0))) {
                // A capital makes it part of a name: "Omar bin Said".
                continue;
            }
            Cue cue = lexicon.cueOrVerb(sentence, i);
            if (cue != null && cue.role().mayFollow()) {
                return new Found(number, i);
            }
            if (i > from && sentence.upos(i).equals("VERB")) {
                if (isVerbOfNamed(sentence, i, from)) {
                    return new Found(number, i);
                }
                if (!sentence.relation(i).startsWith("acl")) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Any verb will do directly behind a quotation when all between them is its subject: {@code "...," X beamed}. */
    private static boolean isVerbOfNamed(ParsedSentence sentence, int verb, int from) {
        int subject = sentence.dependent(verb, "nsubj");
        return subject != ParsedSentence.NONE
                && sentence.left(subject) == from
                && sentence.right(subject) <= verb
                && sentence.xpos(verb).startsWith("VB")
                && !sentence.xpos(verb).equals("VBG")
                && verb - from <= 8;
    }

    private boolean invites(Place place, ParsedSentence sentence) {
        if (place.after < sentence.size() && sentence.lower(place.after).equals(",")) {
            return true;
        }
        Span inside = place.quotation.insides().getLast();
        int end = inside.end();
        while (end > inside.start() && end > inside.end() - 4 && "'’”\" ".indexOf(text.text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > inside.start() && INVITING.indexOf(text.text.charAt(end - 1)) >= 0;
    }

    /** {@code X said: "..."}; the cue may end the sentence before. */
    private @Nullable Found before(Place place) {
        int number = place.firstSentence;
        int start = place.beforeStart;
        int end = place.before;
        if (start >= end && number > 0 && endsWithColon(text.sentences.get(number - 1))) {
            number--;
            end = text.sentences.get(number).size();
            start = 0;
        }
        ParsedSentence sentence = text.sentences.get(number);
        int lowest = Math.max(start, end - REACH);
        for (int i = end - 1; i >= lowest; i--) {
            Cue cue = lexicon.cue(sentence, i);
            if (cue != null && cue.role().mayIntroduce()) {
                return new Found(number, i);
            }
        }
        return end > lowest && isIntroducing(sentence, end - 1) ? anyVerb(number, lowest, end - 1) : null;
    }

    private static boolean isIntroducing(ParsedSentence sentence, int token) {
        String form = sentence.lower(token);
        return form.equals(":") || form.equals(",");
    }

    /** The nearest verb with a subject: {@code the crowd broke out: "..."}. */
    private @Nullable Found anyVerb(int number, int from, int to) {
        ParsedSentence sentence = text.sentences.get(number);
        for (int i = to - 1; i >= from; i--) {
            if (sentence.upos(i).equals("VERB")) {
                return sentence.dependent(i, "nsubj") == ParsedSentence.NONE ? null : new Found(number, i);
            }
        }
        return null;
    }

    private static boolean endsWithColon(ParsedSentence sentence) {
        return sentence.lower(sentence.size() - 1).equals(":");
    }

    /** A question or exclamation ends a sentence, and what attributes it is one of its own: {@code "Why?" X asked.} */
    private @Nullable Found inNextSentence(Place place) {
        ParsedSentence sentence = text.sentences.get(place.lastSentence);
        int next = place.lastSentence + 1;
        if (place.after < sentence.size()
                || next >= text.sentences.size()
                || text.paragraphAt(text.sentences.get(next).start(0)) != place.paragraph) {
            return null;
        }
        ParsedSentence following = text.sentences.get(next);
        int to = place.number + 1 == text.quotations.size()
                ? following.size()
                : following.tokenAt(text.quotations.get(place.number + 1).start());
        return invites(place, sentence) ? speaking(next, 0, Math.min(to, REACH)) : null;
    }

    /** Whether a quotation without reporting words goes on with the one before it in its paragraph. */
    private boolean continues(Place place, Place previous) {
        return place.paragraph == previous.paragraph && place.firstSentence - previous.lastSentence <= 1;
    }

    /** Whether it follows on the paragraph before and is all of its own, so that the same one goes on speaking. */
    private boolean runsOn(Place place, Place previous) {
        return place.paragraph - previous.paragraph <= 1;
    }

    /** Whether hardly anything stands between the reporting words and the quotation. */
    private static boolean isNextTo(Place place, Found found) {
        boolean before = found.sentence == place.firstSentence
                && found.token < place.before
                && place.before - found.token <= NEXT_TO;
        return before || (found.sentence >= place.lastSentence && found.token >= place.after);
    }

    private boolean isTermOrTitle(Place place) {
        ParsedSentence sentence = text.sentences.get(place.firstSentence);
        int to = place.firstSentence == place.lastSentence ? place.after : sentence.size();
        int words = 0;
        boolean finite = false;
        for (int i = place.before; i < to; i++) {
            if (!sentence.isPunctuation(i)) {
                words++;
            }
            finite |= sentence.upos(i).equals("VERB") || sentence.upos(i).equals("AUX");
        }
        boolean behindColon =
                place.before > 0 && sentence.lower(place.before - 1).equals(":");
        if (behindColon && finite) {
            return false;
        }
        boolean alone = place.before <= 0
                && place.after >= text.sentences.get(place.lastSentence).size();
        return words <= 2 || (!alone && !finite) || (!alone && place.firstSentence == place.lastSentence && words < 8);
    }
}
