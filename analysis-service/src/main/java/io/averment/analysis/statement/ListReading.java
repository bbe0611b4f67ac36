package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import io.averment.analysis.statement.StatementWords.Kind;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what one cue says over several sentences: a list of paragraphs behind a colon ({@code The minister said:} and items with
 * bullets or numbers), and the rest of a paragraph behind an announcement of it ({@code The minister said three things.}). Linear in the
 * text; at most so many items and sentences belong to one cue.
 */
final class ListReading {

    private static final int MOST_ITEMS = 40;

    private static final int MOST_SENTENCES = 6;

    private final ParsedText text;
    private final CueLexicon lexicon;
    private final List<Draft> drafts;
    private final Map<Long, Draft> byCue = new HashMap<>();

    ListReading(ParsedText text, CueLexicon lexicon, List<Draft> drafts) {
        this.text = text;
        this.lexicon = lexicon;
        this.drafts = drafts;
    }

    /** Adds or completes the statements whose content is told behind their sentence. */
    void read() {
        boolean[] reports = new boolean[text.sentences.size()];
        for (Draft draft : drafts) {
            reports[draft.sentence] = true;
            if (draft.token != ParsedSentence.NONE) {
                byCue.put(key(draft.sentence, draft.token), draft);
            }
        }
        for (int number = 0; number + 1 < text.sentences.size(); number++) {
            ParsedSentence sentence = text.sentences.get(number);
            int paragraph = text.paragraphAt(sentence.start(0));
            if (sentence.lower(sentence.size() - 1).equals(":") && isLast(number, paragraph)) {
                take(number, cue(sentence), items(number + 1, paragraph + 1));
            } else if (!isLast(number, paragraph)) {
                int announcing = announcing(sentence);
                if (announcing != ParsedSentence.NONE) {
                    take(number, announcing, following(number, paragraph, reports));
                }
            }
        }
    }

    private boolean isLast(int number, int paragraph) {
        return number + 1 == text.sentences.size()
                || text.paragraphAt(text.sentences.get(number + 1).start(0)) != paragraph;
    }

    /** The last word of a sentence that may introduce somebody's words; {@link ParsedSentence#NONE} when none does. */
    private int cue(ParsedSentence sentence) {
        for (int i = sentence.size() - 1; i >= 0; i--) {
            Cue cue = lexicon.cue(sentence, i);
            if (cue != null && !text.isQuoted(sentence.start(i)) && cue.role().mayFollow()) {
                return i;
            }
        }
        return ParsedSentence.NONE;
    }

    /** The cue of a sentence whose object only announces what is said: {@code made several points}, {@code said three things}. */
    private int announcing(ParsedSentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            boolean vague = sentence.xpos(i).equals("NNS")
                    && sentence.is(i, "obj")
                    && text.words.is(sentence.lemma(i), Kind.ANNOUNCED)
                    && sentence.right(i) == i + 1;
            int verb = sentence.head(i);
            if (vague && verb != ParsedSentence.NONE && verb < i && !text.isQuoted(sentence.start(i))) {
                Cue cue = lexicon.cue(sentence, verb);
                if (cue != null && cue.role().mayFollow()) {
                    return verb;
                }
            }
        }
        return ParsedSentence.NONE;
    }

    /** The items of a list, one a paragraph, without their bullets or numbers. */
    private List<Span> items(int number, int paragraph) {
        List<Span> items = new ArrayList<>();
        int next = number;
        int expected = paragraph;
        while (next < text.sentences.size() && items.size() < MOST_ITEMS) {
            ParsedSentence sentence = text.sentences.get(next);
            int body = afterBullet(sentence);
            if (text.paragraphAt(sentence.start(0)) != expected || body == 0 || body >= sentence.size()) {
                break;
            }
            int last = next;
            while (!isLast(last, expected)) {
                last++;
            }
            ParsedSentence end = text.sentences.get(last);
            int size = end.size();
            while (size > 1 && end.isPunctuation(size - 1)) {
                size--;
            }
            items.add(new Span(sentence.start(body), Math.max(end.end(size - 1), sentence.end(body))));
            next = last + 1;
            expected++;
        }
        return items;
    }

    /** How many of the first tokens are a bullet or an item's number; 0 when the sentence begins without. */
    private static int afterBullet(ParsedSentence sentence) {
        String first = sentence.form(0);
        if (first.equals("-") || first.equals("–") || first.equals("—") || first.equals("•") || first.equals("*")) {
            return 1;
        }
        boolean number = first.length() <= 2 && first.chars().allMatch(Character::isDigit);
        boolean marked = sentence.size() > 1
                && (sentence.form(1).equals(".") || sentence.form(1).equals(")"));
        if (number && marked) {
            return 2;
        }
        boolean closed = first.length() >= 2
                && first.length() <= 3
                && (first.endsWith(".") || first.endsWith(")"))
                && first.chars().limit(first.length() - 1L).allMatch(Character::isDigit);
        return closed ? 1 : 0;
    }

    /** The sentences of the paragraph behind one, as far as none of them reports something of its own. */
    private List<Span> following(int number, int paragraph, boolean[] reports) {
        List<Span> spans = new ArrayList<>();
        int next = number + 1;
        while (next < text.sentences.size() && spans.size() < MOST_SENTENCES && !reports[next]) {
            ParsedSentence sentence = text.sentences.get(next);
            if (text.paragraphAt(sentence.start(0)) != paragraph || text.isQuoted(sentence.start(0))) {
                break;
            }
            Spans.add(sentence, 0, sentence.size(), spans);
            next++;
        }
        return spans;
    }

    private void take(int number, int cue, List<Span> content) {
        if (cue == ParsedSentence.NONE || content.isEmpty()) {
            return;
        }
        ParsedSentence sentence = text.sentences.get(number);
        Draft draft = byCue.get(key(number, cue));
        if (draft == null) {
            draft = new Draft(number, cue, lexicon.cue(sentence, cue));
            draft.cueSpans.add(Cue.span(sentence, cue));
            draft.source = new SourceReading(text, sentence, lexicon).of(cue, content);
            drafts.add(draft);
        }
        draft.content = new ArrayList<>(content);
        draft.slot = Slot.CLAUSE;
    }

    private static long key(int sentence, int token) {
        return (long) sentence << 32 | token;
    }
}
