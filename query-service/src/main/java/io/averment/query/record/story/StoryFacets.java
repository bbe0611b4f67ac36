package io.averment.query.record.story;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** By what stories are listed: whom their reports name, of which countries, and who tells them in which language. */
public final class StoryFacets {
    /** What every story has. */
    public static final String STORY = "S";

    private static final int MOST_ENTITIES = 60;

    private StoryFacets() {}

    /** Of one report. */
    public static Set<String> of(AnalysedArticle article) {
        Set<String> facets =
                new LinkedHashSet<>(List.of(STORY, outlet(article.outlet().key())));
        String language = article.language();
        if (language != null) {
            facets.add(language(language));
        }
        named(article).forEach(entity -> {
            facets.add(entity(EntityKey.of(entity, article.id()).value()));
            String country = entity.country();
            if (country != null) {
                facets.add(country(country));
            }
        });
        return facets;
    }

    private static Stream<Entity> named(AnalysedArticle article) {
        return article.facts().entities().stream().limit(MOST_ENTITIES);
    }

    /** That a report names the thing of this key. */
    public static String entity(String key) {
        return "E " + key;
    }

    /** That a report is of the outlet of this key. */
    public static String outlet(String key) {
        return "O " + key;
    }

    /** That a report names something of this country, by its code. */
    public static String country(String code) {
        return "C " + code;
    }

    /** That a report is in this language. */
    public static String language(String code) {
        return "L " + code;
    }
}
