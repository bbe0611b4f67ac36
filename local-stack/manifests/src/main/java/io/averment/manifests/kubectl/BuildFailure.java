package io.averment.manifests.kubectl;

/** An overlay cannot be built; the message is what kubectl said. */
public final class BuildFailure extends Exception {

    BuildFailure(String message) {
        super(message);
    }
}
