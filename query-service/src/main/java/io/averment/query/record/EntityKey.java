package io.averment.query.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes a thing of one article the same as one of another: its id in the knowledge base; else its type and whole name
 * without regard to case, accents and punctuation. A person of whom an article gives one name only, and whatever the analysis
 * left ambiguous, stays a thing of that article: nothing is merged on a bare surname.
 *
 * <p>The key follows from the article alone, so it does not depend on what else is in the record or came first. Forms:
 * {@code wikidata:Q42} and the like, {@code name:} with 20 hexadecimal digits, {@code article:} with the article's and the thing's
 * id.
 */
public record EntityKey(String value) {
    private static final String PERSON = "PERSON";
    private static final String AMBIGUOUS = "AMBIGUOUS";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int NAME_BYTES = 10;

    /** The key of a thing that this article names. */
    public static EntityKey of(Entity entity, ArticleId article) {
        String wikidata = entity.external().get("wikidata");
        if (wikidata != null) {
            return new EntityKey("wikidata:" + wikidata);
        }
        if (!entity.external().isEmpty()) {
            var first = entity.external().entrySet().iterator().next();
            return new EntityKey(first.getKey() + ':' + first.getValue());
        }
        String name = fold(entity.name());
        Unresolved unresolved = entity.unresolved();
        boolean ambiguous = unresolved != null && unresolved.reason().equals(AMBIGUOUS);
        boolean bare = entity.type().equals(PERSON) && name.indexOf(' ') < 0;
        if (ambiguous || bare || name.isEmpty()) {
            return new EntityKey("article:" + article + ':' + entity.id());
        }
        return new EntityKey("name:" + digest(entity.type() + '\n' + name));
    }

    /** A name without regard to case, accents and punctuation: its letters and digits, a blank between words. */
    public static String fold(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return SEPARATORS.matcher(plain).replaceAll(" ").strip();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
