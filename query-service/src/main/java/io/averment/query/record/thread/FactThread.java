package io.averment.query.record.thread;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Facts of articles that belong together, in their order; never empty.
 */
public record FactThread(List<ThreadFact> facts) {
    private static final int ID_BYTES = 10;

    public FactThread {
        facts = List.copyOf(facts);
    }

    public ThreadKind kind() {
        return facts.getFirst().kind();
    }

    /**
     * Its id, which follows from its first fact: {@code u} or {@code c} and 20 hexadecimal digits. When an earlier fact joins, the thread gets
     * that one's id.
     */
    public String id() {
        FactPlace first = facts.getFirst().place();
        String prefix = switch (kind()) {
            case UTTERANCE -> "u";
            case COMMITMENT -> "c";
        };
        return prefix + digest(first.article() + "\n" + first.fact());
    }

    /** Who says or undertakes it: the longest of its names, of a thing that the analysis found before others. */
    public Voice voice() {
        return facts.stream()
                .map(fact -> fact.evidence().voice())
                .min(Comparator.comparing((Voice voice) -> voice.entity() == null)
                        .thenComparing(voice -> -voice.name().length())
                        .thenComparing(Voice::name)
                        .thenComparing(voice -> String.valueOf(voice.entity())))
                .orElseThrow();
    }

    /** How many articles it runs through. */
    public int articles() {
        return (int)
                facts.stream().map(fact -> fact.place().article()).distinct().count();
    }

    /** How many of them are independent of each other. */
    public int origins() {
        return Source.independent(facts.stream().map(ThreadFact::source).toList());
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
