package io.averment.analysis.commitment;

/** How an act hangs on the word that says that it is undertaken. */
enum Construction {
    /** An auxiliary of the act's verb: {@code will open}. */
    MODAL,
    /** The same, but only where the words of someone are reported, or what an agreement provides: {@code said it would open}. */
    REPORTED,
    /** An auxiliary that obliges; only with a day, since most of it is opinion: {@code must open by May}. */
    DUTY,
    /** An auxiliary that promises nothing but a likelihood; only with a day: {@code should be open by May}. */
    OUTLOOK,
    /** A form of "be" with an infinitive: {@code is to open}. */
    COPULA,
    /** What follows a form of "be", with an infinitive whose subject stands before it: {@code is expected to open}. */
    RAISED,
    /** The same with a time in place of the infinitive; the subject is the deed: {@code a vote is due on Friday}. */
    TIME,
    /** An infinitive whose subject is that of the word: {@code vowed to open}; of a noun its owner: {@code a pledge to open}. */
    INFINITIVE,
    /** A clause with its own modal: {@code promised that it would open}. */
    CLAUSE,
    /** An infinitive whose subject is the object, who is bound by it: {@code ordered the bank to sell}. */
    COMPELLED,
    /** An object that is the deed: {@code promised a review}. */
    OBJECT,
    /** The same, but only with a day: {@code called an election for June}, {@code announced the closure of the mine by May}. */
    DATED,
    /** A time until or within which an infinitive must be done: {@code has until May to open}, {@code has 60 days to open}. */
    UNTIL,
    /** No word but the present with a day ahead: {@code opens on Friday}. */
    PRESENT,
    /** No word but the infinitive of a headline: {@code City to open pool}. */
    HEADLINE,
    /** The deed of which the text says what became of it: {@code called off the match}. */
    OUTCOME
}
