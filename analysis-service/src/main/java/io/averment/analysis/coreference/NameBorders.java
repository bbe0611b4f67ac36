package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.entity.NameIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends what the model of names found by what it does not know: where a name must end ("the White House | on Tuesday"), what its last
 * or first word makes it ("Storm Ada", "Castle Road"), that a single name is the surname of somebody whom the text or the knowledge
 * base names in full, and that where everything is in capitals, capitals show nothing. Not thread-safe; linear.
 */
final class NameBorders {

    /** How far behind a comma the role of an apposition may stand. */
    private static final int ROLE_DISTANCE = 4;

    private final KnowledgeBase base;
    private final Lexicon lexicon;
    private final Reading reading;
    private final Set<String> partsOfPeople = new HashSet<>();
    private final Set<String> formsElsewhere = new HashSet<>();

    /** A name by its words. */
    private record Stretch(int from, int to, EntityType type) {

        boolean isSingle() {
            return to - from == 1;
        }

        Stretch as(EntityType other) {
            return new Stretch(from, to, other);
        }
    }

    NameBorders(KnowledgeBase base, Lexicon lexicon, Reading reading) {
        this.base = base;
        this.lexicon = lexicon;
        this.reading = reading;
    }

    /** The names again, mended; those that are none are left out. */
    List<FoundName> mended(List<FoundName> names) {
        List<Stretch> stretches = new ArrayList<>();
        for (FoundName name : names) {
            int from = reading.words.firstAt(name.span().start());
            int to = reading.words.firstAt(name.span().end());
            if (to > from) {
                cut(new Stretch(from, to, name.type()), stretches);
            }
        }
        List<Stretch> joined = joined(stretches);
        joined.forEach(this::remember);
        return joined.stream()
                .filter(name -> !isInCapitalsOnly(name))
                .map(this::typed)
                .sorted(Comparator.comparingInt(Stretch::from))
                .map(name -> new FoundName(reading.span(name.from(), name.to()), name.type()))
                .toList();
    }

    /** Adds what is left of a name where it ends before a day, before a word that joins no names, and behind a title. */
    private void cut(Stretch name, List<Stretch> cut) {
        int to = endBeforeDay(name);
        if (name.type() == EntityType.PERSON) {
            int small = firstSmall(name.from(), to);
            if (small < to) {
                int next = small + 1;
                while (next < to && !reading.words.isCapitalised(next)) {
                    next++;
                }
                if (next < to) {
                    cut(new Stretch(next, to, name.type()), cut);
                }
                to = small;
            }
        }
        if (to == name.from()) {
            return;
        }
        Stretch left = behindTitle(new Stretch(name.from(), to, name.type()));
        if (!isDate(left) && !isAmount(left)) {
            cut.add(left);
        }
    }

    /** "Biden on Monday": a preposition and a day end a name. */
    private int endBeforeDay(Stretch name) {
        for (int i = name.from() + 1; i + 1 < name.to(); i++) {
            if (!reading.words.isCapitalised(i)
                    && lexicon.is(reading.lower(i), "PREPOSITION")
                    && lexicon.is(reading.lower(i + 1), "CALENDAR")) {
                return i;
            }
        }
        return name.to();
    }

