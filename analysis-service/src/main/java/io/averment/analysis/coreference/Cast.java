package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a text speaks of, and where.
 *
 * @param references ordered by position, not overlapping
 * @param entities ordered by first mention
 */
public record Cast(List<Reference> references, List<Entity> entities) {

    /** How far behind the start of a speaker's words the mention may start that they stand for: "the " is that long. */
    static final int ARTICLE = 4;

    /** Nothing found. */
    public static final Cast EMPTY = new Cast(List.of(), List.of());

    public Cast {
        references = List.copyOf(references);
        entities = List.copyOf(entities);
    }

    /**
     * The id of the entity that words stand for: that of the mention which is all of them but an article or a title. In "a spokesman for the
     * mayor" the mayor is a mention too, and not the one who spoke. Logarithmic.
     *
     * @param words a name or role, perhaps with what stands before it
     */
    public Optional<String> entityOf(Span words) {
        int low = 0;
        int high = references.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (references.get(middle).mention().span().start() < words.end()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return Optional.empty();
        }
        Reference last = references.get(low - 1);
        Span mention = last.mention().span();
        boolean isAll = mention.end() >= words.end()
                && (mention.start() <= words.start() + ARTICLE || isBehindTitle(last.mention(), words));
        return isAll ? Optional.ofNullable(last.entity()) : Optional.empty();
    }

    /** The mention that is exactly some words, with what it stands for or why that is open; empty when there is none. Logarithmic. */
    public Optional<Reference> referenceOf(Span words) {
        int low = 0;
        int high = references.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (references.get(middle).mention().span().start() < words.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found =
                low < references.size() && references.get(low).mention().span().equals(words);
        return found ? Optional.of(references.get(low)) : Optional.empty();
    }

    /** Whether nothing but a title of the one named stands before a name: {@code Teammate Ana Ruiz}. */
    private static boolean isBehindTitle(Mention name, Span words) {
        return name.form() == Form.NAME
                && name.roles().stream()
                        .anyMatch(role ->
                                words.start() + role.length() + 1 == name.span().start());
    }

    /** The entity of an id that {@link #entityOf} gave: ids count from e1. */
    public Optional<Entity> entity(String id) {
        int index = Integer.parseInt(id.substring(1)) - 1;
        return index < entities.size() ? Optional.of(entities.get(index)) : Optional.empty();
    }
}
