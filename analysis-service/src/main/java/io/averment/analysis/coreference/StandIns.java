package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import io.averment.analysis.entity.EntityType;
import java.util.List;
import java.util.Objects;

/** Finds what stands for something named elsewhere: roles with an article ("the Iraqi embassy", "the adviser") and pronouns. Linear. */
final class StandIns {

    /** How many words may stand between the article and the noun. */
    private static final int MOST_BETWEEN = 3;

    private final Lexicon lexicon;
    private final Reading reading;

    StandIns(Lexicon lexicon, Reading reading) {
        this.lexicon = lexicon;
        this.reading = reading;
    }

    void find() {
        for (int i = 0; i < reading.size(); i++) {
            if (!reading.isFree(i)) {
                continue;
            }
            String word = reading.lower(i);
            if (lexicon.has(word, Use.REFERRING)) {
                takeNominal(i, i, false);
            } else if (lexicon.has(word, Use.INTRODUCING)) {
                takeNominal(i, i, true);
            } else if (lexicon.pronoun(word) != null && !isName(i)) {
                takePronoun(i, word);
                if (isPossessive(word) && i + 1 < reading.size()) {
                    takeNominal(i, i + 1, true);
                }
            }
        }
    }

    /** "US" is a country and "us" a pronoun; "IT" is a trade, "it" is not. */
    private boolean isName(int word) {
        return reading.lower(word).length() == 2 && reading.words.isShouted(word);
    }

    private void takePronoun(int word, String pronoun) {
        reading.take(
                word,
                word + 1,
                new Mention(
                        reading.span(word, word + 1),
                        Form.PRONOUN,
                        type(pronoun),
                        pronoun,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    private EntityType type(String pronoun) {
        Lexicon.Pronoun known = Objects.requireNonNull(lexicon.pronoun(pronoun));
        return switch (known.person()) {
            case HE, SHE, SPEAKER -> EntityType.PERSON;
            case IT -> EntityType.ORGANIZATION;
            case THEY, SPEAKERS -> EntityType.GROUP;
        };
    }

    private boolean isPossessive(String pronoun) {
        Lexicon.Pronoun known = lexicon.pronoun(pronoun);
        return known != null && known.place() == Lexicon.Case.POSSESSIVE;
    }

    /**
     * Takes article and noun when at most a few words, no names among them, stand between.
     *
     * @param from the first word of the mention
     * @param first whether someone is spoken of for the first time, so only people are taken: they are whom a later pronoun may mean
     */
    private void takeNominal(int article, int from, boolean first) {
        for (int i = article + 1; i < reading.size() && i - article <= MOST_BETWEEN + 1; i++) {
            if (!reading.isFree(i) || !reading.isNext(i - 1)) {
                return;
            }
            Lexicon.Nominal nominal = lexicon.nominal(reading.lower(i));
            boolean last = !reading.isNext(i) || !goesOn(i);
            if (nominal != null && last) {
                if (!first || (nominal.type() == EntityType.PERSON && !isPredicate(article))) {
                    take(from, i, nominal, first);
                }
                return;
            }
            if (lexicon.isFunctionWord(reading.lower(i)) && !lexicon.is(reading.lower(i), "ADVERB")) {
                return;
            }
        }
    }

    private void take(int from, int noun, Lexicon.Nominal nominal, boolean first) {
        String head = reading.lower(noun);
        reading.take(
                from,
                noun + 1,
                new Mention(
                        reading.span(from, noun + 1),
                        Form.NOMINAL,
                        nominal.type(),
                        head,
                        List.of(),
                        null,
                        nominal.gender(),
                        first ? List.of(head) : List.of()));
    }

    /** Whether the words before make a noun say what someone is and not speak of another: ", an adviser", "was a commander". */
    private boolean isPredicate(int article) {
        if (article == 0 || reading.startsSentence(article)) {
            return false;
        }
        String before = reading.lower(article - 1);
        Mention owner = reading.owner(article - 1);
        boolean apposition = owner != null
                && owner.form() == Form.NAME
                && reading.gap(article - 1).strip().equals(",");
        return apposition || lexicon.has(before, Use.PREDICATIVE) || lexicon.is(before, "BE");
    }

    /** Whether the noun phrase goes on behind a noun: "the city council" speaks of no city, "the group of seven" of no group. */
    private boolean goesOn(int noun) {
        int next = noun + 1;
        String word = reading.lower(next);
        return (reading.isFree(next) && lexicon.nominal(word) != null)
                || word.equals("of")
                || reading.gap(noun).contains("-")
                || (reading.words.isCapitalised(next) && !reading.startsSentence(next));
    }
}
