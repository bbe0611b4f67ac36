package io.averment.analysis.name;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the tags of a data set become names: what its types mean, and what does not belong to a name here though it does there (articles
 * and possessive endings). Immutable.
 */
final class TagScheme {

    private static final Set<String> ENDINGS = Set.of("'s", "’s", "'", "’");

    private final Map<String, NameType> types;
    private final Set<String> demonyms;

    private TagScheme(Map<String, NameType> types, Set<String> demonyms) {
        this.types = types;
        this.demonyms = demonyms;
    }

    /**
     * @param set the name of the data set, which is the first field of the lines of {@code name-tags.tsv} that hold for it
     * @param demonyms which are groups where the data set calls them miscellaneous, in lower case
     */
    static TagScheme of(String set, Set<String> demonyms) {
        Map<String, NameType> types = new HashMap<>();
        KnowledgeFile file = KnowledgeFile.load("name-tags.tsv");
        file.forEachRecord(3, (fields, line) -> {
            NameType type = file.constant(NameType.class, fields.get(2), line);
            if (fields.getFirst().equals(set) && types.put(fields.get(1), type) != null) {
                throw file.fault(line, "the tag " + fields.get(1) + " is there twice");
            }
        });
        if (types.isEmpty()) {
            throw new IllegalArgumentException("There are no tags for the data set " + set);
        }
        return new TagScheme(types, demonyms);
    }

    /** The labels of words tagged in BIO or BILOU. */
    int[] labels(String[] words, String[] tags) {
        int[] labels = new int[words.length];
        int end;
        for (int start = 0; start < words.length; start = end) {
            end = start + 1;
            if (tags[start].length() < 3 || tags[start].charAt(1) != '-') {
                continue;
            }
            String type = tags[start].substring(2);
            while (tags[start].charAt(0) != 'U' && end < words.length && goesOn(tags[end], type)) {
                end++;
            }
            label(words, start, end, type, labels);
        }
        return labels;
    }

    private static boolean goesOn(String tag, String type) {
        return (tag.startsWith("I-") || tag.startsWith("L-"))
                && tag.startsWith(type, 2)
                && tag.length() == type.length() + 2;
    }

    private void label(String[] words, int start, int end, String tag, int[] labels) {
        NameType type = types.get(tag);
        if (type == null) {
            return;
        }
        int first = start;
        int last = end;
        if (words[first].equalsIgnoreCase("the")) {
            first++;
        }
        while (last > first && ENDINGS.contains(words[last - 1])) {
            last--;
        }
        boolean isGroup = type == NameType.OTHER && demonyms.contains(join(words, first, last));
        mark(isGroup ? NameType.GROUP : type, first, last, labels);
    }

    private static void mark(NameType type, int first, int last, int[] labels) {
        for (int i = first; i < last; i++) {
            int position = i == first ? Labels.BEGIN : i == last - 1 ? Labels.LAST : Labels.INSIDE;
            labels[i] = Labels.of(type, first + 1 == last ? Labels.ONLY : position);
        }
    }

    private static String join(String[] words, int first, int last) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < last; i++) {
            joined.append(i == first ? "" : " ").append(words[i].toLowerCase(Locale.ROOT));
        }
        return joined.toString();
    }
}
