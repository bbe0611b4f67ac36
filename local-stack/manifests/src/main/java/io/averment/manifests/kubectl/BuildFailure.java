package io.averment.manifests.kubectl;

/** An overlay cannot be built. */
public final class BuildFailure extends Exception {

    private final String said;

    BuildFailure(String said) {
        super(said);
        this.said = said;
    }

    /** What kubectl said. */
    public String said() {
        return said;
    }
}
