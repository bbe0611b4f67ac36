package io.averment.analysis.training;

import java.util.ArrayList;
import java.util.List;

/** Precision and recall of links, summed over texts. Not thread-safe. */
final class LinkScore {

    private int gold;
    private int found;
    private int right;

    void addGold() {
        gold++;
    }

    void addFound(boolean isRight) {
        found++;
        right += isRight ? 1 : 0;
    }

    /** In percent of what was found; 100 where nothing was. */
    double precision() {
        return found == 0 ? 100 : 100.0 * right / found;
    }

    /** In percent of what there is. */
    double recall() {
        return gold == 0 ? 100 : 100.0 * Math.min(right, gold) / gold;
    }

    /** Both, as rows of the table. */
    List<Figure> figures(String title) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure.Measured(title + ", precision", precision()));
        figures.add(new Figure.Measured(title + ", recall", recall()));
        return figures;
    }
}
