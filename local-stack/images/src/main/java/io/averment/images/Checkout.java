package io.averment.images;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What images are made of.
 *
 * @param root the repository, whose services are built
 * @param version of the project
 * @param time of everything in the images, in whole seconds
 * @param javaHome the JDK of which a runtime is made
 */
record Checkout(Path root, String version, Instant time, Path javaHome) {}
