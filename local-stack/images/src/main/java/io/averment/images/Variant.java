package io.averment.images;

/** The two forms of a service. */
enum Variant {
    NATIVE(""),
    JVM("-jvm");

    private final String suffix;

    Variant(String suffix) {
        this.suffix = suffix;
    }

    /** An image's tag for a version of the project, as the manifests in k8s/ have it. */
    String tag(String version) {
        return version + suffix;
    }
}
