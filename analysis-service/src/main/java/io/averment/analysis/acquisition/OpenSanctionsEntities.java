package io.averment.analysis.acquisition;

import io.averment.analysis.acquisition.JsonObjects.Value;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OpenSanctions' entities in the FollowTheMoney model. That someone is on a list is no fact of the knowledge base. */
final class OpenSanctionsEntities {

    private final KnowledgeBase base;

    OpenSanctionsEntities(KnowledgeBase base) {
        this.base = base;
    }

    int read(Path file, Consumer<String> lines) throws IOException, ImportException {
        int[] given = {0};
        JsonObjects.read(file, entity -> {
            KnowledgeLine line = line(entity);
            if (line != null) {
                lines.accept(line.toString());
                given[0]++;
            }
        });
        return given[0];
    }

    private @Nullable KnowledgeLine line(Value entity) {
        String id = entity.field("id").text();
        String schema = entity.field("schema").text();
        Kind kind = schema == null ? null : kind(schema);
        if (id == null || kind == null) {
            return null;
        }
        Value properties = entity.field("properties");
        List<String> names = new ArrayList<>();
        String caption = entity.field("caption").text();
        if (caption != null) {
            names.add(caption);
        }
        names.addAll(properties.field("name").texts());
        names.addAll(properties.field("alias").texts());
        KnowledgeLine line = KnowledgeLine.of("opensanctions:" + id, kind, names);
        if (line == null) {
            return null;
        }
        return line.fact("country", country(properties, kind))
                .fact("gender", gender(properties))
                .fact("wikidata", first(properties.field("wikidataId")))
                .fact("opensanctions", id);
    }

    private static @Nullable Kind kind(String schema) {
        return switch (schema) {
            case "Person" -> Kind.PERSON;
            case "Organization", "LegalEntity" -> Kind.ORGANIZATION;
            case "Company" -> Kind.COMPANY;
            case "PublicBody" -> Kind.AGENCY;
            case "Vessel", "Airplane" -> Kind.OTHER;
            default -> null;
        };
    }

    private @Nullable String country(Value properties, Kind kind) {
        List<String> codes = new ArrayList<>();
        if (kind == Kind.PERSON) {
            codes.addAll(properties.field("nationality").texts());
        }
        codes.addAll(properties.field("jurisdiction").texts());
        codes.addAll(properties.field("country").texts());
        for (String code : codes) {
            String upper = code.toUpperCase(Locale.ROOT);
            if (base.alpha3(upper) != null) {
                return upper;
            }
        }
        return null;
    }

    private static @Nullable String gender(Value properties) {
        String gender = first(properties.field("gender"));
        return "male".equals(gender) ? "MALE" : "female".equals(gender) ? "FEMALE" : null;
    }

    private static @Nullable String first(Value list) {
        List<String> texts = list.texts();
        return texts.isEmpty() ? null : texts.getFirst();
    }
}
