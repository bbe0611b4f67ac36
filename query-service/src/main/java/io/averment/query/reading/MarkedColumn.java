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

    /** The text with marks around the words. Null should anything else of it have become longer or shorter on the way. */
    static final String MARKED = marked("");

    /**
     * The same, and behind it what tells the phrases: which marked words are which term's, and which terms are never looked for. Terms are
     * numbered from 0.
     */
    static final String MARKED_WITH_PHRASES =
            marked(String.format(Locale.ROOT, """
             || '%1$s' || :phrases || coalesce((
                 select string_agg(chr(10) || (term.place - 1) || ' ' || term.word, '' order by term.place, term.word) from (
                     select t.place, w.word from (
                         select distinct m.found[1] as word
                         from regexp_matches(marked.content, '%2$s([^%3$s]*)%3$s', 'g') as m(found)) as w
                     cross join unnest(cast(:terms as text[]), cast(:letters as text[])) with ordinality as t(term, letters, place)
                     where case when to_tsvector('public.averment_words', t.letters) = '' then false
                         else to_tsvector('public.averment_words', w.word) @@ to_tsquery('public.averment_words', t.term) end
                     union all
                     select t.place, '' from unnest(cast(:letters as text[])) with ordinality as t(letters, place)
                     where to_tsvector('public.averment_words', t.letters) = '') as term), '')
            """, MarkedText.DIVIDER, MarkedText.OPENING, MarkedText.CLOSING));

    private static String marked(String phrases) {
        return String.format(
                Locale.ROOT, """
            (select case when char_length(translate(marked.content, '%1$s%2$s', '')) = char_length(plain.content)
                 then marked.content %5$s end
             from (select public.plain_punctuation(translate(left(f.content, %4$d), '%1$s%2$s%3$s', '   ')) as content offset 0)
                 as plain
             cross join lateral (select ts_headline('public.averment_words', plain.content,
                 to_tsquery('public.averment_words', :marked),
                 'HighlightAll=true, StartSel=%1$s, StopSel=%2$s') as content offset 0) as marked)
            """, MarkedText.OPENING, MarkedText.CLOSING, MarkedText.DIVIDER, LONGEST, phrases);
    }

    private MarkedColumn() {}

    /** The row's content with its marks, if the client asked for them. */
    public static Optional<MarkedText> of(Tuple row) {
        String marked = row.get("marked", String.class);
        return marked == null
                ? Optional.empty()
                : Optional.of(new MarkedText(row.get("beginning", String.class), marked));
    }
}
