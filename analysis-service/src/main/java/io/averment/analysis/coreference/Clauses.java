package io.averment.analysis.coreference;

import java.util.List;
import java.util.Set;

/**
 * What each mention does in its clause, as the parse tells. Relations are those of Universal Dependencies. Immutable; a mention looks
 * a bounded way up its tree.
 */
final class Clauses {

    /** What a mention does in its clause, those that a pronoun is likeliest to mean first. */
    enum Role {
        SUBJECT,
        OBJECT,
        OBLIQUE,
        /** Says more of a noun: "of Iraq", "Iraq's". */
        EMBEDDED,
        /** Stands before a noun as a part of its name or kind: "Iraqi forces". */
        MODIFIER,
        OTHER,
        /** Not parsed. */
        UNKNOWN
    }

    private static final int HIGHEST = 40;

    /** Relations to a phrase of the same meaning. */
    private static final Set<String> SAME = Set.of("flat", "appos", "nmod:desc", "fixed");

    /** Relations by which a clause hangs on another. */
    private static final Set<String> CLAUSE = Set.of("root", "ccomp", "advcl", "acl", "parataxis", "csubj");

    private final Parse parse;
    private final int[] tokens;
    private final int[] tops;
    private final int[] predicates;
    private final Role[] roles;

    Clauses(Parse parse, List<Mention> mentions) {
        this.parse = parse;
        this.tokens = new int[mentions.size()];
        this.tops = new int[mentions.size()];
        this.predicates = new int[mentions.size()];
        this.roles = new Role[mentions.size()];
        for (int i = 0; i < mentions.size(); i++) {
            int token = parse.headOf(mentions.get(i).span());
            tokens[i] = token;
            tops[i] = token == Parse.NONE ? Parse.NONE : top(token);
            roles[i] = tops[i] == Parse.NONE ? Role.UNKNOWN : role(parse, tops[i]);
            predicates[i] = tops[i] == Parse.NONE ? Parse.NONE : predicateOf(tops[i]);
        }
    }

    /** The head of the phrase that a word belongs to as its name, title, apposition or further member. */
    private int top(int token) {
        int at = token;
        for (int i = 0; i < HIGHEST && parse.head(at) != Parse.NONE; i++) {
            String relation = parse.relation(at);
            boolean member = relation.equals("conj") && !isVerb(parse.head(at));
            if (!SAME.contains(relation) && !SAME.contains(parse.plainRelation(at)) && !member) {
                break;
            }
            at = parse.head(at);
        }
        return at;
    }

    private boolean isVerb(int token) {
        String tag = parse.upos(token);
        return tag.equals("VERB") || tag.equals("AUX");
    }

    /** What a noun does in its clause. */
    static Role role(Parse parse, int token) {
        return switch (parse.plainRelation(token)) {
            case "nsubj", "csubj" -> Role.SUBJECT;
            case "obj", "iobj" -> Role.OBJECT;
            case "obl" -> Role.OBLIQUE;
            case "nmod" -> Role.EMBEDDED;
            case "amod", "compound" -> Role.MODIFIER;
            default -> Role.OTHER;
        };
    }

    /** The head of the clause around a word: controlled clauses ("wants to go") count as one with what controls them. */
    private int predicateOf(int token) {
        int at = parse.head(token);
        for (int i = 0; i < HIGHEST && at != Parse.NONE; i++) {
            boolean coordinated = parse.relation(at).equals("conj") && hasSubject(at);
            if (CLAUSE.contains(parse.plainRelation(at)) || coordinated) {
                return at;
            }
            at = parse.head(at);
        }
        return at;
    }

    private boolean hasSubject(int predicate) {
        int last = Math.max(0, predicate - HIGHEST);
        for (int i = predicate - 1; i >= last; i--) {
            if (parse.head(i) == predicate && parse.plainRelation(i).equals("nsubj")) {
                return true;
            }
        }
        return false;
    }

    Role role(int mention) {
        return roles[mention];
    }

    boolean isParsed(int mention) {
        return roles[mention] != Role.UNKNOWN;
    }

    /** Whether two mentions stand in the same clause. */
    boolean isSameClause(int one, int other) {
        return predicates[one] != Parse.NONE && predicates[one] == predicates[other];
    }

    /**
     * Whether two mentions are what a verb binds together, so that the second would be "himself" if it meant the first; and whether
     * they are members of one list.
     */
    boolean isBoundAway(int one, int other) {
        if (!isSameClause(one, other)) {
            return false;
        }
        boolean subjects = roles[one] == Role.SUBJECT && roles[other] == Role.SUBJECT;
        return tops[one] == tops[other] || (isArgument(one) && isArgument(other) && !subjects);
    }

    private boolean isArgument(int mention) {
        return switch (roles[mention]) {
            case SUBJECT, OBJECT, OBLIQUE -> true;
            case EMBEDDED, MODIFIER, OTHER, UNKNOWN -> false;
        };
    }

    /** Whether a mention is in a clause that is the object of the verb whose subject another is: "Rashid said he would go". */
    boolean isReportedBy(int mention, int subject) {
        int predicate = predicates[mention];
        return predicate != Parse.NONE
                && roles[subject] == Role.SUBJECT
                && parse.plainRelation(predicate).equals("ccomp")
                && predicateOf(predicate) == predicates[subject];
    }

    /** Whether a mention is in a clause that is the object of a verb. */
    boolean isReportedByVerb(int mention, int verb) {
        int predicate = predicates[mention];
        return predicate != Parse.NONE
                && parse.plainRelation(predicate).equals("ccomp")
                && predicateOf(predicate) == verb;
    }

    /** Whether a mention stands in front of the subject of the clause that its own phrase or clause hangs on: "After he left, Rashid". */
    boolean isFrontedBefore(int mention, int subject) {
        int main = predicates[subject];
        if (main == Parse.NONE || roles[subject] != Role.SUBJECT || parse.head(tops[subject]) != main) {
            return false;
        }
        int at = tops[mention];
        for (int i = 0; i < HIGHEST && at != Parse.NONE && parse.head(at) != main; i++) {
            at = parse.head(at);
        }
        if (at == Parse.NONE || at > main || at > tops[subject]) {
            return false;
        }
        String relation = parse.plainRelation(at);
        return relation.equals("advcl") || relation.equals("obl");
    }

    /** Whether a pronoun means nothing: "it is clear that". */
    boolean isExpletive(int mention) {
        return tops[mention] != Parse.NONE && parse.plainRelation(tops[mention]).equals("expl");
    }

    /** The head word of a mention itself; {@link Parse#NONE} where nothing was parsed. */
    int ownToken(int mention) {
        return tokens[mention];
    }
}
