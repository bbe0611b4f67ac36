package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Mention.Owned;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Gender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mentions that stand for one thing, while they are gathered. Not thread-safe. */
final class Cluster {

    /** Forms of its name that are kept; what is called by more is called by one of these most of the time. */
    private static final int MOST_FORMS = 20;

    final EntityType type;
    /** Of names, ascending once {@link #sort} was called. */
    private final List<Integer> named = new ArrayList<>();
    /** Of roles and pronouns, which are added in ascending order. */
    private final List<Integer> others = new ArrayList<>();

    private final Set<String> forms = new LinkedHashSet<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private @Nullable Entry entry;
    private @Nullable Owned owner;
    private @Nullable Gender gender;
    private @Nullable Gender learnt;
    private @Nullable Unresolved unresolved;

    Cluster(EntityType type) {
        this.type = type;
    }

    /** Adds a mention by its number; what it says of the thing is taken over. */
    void add(int number, Mention mention) {
        if (mention.form() == Form.NAME || mention.owner() != null) {
            named.add(number);
            if (forms.size() < MOST_FORMS) {
                forms.add(mention.head());
            }
        } else {
            others.add(number);
        }
        roles.addAll(mention.roles());
        sayGender(mention.gender());
        Owned said = mention.owner();
        if (said != null) {
            owner = owner == null
                    ? said
                    : new Owned(
                            owner.institution(),
                            owner.country() == null ? said.country() : owner.country(),
                            owner.location() == null ? said.location() : owner.location());
        }
    }

    /** Puts the names into the order of the text, after which {@link #lastBefore} may be asked. */
    void sort() {
        Collections.sort(named);
    }

    /** The numbers of the mentions that are names, or roles with their owner. */
    List<Integer> named() {
        return named;
    }

    int size() {
        return named.size() + others.size();
    }

    /** The first mention of all. */
    int first() {
        int first = named.isEmpty() ? Integer.MAX_VALUE : named.getFirst();
        return others.isEmpty() ? first : Math.min(first, others.getFirst());
    }

    /** The last mention before another; -1 when there is none. Logarithmic. */
    int lastBefore(int number) {
        return Math.max(lastBefore(named, number), lastBefore(others, number));
    }

    private static int lastBefore(List<Integer> numbers, int number) {
        int found = Collections.binarySearch(numbers, number);
        int before = (found >= 0 ? found : -found - 1) - 1;
        return before < 0 ? -1 : numbers.get(before);
    }

    /** The compared forms of its names, the first twenty. */
    Set<String> forms() {
        return forms;
    }

    boolean hasRole(String role) {
        return roles.contains(role);
    }

    void addRole(String role) {
        roles.add(role);
    }

    @Nullable
    Entry entry() {
        return entry;
    }

    void linkTo(Entry known) {
        entry = known;
        unresolved = null;
        sayGender(known.gender());
    }

    @Nullable
    Owned owner() {
        return owner;
    }

    void setOwner(Owned owned) {
        owner = owned;
    }

    /** As names, titles, nouns and the knowledge base say; failing those, as pronouns do. */
    @Nullable
    Gender gender() {
        return gender == null ? learnt : gender;
    }

    /** Takes what a name, title, noun or the knowledge base says; the first is believed. */
    void sayGender(@Nullable Gender said) {
        gender = gender == null ? said : gender;
    }

    /** Takes what a pronoun says that was taken for it. */
    void learnGender(Gender said) {
        learnt = learnt == null ? said : learnt;
    }

    @Nullable
    Unresolved unresolved() {
        return unresolved;
    }

    void leaveOpen(Unresolved why) {
        unresolved = why;
    }

    /** ISO 3166-1 alpha-2 of where it is or belongs, as far as is known. */
    @Nullable
    String country() {
        if (owner != null && owner.country() != null) {
            return owner.country();
        }
        return entry == null ? null : entry.country();
    }
}
