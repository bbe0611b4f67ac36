package io.averment.query.record;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What someone said.
 *
 * @param id unique within one version of its article
 * @param act the speech act, as the analysis names it
 * @param content the words with their quotation marks
 * @param quoted what stands inside the marks
 * @param cue the words that attribute it
 * @param parent id of the statement that it is part of
 * @param repeats id of the earlier statement with the same quoted words
 * @param saidAt id of the time at which it was said, where the text gives one
 */
public record Statement(
        String id,
        StatementKind kind,
        String act,
        boolean hedged,
        List<Span> content,
        List<Span> quoted,
        List<Span> cue,
        @Nullable String parent,
        @Nullable String repeats,
        Speaker speaker,
        List<Hop> chain,
        @Nullable String saidAt) {

    /** @throws RuleBrokenException when the id is blank or there is no content */
    public Statement {
        RuleBrokenException.requireId(id, "a statement's id");
        RuleBrokenException.require(!content.isEmpty(), "a statement has no content");
        content = List.copyOf(content);
        quoted = List.copyOf(quoted);
        cue = List.copyOf(cue);
        chain = List.copyOf(chain);
    }

    /** The words of the content, a blank between spans. */
    public String words() {
        return content.stream().map(Span::text).collect(Collectors.joining(" "));
    }
}
