package io.averment.analysis.statement;

/** What a function word may do; see {@code knowledge/words.tsv}. */
enum WordClass {
    ADVERB,
    AUXILIARY,
    BE,
    CALENDAR,
    CALENDAR_MODIFIER,
    CONJUNCTION,
    DETERMINER,
    DOCUMENT,
    LINK,
    PARTICLE,
    PREFIX,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    VERB
}
