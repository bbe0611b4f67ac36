package io.averment.images;

import java.nio.file.Files;
import java.nio.file.Path;

/** What an image is made on top of. */
sealed interface Base {

    /** Nothing: what programs need is copied from this machine. */
    record Machine() implements Base {}

    /** An image in a file, as {@code docker save} and {@code podman save --format docker-archive} write it. */
    record Archive(Path file) implements Base {}

    /** An image in a registry. */
    record Named(String name) implements Base {}

    /** What a person names: a file that exists, or else an image in a registry. */
    static Base of(String named) {
        Path file = Path.of(named);
        return Files.isRegularFile(file) ? new Archive(file.toAbsolutePath()) : new Named(named);
    }
}
