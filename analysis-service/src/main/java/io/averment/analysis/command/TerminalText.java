package io.averment.analysis.command;

import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.conflict.ConflictAnnotator;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CastOfNames;
import io.averment.analysis.document.Report;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Degradation;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.time.TimeExpression;
import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An analysis as text for people.
 *
 * @param width columns of a line
 * @param colours whether escape sequences may stand in it
 */
record TerminalText(int width, boolean colours) {

    private static final int DEFAULT_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 120;
    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    /** By COLUMNS, NO_COLOR, TERM and whether a person is looking. */
    static TerminalText forEnvironment(Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return new TerminalText(width(environment.getOrDefault("COLUMNS", "")), wanted && isTerminal());
    }

    // There is always a console on this platform today, but its contract still allows for none.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int width(String columns) {
        boolean number =
                !columns.isEmpty() && columns.length() < 6 && columns.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.clamp(Integer.parseInt(columns), LEAST_WIDTH, MOST_WIDTH) : DEFAULT_WIDTH;
    }

    /** The statements with who said them and through whom, the commitments and the conflicts, ending with a blank line. */
    String render(String label, Analysis analysis) {
        List<Statement> statements = analysis.document().get(StatementAnnotator.STATEMENTS);
        StringBuilder out = new StringBuilder();
        Report report = analysis.document().report();
        String heading = Stream.of(VisibleText.of(label), report.outlet(), report.publishedAt())
                .filter(part -> part != null)
                .map(VisibleText::of)
                .collect(Collectors.joining(" · "));
        out.append(styled(BOLD, heading)).append('\n');
        out.append(styled(FAINT, summary(statements))).append("\n\n");
        Cast cast = CastOfNames.castOf(analysis.document());
        int indent = statements.isEmpty() ? 0 : statements.getLast().id().length() + 2;
        for (Statement statement : statements) {
            renderStatement(statement, cast, analysis.document().text(), indent, out);
        }
        new CommitmentText(this, cast, analysis.document().text())
                .render(
                        analysis.document().get(CommitmentAnnotator.COMMITMENTS),
                        analysis.document().get(ConflictAnnotator.CONFLICTS),
                        out);
        appendLost(analysis.degraded(), out);
        return out.toString();
    }

    private static void appendLost(List<Degradation> degraded, StringBuilder out) {
        String unread = degraded.stream()
                .filter(lost -> lost.reason().equals(Degradation.LANGUAGE_NOT_SUPPORTED))
                .map(Degradation::annotator)
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            out.append("The text is not in English; not looked for: ")
                    .append(unread)
                    .append(".\n\n");
        }
        degraded.stream()
                .filter(lost -> !lost.reason().equals(Degradation.LANGUAGE_NOT_SUPPORTED))
                .forEach(lost -> out.append("Not everything was found: the annotator ")
                        .append(lost.annotator())
                        .append(" failed.\n\n"));
    }

    private static String summary(List<Statement> statements) {
        long named = statements.stream()
                .filter(statement -> statement.speaker().name() != null)
                .count();
        return switch (statements.size()) {
            case 0 -> "No statement";
            case 1 -> named == 1 ? "1 statement, its speaker named" : "1 statement, its speaker not named";
            default -> statements.size() + " statements, " + named + " with a speaker named in the sentence";
        };
    }

    private void renderStatement(Statement statement, Cast cast, String text, int indent, StringBuilder out) {
        String words = statement.content().stream()
                .map(span -> VisibleText.of(span.of(text)))
                .collect(Collectors.joining(" … "));
        String margin = " ".repeat(indent);
        List<String> lines = wrap(words, width - indent);
        String id = statement.id();
        out.append(styled(FAINT, id)).append(" ".repeat(indent - id.length()));
        out.append(String.join("\n" + margin, lines)).append('\n');
        for (String line : wrap(source(statement, cast, text), width - indent)) {
            out.append(margin).append(styled(BOLD, line)).append('\n');
        }
        if (statement.repeats() != null) {
            out.append(margin)
                    .append(styled(FAINT, "the same words as " + statement.repeats()))
                    .append('\n');
        }
        out.append('\n');
    }

    /** Who said it and through whom it came: {@code — the embassy (added), via The Outlet}. */
    private static String source(Statement statement, Cast cast, String text) {
        Speaker speaker = statement.speaker();
        StringBuilder source = new StringBuilder("— ");
        if (speaker.name() != null) {
            source.append(VisibleText.of(speaker.name()));
            if (speaker.description() != null) {
                source.append(", ").append(VisibleText.of(speaker.description()));
            }
        }
        Speaker.Unresolved gap = speaker.unresolved();
        if (gap != null) {
            source.append(meant(speaker, cast, text).orElseGet(() -> unresolved(speaker, gap, cast, text)));
        }
        if (!statement.cue().isEmpty()) {
            String cue = statement.cue().stream()
                    .map(span -> VisibleText.of(span.of(text)))
                    .collect(Collectors.joining(" … "));
            source.append(" (").append(cue).append(')');
        }
        if (statement.saidAt() != null) {
            source.append(", ").append(when(statement.saidAt(), text));
        }
        if (statement.act() != SpeechAct.ASSERTS && statement.act() != SpeechAct.UNKNOWN) {
            source.append(", ").append(statement.act().name().toLowerCase(Locale.ROOT));
        }
        if (statement.hedged()) {
            source.append(", hedged");
        }
        if (statement.parent() != null) {
            source.append(", within ").append(statement.parent());
        }
        for (Statement.Hop hop : statement.chain()) {
            String name = hop.name();
            if (hop.role() != Statement.Role.SPEAKER && name != null) {
                source.append(", via ").append(VisibleText.of(name));
            }
        }
        return source.toString();
    }

    /** The words that say when, with the days that they mean: {@code when: last week (2025-08-11 to 2025-08-17)}. */
    private static String when(TimeExpression time, String text) {
        String words = "when: " + VisibleText.of(time.span().of(text));
        return time.edtf() == null ? words : words + " (" + EdtfText.of(time.edtf()) + ")";
    }

    /** Whom a pronoun surely stands for, with the pronoun. */
    private static Optional<String> meant(Speaker speaker, Cast cast, String text) {
        return speaker.spans().stream()
                .findFirst()
                .flatMap(cast::entityOf)
                .flatMap(cast::entity)
                .map(entity -> VisibleText.of(entity.name()) + ", as “" + VisibleText.of(pronoun(speaker, text)) + "”");
    }

    private static String unresolved(Speaker speaker, Speaker.Unresolved unresolved, Cast cast, String text) {
        String why = switch (unresolved.reason()) {
            case PRONOUN -> "whom “" + VisibleText.of(pronoun(speaker, text)) + "” means is not certain";
            case NO_SPEAKER_IN_SENTENCE -> "nobody is named in the sentence";
            case IMPERSONAL -> "said impersonally";
        };
        String what = "unresolved, " + why;
        List<String> candidates = Candidates.of(speaker.spans(), unresolved.candidates(), cast);
        String label = speaker.spans().isEmpty() ? "spoke before: " : "perhaps ";
        return candidates.isEmpty() ? what : what + " (" + label + VisibleText.of(String.join(", ", candidates)) + ")";
    }

    private static String pronoun(Speaker speaker, String text) {
        return speaker.spans().stream().map(span -> span.of(text)).collect(Collectors.joining(" "));
    }

    String strong(String text) {
        return styled(BOLD, text);
    }

    /** An id in the margin, words, and a line about them; a blank line behind. */
    void renderItem(String id, String words, String about, StringBuilder out) {
        String margin = " ".repeat(id.length() + 2);
        int columns = width - margin.length();
        out.append(styled(FAINT, id)).append("  ");
        out.append(String.join("\n" + margin, wrap(words, columns))).append('\n');
        for (String line : wrap(about, columns)) {
            out.append(margin).append(styled(BOLD, line)).append('\n');
        }
        out.append('\n');
    }

    private String styled(String style, String text) {
        return colours ? style + text + PLAIN : text;
    }

    /** Lines of at most so many columns; a longer word has a line of its own. */
    private static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && VisibleText.columns(line) + 1 + VisibleText.columns(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
