package io.averment.query.reading;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Country;
import io.averment.query.record.DayRange;
import io.averment.query.record.Edtf;
import io.averment.query.search.WordQuery;
import io.averment.query.search.WordQueryException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The query parameters of one request, checked: each is known, given once, not blank and not too long. What is wrong is told
 * by name. Immutable.
 */
public final class QueryParameters {
    static final String LIMIT = "limit";
    public static final String CURSOR = "cursor";
    static final String SINCE = "since";
    static final String FIELDS = "fields";
    static final String AS_OF = "asOf";
    static final String WORDS = "words";
    static final String COUNT = "count";
    static final String HIGHLIGHTS = "highlights";
    static final int LARGEST_LIMIT = 200;
    static final int MOST_HIGHLIGHTED = 100;
    static final int DEFAULT_LIMIT = 50;
    public static final int LONGEST_VALUE = 200;

    /** A query for words is a text of its own, and may be longer. */
    public static final int LONGEST_WORDS = 500;

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_NAME_SHOWN = 50;

    private final TreeMap<String, String> given = new TreeMap<>();

    /** @throws ProblemException when a parameter is unknown, repeated, blank or too long */
    public QueryParameters(Map<String, List<String>> request, Set<String> known) {
        request.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw unknown(name);
            }
            if (values.size() != 1) {
                throw invalid("The query parameter " + name + " is given more than once.");
            }
            given.put(name, checked(name, values.getFirst()));
        });
    }

    /** @throws ProblemException when there is any parameter */
    public static void requireNone(Map<String, List<String>> request) {
        request.keySet().stream().findFirst().ifPresent(name -> {
            throw unknown(name);
        });
    }

    private static ProblemException unknown(String name) {
        return invalid("There is no query parameter named " + shown(name) + " here.");
    }

    private static String checked(String name, String value) {
        if (value.isBlank()) {
            throw invalid("The query parameter " + name + " is blank.");
        }
        int most = name.equals(WORDS) ? LONGEST_WORDS : LONGEST_VALUE;
        if (value.codePointCount(0, value.length()) > most) {
            throw invalid("The query parameter " + name + " has more than " + most + " characters.");
        }
        if (value.indexOf('\0') >= 0) {
            throw invalid("The query parameter " + name + " contains NUL.");
        }
        return value;
    }

    /** A client's own word is only repeated in part, and never its control characters. */
    private static String shown(String name) {
        String clean = name.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')
                .limit(LONGEST_NAME_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '\'' + clean + '\'';
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** The query for words. */
    public Optional<WordQuery> words() {
        return text(WORDS).map(written -> readable(() -> WordQuery.parse(written)));
    }

    /** What is made of the query for words, or where and why it cannot be. */
    static <T> T readable(Supplier<T> words) {
        try {
            return words.get();
        } catch (WordQueryException unreadable) {
            throw invalid("The query parameter " + WORDS + " cannot be read at character " + unreadable.position()
                    + ": expected " + unreadable.expected() + ".");
        }
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(value -> {
            try {
                LocalDate date = LocalDate.parse(value);
                if (date.getYear() >= 1 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeException notADate) {
                // told below
            }
            throw invalid("The query parameter " + name + " is not a date like 2026-01-31.");
        });
    }

    /** Days as ISO 8601-2 (EDTF) writes them. */
    public Optional<DayRange> days(String name) {
        return text(name)
                .map(
                        value -> Edtf.days(value)
                                .orElseThrow(
                                        () -> invalid(
                                                "The query parameter " + name
                                                        + " is no date, month, year, season or interval in EDTF, like 2026-09 or 2026-01/2026-03.")));
    }

    /** The days of publication that are asked for; empty when none are. */
    public Optional<DayRange> published() {
        Publication range = Publication.of(this);
        return range.from().isEmpty() && range.to().isEmpty()
                ? Optional.empty()
                : Optional.of(new DayRange(range.from().orElse(null), range.to().orElse(null)));
    }

    /** The instant as of which the record is asked; empty for what it says now. */
    public Optional<Instant> asOf() {
        return instant(AS_OF);
    }

    /** An instant, between 1970 and 9999. */
    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                Instant instant = OffsetDateTime.parse(value).toInstant();
                if (instant.isAfter(Instant.EPOCH) && instant.isBefore(END_OF_TIME)) {
                    return instant;
                }
            } catch (DateTimeException notAnInstant) {
                // told below
            }
            String hint = value.indexOf(' ') >= 0 ? " A + in an address is a blank: write it %2B." : "";
            throw invalid("The query parameter " + name + " is not an instant with an offset like 2026-01-31T12:00:00Z."
                    + hint);
        });
    }

    /** A whole number from the one to the other, both not negative. */
    public Optional<Integer> number(String name, int least, int most) {
        return text(name).map(value -> {
            if (value.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw invalid("The query parameter " + name + " is not a number from " + least + " to " + most + ".");
        });
    }

    public Optional<ArticleId> article(String name) {
        return text(name)
                .map(value -> ArticleId.parse(value)
                        .orElseThrow(() -> invalid("The query parameter " + name + " is not an article's id.")));
    }

    /** A country, by its ISO 3166-1 code of two or three letters, regardless of case. */
    public Optional<Country> country(String name) {
        return text(name)
                .map(value -> Country.parse(value)
                        .orElseThrow(() -> invalid("The query parameter " + name
                                + " is not a country's code in ISO 3166-1, like IRQ or IQ.")));
    }

    /** A language, by its tag in BCP 47 in either case, in its usual spelling: {@code en}, {@code ckb-IQ}. What is no tag is left as it is. */
    public Optional<String> language(String name) {
        return text(name).map(value -> {
            try {
                return new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
            } catch (IllformedLocaleException noTag) {
                return value;
            }
        });
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
        return text(name).map(value -> constant(name, value, values));
    }

    /** Several constants, divided by commas; all of them when the parameter is not given. */
    public <E extends Enum<E>> List<E> someOf(String name, Class<E> values) {
        return text(name)
                .map(value -> Arrays.stream(value.split(",", -1))
                        .map(each -> constant(name, each, values))
                        .distinct()
                        .toList())
                .orElseGet(() -> List.of(values.getEnumConstants()));
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> values) {
        for (E constant : values.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw invalid("The query parameter " + name + " is none of "
                + Arrays.stream(values.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + ".");
    }

    /** That the one is not given without one of the others, to which it belongs. */
    public void requireTogether(String name, String... others) {
        if (given.containsKey(name) && Arrays.stream(others).noneMatch(given::containsKey)) {
            throw invalid(
                    "The query parameter " + name + " means nothing without " + String.join(" or ", others) + ".");
        }
    }

    /** Whether it is {@code true}; not without it. */
    public boolean flag(String name) {
        String value = text(name).orElse("false");
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw invalid("The query parameter " + name + " is neither true nor false.");
    }

    /** The words to highlight, if that is asked for: of pages of a hundred items at most, since each text is read for it. */
    Optional<WordQuery> highlighted() {
        if (!flag(HIGHLIGHTS)) {
            return Optional.empty();
        }
        requireTogether(HIGHLIGHTS, WORDS);
        if (limit() > MOST_HIGHLIGHTED) {
            throw invalid("With " + HIGHLIGHTS + " a page has at most " + MOST_HIGHLIGHTED + " items.");
        }
        return words();
    }

    /** That there are words by which to sort, and no place in another order. */
    void requireRankable() {
        if (!given.containsKey(WORDS)) {
            throw invalid("The query parameter sort=RELEVANCE means nothing without " + WORDS + ".");
        }
        if (given.containsKey(CURSOR) || given.containsKey(SINCE)) {
            throw invalid("By relevance there is one page: " + CURSOR + " and " + SINCE + " go with other orders.");
        }
    }

    /** One of an open set of codes, like {@code DENIES}. */
    public Optional<String> code(String name) {
        return text(name).map(value -> {
            if (value.matches("[A-Z][A-Z_]*")) {
                return value;
            }
            throw invalid("The query parameter " + name + " is not a code in capital letters.");
        });
    }

    public int limit() {
        return number(LIMIT, 1, LARGEST_LIMIT).orElse(DEFAULT_LIMIT);
    }

    /** What narrows the list, without what only pages through it. */
    public Map<String, String> filters() {
        TreeMap<String, String> filters = new TreeMap<>(given);
        filters.remove(LIMIT);
        filters.remove(CURSOR);
        filters.remove(SINCE);
        filters.remove(FIELDS);
        filters.remove(COUNT);
        filters.remove(HIGHLIGHTS);
        return filters;
    }

    /** All that was given, by name. */
    public Map<String, String> all() {
        return new TreeMap<>(given);
    }

    public static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
