package io.averment.analysis.statement;

import io.averment.analysis.document.Document;
import io.averment.analysis.document.Span;
import io.averment.analysis.quotation.Quotation;
import io.averment.analysis.statement.Speaker.Reason;
import io.averment.analysis.statement.Speaker.Unresolved;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Kind;
import io.averment.analysis.statement.Statement.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns drafts into statements, numbering them and remembering who has spoken. Not thread-safe. */
final class StatementWriter {

    private static final int MOST_CANDIDATES = 3;

    /** Statements within statements are followed so far; prose does not nest further. */
    private static final int DEEPEST = 6;

    /** A statement that others may stand in. */
    private record Written(String id, Draft draft, @Nullable Written parent) {}

    private final Document document;
    private final ParsedText text;
    private final Hedges hedges;
    private final ChainReading chains;
    private final SaidAtReading times;
    private final List<Statement> statements = new ArrayList<>();
    /** Those whose end is not reached yet, the innermost first. */
    private final Deque<Written> around = new ArrayDeque<>();

    private final Map<String, String> idsByWords = new HashMap<>();
    /** Names of speakers, the latest last; short enough to be searched. */
    private final List<String> names = new ArrayList<>();

    StatementWriter(Document document, ParsedText text, Hedges hedges, Media media) {
        this.document = document;
        this.text = text;
        this.hedges = hedges;
        this.chains = new ChainReading(text, media);
        this.times = new SaidAtReading(text, media);
    }

    List<Statement> write(List<Draft> drafts) {
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.removeIf(draft -> draft.content.isEmpty());
        ordered.forEach(this::takeMarks);
        ordered.sort(Comparator.comparingInt(Draft::start)
                .thenComparing(Comparator.comparingInt(Draft::end).reversed())
                .thenComparingInt(draft -> draft.sentence)
                .thenComparingInt(draft -> draft.token));
        for (Draft draft : ordered) {
            around.removeIf(outer -> outer.draft.end() <= draft.start());
            write(draft);
        }
        return List.copyOf(statements);
    }

    /** A content that holds all of a quotation but its marks takes them too. */
    private void takeMarks(Draft draft) {
        List<Span> marked = new ArrayList<>(draft.content);
        for (Span span : draft.content) {
            for (int i = Math.max(0, text.quotationBy(span.start())); i < text.quotations.size(); i++) {
                Quotation quotation = text.quotations.get(i);
                if (quotation.start() >= span.end()) {
                    break;
                }
                for (Quotation.Part part : quotation.parts()) {
                    boolean holds = span.start() <= part.inside().start()
                            && span.end() >= part.inside().end() - 1;
                    if (holds) {
                        marked.add(part.span());
                    }
                }
            }
        }
        draft.content = Spans.union(marked);
    }

    private void write(Draft draft) {
        Written parent = parent(draft);
        if (parent != null && !isWordOfSaying(draft)) {
            return;
        }
        String id = "s" + (statements.size() + 1);
        List<Span> quoted = draft.isVerbatim ? draft.content : quoted(draft.content);
        Speaker speaker = speaker(draft);
        String repeats = repeated(quoted, id, parent);
        statements.add(new Statement(
                id,
                draft.isVerbatim ? Kind.DIRECT : kind(draft.content, quoted),
                SpeechActs.of(text, draft),
                hedges.isHedged(text, draft),
                draft.content,
                quoted,
                draft.cueSpans,
                parent == null ? null : parent.id,
                repeats,
                speaker,
                chain(draft, speaker, parent),
                times.of(draft)));
        if (around.size() < DEEPEST) {
            around.push(new Written(id, draft, parent));
        }
        remember(speaker.name());
    }

    /**
     * Within what another said, only words of saying make statements of their own: whom somebody says another supports or fears is
     * his claim and no report of the other's.
     */
    private static boolean isWordOfSaying(Draft draft) {
        Cue cue = draft.cue;
        if (cue == null) {
            return true;
        }
        return switch (cue.role()) {
            case SPEECH, ADDRESSED, REPORT -> true;
            case JUDGEMENT, ATTITUDE, NOMINAL -> false;
        };
    }

