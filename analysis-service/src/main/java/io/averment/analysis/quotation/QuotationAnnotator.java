package io.averment.analysis.quotation;

import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Layer;
import io.averment.analysis.document.Span;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.sentence.ParagraphAnnotator;
import java.util.List;
import java.util.Set;

/**
 * Finds quotations: straight, curly and angled marks; single marks where they are not apostrophes; quotations over several
 * paragraphs, each of which opens anew; quotations that are never closed. Thread-safe; linear, each character is read once and the
 * nesting is bounded.
 */
public final class QuotationAnnotator implements Annotator<Quotation> {

    /** Outermost quotations, not overlapping. */
    public static final Layer<Quotation> QUOTATIONS = new Layer<>("quotations", Quotation.class);

    @Override
    public String name() {
        return "quotations";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Layer<Quotation> produces() {
        return QUOTATIONS;
    }

    @Override
    public Set<Layer<?>> requires() {
        return Set.of(ParagraphAnnotator.PARAGRAPHS);
    }

    @Override
    public boolean isEssential() {
        return true;
    }

    @Override
    public List<KnowledgeFile> knowledge() {
        return List.of();
    }

    @Override
    public List<Quotation> annotate(Document document) {
        QuotationScan scan = new QuotationScan(document.text());
        for (Span paragraph : document.get(ParagraphAnnotator.PARAGRAPHS)) {
            scan.read(paragraph);
        }
        return scan.finish();
    }
}
