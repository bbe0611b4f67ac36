package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.entity.Context;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.Office;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom a surname means that stands in a text without the full name: the one known bearer whose office the text gives as a title
 * ("President Trump"), or, without a title, the one who leads a country that the text speaks of. Otherwise it stays open, with those who
 * bear the name as candidates. Not thread-safe; linear in the cluster.
 */
final class SurnameLinking {

    private static final int MOST_CANDIDATES = 5;

    /** Of how many mentions titles are looked at. */
    private static final int MOST_LOOKED_AT = 20;

    private static final int YEAR = "2025".length();

    private final KnowledgeBase base;
    private final Lexicon lexicon;
    private final Context context;
    private final String text;
    private final List<Mention> mentions;
    private final @Nullable String day;

    /** @param day when the report was published, as far as is known */
    SurnameLinking(
            KnowledgeBase base,
            Lexicon lexicon,
            Context context,
            String text,
            List<Mention> mentions,
            @Nullable String day) {
        this.base = base;
        this.lexicon = lexicon;
        this.context = context;
        this.text = text;
        this.mentions = mentions;
        this.day = day;
    }

    /** Whom a cluster of surnames means; null when that is not decided, which the cluster then says. */
    @Nullable
    Entry entry(Cluster cluster) {
        List<Mention> named = cluster.named().stream()
                .limit(MOST_LOOKED_AT)
                .map(mentions::get)
                .toList();
        List<Entry> bearers = base.peopleOfSurname(
                PersonName.words(named.getFirst().head(), lexicon).getLast());
        if (bearers.isEmpty()) {
            return null;
        }
        List<Entry> fitting = bearers.stream()
                .filter(bearer ->
                        cluster.gender() == null || bearer.gender() == null || cluster.gender() == bearer.gender())
                .filter(bearer -> named.stream().allMatch(mention -> agrees(mention, bearer)))
                .toList();
        Entry entry = only(fitting, bearer -> isCalled(named, bearer, this::isNow));
        if (entry == null) {
            entry = only(fitting, bearer -> isCalled(named, bearer, office -> isPast(office) && isSpokenOf(office)));
        }
        if (entry == null && !isGivenName(named)) {
            entry = only(fitting, this::leads);
        }
        if (entry == null) {
            Unresolved.Reason why = bearers.size() == 1 ? Unresolved.Reason.UNCERTAIN : Unresolved.Reason.AMBIGUOUS;
            cluster.leaveOpen(new Unresolved(
                    why,
                    bearers.stream().limit(MOST_CANDIDATES).map(Entry::name).toList()));
        }
        return entry;
    }

    private static @Nullable Entry only(List<Entry> bearers, Predicate<Entry> condition) {
        List<Entry> found = bearers.stream().filter(condition).toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** Whether a bearer has had an office of every role that the text gives: "coach Biden" is no president. */
    private boolean agrees(Mention mention, Entry bearer) {
        return mention.roles().stream()
                .allMatch(role -> base.offices(bearer.id()).stream()
                        .anyMatch(office -> (" " + office.title()).endsWith(" " + role)));
    }

    private boolean isCalled(List<Mention> named, Entry bearer, Predicate<Office> condition) {
        return base.offices(bearer.id()).stream()
                .filter(condition)
                .anyMatch(office -> named.stream().anyMatch(mention -> isBehind(mention, office.title())));
    }

    /** Whether a title, written with a capital, stands right before a name. */
    private boolean isBehind(Mention mention, String title) {
        int end = mention.span().start() - 1;
        int start = end - title.length();
        return start >= 0
                && text.charAt(end) == ' '
                && Character.isUpperCase(text.charAt(start))
                && text.regionMatches(true, start, title, 0, title.length())
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
    }

    private boolean isGivenName(List<Mention> named) {
        return lexicon.isGivenName(named.getFirst().span().of(text));
    }

    private boolean leads(Entry bearer) {
        return base.offices(bearer.id()).stream()
                .anyMatch(office -> lexicon.has(office.title(), Use.LEADING_OFFICE)
                        && (isNow(office) || isLately(office))
                        && isSpokenOf(office));
    }

    private boolean isNow(Office office) {
        return day == null ? office.until() == null : office.isHeldOn(day);
    }

    private boolean isPast(Office office) {
        String from = office.from();
        return day == null || from == null || from.compareTo(day) <= 0;
    }

    /** Whether an office ended in the year of the report or the one before, so that its holder is still called by the surname alone. */
    private boolean isLately(Office office) {
        String until = office.until();
        return day != null
                && until != null
                && isPast(office)
                && Integer.parseInt(until.substring(0, YEAR)) >= Integer.parseInt(day.substring(0, YEAR)) - 1;
    }

    private boolean isSpokenOf(Office office) {
        return context.speaksOf(office.of());
    }

    /** Whether a cluster has nothing but names of one word, none of which is known. */
    boolean isFor(Cluster cluster) {
        return cluster.entry() == null
                && cluster.forms().stream()
                        .allMatch(form -> PersonName.words(form, lexicon).size() == 1)
                && cluster.unresolved() != null
                && cluster.unresolved().reason() == Unresolved.Reason.NOT_KNOWN;
    }
}
