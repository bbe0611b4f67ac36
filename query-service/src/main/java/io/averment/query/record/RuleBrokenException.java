package io.averment.query.record;

/**
 * A value that the record does not take. The message names the rule and never repeats text of an article, so it may be
 * logged and sent on.
 */
public final class RuleBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_ID = 100;

    private final String rule;

    public RuleBrokenException(String rule) {
        super(rule);
        this.rule = rule;
    }

    /** The rule that is broken, in one line. */
    public String rule() {
        return rule;
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    static void requireId(String id, String whose) {
        require(!id.isBlank() && id.length() <= LONGEST_ID, whose + " is blank or too long");
    }
}
