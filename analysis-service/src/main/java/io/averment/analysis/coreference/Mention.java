package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Gender;
import io.averment.analysis.entity.Institution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that stands for something. Immutable.
 *
 * @param head the noun or pronoun in lower case; of a name the whole in its compared form
 * @param entries what a name may mean to the knowledge base
 * @param owner what kind of institution of whom it is; null when it is none
 * @param gender as a title or noun says
 * @param roles nouns in lower case that a title or an apposition gives a person
 */
public record Mention(
        Span span,
        Form form,
        EntityType type,
        String head,
        List<Entry> entries,
        @Nullable Owned owner,
        @Nullable Gender gender,
        List<String> roles) {

    /**
     * An institution of a country.
     *
     * @param country ISO 3166-1 alpha-2; null when the text does not say
     * @param location id of the place where an embassy is; null when the text does not say
     */
    public record Owned(
            Institution institution,
            @Nullable String country,
            @Nullable String location) {

        /** Whether both may be the same. */
        boolean agreesWith(Owned other) {
            return institution.id().equals(other.institution.id())
                    && (country == null || other.country == null || country.equals(other.country))
                    && (location == null || other.location == null || location.equals(other.location));
        }
    }

    public Mention {
        entries = List.copyOf(entries);
        roles = List.copyOf(roles);
    }

    static Mention named(Span span, EntityType type, String head, List<Entry> entries) {
        return new Mention(span, Form.NAME, type, head, entries, null, null, List.of());
    }

    Mention with(@Nullable Gender said, List<String> given) {
        return new Mention(span, form, type, head, entries, owner, said == null ? gender : said, given);
    }
}
