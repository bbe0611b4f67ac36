package io.averment.analysis.coreference;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import java.util.List;
import java.util.Objects;

/** Reads casts for tests. */
final class Casts {

    private Casts() {}

    static Cast of(String text) {
        return of(new Report(text, 0, null, null, "2025-08-18"));
    }

    static Cast of(Report report) {
        List<Cast> casts = Analyses.of(report).document().get(CoreferenceAnnotator.CAST);
        // A heap of names is taken for another language now and then, and then nothing is looked for.
        return casts.isEmpty() ? Cast.EMPTY : casts.getFirst();
    }

    static Entity entity(Cast cast, String name) {
        return cast.entities().stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + cast.entities()));
    }

    /** The words of all mentions of an entity, in the order of the text. */
    static List<String> mentions(Cast cast, String text, String name) {
        String id = entity(cast, name).id();
        return cast.references().stream()
                .filter(reference -> id.equals(reference.entity()))
                .map(reference -> reference.mention().span().of(text))
                .toList();
    }

    /** Why the first mention with these words is open. */
    static Unresolved open(Cast cast, String text, String words) {
        return cast.references().stream()
                .filter(reference ->
                        reference.mention().span().of(text).equals(words) && reference.unresolved() != null)
                .findFirst()
                .map(reference -> Objects.requireNonNull(reference.unresolved()))
                .orElseThrow(() -> new AssertionError("'" + words + "' is not open in " + cast.references()));
    }
}
