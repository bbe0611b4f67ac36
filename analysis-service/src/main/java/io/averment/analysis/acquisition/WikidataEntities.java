package io.averment.analysis.acquisition;

import io.averment.analysis.acquisition.JsonObjects.Value;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wikidata's JSON dump. Reads the file twice, since an item may name a country that comes later. What an item is an instance of
 * decides its kind (import/wikidata-classes.tsv); items of no listed class are left out.
 */
final class WikidataEntities {

    private static final String INSTANCE_OF = "P31";
    private static final String COUNTRY = "P17";
    private static final String CITIZENSHIP = "P27";
    private static final String COORDINATES = "P625";
    private static final String ALPHA_2 = "P297";
    private static final String GENDER = "P21";
    private static final String POPULATION = "P1082";
    private static final Map<String, String> GENDERS = Map.of("Q6581097", "MALE", "Q6581072", "FEMALE");

    private final KnowledgeBase base;
    private final Map<String, Kind> kinds;
    private final Map<String, String> countries = new HashMap<>();

    WikidataEntities(KnowledgeBase base) {
        this.base = base;
        this.kinds = KnowledgeFile.load("import/wikidata-classes.tsv").classes(Kind.class);
    }

    int read(Path file, Consumer<String> lines) throws IOException, ImportException {
        JsonObjects.read(file, this::rememberCountry);
        int[] given = {0};
        JsonObjects.read(file, item -> {
            KnowledgeLine line = line(item);
            if (line != null) {
                lines.accept(line.toString());
                given[0]++;
            }
        });
        return given[0];
    }

    private void rememberCountry(Value item) {
        String id = item.field("id").text();
        List<Value> codes = values(item, ALPHA_2);
        String code = codes.isEmpty() ? null : codes.getFirst().text();
        if (id != null && code != null && base.alpha3(code) != null) {
            countries.put(id, code);
        }
    }

    private @Nullable KnowledgeLine line(Value item) {
        String id = item.field("id").text();
        Kind kind = kind(item);
        if (id == null || kind == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        String label = item.field("labels").field("en").field("value").text();
        if (label != null) {
            names.add(label);
        }
        for (Value alias : item.field("aliases").field("en").items()) {
            String name = alias.field("value").text();
            if (name != null) {
                names.add(name);
            }
        }
        KnowledgeLine line = KnowledgeLine.of("wikidata:" + id, kind, names);
        return line == null ? null : withFacts(line, item, id, kind);
    }

    private KnowledgeLine withFacts(KnowledgeLine line, Value item, String id, Kind kind) {
        String country = null;
        for (Value value : values(item, kind == Kind.PERSON ? CITIZENSHIP : COUNTRY)) {
            String code = countries.get(itemId(value));
            country = country == null ? code : country;
        }
        line.fact("country", country);
        for (Value value : values(item, COORDINATES)) {
            String latitude = value.field("latitude").text();
            String longitude = value.field("longitude").text();
            line.fact("at", latitude == null || longitude == null ? null : latitude + "," + longitude);
        }
        for (Value value : values(item, GENDER)) {
            line.fact("gender", GENDERS.get(itemId(value)));
        }
        for (Value value : values(item, POPULATION)) {
            String amount = value.field("amount").text();
            line.fact("population", amount == null ? null : amount.replace("+", ""));
        }
        return line.fact("wikidata", id);
    }

    /** The first listed class that the item is an instance of. A country is known already, by its code. */
    private @Nullable Kind kind(Value item) {
        for (Value value : values(item, INSTANCE_OF)) {
            Kind kind = kinds.get(itemId(value));
            if (kind != null && kind != Kind.COUNTRY) {
                return kind;
            }
        }
        return null;
    }

    private static String itemId(Value value) {
        String id = value.field("id").text();
        return id == null ? "" : id;
    }

    /** The values of a property's statements, those that are said to be wrong or outdated left out. */
    private static List<Value> values(Value item, String property) {
        List<Value> values = new ArrayList<>();
        for (Value statement : item.field("claims").field(property).items()) {
            if (!"deprecated".equals(statement.field("rank").text())) {
                values.add(statement.field("mainsnak").field("datavalue").field("value"));
            }
        }
        return values;
    }
}
