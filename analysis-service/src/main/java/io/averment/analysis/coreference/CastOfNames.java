package io.averment.analysis.coreference;

import io.averment.analysis.document.Document;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.name.Name;
import io.averment.analysis.name.NameAnnotator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is left to say of a text's names where co-reference has failed: those of one type that are written alike are one entity, of
 * which nothing more is known. Thread-safe; linear.
 */
public final class CastOfNames {

    private record Key(EntityType type, String form) {}

    private CastOfNames() {}

    /** The cast of a document whose annotators have run: as found by co-reference, else of its names alone. */
    public static Cast castOf(Document document) {
        List<Cast> casts = document.get(CoreferenceAnnotator.CAST);
        return casts.isEmpty() ? of(document.text(), document.get(NameAnnotator.NAMES)) : casts.getFirst();
    }

    static Cast of(String text, List<Name> names) {
        Map<Key, Set<String>> written = new LinkedHashMap<>();
        Map<Key, String> ids = new LinkedHashMap<>();
        List<Reference> references = new ArrayList<>();
        for (Name name : names) {
            EntityType type = EntityType.valueOf(name.type().name());
            String words = String.join(" ", name.span().of(text).split("\\s+", -1));
            Key key = new Key(type, NameForm.of(words));
            written.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(words);
            String id = ids.computeIfAbsent(key, none -> "e" + (ids.size() + 1));
            references.add(new Reference(
                    "m" + (references.size() + 1), Mention.named(name.span(), type, key.form(), List.of()), id, null));
        }
        List<Entity> entities = new ArrayList<>();
        written.forEach((key, forms) -> {
            List<String> all = List.copyOf(forms);
            entities.add(new Entity(
                    "e" + (entities.size() + 1),
                    key.type(),
                    all.getFirst(),
                    all.subList(1, all.size()),
                    null,
                    null,
                    new TreeMap<>(),
                    null,
                    null,
                    null));
        });
        return new Cast(references, entities);
    }
}
