package io.averment.query.record.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why two reports belong together.
 *
 * @param values what they share: folded names and words, deeds with a word of what they are done to, ids in the knowledge base; for the same
 *     words of a speaker, the last word of the speaker's name
 */
public record StoryReason(Likeness code, List<String> values) {

    public StoryReason {
        values = List.copyOf(values);
    }

    /** What they share. */
    public enum Likeness {
        /** They are copies of one text. */
        SAME_TEXT,
        /** The same words of the same speaker. */
        SAME_UTTERANCE,
        /** The same undertaking of the same actor. */
        SAME_UNDERTAKING,
        /** People. */
        SAME_PERSON,
        /** Organisations, facilities, groups and other single things. */
        SAME_BODY,
        /** Places. */
        SAME_PLACE,
        /** Words that few reports have. */
        SHARED_WORDS
    }

    /** The reasons of a link, in the order of their codes. */
    public static List<StoryReason> of(StoryLink link) {
        if (link.shared().isEmpty()) {
            return List.of(new StoryReason(Likeness.SAME_TEXT, List.of()));
        }
        Map<Likeness, List<String>> values = new TreeMap<>();
        for (Trait trait : link.shared()) {
            values.computeIfAbsent(likeness(trait.sort()), any -> new ArrayList<>())
                    .add(shown(trait));
        }
        return values.entrySet().stream()
                .map(entry -> new StoryReason(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Likeness likeness(Trait.Sort sort) {
        return switch (sort) {
            case UTTERANCE -> Likeness.SAME_UTTERANCE;
            case UNDERTAKING -> Likeness.SAME_UNDERTAKING;
            case PERSON -> Likeness.SAME_PERSON;
            case BODY -> Likeness.SAME_BODY;
            case PLACE -> Likeness.SAME_PLACE;
            case WORD -> Likeness.SHARED_WORDS;
        };
    }

    private static String shown(Trait trait) {
        return switch (trait.sort()) {
            case UTTERANCE -> trait.value().substring(0, trait.value().lastIndexOf(' '));
            case PERSON, BODY, PLACE, UNDERTAKING, WORD ->
                trait.value().startsWith(Trait.KNOWN)
                        ? "wikidata:" + trait.value().substring(Trait.KNOWN.length())
                        : trait.value();
        };
    }
}
