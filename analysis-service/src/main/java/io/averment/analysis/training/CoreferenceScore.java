package io.averment.analysis.training;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Form;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.document.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares casts with what annotators found. A link leads from a pronoun, a name or a role to the nearest name or role before it
 * that stands for the same (of a pronoun also behind it, when there is none before); it is right when both ends stand for the same
 * to the annotators. To be found are links from pronouns and names to anything earlier that is no pronoun, and from nouns with an
 * article to an earlier name. Names that the annotators did not mark at all ("American" before a noun) do not count. Not thread-safe.
 */
final class CoreferenceScore {

    /** Kinds of links. */
    enum Kind {
        HE("he"),
        SHE("she"),
        IT("it"),
        THEY("they"),
        SPEAKERS("I/we quoted"),
        NAMES("names"),
        ROLES("roles");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Map<String, Kind> pronouns;
    private final Map<Kind, LinkScore> scores = new EnumMap<>(Kind.class);

    /** @param pronouns by word in lower case */
    CoreferenceScore(Map<String, Kind> pronouns) {
        this.pronouns = Map.copyOf(pronouns);
        for (Kind kind : Kind.values()) {
            scores.put(kind, new LinkScore());
        }
    }

    LinkScore of(Kind kind) {
        LinkScore score = scores.get(kind);
        if (score == null) {
            throw new IllegalStateException("Every kind has a score");
        }
        return score;
    }

    /**
     * Adds a text.
     *
     * @param quoted what stands within quotation marks: only there pronouns of a speaker are to be found
     */
    void add(String text, List<GoldMention> gold, Cast cast, List<Span> quoted) {
        countGold(text, gold, quoted);
        Map<Span, String> entities = new HashMap<>();
        List<Reference> references = cast.references();
        for (Reference reference : references) {
            String entity = goldEntity(gold, reference.mention().span());
            if (entity != null) {
                entities.put(reference.mention().span(), entity);
            }
        }
        Map<String, Reference> last = new HashMap<>();
        Map<String, Reference> first = new HashMap<>();
        for (Reference reference : references) {
            if (reference.entity() != null && reference.mention().form() != Form.PRONOUN) {
                first.putIfAbsent(reference.entity(), reference);
            }
        }
        for (Reference reference : references) {
            String entity = reference.entity();
            if (entity == null) {
                continue;
            }
            boolean pronoun = reference.mention().form() == Form.PRONOUN;
            Reference other = last.get(entity);
            if (other == null && pronoun) {
                other = first.get(entity);
            }
            if (other != null) {
                String one = entities.get(reference.mention().span());
                boolean right =
                        one != null && one.equals(entities.get(other.mention().span()));
                Kind kind = kind(text, reference);
                if (kind != null && (one != null || kind != Kind.NAMES)) {
                    of(kind).addFound(right);
                }
            }
            if (!pronoun) {
                last.put(entity, reference);
            }
        }
    }

    private @Nullable Kind kind(String text, Reference reference) {
        return switch (reference.mention().form()) {
            case NAME -> Kind.NAMES;
            case NOMINAL -> Kind.ROLES;
            case PRONOUN -> pronouns.get(lower(text, reference.mention().span()));
        };
    }

    private static String lower(String text, Span span) {
        return span.of(text).toLowerCase(Locale.ROOT);
    }

    private void countGold(String text, List<GoldMention> gold, List<Span> quoted) {
        Set<String> said = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (GoldMention mention : gold) {
            String entity = mention.entity();
            switch (mention.form()) {
                case PRONOUN -> {
                    Kind kind = pronouns.get(lower(text, mention.span()));
                    boolean counts = kind == Kind.SPEAKERS ? isWithin(quoted, mention.span()) : said.contains(entity);
                    if (kind != null && counts) {
                        of(kind).addGold();
                    }
                }
                case NAME -> {
                    if (named.contains(entity)) {
                        of(Kind.NAMES).addGold();
                    }
                    named.add(entity);
                    said.add(entity);
                }
                case DEFINITE -> {
                    if (named.contains(entity)) {
                        of(Kind.ROLES).addGold();
                    }
                    said.add(entity);
                }
                case OTHER -> said.add(entity);
            }
        }
    }

    private static boolean isWithin(List<Span> spans, Span span) {
        return spans.stream().anyMatch(around -> around.contains(span));
    }

    /** What the annotators say of a stretch of text: the narrowest mention that is found as it. */
    private static @Nullable String goldEntity(List<GoldMention> gold, Span found) {
        List<GoldMention> fitting = new ArrayList<>();
        for (GoldMention mention : gold) {
            if (mention.span().start() > found.start()) {
                break;
            }
            if (mention.isFoundAs(found)) {
                fitting.add(mention);
            }
        }
        return fitting.isEmpty() ? null : fitting.getLast().entity();
    }
}
