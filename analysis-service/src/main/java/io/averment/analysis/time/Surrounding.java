package io.averment.analysis.time;

/** What a word does to a time expression that it stands beside; the context file says it of each. */
enum Surrounding {
    LEADS_LENGTH,
    LEADS_NUMBER,
    LEADS_PART,
    FOLLOWS_NUMBER,
    SUFFIX,
    PLANS,
    PLANS_EVER,
    TIMETABLE,
    OPENS,
    MAY_OPEN,
    CLOSES,
    SPANS,
    MAY_SPAN,
    JOINS,
    ENDS
}
