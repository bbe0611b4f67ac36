package io.averment.analysis.language;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.List;
import java.util.Set;

/** Tells the language of the text; the pipeline then leaves out what reads English only. Thread-safe, linear. */
public final class LanguageAnnotator implements Annotator<TextLanguage> {

    /** Exactly one. */
    public static final Layer<TextLanguage> LANGUAGE = new Layer<>("language", TextLanguage.class);

    private final Languages languages;

    public LanguageAnnotator(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layer<TextLanguage> produces() {
        return LANGUAGE;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of();
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return languages.files();
    }

    @Override
    public List<TextLanguage> annotate(Document document) {
        return List.of(languages.of(document.text()));
    }
}
