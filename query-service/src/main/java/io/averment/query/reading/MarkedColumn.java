package io.averment.query.reading;

import io.averment.query.search.MarkedText;
import jakarta.persistence.Tuple;
import java.util.Locale;
import java.util.Optional;

/** The columns by which a list's rows carry where the searched words stand in their content. */
public final class MarkedColumn {
    static final String NOTHING = "cast(null as text)";

    /** Code points of a text, from its beginning, in which words are marked: reading it takes as long as it is. */
    private static final int LONGEST = 20_000;

    static final String BEGINNING = "left(f.content, " + LONGEST + ")";

    /**
     * The text with marks around the words. Null should anything else of it have become longer or shorter on the way.
     */
    static final String MARKED = String.format(Locale.ROOT, """
            (select case when char_length(translate(marked.content, '%1$s%2$s', '')) = char_length(plain.content)
                 then marked.content end
             from (select public.plain_punctuation(translate(left(f.content, %3$d), '%1$s%2$s', '  ')) as content offset 0)
                 as plain
             cross join lateral (select ts_headline('public.averment_words', plain.content,
                 to_tsquery('public.averment_words', :marked),
                 'HighlightAll=true, StartSel=%1$s, StopSel=%2$s') as content offset 0) as marked)
            """, MarkedText.OPENING, MarkedText.CLOSING, LONGEST);

    private MarkedColumn() {}

    /** The row's content with its marks, if the client asked for them. */
    public static Optional<MarkedText> of(Tuple row) {
        String marked = row.get("marked", String.class);
        return marked == null
                ? Optional.empty()
                : Optional.of(new MarkedText(row.get("beginning", String.class), marked));
    }
}
