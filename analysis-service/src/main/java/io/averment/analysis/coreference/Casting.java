package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes entities and references of clusters. Not thread-safe; linear. */
final class Casting implements Names {

    private static final int MOST_ALIASES = 20;

    /** Of how many mentions the longest is looked for, to call an entity by it. */
    private static final int MOST_NAMES = 20;

    private final KnowledgeBase base;
    private final String text;
    private final List<Mention> mentions;

    Casting(KnowledgeBase base, String text, List<Mention> mentions) {
        this.base = base;
        this.text = text;
        this.mentions = mentions;
    }

    /** The cast of a text; mentions that stand for nothing and have no reason given are left out. */
    Cast cast(NameClusters clusters, StandInResolution open) {
        List<Cluster> ordered = new ArrayList<>(clusters.clusters());
        ordered.sort(Comparator.comparingInt(Cluster::first));
        Map<Cluster, String> ids = new HashMap<>();
        List<Entity> entities = new ArrayList<>();
        for (Cluster cluster : ordered) {
            if (isWorthNaming(cluster)) {
                String id = "e" + (entities.size() + 1);
                ids.put(cluster, id);
                entities.add(entity(id, cluster));
            }
        }
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Cluster cluster = clusters.of(i);
            String entity = cluster == null ? null : ids.get(cluster);
            Unresolved unresolved = entity == null ? open.open(i) : null;
            if (entity != null || unresolved != null) {
                references.add(new Reference("m" + (references.size() + 1), mentions.get(i), entity, unresolved));
            }
        }
        return new Cast(references, entities);
    }

    /** Somebody without a name is an entity only where more than one mention stands for them. */
    private static boolean isWorthNaming(Cluster cluster) {
        return !cluster.named().isEmpty() || cluster.size() > 1;
    }

    private Entity entity(String id, Cluster cluster) {
        Entry entry = cluster.entry();
        Owned owner = cluster.owner();
        String name = of(cluster);
        LinkedHashSet<String> aliases = new LinkedHashSet<>();
        for (int mention : cluster.named()) {
            if (aliases.size() < MOST_ALIASES) {
                aliases.add(written(mention));
            }
        }
        aliases.remove(name);
        return new Entity(
                id,
                cluster.type,
                name,
                List.copyOf(aliases),
                base.alpha3(cluster.country()),
                owner == null
                        ? entry == null ? null : entry.sector()
                        : owner.institution().sector(),
                external(entry),
                entry == null ? null : entry.at(),
                kind(entry, owner),
                cluster.unresolved());
    }

    private static @Nullable Kind kind(@Nullable Entry entry, @Nullable Owned owner) {
        return owner != null ? owner.institution().kind() : entry == null ? null : entry.kind();
    }

    private static SortedMap<String, String> external(@Nullable Entry entry) {
        TreeMap<String, String> external = new TreeMap<>();
        if (entry != null) {
            external.putAll(entry.external());
            external.put("averment", entry.id());
        }
        return external;
    }

    @Override
    public String of(Cluster cluster) {
        Entry entry = cluster.entry();
        if (entry != null) {
            return entry.name();
        }
        if (cluster.named().isEmpty()) {
            return written(cluster.first());
        }
        String longest = "";
        boolean named = false;
        int looked = 0;
        for (int mention : cluster.named()) {
            if (looked++ == MOST_NAMES) {
                break;
            }
            String words = written(mention);
            boolean name = mentions.get(mention).form() == Form.NAME;
            if ((name && !named) || (name == named && words.length() > longest.length())) {
                longest = words;
                named |= name;
            }
        }
        return longest;
    }

    /** A name may run over the end of a line. */
    private String written(int mention) {
        String words = mentions.get(mention).span().of(text);
        return words.indexOf('\n') < 0 && words.indexOf('\r') < 0 ? words : String.join(" ", words.split("\\s+", -1));
    }
}
