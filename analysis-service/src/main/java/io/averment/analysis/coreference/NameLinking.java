package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.Context;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.Link;
import io.averment.analysis.entity.Linker;
import io.averment.analysis.entity.NameForm;
import java.util.List;
import java.util.Map;

/** What the knowledge base says of the names of a text, given everything that the text speaks of. Not thread-safe. */
final class NameLinking {

    private final Linker linker = new Linker();
    private final Context context = new Context();
    private final String text;
    private final Map<String, String> longForms;

    /**
     * Reads what the text speaks of. Linear.
     *
     * @param longForms what the text explains abbreviations as
     */
    NameLinking(KnowledgeBase base, String text, List<Mention> mentions, Map<String, String> longForms) {
        this.text = text;
        this.longForms = longForms;
        for (Mention mention : mentions) {
            if (mention.entries().size() == 1 && !longForms.containsKey(mention.head())) {
                Entry only = mention.entries().getFirst();
                if (!Linker.isAbbreviation(written(mention)) || only.type() == EntityType.PLACE) {
                    context.add(only);
                }
            }
            Owned owner = mention.owner();
            if (owner != null && owner.country() != null) {
                base.entry(owner.country()).ifPresent(context::add);
            }
        }
    }

    /** What the text speaks of. */
    Context context() {
        return context;
    }

    /** What the knowledge base says, unless the text explains the abbreviation as something else. */
    Link link(Mention mention) {
        String longForm = longForms.get(mention.head());
        List<Entry> entries = mention.entries();
        if (longForm != null) {
            entries =
                    entries.stream().filter(entry -> isCalled(entry, longForm)).toList();
        }
        return linker.choose(written(mention), entries, context);
    }

    /** The words of a mention as the text has them. */
    String written(Mention mention) {
        return mention.span().of(text);
    }

    private static boolean isCalled(Entry entry, String form) {
        return NameForm.of(entry.name()).equals(form)
                || entry.aliases().stream().anyMatch(alias -> NameForm.of(alias).equals(form));
    }

    /** Why a cluster of names that nothing was chosen for is left open. */
    static Unresolved unresolved(Link.Reason reason, List<Entry> candidates) {
        Unresolved.Reason why = switch (reason) {
            case NOT_KNOWN -> Unresolved.Reason.NOT_KNOWN;
            case AMBIGUOUS -> Unresolved.Reason.AMBIGUOUS;
            case ABBREVIATION_WITHOUT_SUPPORT -> Unresolved.Reason.ABBREVIATION_WITHOUT_SUPPORT;
        };
        return new Unresolved(why, candidates.stream().map(Entry::name).toList());
    }
}
