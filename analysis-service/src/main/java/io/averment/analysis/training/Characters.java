package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Those characters of stretches of a text that are not blank: each once, a code point counting one. Immutable. */
final class Characters {

    private static final int NEXT_LINE = 0x85;

    /** Where they start, in UTF-16 code units, ascending. */
    private final int[] places;

    private Characters(int[] places) {
        this.places = places;
    }

    /** Linear in the stretches, but for sorting them; what lies beyond the text's end is left out. */
    static Characters of(String text, List<Span> spans) {
        IntStream.Builder found = IntStream.builder();
        int done = 0;
        for (Span span : spans.stream().sorted().toList()) {
            int end = Math.min(span.end(), text.length());
            for (int i = Math.max(done, span.start()); i < end; i += Character.charCount(text.codePointAt(i))) {
                if (!isBlank(text.codePointAt(i))) {
                    found.add(i);
                }
            }
            done = Math.max(done, end);
        }
        return new Characters(found.build().toArray());
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }

    int size() {
        return places.length;
    }

    boolean isEmpty() {
        return places.length == 0;
    }

    /** Those that are not in another. Linear in both. */
    Characters without(Characters other) {
        BitSet left = new BitSet();
        addTo(left);
        Arrays.stream(other.places).forEach(left::clear);
        return new Characters(left.stream().toArray());
    }

    /** How many are in both. Linear in both. */
    int shared(Characters other) {
        int shared = 0;
        int j = 0;
        for (int place : places) {
            while (j < other.places.length && other.places[j] < place) {
                j++;
            }
            shared += j < other.places.length && other.places[j] == place ? 1 : 0;
        }
        return shared;
    }

    /** How many are in a set of places. */
    int shared(BitSet set) {
        return (int) Arrays.stream(places).filter(set::get).count();
    }

    void addTo(BitSet set) {
        Arrays.stream(places).forEach(set::set);
    }

    /** The numbers of the stretches of a length, counted from the text's start, that these lie in: ascending, each once. */
    int[] stretches(int length) {
        return Arrays.stream(places).map(place -> place / length).distinct().toArray();
    }
}
