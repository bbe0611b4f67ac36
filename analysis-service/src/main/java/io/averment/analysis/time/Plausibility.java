package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameType;
import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells words of time from the same words that mean something else: the fall of a city, page 1998, The Sunday Times. For one thread. */
final class Plausibility {

    /** A number before this is a year only beside other words of time. */
    private static final int EARLIEST_ALONE = 1400;

    private static final int ROUND = 50;

    /** A decade without its century: 30s. */
    private static final int SHORT_DECADE = 3;

    private final String text;
    private final Surroundings surroundings;
    private final List<Name> names;
    private int name;
    private SentenceTokens tokens = new SentenceTokens(new int[0], new int[0]);

    @Nullable
    private SentenceSyntax syntax;

    /** @param names of the text, by position */
    Plausibility(String text, Surroundings surroundings, List<Name> names) {
        this.text = text;
        this.surroundings = surroundings;
        this.names = names;
    }

    /** Sentences come in the order of the text. */
    void read(SentenceTokens sentence, @Nullable SentenceSyntax tree) {
        tokens = sentence;
        syntax = tree;
    }

    /**
     * Whether a match is one of time.
     *
     * @param first its first token
     * @param end one past its last
     */
    boolean isTime(Fields fields, Span span, int first, int end) {
        if (end < tokens.size() && isHyphen(end) && end + 1 < tokens.size() && is(end + 1, Surrounding.SUFFIX)) {
            return false;
        }
        return switch (fields.reading) {
            case POINT -> isPoint(fields, span, first, end);
            case LENGTH -> isLength(fields, first, end);
            case EVERY -> !(fields.has(Kind.UNIT) && fields.unit().isOfDay() && fields.has(Cue.PER));
            case SAME -> isSame(fields, end);
            case EARLIER, LATER -> !isPreposition(end) && !(end < tokens.size() && is(end, Surrounding.COMPARES));
            case FIRST -> !(fields.has(Kind.UNIT) && fields.unit().isOfDay());
            case SHIFT -> !isInName(span) && !(isBeyond(fields) && isOfNext(end));
            case AGE -> (fields.hasUnit() || Ages.isYears(fields.get(Kind.NUMBER))) && !isInName(span);
            case AGO, FIXED, HIJRI, RECENT -> !isInName(span);
        };
    }

    /** "The year after next" */
    private static boolean isBeyond(Fields fields) {
        return !fields.has(Kind.SHIFT) && (fields.has(Cue.NEXT) || fields.has(Cue.LAST));
    }

    /** Whether the last word belongs to the one behind the match: the week after next Friday. */
    private boolean isOfNext(int end) {
        SentenceSyntax tree = syntax;
        return tree != null && tree.head(end - 1) >= end;
    }

    private boolean isPoint(Fields fields, Span span, int first, int end) {
        if (!ClockReading.isClock(fields)) {
            return false;
        }
        // "To get around Friday's ruling": what has a day of its own is not near it.
        if (fields.has(Kind.APPROX) && end < tokens.size() && tag(end).equals("POS")) {
            return false;
        }
        boolean lone = fields.isDayOfOpenMonth() && !fields.has(Kind.SHIFT);
        if (fields.has(Kind.ORDINAL) && (isOfNoun(fields, end) || (lone && !isDay(fields, first, end)))) {
            return false;
        }
        boolean numbered = fields.has(Kind.YEAR) || fields.has(Kind.DAY) || fields.has(Kind.ISO);
        if (isCountBehindMonth(fields, first, end)) {
            return false;
        }
        if (!numbered && !fields.has(Kind.HOLIDAY) && (isInName(span) || isNameOfPerson(fields, first, end))) {
            return false;
        }
        if (fields.has(Kind.DECADE) && isOfSomebody(first, end)) {
            return false;
        }
        if (fields.has(Kind.SEASON) && !fields.has(Kind.YEAR) && !fields.has(Kind.SHIFT)) {
            return isSeason(first, end);
        }
        if (fields.has(Cue.HALF) && !fields.has(Kind.YEAR) && end < tokens.size() && is(end, Surrounding.OF)) {
            return false;
        }
        if (fields.has(Kind.YEAR) && end - first == 1) {
            return isYear(fields, first, end);
        }
        if (fields.has(Kind.PART) && fields.isOnly(Kind.PART)) {
            return first > 0 && is(first - 1, Surrounding.LEADS_PART);
        }
        return true;
    }

