package io.averment.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
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
     * @param bases a folder where the layers of what images stand on are kept
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
        return make(
                image,
                Containerizer.to(TarImage.at(file).named(Registry.reference(image.name())))
                        .setOfflineMode(true));
    }

    /**
     * Into a registry below a name there, with what {@code docker login} or {@code podman login} has left of credentials; the digest of
     * its manifest.
     *
     * @param registry as {@code registry.example.com} or {@code registry.example.com/team}
     */
    String push(ServiceImage image, String registry) throws IOException, UsageFailure, InterruptedException {
        ImageReference reference = Registry.reference(registry + "/" + image.name());
        Containerizer target = Containerizer.to(Registry.image(reference, this::warn))
                // The only registry that takes part, since what it stands on is here.
                .setAllowInsecureRegistries(Registry.isLoopback(reference));
        return make(image, target);
    }

    private String make(ServiceImage image, Containerizer target) throws IOException, InterruptedException {
        target.setApplicationLayersCache(drafts.resolve("layers"))
                .setBaseImageLayersCache(bases)
                .setToolName("averment")
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

    private JibContainerBuilder builder(ServiceImage image) throws IOException {
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

    private static JibContainerBuilder from(Base base) {
        return switch (base) {
            case Base.Machine() -> Jib.fromScratch();
            case Base.Archive(Path file) -> Jib.from(TarImage.at(file));
            case Base.Fetched(String _, String _, Path file) -> Jib.from(TarImage.at(file));
        };
    }

    private void warn(LogEvent event) {
        if (event.getLevel() == LogEvent.Level.WARN || event.getLevel() == LogEvent.Level.ERROR) {
            warnings.println("averment: " + event.getMessage());
        }
    }
}
