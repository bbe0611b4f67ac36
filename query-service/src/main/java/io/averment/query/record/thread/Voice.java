package io.averment.query.record.thread;

import io.averment.query.record.EntityKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who said or undertakes something, as far as it can be compared over articles.
 *
 * @param name folded, without an article in front
 * @param entity the key of the thing meant, where the analysis found one
 */
public record Voice(String name, @Nullable String entity) {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    private static final Set<String> JOINTS = Set.of("of", "for", "in", "at");
    private static final String OF_ARTICLE = "article:";
    private static final String OF_NAME = "name:";

    /** How surely two voices are one. */
    enum Sameness {
        /** They are two. */
        OTHER,
        /** A single word is all that they have in common. */
        LIKELY,
        /** The same thing, or the same whole name. */
        SURE
    }

    /** The voice of this name. */
    public static Voice of(String name, @Nullable String entity) {
        String folded = EntityKey.fold(name);
        int blank = folded.indexOf(' ');
        boolean article = blank > 0 && ARTICLES.contains(folded.substring(0, blank));
        return new Voice(article ? folded.substring(blank + 1) : folded, entity);
    }

    /** The one word that all names of this voice end in, before "of" and the like: only voices that share it are compared. */
    public String bucket() {
        List<String> words = words();
        String head = words.getFirst();
        for (String word : words) {
            if (JOINTS.contains(word) && !head.equals(word)) {
                break;
            }
            head = word;
        }
        return head;
    }

    private List<String> words() {
        return List.of(name.split(" "));
    }

    Sameness sameness(Voice other) {
        if (entity != null && entity.equals(other.entity)) {
            return Sameness.SURE;
        }
        if (isKnown(entity) && isKnown(other.entity)) {
            return Sameness.OTHER;
        }
        List<String> mine = words();
        List<String> theirs = other.words();
        List<String> fewer = mine.size() <= theirs.size() ? mine : theirs;
        List<String> more = mine.size() <= theirs.size() ? theirs : mine;
        if (!more.containsAll(fewer)) {
            return Sameness.OTHER;
        }
        return fewer.size() > 1 || (isWhole(entity) && isWhole(other.entity) && fewer.size() == more.size())
                ? Sameness.SURE
                : Sameness.LIKELY;
    }

    /** Whether it is a thing of a knowledge base: two of them are two things. */
    private static boolean isKnown(@Nullable String entity) {
        return entity != null && !entity.startsWith(OF_NAME) && !entity.startsWith(OF_ARTICLE);
    }

    private static boolean isWhole(@Nullable String entity) {
        return entity != null && !entity.startsWith(OF_ARTICLE);
    }
}