    /** Whether the number at the end of a match tells which one of what stands behind it: in September the second battle began. */
    private boolean isOfNoun(Fields fields, int end) {
        SentenceSyntax tree = syntax;
        return tree != null
                && fields.has(Kind.MONTH)
                && fields.has(Cue.THE)
                && tree.head(end - 1) >= end
                && tree.upos(tree.head(end - 1)).equals("NOUN");
    }

    /** Whether the day behind a month counts what follows: "in February 30 people came", where a day would have another preposition. */
    private boolean isCountBehindMonth(Fields fields, int first, int end) {
        SentenceSyntax tree = syntax;
        return tree != null
                && fields.isDayBehindMonth()
                && first > 0
                && is(first - 1, Surrounding.HENCE)
                && end < tokens.size()
                && tree.xpos(end).equals("NNS")
                && tree.head(end - 1) == end
                && tree.relation(end - 1).equals("nummod");
    }

    /** Whether "the 16th" is a day of the month: in digits, behind a preposition, and of nothing that follows. */
    private boolean isDay(Fields fields, int first, int end) {
        SentenceSyntax tree = syntax;
        boolean digits = Character.isDigit(text.charAt(tokens.start(end - 1)));
        boolean led = first > 0 && is(first - 1, Surrounding.LEADS_DAY);
        boolean free = tree == null
                || tree.head(end - 1) < end
                || !tree.relation(end - 1).equals("amod");
        boolean noun = end < tokens.size()
                && (tag(end).startsWith("NN") || tag(end).startsWith("JJ") || is(end, Surrounding.OF) || isHyphen(end));
        return digits && led && free && !noun && Period.isDayOfMonth(fields.get(Kind.ORDINAL));
    }

    /** Whether the last word leads to what follows ("two months after the vote") rather than ends the expression. */
    private boolean isPreposition(int end) {
        return end < tokens.size()
                && is(end - 1, Surrounding.LEADS_ON)
                && Character.isLetterOrDigit(text.codePointAt(tokens.start(end)));
    }

    /** Whether a decade is one of somebody's life: his sixties, her early 30s. */
    private boolean isOfSomebody(int first, int end) {
        boolean whole = Character.isDigit(text.charAt(tokens.start(end - 1)))
                && tokens.end(end - 1) - tokens.start(end - 1) > SHORT_DECADE;
        boolean staged = !whole && first > 1 && tag(first - 2).equals("PRP$");
        return first > 0
                && (tag(first - 1).equals("PRP$") || (staged && tag(first - 1).matches("JJ|RB")));
    }

    /** Whether a lone month looks like a part of a name, where no name was found: April Summers. */
    private boolean isNameOfPerson(Fields fields, int first, int end) {
        SentenceSyntax tree = syntax;
        if (tree == null || !fields.isOnly(Kind.MONTH) || end - first != 1) {
            return false;
        }
        boolean surname = first > 0
                && tree.head(first - 1) == first
                && tree.xpos(first - 1).equals("NNP");
        String relation = tree.relation(first);
        if (surname || relation.equals("flat") || relation.startsWith("aux")) {
            return true;
        }
        boolean named = end < tokens.size()
                && tree.xpos(end).startsWith("NNP")
                && Character.isUpperCase(text.charAt(tokens.start(end)))
                && !tokens.isGlued(end);
        String before = first == 0 ? "IN" : tree.xpos(first - 1);
        return named && !before.equals("IN") && !before.equals("DT") && !before.equals("NNP");
    }

