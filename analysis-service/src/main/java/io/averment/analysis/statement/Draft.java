package io.averment.analysis.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement while its quotations are gathered. Not thread-safe. */
final class Draft {

    final List<Place> places = new ArrayList<>();

    @Nullable
    Attribution attribution;

    Draft(Place place, @Nullable Attribution attribution) {
        places.add(place);
        this.attribution = attribution;
    }

    Place first() {
        return places.getFirst();
    }

    Place last() {
        return places.getLast();
    }

    boolean hasSource() {
        Attribution found = attribution;
        return found != null && found.source() != null;
    }
}
