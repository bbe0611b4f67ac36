package io.averment.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Writes images by means of Jib, to files and into registries. Without a registry nothing talks to a network. Not thread-safe. */
final class ImageWriting {

    private static final Port HTTP = Port.tcp(8080);
    private static final Port MANAGEMENT = Port.tcp(9000);
    private static final String FOLDER = "/averment";

    private final Instant time;
    private final Path bases;
    private final Path drafts;
    private final PrintStream warnings;

    /**
     * @param time when images and all that is in them were made, as they say
     * @param bases a folder where images of registries are kept, to be fetched once
     * @param drafts an existing folder for what is made on the way
     */
    ImageWriting(Instant time, Path bases, Path drafts, PrintStream warnings) {
        this.time = time;
        this.bases = bases;
        this.drafts = drafts;
        this.warnings = warnings;
    }

    /** As {@code docker load}, {@code podman load} and {@code ctr image import} take it; the digest of its manifest. */
    String write(ServiceImage image, Path file) throws IOException, UsageFailure, InterruptedException {
        Files.deleteIfExists(file);
        boolean fetches = image.base() instanceof Base.Named;
        Containerizer target = Containerizer.to(TarImage.at(file).named(reference(image.name())))
                .setOfflineMode(!fetches);
        return make(
                image,
                target,
                fetches ? reference(((Base.Named) image.base()).name()).getRegistry() : "");
    }

    /**
     * Into a registry below a name there, with what {@code docker login} or {@code podman login} has left of credentials; the digest of
     * its manifest.
     *
     * @param registry as {@code registry.example.com} or {@code registry.example.com/team}
     */
    String push(ServiceImage image, String registry) throws IOException, UsageFailure, InterruptedException {
        ImageReference reference = reference(registry + "/" + image.name());
        return make(image, Containerizer.to(registryImage(reference)), reference.getRegistry());
    }

    private String make(ServiceImage image, Containerizer target, String registry)
            throws IOException, UsageFailure, InterruptedException {
        target.setApplicationLayersCache(drafts.resolve("layers"))
                .setBaseImageLayersCache(bases)
                .setToolName("averment")
                // Nobody listens on the way to oneself.
                .setAllowInsecureRegistries(isLoopback(registry))
                .addEventHandler(LogEvent.class, this::warn);
        try {
            JibContainer made = builder(image).containerize(target);
            return made.getDigest().toString();
        } catch (RegistryException | CacheDirectoryCreationException e) {
            throw new StackFailure(image.name() + ": " + e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new StackFailure(image.name() + ": " + e.getCause(), e);
        }
    }

    private JibContainerBuilder builder(ServiceImage image) throws IOException, UsageFailure {
        List<FileEntriesLayer> layers = new ArrayList<>();
        for (Layer layer : image.layers()) {
            layers.add(layer.build(time));
        }
        JibContainerBuilder builder = from(image.base())
                .setFileEntriesLayers(layers)
                .setPlatforms(Set.of(new Platform(image.processor(), "linux")))
                .setCreationTime(time)
                .setUser(SystemFiles.USER + ":" + SystemFiles.USER)
                .setWorkingDirectory(AbsoluteUnixPath.get(FOLDER))
                .setExposedPorts(HTTP, MANAGEMENT)
                .setEntrypoint(image.entryPoint());
        image.environment().forEach(builder::addEnvironmentVariable);
        image.labels().forEach(builder::addLabel);
        return builder;
    }

    private JibContainerBuilder from(Base base) throws IOException, UsageFailure {
        return switch (base) {
            case Base.Machine() -> Jib.fromScratch();
            case Base.Archive(Path file) -> Jib.from(TarImage.at(file));
            case Base.Named(String name) -> Jib.from(registryImage(reference(name)));
        };
    }

    private RegistryImage registryImage(ImageReference reference) throws FileNotFoundException {
        CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(reference, this::warn);
        return RegistryImage.named(reference).addCredentialRetriever(credentials.dockerConfig());
    }

    private static ImageReference reference(String name) throws UsageFailure {
        try {
            return ImageReference.parse(name);
        } catch (InvalidImageReferenceException e) {
            throw new UsageFailure(name + " is not the name of an image, nor a file");
        }
    }

    private static boolean isLoopback(String registry) {
        return registry.matches("(localhost|127(\\.[0-9]+){3}|\\[::1])(:[0-9]+)?");
    }

    private void warn(LogEvent event) {
        if (event.getLevel() == LogEvent.Level.WARN || event.getLevel() == LogEvent.Level.ERROR) {
            warnings.println("averment: " + event.getMessage());
        }
    }
}
