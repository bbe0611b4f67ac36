package io.averment.analysis.commitment;

/** What a word does where undertakings are told from what looks like one. */
enum WordUse {
    /** A noun for people or bodies who can undertake something. */
    AGENT,
    /** A noun for those whose "will" is a forecast: analysts, bookmakers. */
    FORECASTER,
    /** A noun for what happens by itself: weather, prices, feelings. */
    COURSE,
    /** A verb that no one undertakes: to remember, to suffer, to rain. */
    STATE,
    /** A verb that things do because somebody has arranged it: to open, to begin. */
    ARRANGED,
    /** A verb for what things bring about without anybody's doing: to take, to cost, to make. */
    EFFECT,
    /** A noun for a deed or an arranged event: a vote, a withdrawal. */
    DEED,
    /** A noun for one of a series: a phase, a tranche. */
    STAGE,
    /** A noun for an undertaking, or for its day: a promise, a deadline. */
    UNDERTAKING,
    /** A noun for those who know of an undertaking without answering for it: sources, lawyers. */
    WITNESS,
    /** A noun for what moves by itself, as if it could undertake to: a ship, a train. */
    VEHICLE,
    /** An adverb with which the writer only guesses. */
    GUESS,
    /** The first word of a time that lies behind: last week. */
    BEHIND,
    /** One of them that also counts from the end: the last day of. */
    FINAL,
    /** A word that stands for nobody, or says so of a noun: no, none, neither. */
    NO,
    /** A pronoun behind which there is nobody known: none, one. */
    UNNAMED,
    /** An adverb that denies its verb: not, never. */
    NOT,
    /** A pronoun for people or bodies. */
    ACTING_PRONOUN,
    /** A pronoun for a thing, or for a body as if it were one. */
    THING_PRONOUN,
    /** A pronoun for the reader. */
    ADDRESSEE,
    /** A pronoun for what a clause or sentence tells. */
    PRO_FORM,
    /** A numeral or adjective that stands for a number of people. */
    MANY,
    /** A conjunction of what is only supposed: if, whether. */
    SUPPOSING,
    /** A conjunction of a time that is yet to come, or was: once, until. */
    TEMPORAL,
    /** A word that asks, or opens a clause that does. */
    ASKING,
    /** A verb of somebody's managing to keep to something: to meet, to miss. */
    ATTAINING,
    /** A word before "if" with which it states no condition: even, as. */
    CONCESSIVE,
    /** A unit of time that terms are counted in. */
    UNIT,
    /** A preposition that ends the noun of a description: adviser to the mayor. */
    LINK,
    /** A verb with which a deed is left undone: to fail to. */
    FAILING,
    /** A verb that is a deed only if it is done to something: to hold, to pay. */
    DEED_WITH_OBJECT,
    /** A noun for the state in which something is up and running: in place, in service. */
    STANDING,
    /** A predicate of what is not, or hardly, to be believed: false, unlikely. */
    UNTRUE,
    /** A predicate of what is to be believed, unless it is denied: true, certain. */
    TRUE,
    /** A noun for what is said by somebody or other: a report, a claim. */
    HEARSAY,
    /** One that says of itself that it is not to be relied on: a rumour. */
    UNFOUNDED,
    /** A verb with which something said is denied: to dismiss, to deny. */
    DENYING,
    /** An auxiliary that states a condition where it stands before its subject: "should the court agree". */
    INVERTED,
    /** A preposition between one who is accused, praised or kept and the deed: accused of breaking. */
    CHARGE,
    /** How nouns for people end, as far as nothing else is known of them. */
    ENDING,
    /** A noun with such an ending that stands for no person: a reactor. */
    INERT,
    /** An adverb that says that a plan was another once: originally. */
    FORMER,
    /** A unit of time too short for a promise to be broken by it. */
    SHORT_UNIT,
    /** A verb with which a deed is only attempted, or refused: to try. */
    TRYING,
    /** A verb of undertaking that is said of things as well: a law aims to. */
    LOOSE,
    /** A noun for what can undertake nothing, though it says so: a law, a letter. */
    INANIMATE,
    /** A verb of outcome whose subject is what it is said of: the deadline expired. */
    INTRANSITIVE,
    /** A verb with which a term ends: the deadline passed. */
    EXPIRING,
    /** A noun for a term. */
    TERM,
    /** A preposition before what obliges: under the law. */
    BINDING,
    /** Words with which more is still to come: so far, by now. */
    INTERIM,
    /** A word for a storm, before the name that it is given. */
    TEMPEST,
    /** The name of a time of the calendar that begins and ends by itself. */
    FEAST,
    /** A pronoun for others than whoever speaks: what they "should" do is an opinion. */
    OTHERS,
    /** An adverb with which a deed is told before its day, all of it or a part. */
    ALREADY,
    /** A word for a part of what was spoken of: half, some. */
    PART,
    /** A noun for what a company does, which stands before its name without an article: carmaker, lender. */
    TRADE,
    /** A given name, which a person has before the surname. */
    GIVEN_NAME,
    /** A noun for those whose word binds: a court, a regulator. */
    AUTHORITY,
    /** A verb that binds another only where an authority says so: to tell. */
    SAYING_TO,
    /** An adverb that makes one verb with the verb before it: to hand over. */
    PARTICLE,
    /** A noun for who speaks for a body: a spokesman. */
    VOICE,
    /** An adjective of a length that begins now: the next two years. */
    COMING,
    /** A verb that is as often a noun or an adjective: to hand, to free. */
    HOMOGRAPH,
    /** A pronoun for not one of what was spoken of: nothing, none. */
    NOTHING,
    /** An adverb with which a deed falls short of what was spoken of: only, barely. */
    RESTRICTING,
    /** An adverb with which a deed is told as done behind its day: late. */
    LATE,
    /** A conjunction of what an act follows on: after, since. */
    PRECEDING,
    /** A verb with which somebody promises what another tells: to promise, to vow. */
    PROMISING,
    /** A verb with which a body decides: to vote. */
    BALLOT,
    /** An adverb that says that a plan was another before: now. */
    NOW,
    /** A determiner of all that was spoken of: the, all. */
    WHOLE
}
