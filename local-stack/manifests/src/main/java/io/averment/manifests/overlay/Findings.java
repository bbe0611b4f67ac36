package io.averment.manifests.overlay;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one overlay, in the order of being found. Not thread-safe. */
public final class Findings {

    private final String overlay;
    private final List<Finding> all = new ArrayList<>();

    public Findings(String overlay) {
        this.overlay = overlay;
    }

    /** Adds one about an object or a field of it. */
    public void add(Object where, String what) {
        all.add(new Finding(overlay, where.toString(), what));
    }

    /** Those so far. */
    public List<Finding> all() {
        return List.copyOf(all);
    }
}