    /** Whether "the" before a match is the article of a noun behind it: the Christmas holidays. */
    boolean isOfOuterNoun(int article, int last) {
        SentenceSyntax tree = syntax;
        return tree != null && is(article, Surrounding.ARTICLE) && tree.head(article) > last;
    }

    private boolean isSeason(int first, int end) {
        boolean noun = tag(end - 1).startsWith("NN") || tag(end - 1).isEmpty();
        boolean led = first > 0 && (tag(first - 1).equals("IN") || end - first > 1);
        return noun && led && !(end < tokens.size() && is(end, Surrounding.OF));
    }

    private boolean isYear(Fields fields, int first, int end) {
        if (first > 0 && is(first - 1, Surrounding.LEADS_NUMBER)) {
            return false;
        }
        if (end < tokens.size()
                && (is(end, Surrounding.FOLLOWS_NUMBER) || isCounted(fields.get(Kind.YEAR), first, end))) {
            return false;
        }
        return fields.get(Kind.YEAR) >= EARLIEST_ALONE;
    }

    /** Whether a noun in the plural follows that the number counts rather than dates; such numbers are round. */
    private boolean isCounted(int value, int number, int noun) {
        SentenceSyntax tree = syntax;
        if (tree == null || value % ROUND != 0 || !tree.xpos(noun).equals("NNS")) {
            return false;
        }
        boolean modifies = tree.head(number) == noun && tree.relation(number).equals("nummod");
        String before = number == 0 ? "IN" : tree.xpos(number - 1);
        return modifies || !(before.equals("IN") || before.equals("DT"));
    }

    private boolean isLength(Fields fields, int first, int end) {
        Unit unit = fields.unit();
        boolean of = end < tokens.size() && is(end, Surrounding.OF);
        boolean fraction = fields.has(Kind.NUMBER) ? of : fields.has(Kind.UNIT);
        if (unit == Unit.QUARTER && fraction) {
            return false;
        }
        if (unit == Unit.SECOND && fields.has(Kind.UNIT) && !fields.has(Kind.NUMBER)) {
            return false;
        }
        if (end - first == 1 && fields.has(Kind.UNITS)) {
            boolean led = first > 0 && is(first - 1, Surrounding.LEADS_LENGTH);
            return led || (end < tokens.size() && is(end, Surrounding.LEADS_ON));
        }
        return true;
    }

    private boolean isSame(Fields fields, int end) {
        if (!fields.hasUnit()) {
            return true;
        }
        boolean calendar = switch (fields.unit()) {
            case DAY, WEEKEND, WEEK, MONTH, QUARTER, YEAR -> true;
            case SECOND, MINUTE, HOUR, FORTNIGHT, SEMESTER, DECADE, CENTURY, MILLENNIUM -> false;
        };
        boolean described = end < tokens.size() && is(end, Surrounding.OF);
        return calendar && (fields.unit() == Unit.YEAR || !described);
    }

    /** Whether the words are a part of a longer name of somebody or something. */
    private boolean isInName(Span span) {
        while (name < names.size() && names.get(name).span().end() <= span.start()) {
            name++;
        }
        if (name == names.size() || names.get(name).type() == NameType.OTHER) {
            return false;
        }
        Span other = names.get(name).span();
        return other.start() < span.end()
                && ((other.contains(span) && !other.equals(span)) || other.start() < span.start());
    }

    private boolean isHyphen(int token) {
        return tokens.isGlued(token)
                && tokens.end(token) - tokens.start(token) == 1
                && text.charAt(tokens.start(token)) == '-';
    }

    private boolean is(int token, Surrounding what) {
        return surroundings.has(tokens.of(text, token), what);
    }

    private String tag(int token) {
        return syntax == null ? "" : syntax.xpos(token);
    }
}
