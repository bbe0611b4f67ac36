package io.averment.images;

import java.nio.file.Path;

/** What an image is made on top of. */
sealed interface Base {

    /** Nothing: what programs need is copied from this machine. */
    record Machine() implements Base {}

    /** An image in a file, as {@code docker save} and {@code podman save --format docker-archive} write it. */
    record Archive(Path file) implements Base {}

    /**
     * An image that was fetched from a registry.
     *
     * @param name as a person gave it
     * @param digest of its manifest, or of that of all its processors, as the registry had it
     * @param file the image
     */
    record Fetched(String name, String digest, Path file) implements Base {}
}
