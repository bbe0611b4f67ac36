package io.averment.analysis.training;

import io.averment.analysis.syntax.SyntaxModel;
import java.util.ArrayList;
import java.util.List;

/** The one place that says what {@code evaluate} measures, and in which order. */
final class Measurements {

    private Measurements() {}

    static List<Measurement> standard() {
        List<Measurement> all = new ArrayList<>();
        all.add(new TokenMeasurement());
        all.add(new SyntaxMeasurement(SyntaxModel.load()));
        all.add(new NameMeasurement());
        return List.copyOf(all);
    }
}
