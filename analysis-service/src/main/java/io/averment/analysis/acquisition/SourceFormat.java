package io.averment.analysis.acquisition;

import io.averment.analysis.entity.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A published format that knowledge can be imported from. */
public enum SourceFormat {
    /** The tab-separated table of places, as in cities15000.txt. */
    GEONAMES {
        @Override
        public int read(Path file, KnowledgeBase base, Consumer<String> lines) throws IOException, ImportException {
            return new GeoNamesPlaces(base).read(file, lines);
        }
    },
    /** The JSON dump of entities, an entity a line; or a part of it. */
    WIKIDATA {
        @Override
        public int read(Path file, KnowledgeBase base, Consumer<String> lines) throws IOException, ImportException {
            return new WikidataEntities(base).read(file, lines);
        }
    },
    /** The FollowTheMoney entities, a JSON object a line, as in entities.ftm.json. */
    OPENSANCTIONS {
        @Override
        public int read(Path file, KnowledgeBase base, Consumer<String> lines) throws IOException, ImportException {
            return new OpenSanctionsEntities(base).read(file, lines);
        }
    };

    /**
     * Reads a file of this format, a line at a time, and gives a line of the knowledge base's format for each thing in it that can
     * be named in English text. Linear; memory does not grow with the file, but for Wikidata's countries.
     *
     * @param base for the codes of countries
     * @return how many lines were given
     */
    public abstract int read(Path file, KnowledgeBase base, Consumer<String> lines) throws IOException, ImportException;

    /** The format with a name, in any case. */
    public static Optional<SourceFormat> named(String name) {
        for (SourceFormat format : values()) {
            if (format.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