    /** The earlier statement of the same quoted words, unless it is one that this one is told in. */
    private @Nullable String repeated(List<Span> quoted, String id, @Nullable Written parent) {
        String words = wordsOf(quoted);
        String earlier = words.isEmpty() ? null : idsByWords.putIfAbsent(words, id);
        for (Written outer = parent; outer != null; outer = outer.parent) {
            if (outer.id.equals(earlier)) {
                return null;
            }
        }
        return earlier;
    }

    /** The innermost statement whose content holds this one, its cue included; null when none does. */
    private @Nullable Written parent(Draft draft) {
        for (Written outer : around) {
            if (!draft.cueSpans.isEmpty()
                    && holds(outer.draft.content, draft.cueSpans)
                    && holds(outer.draft.content, draft.content)) {
                return outer;
            }
        }
        return null;
    }

    private static boolean holds(List<Span> outer, List<Span> inner) {
        return inner.stream().allMatch(span -> outer.stream().anyMatch(holder -> holder.contains(span)));
    }

    /** What of a content stands within quotation marks, without them. */
    private List<Span> quoted(List<Span> content) {
        List<Span> quoted = new ArrayList<>();
        for (Span span : content) {
            for (int i = Math.max(0, text.quotationBy(span.start())); i < text.quotations.size(); i++) {
                if (text.quotations.get(i).start() >= span.end()) {
                    break;
                }
                for (Span inside : text.quotations.get(i).insides()) {
                    int from = Math.max(inside.start(), span.start());
                    int to = Math.min(inside.end(), span.end());
                    if (from < to) {
                        quoted.add(new Span(from, to));
                    }
                }
            }
        }
        return quoted;
    }

    /** A quotation that begins in lower case is a fragment, whatever stands around it. */
    private Kind kind(List<Span> content, List<Span> quoted) {
        if (quoted.isEmpty()) {
            return Kind.INDIRECT;
        }
        if (Character.isLowerCase(text.text.codePointAt(quoted.getFirst().start()))) {
            return Kind.MIXED;
        }
        int all = 0;
        for (Span span : content) {
            all += span.end() - span.start();
        }
        int inside = 2 * quoted.size();
        for (Span span : quoted) {
            inside += span.end() - span.start();
        }
        return inside >= all ? Kind.DIRECT : Kind.MIXED;
    }

    private Speaker speaker(Draft draft) {
        Source source = draft.source;
        if (source == null) {
            return new Speaker(
                    List.of(),
                    null,
                    null,
                    unresolved(draft.isImpersonal ? Reason.IMPERSONAL : Reason.NO_SPEAKER_IN_SENTENCE));
        }
        if (source.isPronoun()) {
            return new Speaker(source.spans(), null, null, unresolved(Reason.PRONOUN));
        }
        Span description = source.description();
        return new Speaker(
                source.spans(),
                text.oneLine(source.named()),
                description == null ? null : text.oneLine(description),
                null);
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

    /** From the speaker over what the sentence tells and those who pass it on in their own words, to the outlet. */
    private List<Hop> chain(Draft draft, Speaker speaker, @Nullable Written parent) {
        List<Hop> chain = new ArrayList<>();
        if (!speaker.spans().isEmpty()) {
            chain.add(new Hop(Role.SPEAKER, speaker.spans(), speaker.name()));
        }
        chains.hops(draft).forEach(hop -> add(hop, chain));
        for (Written outer = parent; outer != null; outer = outer.parent) {
            chains.passedOnBy(outer.draft).forEach(hop -> add(hop, chain));
            chains.hops(outer.draft).forEach(hop -> add(hop, chain));
        }
        String outlet = document.report().outlet();
        if (outlet != null) {
            chain.removeIf(hop -> hop.role() == Role.AGENCY && outlet.equals(hop.name()));
            chain.add(new Hop(Role.OUTLET, List.of(), outlet));
        }
        return chain;
    }

    private static void add(Hop hop, List<Hop> chain) {
        boolean known = chain.stream()
                .anyMatch(there -> hop.name() == null
                        ? there.spans().equals(hop.spans())
                        : hop.name().equals(there.name()));
        if (!known) {
            chain.add(hop);
        }
    }

    /** The words alone: no marks, no difference of case or spacing. */
    private String wordsOf(List<Span> spans) {
        StringBuilder normal = new StringBuilder();
        for (Span span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                char c = text.text.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    normal.append(c);
                }
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
