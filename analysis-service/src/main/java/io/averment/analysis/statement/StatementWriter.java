package io.averment.analysis.statement;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Attribution.Position;
import io.averment.analysis.statement.Speaker.Reason;
import io.averment.analysis.statement.Speaker.Unresolved;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Kind;
import io.averment.analysis.statement.Statement.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns drafts into statements, numbering them and remembering who has spoken. Not thread-safe. */
final class StatementWriter {

    /** Without reporting words, quotation marks around so few words distance the writer from a term and quote nobody. */
    private static final int WORDS_OF_A_TERM = 2;

    /** Nor do marks around capitalised words, up to this many: they hold a title. */
    private static final int WORDS_OF_A_TITLE = 10;

    private static final int MOST_CANDIDATES = 3;

    private final Document document;
    private final String text;
    private final Words words;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, String> idsByWords = new HashMap<>();
    /** Names of speakers, the latest last; short enough to be searched. */
    private final List<String> names = new ArrayList<>();

    StatementWriter(Document document, Words words) {
        this.document = document;
        this.text = document.text();
        this.words = words;
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    void write(Draft draft) {
        Attribution attribution = draft.attribution;
        if (attribution == null && isTermOrTitle(draft.first())) {
            return;
        }
        String id = "s" + (statements.size() + 1);
        List<Span> content = draft.places.stream()
                .flatMap(place -> place.quotation().spans().stream())
                .toList();
        List<Span> quoted = draft.places.stream()
                .flatMap(place -> place.quotation().insides().stream())
                .toList();
        Speaker speaker = speaker(attribution);
        String repeats = idsByWords.putIfAbsent(wordsOf(quoted), id);
        List<Span> cue = attribution == null || attribution.cue() == null ? List.of() : List.of(attribution.cue());
        statements.add(new Statement(id, kind(draft), content, quoted, cue, repeats, speaker, chain(speaker)));
        remember(speaker.name());
    }

    private Kind kind(Draft draft) {
        Surroundings around = draft.first().around();
        Span inside = draft.first().quotation().insides().getFirst();
        int start = inside.start();
        boolean lowerCase = start < inside.end() && Character.isLowerCase(text.codePointAt(start));
        boolean woven = around.before() > around.beforeStart()
                && words.isWord(around.before() - 1)
                && !isIntroduced(draft.attribution, around.before());
        return lowerCase || woven ? Kind.MIXED : Kind.DIRECT;
    }

    /** Whether the word before the quotation belongs to its reporting words, "that" excepted. */
    private boolean isIntroduced(@Nullable Attribution attribution, int before) {
        return attribution != null
                && attribution.position() == Position.BEFORE
                && !words.is(before - 1, WordClass.CONJUNCTION);
    }

    private Speaker speaker(@Nullable Attribution attribution) {
        Phrase source = attribution == null ? null : attribution.source();
        if (source == null) {
            return new Speaker(List.of(), null, null, unresolved(Reason.NO_SPEAKER_IN_SENTENCE));
        }
        List<Span> spans = List.of(source.named());
        if (source.isPronoun()) {
            return new Speaker(spans, null, null, unresolved(Reason.PRONOUN));
        }
        Span description = source.description();
        return new Speaker(spans, oneLine(source.named()), description == null ? null : oneLine(description), null);
    }

    private Unresolved unresolved(Reason reason) {
        return new Unresolved(
                reason, names.reversed().stream().limit(MOST_CANDIDATES).toList());
    }

    private void remember(@Nullable String name) {
        if (name != null) {
            names.remove(name);
            names.add(name);
            if (names.size() > MOST_CANDIDATES) {
                names.removeFirst();
            }
        }
    }

    private List<Hop> chain(Speaker speaker) {
        List<Hop> chain = new ArrayList<>();
        if (speaker.name() != null) {
            chain.add(new Hop(Role.SPEAKER, speaker.spans(), speaker.name()));
        }
        String outlet = document.report().outlet();
        if (outlet != null) {
            chain.add(new Hop(Role.OUTLET, List.of(), outlet));
        }
        return chain;
    }

    private boolean isTermOrTitle(Place place) {
        int from = place.around().before();
        int to = place.around().after();
        int count = 0;
        boolean capitalised = true;
        for (int i = from; i < to && count <= WORDS_OF_A_TITLE; i++) {
            if (words.isWord(i)) {
                count++;
                capitalised &= words.isCapitalised(i) || words.lower(i).length() <= 3;
            }
        }
        return count <= WORDS_OF_A_TERM || (capitalised && count <= WORDS_OF_A_TITLE);
    }

    /** The words alone: no marks, no difference of case or spacing. */
    private String wordsOf(List<Span> spans) {
        StringBuilder normal = new StringBuilder();
        for (Span span : spans) {
            for (int i = words.firstAt(span.start()); i < words.firstAt(span.end()); i++) {
                if (words.isWord(i)) {
                    normal.append(words.lower(i)).append(' ');
                }
            }
        }
        // A last word takes its sentence's period along when it is an abbreviation.
        String joined = normal.toString().strip().toLowerCase(Locale.ROOT);
        return joined.endsWith(".") ? joined.substring(0, joined.length() - 1) : joined;
    }

    /** A name may run over the end of a line. */
    private String oneLine(Span span) {
        String name = span.of(text);
        return name.indexOf('\n') < 0 && name.indexOf('\r') < 0
                ? name
                : String.join(" ", name.strip().split("\\s+", -1));
    }
}
