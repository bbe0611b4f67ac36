package io.averment.analysis.coreference;

import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Gender;
import java.util.List;
import java.util.Locale;

/**
 * The nouns around a pronoun that no mention covers, and which it may mean as well: "the law", "prices". Immutable; of each pronoun a
 * bounded stretch is looked at.
 */
final class UnnamedNouns {

    private static final int MOST_TOKENS = 120;

    private final Lexicon lexicon;
    private final Parse parse;
    private final Clauses clauses;
    private final Positions positions;

    /** Tokens that belong to a mention. */
    private final boolean[] covered;

    UnnamedNouns(Lexicon lexicon, Parse parse, Clauses clauses, Positions positions, List<Mention> mentions) {
        this.lexicon = lexicon;
        this.parse = parse;
        this.clauses = clauses;
        this.positions = positions;
        this.covered = new boolean[parse.size()];
        for (Mention mention : mentions) {
            int token = parse.at(mention.span().start());
            while (token != Parse.NONE
                    && token < parse.size()
                    && parse.start(token) < mention.span().end()) {
                covered[token++] = true;
            }
        }
    }

    /** Adds the nouns of a pronoun's number before it, in its sentence and the one before. */
    void addTo(Salience salience, int pronoun, boolean plural) {
        int at = clauses.ownToken(pronoun);
        if (at == Parse.NONE) {
            return;
        }
        int sentence = parse.sentence(at);
        int first = Math.max(parse.sentenceStart(Math.max(0, sentence - 1)), at - MOST_TOKENS);
        for (int token = first; token < at; token++) {
            if (!covered[token] && isCandidate(token, plural) && !isAround(token, at)) {
                Clauses.Role role = Clauses.role(parse, token);
                boolean parallel = role == Clauses.Role.SUBJECT && positions.isSubject(pronoun);
                String noun = parse.form(token).toLowerCase(Locale.ROOT);
                salience.addUnnamed(noun, role, parallel, parse.sentence(token), sentence);
            }
        }
    }

    /**
     * Adds the people without a name who say what "he" or "she" stands in, or who spoke in the sentence before one in which it speaks: "A
     * teammate said he would retire. He told reporters ...".
     */
    void addPeopleTo(Salience salience, int pronoun, Gender gender) {
        int at = clauses.ownToken(pronoun);
        if (at == Parse.NONE) {
            return;
        }
        int sentence = parse.sentence(at);
        int first = Math.max(parse.sentenceStart(Math.max(0, sentence - 1)), at - MOST_TOKENS);
        for (int token = first; token < at; token++) {
            if (!covered[token] && isSomebody(token, gender) && isSpeaker(token, pronoun, sentence)) {
                boolean parallel = positions.isSubject(pronoun);
                String noun = parse.form(token).toLowerCase(Locale.ROOT);
                salience.addUnnamed(noun, Clauses.Role.SUBJECT, parallel, parse.sentence(token), sentence);
            }
        }
    }

    private boolean isSpeaker(int token, int pronoun, int sentence) {
        int verb = parse.head(token);
        if (verb == Parse.NONE || !lexicon.isSpeechVerb(parse.form(verb).toLowerCase(Locale.ROOT))) {
            return false;
        }
        return parse.sentence(token) == sentence
                ? clauses.isReportedByVerb(pronoun, verb)
                : positions.isSpeaking(pronoun);
    }

    /** A noun of one person that is the subject of its clause and stands beside no name. */
    private boolean isSomebody(int token, Gender gender) {
        if (!parse.xpos(token).equals("NN") || !parse.relation(token).equals("nsubj")) {
            return false;
        }
        String noun = parse.form(token).toLowerCase(Locale.ROOT);
        Lexicon.Nominal nominal = lexicon.nominal(noun);
        if (nominal == null) {
            return lexicon.isTitleWord(noun);
        }
        return nominal.type() == EntityType.PERSON && (nominal.gender() == null || nominal.gender() == gender);
    }

    private boolean isCandidate(int token, boolean plural) {
        String tag = parse.xpos(token);
        boolean noun = plural ? tag.equals("NNS") || tag.equals("NNPS") : tag.equals("NN") || tag.equals("NNP");
        if (!noun
                || parse.relation(token).endsWith(":unmarked")
                || parse.relation(token).endsWith(":tmod")) {
            return false;
        }
        Clauses.Role role = Clauses.role(parse, token);
        if (role == Clauses.Role.MODIFIER || parse.plainRelation(token).equals("flat")) {
            return false;
        }
        Lexicon.Nominal nominal = lexicon.nominal(parse.form(token).toLowerCase(Locale.ROOT));
        return plural || nominal == null || nominal.type() != EntityType.PERSON;
    }

    /** Whether a pronoun is a part of what a noun stands for, and so cannot mean it: "the man who sold its ...". */
    private boolean isAround(int noun, int pronoun) {
        int up = pronoun;
        for (int i = 0; i < MOST_TOKENS && up != Parse.NONE; i++) {
            if (up == noun) {
                return true;
            }
            up = parse.head(up);
        }
        return false;
    }
}
