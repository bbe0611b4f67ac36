package io.averment.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import io.averment.stack.commandline.UsageFailure;
import java.io.FileNotFoundException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Names of images in registries, and what it takes to reach them. */
final class Registry {

    /** A host as {@code registry.example.com}, {@code registry:5000} or {@code localhost} in front, as nobody's file is called by chance. */
    private static final Pattern WITH_HOST = Pattern.compile(
            "(localhost|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+|([A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*|\\[[0-9a-fA-F:]+]):[0-9]+)(/.*)?");

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]+){3}|\\[::1])(:[0-9]+)?");

    private Registry() {}

    /** Whether a name begins with a registry's host, as a registry's does and a place in it. */
    static boolean hasHost(String name) {
        return WITH_HOST.matcher(name).matches();
    }

    /** Whether a name is that of an image with its registry. Without one, Jib would ask a public registry in which anybody may have it. */
    static boolean isImage(String name) {
        return hasHost(name) && name.contains("/");
    }

    /** @throws UsageFailure if it is no name of an image */
    static ImageReference reference(String name) throws UsageFailure {
        try {
            return ImageReference.parse(name);
        } catch (InvalidImageReferenceException e) {
            throw new UsageFailure(name + " is not the name of an image");
        }
    }

    /** With what {@code docker login} or {@code podman login} has left of credentials. */
    static RegistryImage image(ImageReference reference, Consumer<LogEvent> log) throws FileNotFoundException {
        CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(reference, log);
        return RegistryImage.named(reference).addCredentialRetriever(credentials.dockerConfig());
    }

    /** Whether a registry is this machine itself, so that nobody listens on the way, whoever has signed its certificate. */
    static boolean isLoopback(ImageReference reference) {
        return LOOPBACK.matcher(reference.getRegistry()).matches();
    }
}
