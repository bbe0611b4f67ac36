package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Gender;
import io.averment.analysis.entity.NameForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds people whom the knowledge base does not know, where the text says that they are people: by a title, an apposition, a
 * reporting verb or a given name; then their surnames alone. And reads what the text calls a person, known or not. Linear.
 */
final class PersonNames {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_TITLE = 4;

    /** How far before and behind a name its roles are looked for. */
    private static final int ROLE_DISTANCE = 10;

    private final Lexicon lexicon;
    private final Reading reading;

    PersonNames(Lexicon lexicon, Reading reading) {
        this.lexicon = lexicon;
        this.reading = reading;
    }

    /** Takes names of two words or more that something shows to be a person's. */
    void findFullNames() {
        int i = 0;
        while (i < reading.size()) {
            int from = i;
            if (!isNamePart(from)
                    || lexicon.isTitleWord(reading.lower(from))
                    || isBehindHyphen(from)
                    || isMonthOfDate(from)) {
                i++;
                continue;
            }
            int to = nameEnd(from);
            if (to - from >= 2 && isPerson(from, to)) {
                take(from, to);
            }
            i = to;
        }
    }

    private void take(int from, int to) {
        String head = NameForm.of(reading.written(from, to));
        reading.take(from, to, Mention.named(reading.span(from, to), type(to - 1), head, List.of()));
    }

    /** A name whose last word says what it is, as "Foundation", is that and no person. */
    private EntityType type(int last) {
        Lexicon.Nominal nominal = lexicon.nominal(reading.lower(last));
        return nominal == null ? EntityType.PERSON : nominal.type();
    }

    private boolean isNamePart(int word) {
        return reading.isFree(word)
                && !reading.isInCapitals(word)
                && reading.words.isCapitalised(word)
                && Character.isLetter(reading.text.charAt(reading.words.start(word)))
                && reading.words.end(word) - reading.words.start(word) > 1
                && !(reading.startsSentence(word) && lexicon.isFunctionWord(reading.lower(word)));
    }

    /** "Jan 9". */
    private boolean isMonthOfDate(int word) {
        return lexicon.has(reading.lower(word), Use.MONTH)
                && word + 1 < reading.size()
                && Character.isDigit(reading.lower(word + 1).charAt(0));
    }

    private boolean isBehindHyphen(int word) {
        return word > 0 && reading.gap(word - 1).equals("-");
    }

    /** Where a run of capitalised words and particles ends; particles do not end it. */
    private int nameEnd(int from) {
        int to = from + 1;
        for (int i = from; reading.isNext(i) && i + 1 - from < MOST_WORDS; i++) {
            boolean capital = isNamePart(i + 1) || isInitial(i + 1);
            if (capital) {
                to = i + 2;
            } else if (!reading.isFree(i + 1) || !lexicon.isParticle(reading.lower(i + 1))) {
                break;
            }
        }
        return to;
    }

    private boolean isInitial(int word) {
        int end = reading.words.end(word);
        return reading.isFree(word)
                && end - reading.words.start(word) == 1
                && reading.words.isCapitalised(word)
                && (!reading.lower(word).equals("i")
                        || (end < reading.text.length() && reading.text.charAt(end) == '.'));
    }

    private boolean isPerson(int from, int to) {
        if (hasTitle(from)) {
            return true;
        }
        return lexicon.isGivenName(reading.written(from, from + 1))
                || !rolesBehind(to).isEmpty()
                || isSpeaker(from, to);
    }

