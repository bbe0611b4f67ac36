package io.averment.analysis.statement;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.Quotation;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.sentence.SentenceAnnotator;
import java.util.ArrayList;
import java.util.List;

/** Lays quotations over tokens, sentences and paragraphs. O(quotations × log text). */
final class Places {

    private static final String INVITING = ",?!—–";

    private final String text;
    private final Words words;
    private final List<Span> sentences;
    private final List<Span> paragraphs;
    private final List<Quotation> quotations;

    Places(Document document, Words words) {
        this.text = document.text();
        this.words = words;
        this.sentences = document.get(SentenceAnnotator.SENTENCES);
        this.paragraphs = document.get(ParagraphAnnotator.PARAGRAPHS);
        this.quotations = document.get(QuotationAnnotator.QUOTATIONS);
    }

    List<Place> all() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < quotations.size(); i++) {
            places.add(place(i));
        }
        return places;
    }

    private Place place(int index) {
        Quotation quotation = quotations.get(index);
        int previousEnd =
                index == 0 ? 0 : words.firstAt(quotations.get(index - 1).end());
        int nextStart = index + 1 == quotations.size()
                ? words.size()
                : words.firstAt(quotations.get(index + 1).start());
        int first = lastStartingBy(sentences, quotation.start());
        int last = lastStartingBy(sentences, quotation.end() - 1);
        int paragraph = lastStartingBy(paragraphs, quotation.end() - 1);
        int before = words.firstAt(quotation.start());
        int after = words.firstAt(quotation.end());
        int beforeStart =
                Math.max(previousEnd, words.firstAt(sentences.get(first).start()));
        if (beforeStart >= before && first > 0 && endsWithColon(sentences.get(first - 1))) {
            beforeStart =
                    Math.max(previousEnd, words.firstAt(sentences.get(first - 1).start()));
        }
        int behindEnd = Math.min(nextStart, words.firstAt(sentences.get(last).end()));
        Surroundings around = new Surroundings(
                Math.min(beforeStart, before), before, after, Math.max(behindEnd, after), invites(quotation, after));
        return new Place(
                quotation, around, first, last, paragraph, Math.min(nextStart, endOfNextSentence(last, paragraph)));
    }

    private int endOfNextSentence(int sentence, int paragraph) {
        boolean sameParagraph = sentence + 1 < sentences.size()
                && sentences.get(sentence + 1).end()
                        <= paragraphs.get(paragraph).end();
        return words.firstAt(
                sentences.get(sameParagraph ? sentence + 1 : sentence).end());
    }

    private boolean endsWithColon(Span sentence) {
        return text.charAt(sentence.end() - 1) == ':';
    }

    private boolean invites(Quotation quotation, int after) {
        if (words.mark(after) == ',') {
            return true;
        }
        Span inside = quotation.insides().getLast();
        int end = inside.end();
        // A nested quotation may end together with this one.
        while (end > inside.start() && end > inside.end() - 4 && isClosing(text.charAt(end - 1))) {
            end--;
        }
        return end > inside.start() && INVITING.indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean isClosing(char c) {
        return "'’”\"".indexOf(c) >= 0 || Blanks.isBlank(c);
    }

    /** Index of the last span that starts at or before a position; the first when none does. */
    private static int lastStartingBy(List<Span> spans, int position) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spans.get(middle).start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
