package io.averment.analysis.statement;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.PublicationDate;
import io.averment.analysis.document.Span;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameAnnotator;
import io.averment.analysis.name.NameType;
import io.averment.analysis.quotation.Quotation;
import io.averment.analysis.quotation.QuotationAnnotator;
import io.averment.analysis.sentence.ParagraphAnnotator;
import io.averment.analysis.syntax.ParsedSentence;
import io.averment.analysis.time.TimeAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The layers of a document that statements, and what is read from them, need. For one thread. */
public final class ParsedText {

    public final String text;
    public final List<ParsedSentence> sentences;
    public final List<Span> paragraphs;
    public final List<Quotation> quotations;
    public final List<Name> names;
    private final List<TimeExpression> times;
    private final @Nullable LocalDate published;
    private final NavigableMap<Integer, Integer> verbatim = new TreeMap<>();

    final StatementWords words;

    /** @param words the classes of words that the reading looks for */
    ParsedText(Document document, StatementWords words) {
        this.words = words;
        text = document.text();
        paragraphs = document.get(ParagraphAnnotator.PARAGRAPHS);
        quotations = document.get(QuotationAnnotator.QUOTATIONS);
        names = document.get(NameAnnotator.NAMES);
        times = document.get(TimeAnnotator.TIMES);
        String date = document.report().publishedAt();
        published = date == null ? null : PublicationDate.day(date).orElse(null);
        sentences = ParsedSentence.of(document);
    }

    /**
     * The same with the turns of a transcript counted as quoted, for what is read after the statements.
     *
     * @param words the classes of words that the reading looks for
     */
    public static ParsedText withTurns(Document document, StatementWords words) {
        ParsedText text = new ParsedText(document, words);
        new Turns(text, Set.of()).read(new ArrayList<>());
        return text;
    }

    /** Whether a token says when rather than who. */
    public boolean isCalendar(ParsedSentence sentence, int token) {
        int name = nameAt(sentence.start(token));
        boolean person = name < names.size()
                && names.get(name).type() == NameType.PERSON
                && names.get(name).span().start() <= sentence.start(token);
        return !person && words.is(sentence.lower(token), StatementWords.Kind.CALENDAR);
    }

    /** Whether words name nobody: {@code no official}. */
    public boolean isNobody(Span phrase) {
        int end = phrase.start();
        while (end < phrase.end() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        // "No 10" and "Mr No" are somebody.
        boolean somebody = end + 1 < phrase.end() && !Character.isLowerCase(text.charAt(end + 1));
        return !somebody
                && words.is(text.substring(phrase.start(), end).toLowerCase(Locale.ROOT), StatementWords.Kind.NOBODY);
    }

    /** The words of a span on one line; a name may run over the end of a line. */
    public String oneLine(Span span) {
        String words = span.of(text);
        return words.indexOf('\n') < 0 && words.indexOf('\r') < 0
                ? words
                : String.join(" ", words.strip().split("\\s+", -1));
    }

    /** The sentence that holds a position, or the last before it; -1 when there is none. */
    public int sentenceAt(int offset) {
        return ParsedSentence.at(sentences, offset);
    }

    /** The paragraph that holds a position, or the last before it. */
    public int paragraphAt(int offset) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (paragraphs.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last quotation that begins at or before a position; -1 when none does. */
    public int quotationBy(int offset) {
        int low = -1;
        int high = quotations.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (quotations.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether a position lies in a quotation or in a turn of a transcript. */
    public boolean isQuoted(int offset) {
        int quotation = quotationBy(offset);
        if (quotation >= 0 && offset < quotations.get(quotation).end()) {
            return true;
        }
        Map.Entry<Integer, Integer> turn = verbatim.floorEntry(offset);
        return turn != null && offset < turn.getValue();
    }

    /** Makes a stretch count as quoted. */
    void addVerbatim(Span words) {
        verbatim.put(words.start(), words.end());
    }

    /** The time expression at a position; null when there is none. A binary search. */
    @Nullable
    TimeExpression timeAt(int offset) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < times.size() && times.get(low).span().start() <= offset ? times.get(low) : null;
    }

    /** Whether a time has surely begun when the text is published. */
    boolean isPast(TimeExpression time) {
        LocalDate first = time.earliest();
        return first != null && published != null && !first.isAfter(published);
    }

    /** Whether a time surely begins only after the day on which the text is published. */
    boolean isAhead(TimeExpression time) {
        LocalDate first = time.earliest();
        return first != null && published != null && first.isAfter(published);
    }

    /** The first name that ends behind a position; {@code names.size()} when none does. */
    public int nameAt(int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
