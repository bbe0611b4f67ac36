package io.averment.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/**
 * Fetches the image that others are made on top of: once, into a file, so that all of them stand on the same one whatever becomes of its
 * tag, and that whether its registry's certificate is looked at does not depend on where the images go. Not thread-safe.
 */
final class BaseFetching {

    /** What Jib says of a base and gives nowhere else. */
    private static final String DIGEST = "Using base image with digest: ";

    private final Path bases;
    private final Path drafts;
    private final PrintStream warnings;

    /**
     * @param bases a folder where layers of registries are kept, to be fetched once
     * @param drafts an existing folder for the image; it must stay until the images are made
     */
    BaseFetching(Path bases, Path drafts, PrintStream warnings) {
        this.bases = bases;
        this.drafts = drafts;
        this.warnings = warnings;
    }

    /**
     * What a person names: a file that exists, or else an image in a registry, which is fetched.
     *
     * @param processor for which, where there are several, as images call it
     * @throws UsageFailure if it is neither
     */
    Base base(String named, String processor) throws IOException, UsageFailure, InterruptedException {
        Path file = Path.of(named);
        if (Files.isRegularFile(file)) {
            return new Base.Archive(file.toAbsolutePath());
        }
        if (!Registry.isImage(named)) {
            throw new UsageFailure(named
                    + " is neither a file nor the name of an image with its registry, as registry.example.com/java:25");
        }
        return fetch(named, processor);
    }

    private Base.Fetched fetch(String name, String processor) throws IOException, UsageFailure, InterruptedException {
        ImageReference reference = Registry.reference(name);
        Path file = drafts.resolve("base.tar");
        ConcurrentLinkedQueue<String> digests = new ConcurrentLinkedQueue<>();
        Containerizer target = Containerizer.to(TarImage.at(file).named(reference))
                .setApplicationLayersCache(drafts.resolve("layers"))
                .setBaseImageLayersCache(bases)
                .setToolName("averment")
                .setAllowInsecureRegistries(Registry.isLoopback(reference))
                .addEventHandler(LogEvent.class, event -> {
                    if (event.getMessage().startsWith(DIGEST)) {
                        digests.add(event.getMessage().substring(DIGEST.length()));
                    }
                });
        try {
            Jib.from(Registry.image(reference, this::warn))
                    .setPlatforms(Set.of(new Platform(processor, "linux")))
                    .containerize(target);
        } catch (RegistryException | CacheDirectoryCreationException e) {
            throw new StackFailure(name + ": " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new StackFailure(name + ": " + e.getCause(), e);
        }
        String digest = digests.poll();
        if (digest == null || !digest.matches("sha256:[0-9a-f]{64}")) {
            throw new StackFailure("The registry does not say which image " + name + " is.");
        }
        return new Base.Fetched(name, digest, file);
    }

    private void warn(LogEvent event) {
        if (event.getLevel() == LogEvent.Level.WARN || event.getLevel() == LogEvent.Level.ERROR) {
            warnings.println("averment: " + event.getMessage());
        }
    }
}
