package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * A name of a person of two words or more, in its compared form, without the particles that writers leave out or spell as they like.
 * Immutable.
 *
 * @param middle what stands between the first name and the last, initials included
 * @param suffix "jr", "ii"; empty when there is none
 */
record PersonName(String first, List<String> middle, String last, String suffix) {

    PersonName {
        middle = List.copyOf(middle);
    }

    static PersonName of(String form, Lexicon lexicon) {
        List<String> words = words(form, lexicon);
        String suffix = "";
        if (words.size() > 2 && lexicon.has(words.getLast(), Use.NAME_SUFFIX)) {
            suffix = words.removeLast();
        }
        return new PersonName(
                words.getFirst(), words.subList(1, Math.max(1, words.size() - 1)), words.getLast(), suffix);
    }

    /** The words of a form but particles; all of them where it has nothing else. */
    static List<String> words(String form, Lexicon lexicon) {
        List<String> words = new ArrayList<>();
        for (String word : form.split(" ", -1)) {
            if (!lexicon.isParticle(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? new ArrayList<>(List.of(form)) : words;
    }

    /** First and last name, by which longer and shorter forms are found. */
    String ends() {
        return first + ' ' + last;
    }

    /** Whether something tells it from others of the same first and last name. */
    boolean isSpecific() {
        return !middle.isEmpty() || !suffix.isEmpty();
    }

    /**
     * Whether both may be one person's: first and last name are the same, and neither the middles nor the suffixes contradict each
     * other. "George W. Bush" may be "George Bush" and "George Walker Bush", but not "George H. W. Bush".
     */
    boolean mayBe(PersonName other) {
        return first.equals(other.first)
                && last.equals(other.last)
                && (suffix.isEmpty() || other.suffix.isEmpty() || suffix.equals(other.suffix))
                && agrees(middle, other.middle);
    }

    private static boolean agrees(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        if (one.size() != other.size()) {
            // "Juan Manuel Santos" and "Juan Santos" aside, a further given name is left out, a further initial is not.
            boolean words = one.stream().allMatch(word -> word.length() > 1)
                    && other.stream().allMatch(word -> word.length() > 1);
            return words && (one.containsAll(other) || other.containsAll(one));
        }
        for (int i = 0; i < one.size(); i++) {
            String word = one.get(i);
            String same = other.get(i);
            boolean initial = word.length() == 1 || same.length() == 1;
            if (initial ? word.charAt(0) != same.charAt(0) : !word.equals(same)) {
                return false;
            }
        }
        return true;
    }
}
