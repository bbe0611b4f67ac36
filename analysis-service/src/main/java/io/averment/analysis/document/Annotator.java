package io.averment.analysis.document;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;
import java.util.Set;

/**
 * One step of the analysis. Implementations are pure (the same document gives the same items; no clock, locale, randomness or
 * hash order) and thread-safe, and take time linear in the text or say why not.
 *
 * @param <T> what the produced layer is a list of
 */
public interface Annotator<T> {

    /** Lower-case name, unique in a pipeline; part of the fingerprint. */
    String name();

    /** Changes whenever the same text and knowledge may give another result; part of the fingerprint. */
    String version();

    /** The layer that {@link #annotate} fills. */
    Layer<T> produces();

    /** The layers that must be there before. */
    Set<Layer<?>> requires();

    /** Whether a message fails when this annotator does; otherwise its layer stays empty and the analysis says so. */
    boolean isEssential();

    /**
     * Whether it can read English only. Where the text is surely in another language its layer stays empty, and the analysis says
     * so: noise helps nobody.
     */
    default boolean isEnglishOnly() {
        return false;
    }

    /** The data files that the result depends on; part of the fingerprint. */
    List<KnowledgeFile> knowledge();

    /** The items of the produced layer, ordered by position. */
    List<T> annotate(Document document);
}
