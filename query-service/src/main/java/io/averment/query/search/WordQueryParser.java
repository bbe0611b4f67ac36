package io.averment.query.search;

import io.averment.query.search.WordQuery.All;
import io.averment.query.search.WordQuery.Any;
import io.averment.query.search.WordQuery.Near;
import io.averment.query.search.WordQuery.Not;
import io.averment.query.search.WordQuery.Placed;
import io.averment.query.search.WordQuery.Word;
import io.averment.query.search.WordTokens.Kind;
import io.averment.query.search.WordTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts of a query by recursive descent: never back, and at most as deep as there may be levels. */
final class WordQueryParser {
    private static final int MOST_LEVELS = 8;
    private static final String SOMETHING = "a word, a phrase or an opening parenthesis";

    private final List<Token> tokens;
    private int at;
    private int level;

    /** @param tokens of which the last one is END */
    WordQueryParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    WordQuery parse() {
        WordQuery query = any();
        if (!is(Kind.END)) {
            throw expected("the end, or an opening parenthesis before the closing one");
        }
        return query;
    }

    private WordQuery any() {
        List<WordQuery> parts = new ArrayList<>();
        parts.add(all());
        while (isOr()) {
            at++;
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }

    private WordQuery all() {
        List<WordQuery> parts = new ArrayList<>();
        parts.add(perhapsNot());
        while (is(Kind.AND) || (begins(at) && !isOr())) {
            if (is(Kind.AND)) {
                at++;
            }
            parts.add(perhapsNot());
        }
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private WordQuery perhapsNot() {
        if (!is(Kind.NOT)) {
            return perhapsNear();
        }
        enter();
        WordQuery unwanted = perhapsNot();
        level--;
        return new Not(unwanted);
    }

    private WordQuery perhapsNear() {
        WordQuery one = primary();
        if (!(tokens.get(at) instanceof Token.NearSign near)) {
            return one;
        }
        if (!(one instanceof Placed first)) {
            throw expected("a word or a phrase before NEAR");
        }
        at++;
        int position = at;
        if (!(primary() instanceof Placed second)) {
            at = position;
            throw expected("a word or a phrase after NEAR");
        }
        if (tokens.get(at) instanceof Token.NearSign) {
            throw expected("AND, OR or the end, since NEAR stands between two things only");
        }
        return new Near(first, second, near.distance());
    }

    private WordQuery primary() {
        if (tokens.get(at) instanceof Token.Sought(int position, Placed what)) {
            at++;
            return what;
        }
        if (!is(Kind.OPEN)) {
            throw expected(SOMETHING);
        }
        enter();
        WordQuery query = any();
        if (!is(Kind.CLOSE)) {
            throw expected("a closing parenthesis");
        }
        level--;
        at++;
        return query;
    }

    private void enter() {
        if (++level > MOST_LEVELS) {
            throw expected("no more than " + MOST_LEVELS + " levels of parentheses and NOT");
        }
        at++;
    }

    /** A small "or" is an operator where one can stand, as people write it in a search box. */
    private boolean isOr() {
        return is(Kind.OR)
                || (tokens.get(at) instanceof Token.Sought(int position, Word(String letters))
                        && letters.equals("or")
                        && begins(at + 1));
    }

    private boolean begins(int place) {
        return switch (tokens.get(place)) {
            case Token.Sought sought -> true;
            case Token.Sign(int position, Kind kind) -> kind == Kind.NOT || kind == Kind.OPEN;
            case Token.NearSign near -> false;
        };
    }

    private boolean is(Kind kind) {
        return tokens.get(at) instanceof Token.Sign(int position, Kind found) && found == kind;
    }

    private WordQueryException expected(String what) {
        return new WordQueryException(tokens.get(at).position(), what);
    }
}
