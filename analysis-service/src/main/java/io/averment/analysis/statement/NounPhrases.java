package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * Chunks names and roles by capitals, articles and a few prepositions. Every walk is bounded by {@link #LONGEST} tokens, so a call
 * takes constant time.
 */
final class NounPhrases {

    /** No speaker is named with more tokens. */
    static final int LONGEST = 24;

    private final Words words;

    NounPhrases(Words words) {
        this.words = words;
    }

    /** The phrase whose last token is the one before {@code to}, looking no further left than {@code limit}. */
    @Nullable
    Phrase endingAt(int to, int limit) {
        int lowest = Math.max(limit, to - LONGEST);
        int last = to - 1;
        if (last < lowest) {
            return null;
        }
        if (words.is(last, WordClass.PRONOUN)) {
            return new Phrase(last, to, words.span(last, to), null, true);
        }
        int from = start(last, lowest);
        if (from < 0) {
            return null;
        }
        while (from - 2 >= lowest && words.is(from - 1, WordClass.LINK)) {
            int head = start(from - 2, lowest);
            if (head < 0 || (!words.is(head, WordClass.DETERMINER) && !words.isCapitalised(head))) {
                break;
            }
            from = head;
        }
        return phrase(from, to);
    }

    /** The phrase that begins with the token {@code from}, looking no further right than {@code limit}. */
    @Nullable
    Phrase startingAt(int from, int limit) {
        int highest = Math.min(limit, from + LONGEST);
        if (from >= highest) {
            return null;
        }
        if (words.is(from, WordClass.PRONOUN)) {
            return new Phrase(from, from + 1, words.span(from, from + 1), null, true);
        }
        int to = words.is(from, WordClass.DETERMINER) ? from + 1 : from;
        int first = to;
        boolean role = true;
        while (to < highest) {
            if (words.isNameWord(to) || (words.mark(to) == '&' && to > first)) {
                role = false;
            } else if (words.isNounWord(to)) {
                boolean verb = to > first && words.isLikePast(to);
                if (verb || (!role && !words.isTitleWord(to) && !words.isTitleWord(to + 1))) {
                    break;
                }
                role = true;
            } else if (to > first && linksOn(to, role)) {
                if (words.is(to + 1, WordClass.DETERMINER)) {
                    to++;
                }
            } else if (to > first && words.particlesAt(to) > 0) {
                to += words.particlesAt(to);
            } else {
                break;
            }
            to++;
        }
        return to == first ? null : phrase(from, to);
    }

    /** "of" and "for" always go on; "at", "in" and the like only after a role, where a place or body follows. */
    private boolean linksOn(int i, boolean role) {
        if (!words.is(i, WordClass.LINK)) {
            return false;
        }
        int next = words.is(i + 1, WordClass.DETERMINER) ? i + 2 : i + 1;
        boolean close = "of".equals(words.lower(i)) || "for".equals(words.lower(i));
        return close
                ? words.isNameWord(next) || words.isNounWord(next)
                : role && words.isNameWord(next) && !words.is(next, WordClass.CALENDAR);
    }

    /** First token of the simple phrase whose last token is {@code last}, or -1. */
    private int start(int last, int lowest) {
        if (words.isNameWord(last)) {
            return nameStart(last, lowest);
        }
        return words.isNounWord(last) ? roleStart(last, lowest) : -1;
    }

    private int nameStart(int last, int lowest) {
        int from = last;
        while (from - 1 >= lowest) {
            int before = from - 1;
            boolean joins =
                    "of".equals(words.lower(before)) || "for".equals(words.lower(before)) || words.mark(before) == '&';
            if (words.isNameWord(before) || (!words.isCapitalised(before) && words.isTitleWord(before) && !joins)) {
                from = before;
            } else if (joins && before - 1 >= lowest && words.isNameWord(before - 1)) {
                from = before - 1;
            } else if (beforeParticles(from, lowest) < from) {
                from = beforeParticles(from, lowest);
            } else {
                break;
            }
        }
        // A role before the name brings its own nouns along: "the campaign's chief spokesman Jan Roe", "his friend Jan
        // Roe".
        int role = roleStart(from, lowest);
        boolean whole = !words.isCapitalised(from) || words.is(role, WordClass.DETERMINER);
        return whole ? role : withDeterminer(from, lowest);
    }

    /** The word of a name before the particles that stand before {@code from}; {@code from} itself when there are none. */
    private int beforeParticles(int from, int lowest) {
        for (int i = from - 1; i > lowest && i >= from - 3 && words.is(i, WordClass.PARTICLE); i--) {
            if (words.particlesAt(i) == from - i && words.isNameWord(i - 1)) {
                return i - 1;
            }
        }
        return from;
    }

    private int roleStart(int last, int lowest) {
        int from = last;
        while (from - 1 >= lowest
                && (words.isNounWord(from - 1) || words.isNameWord(from - 1) || words.isPossessive(from - 1))) {
            from--;
        }
        return withDeterminer(from, lowest);
    }

    private int withDeterminer(int from, int lowest) {
        return from - 1 >= lowest && words.is(from - 1, WordClass.DETERMINER) ? from - 1 : from;
    }

    /** Finds name and title within a phrase. */
    private Phrase phrase(int from, int to) {
        Phrase author = authorOfDocument(from, to);
        if (author != null) {
            return author;
        }
        int nameFrom = lastName(from, to);
        if (nameFrom < 0) {
            return new Phrase(from, to, words.span(from, to), null, false);
        }
        int titleFrom = words.is(from, WordClass.DETERMINER) ? from + 1 : from;
        Span title = titleFrom < nameFrom ? words.span(titleFrom, nameFrom) : null;
        return new Phrase(from, to, words.span(nameFrom, to), title, false);
    }

    /**
     * Where the name starts in a phrase that ends with one: after its last title. A phrase with a lower-case noun behind its last
     * capital is a role.
     */
    private int lastName(int from, int to) {
        if (!words.isNameWord(to - 1)) {
            return -1;
        }
        int nameFrom = from;
        for (int i = from; i < to; i++) {
            int title = words.titleLength(i, to);
            if (title > 0) {
                if (i + title >= to) {
                    return -1;
                }
                i += title - 1;
                nameFrom = i + 1;
            } else if (words.is(i, WordClass.LINK) && (i == nameFrom || isRoleLink(i))) {
                return -1;
            } else if (words.isNounWord(i)) {
                nameFrom = i + 1;
            } else if (words.is(i, WordClass.DETERMINER)) {
                nameFrom = i + 1;
            } else if (words.isPossessive(i) && i + 1 < to) {
                nameFrom = i + 1;
            }
        }
        return nameFrom;
    }

    /** "at" or "in" makes a phrase a role with a place; "of" may be part of a name. */
    private boolean isRoleLink(int i) {
        return words.is(i, WordClass.LINK)
                && !"of".equals(words.lower(i))
                && !"for".equals(words.lower(i))
                && !words.is(i, WordClass.PARTICLE);
    }

    /** For "the ministry's statement" and "a readout from the ministry" the ministry; null when no author is named. */
    private @Nullable Phrase authorOfDocument(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!words.is(i, WordClass.DOCUMENT) || words.isCapitalised(i)) {
                continue;
            }
            int owner = i - 1;
            while (owner > from && !words.isPossessive(owner)) {
                owner--;
            }
            if (owner >= from && words.isPossessive(owner) && words.isWord(owner)) {
                return within(from, owner + 1, from, to);
            }
            boolean from2 = "from".equals(words.lower(i + 1)) || "of".equals(words.lower(i + 1));
            return from2 && i + 2 < to ? within(i + 2, to, from, to) : null;
        }
        return null;
    }

    private Phrase within(int from, int to, int outerFrom, int outerTo) {
        Phrase inner = phrase(from, to);
        return new Phrase(outerFrom, outerTo, inner.named(), inner.description(), false);
    }
}