    private int firstSmall(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isSmall(i)
                    && !lexicon.isParticle(reading.lower(i))
                    && !lexicon.has(reading.lower(i), Use.NAME_SUFFIX)
                    && reading.gap(i - 1).isBlank()) {
                return i;
            }
        }
        return to;
    }

    /** Whether a word has small letters only; "d'Ettorre" and "&" have not. */
    private boolean isSmall(int word) {
        return reading.written(word, word + 1).codePoints().allMatch(Character::isLowerCase);
    }

    /** "CFO Geir Moen" is a person with a title, whatever it was taken for. */
    private Stretch behindTitle(Stretch name) {
        boolean title = name.to() - name.from() > 2
                && name.type() != EntityType.PLACE
                && lexicon.isTitle(reading.lower(name.from()))
                && isGivenName(name.from() + 1);
        return title ? new Stretch(name.from() + 1, name.to(), EntityType.PERSON) : name;
    }

    private boolean isGivenName(int word) {
        return lexicon.isGivenName(reading.written(word, word + 1))
                || lexicon.isGivenName(capitalised(word))
                || lexicon.has(reading.lower(word), Use.GIVEN_NAME);
    }

    /** A word in capitals as it is written else. */
    private String capitalised(int word) {
        String lower = reading.lower(word);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    /** "Jan 9". */
    private boolean isDate(Stretch name) {
        return name.to() - name.from() == 2
                && lexicon.has(reading.lower(name.from()), Use.MONTH)
                && Character.isDigit(reading.lower(name.from() + 1).charAt(0));
    }

    /** "N5bn". */
    private boolean isAmount(Stretch name) {
        if (!name.isSingle()) {
            return false;
        }
        String word = reading.lower(name.from());
        int last = word.length();
        while (last > 0 && !Character.isDigit(word.charAt(last - 1))) {
            last--;
        }
        return last > 0 && lexicon.has(word.substring(last), Use.AMOUNT_ENDING);
    }

    /** Makes one person of two places that an apposition says are somebody: "Paris Jordan, the author". */
    private List<Stretch> joined(List<Stretch> names) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch name : names) {
            Stretch before = joined.isEmpty() ? null : joined.getLast();
            if (before != null
                    && before.type() == EntityType.PLACE
                    && name.type() == EntityType.PLACE
                    && before.isSingle()
                    && name.isSingle()
                    && before.to() == name.from()
                    && reading.isNext(before.from())
                    && isSaidToBeSomebody(name.to())) {
                joined.set(joined.size() - 1, new Stretch(before.from(), name.to(), EntityType.PERSON));
            } else {
                joined.add(name);
            }
        }
        return joined;
    }

    private boolean isSaidToBeSomebody(int next) {
        if (next >= reading.size()
                || !reading.gap(next - 1).strip().equals(",")
                || !lexicon.is(reading.lower(next), "DETERMINER")) {
            return false;
        }
        for (int i = next + 1; i < reading.size() && i - next <= ROLE_DISTANCE && reading.isNext(i - 1); i++) {
            if (lexicon.isRole(reading.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private void remember(Stretch name) {
        if (reading.isInCapitals(name.from())) {
            return;
        }
        formsElsewhere.add(NameForm.of(reading.written(name.from(), name.to())));
        if (name.type() == EntityType.PERSON && !name.isSingle() && endingType(name) == null) {
            partsOfPeople.add(reading.lower(name.from()));
            partsOfPeople.add(reading.lower(name.to() - 1));
        }
    }

    /** Whether nothing but the capitals of its sentence makes something a name. */
    private boolean isInCapitalsOnly(Stretch name) {
        if (!reading.isInCapitals(name.from())) {
            return false;
        }
        String form = NameForm.of(reading.written(name.from(), name.to()));
        NameIndex.Match known = base.names().longestAt(reading.words, name.from());
        boolean person = name.type() == EntityType.PERSON
                && (isGivenName(name.from()) ? !name.isSingle() : partsOfPeople.contains(form));
        return !person && !formsElsewhere.contains(form) && (known == null || known.words() < name.to() - name.from());
    }

    private Stretch typed(Stretch name) {
        EntityType ending = endingType(name);
        if (ending != null) {
            return name.as(ending);
        }
        boolean doubtful = name.isSingle()
                && (name.type() == EntityType.ORGANIZATION
                        || name.type() == EntityType.OTHER
                        || name.type() == EntityType.PLACE);
        return doubtful && isSomebody(name) ? name.as(EntityType.PERSON) : name;
    }

    /** What the last or first word makes of a person; null where that says nothing. */
    private @Nullable EntityType endingType(Stretch name) {
        if (name.type() != EntityType.PERSON || name.isSingle()) {
            return null;
        }
        String last = reading.lower(name.to() - 1);
        boolean surname = name.to() - name.from() == 2 && isGivenName(name.from());
        if (lexicon.has(last, Use.STREET_ENDING) && !surname) {
            return EntityType.FACILITY;
        }
        return lexicon.has(reading.lower(name.from()), Use.STORM) ? EntityType.OTHER : null;
    }

    /** Whether a single name that nothing else is called by is part of a person's. */
    private boolean isSomebody(Stretch name) {
        NameIndex.Match known = base.names().longestAt(reading.words, name.from());
        if (known != null || (reading.words.isShouted(name.from()) && !reading.isInCapitals(name.from()))) {
            return false;
        }
        String lower = reading.lower(name.from());
        return partsOfPeople.contains(lower)
                || isGivenName(name.from())
                || (name.type() != EntityType.PLACE
                        && !base.peopleOfSurname(NameForm.of(lower)).isEmpty());
    }
}