    /** Whether one of the titles, of up to four words, stands right before a name. */
    private boolean hasTitle(int from) {
        StringBuilder title = new StringBuilder();
        for (int i = from - 1; i >= 0 && from - i <= LONGEST_TITLE && reading.isNext(i); i--) {
            title.insert(0, i == from - 1 ? "" : " ").insert(0, reading.lower(i).replace(".", ""));
            if (lexicon.isTitle(title.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpeaker(int from, int to) {
        return (to < reading.size() && reading.isNext(to - 1) && lexicon.isSpeechVerb(reading.lower(to)))
                || (from > 0 && reading.isNext(from - 1) && lexicon.isSpeechVerb(reading.lower(from - 1)));
    }

    /** Takes single words, with their "al-", that are the last word of a person's full name. */
    void findSurnames() {
        Set<String> surnames = new HashSet<>();
        for (int m = 0; m < reading.mentionCount(); m++) {
            Mention mention = reading.mention(m);
            if (mention.form() == Form.NAME
                    && mention.type() == EntityType.PERSON
                    && reading.to(m) - reading.from(m) > 1) {
                surnames.add(reading.lower(reading.to(m) - 1));
            }
        }
        for (int i = 0; i < reading.size(); i++) {
            if (reading.isFree(i) && reading.words.isCapitalised(i) && surnames.contains(reading.lower(i))) {
                boolean particle = i > 0
                        && reading.isFree(i - 1)
                        && reading.isNext(i - 1)
                        && lexicon.isParticle(reading.lower(i - 1));
                take(particle ? i - 1 : i, i + 1);
            }
        }
    }

    /** Adds roles and gender to every person named. */
    void readRoles() {
        for (int m = 0; m < reading.mentionCount(); m++) {
            Mention mention = reading.mention(m);
            if (mention.form() == Form.NAME && mention.type() == EntityType.PERSON) {
                List<String> roles = new ArrayList<>(rolesBefore(reading.from(m)));
                roles.addAll(rolesBehind(reading.to(m)));
                reading.replace(m, mention.with(gender(m, roles), roles));
            }
        }
    }

    private @Nullable Gender gender(int mention, List<String> roles) {
        int from = reading.from(mention);
        if (from > 0 && reading.sentence(from - 1) == reading.sentence(from)) {
            Gender title = lexicon.genderOfTitle(reading.lower(from - 1).replace(".", ""));
            if (title != null) {
                return title;
            }
        }
        for (String role : roles) {
            Lexicon.Nominal nominal = lexicon.nominal(role);
            if (nominal != null && nominal.gender() != null) {
                return nominal.gender();
            }
        }
        return reading.to(mention) - from > 1 ? lexicon.genderOfGivenName(reading.written(from, from + 1)) : null;
    }

    /** What stands before a name as its title: "Harbour Minister and Deputy Mayor, Ines Quarles". */
    private List<String> rolesBefore(int from) {
        List<String> roles = new ArrayList<>();
        int sentence = from < reading.size() ? reading.sentence(from) : -1;
        for (int i = from - 1; i >= 0 && from - i <= ROLE_DISTANCE && reading.sentence(i) == sentence; i--) {
            String word = reading.lower(i);
            String gap = reading.gap(i);
            boolean comma = gap.strip().equals(",");
            if (!gap.isBlank() && !comma && !gap.equals("-") && !gap.equals(". ")) {
                break;
            }
            if (lexicon.isRole(word)) {
                roles.add(word);
            } else if (comma
                    || !(reading.words.isCapitalised(i)
                            || word.equals("of")
                            || word.equals("and")
                            || word.equals("for"))) {
                break;
            }
        }
        return roles;
    }

    /** The noun of an apposition: ", an adviser to the prime minister". */
    private List<String> rolesBehind(int to) {
        if (to >= reading.size()
                || to == 0
                || reading.sentence(to) != reading.sentence(to - 1)
                || !reading.gap(to - 1).strip().equals(",")) {
            return List.of();
        }
        for (int i = to;
                i < reading.size() && i - to < ROLE_DISTANCE && reading.sentence(i) == reading.sentence(to);
                i++) {
            String word = reading.lower(i);
            if (lexicon.isRole(word)) {
                return List.of(word);
            }
            boolean goesOn = i == to
                    || reading.gap(i - 1).strip().isEmpty()
                    || reading.gap(i - 1).strip().equals("-")
                    || reading.isPossessive(i - 1);
            if (!goesOn || lexicon.isSpeechVerb(word) || word.equals("who") || word.equals("and")) {
                return List.of();
            }
        }
        return List.of();
    }
}
