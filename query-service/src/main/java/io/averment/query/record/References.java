package io.averment.query.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entities an article names, and in which part of its statements and commitments they stand; and the countries of these entities, as far
 * as the article's own analysis knows them, each once for a part of a fact. Costs the facts times the logarithm of the
 * mentions, and what is found.
 */
public final class References {
    private final Map<String, EntityKey> keys = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private final List<Mention> mentions;
    private final Set<Reference> found = new LinkedHashSet<>();

    private References(AnalysedArticle article) {
        for (Entity entity : article.facts().entities()) {
            keys.put(entity.id(), EntityKey.of(entity, article.id()));
            String country = entity.country();
            if (country != null) {
                countries.put(entity.id(), country);
            }
        }
        mentions = article.analysis().mentions().stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .toList();
    }

    /** The references of the article, its statements and its commitments, each once, in their order. */
    public static List<Reference> of(AnalysedArticle article) {
        References references = new References(article);
        for (Entity entity : article.facts().entities()) {
            references.add(article.id().toString(), 0, Role.NAMED, entity.id());
        }
        List<Statement> statements = article.facts().statements();
        for (int position = 0; position < statements.size(); position++) {
            Statement statement = statements.get(position);
            references.add(
                    statement.id(), position, Role.SPEAKER, statement.speaker().entity());
            references.addNamed(statement.id(), position, Role.CONTENT, statement.content());
        }
        List<Commitment> commitments = article.facts().commitments();
        for (int position = 0; position < commitments.size(); position++) {
            Commitment commitment = commitments.get(position);
            references.add(commitment.id(), position, Role.ACTOR, commitment.actor());
            references.add(commitment.id(), position, Role.ANNOUNCER, commitment.announcer());
            references.addNamed(commitment.id(), position, Role.ACT, List.of(commitment.act()));
            references.addNamed(commitment.id(), position, Role.ACT, commitment.objectSpans());
        }
        return List.copyOf(references.found);
    }

    private void addNamed(String fact, int position, Role role, List<Span> spans) {
        for (Span span : spans) {
            for (int i = firstFrom(span.start()); i < mentions.size(); i++) {
                Mention mention = mentions.get(i);
                if (mention.start() >= span.end()) {
                    break;
                }
                if (mention.end() <= span.end()) {
                    add(fact, position, role, mention.entity());
                }
            }
        }
    }

    /** The index of the first mention that begins here or later. */
    private int firstFrom(int start) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(String fact, int position, Role role, @Nullable String entity) {
        EntityKey key = entity == null ? null : keys.get(entity);
        if (key != null) {
            found.add(new Reference(fact, position, role.name(), key.value()));
        }
        String country = entity == null ? null : countries.get(entity);
        if (country != null) {
            found.add(new Reference(fact, position, role.ofCountry(), country));
        }
    }
}
