package io.averment.images;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Folders;
import io.averment.stack.release.BuiltService;
import io.averment.stack.release.Checksums;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code ./averment images}, once the services are built. */
final class ImagesCommand {

    private static final List<String> SERVICES = List.of("ingest", "analysis", "query");
    private static final String NATIVE = "--native";
    private static final String JVM = "--jvm";
    private static final String OUT = "--out";
    private static final String BASE = "--base";
    private static final String PUSH = "--push";

    private ImagesCommand() {}

    /** Writes the images that the words of a command line ask for, and prints a line for each. */
    static void run(Checkout checkout, List<String> words, PrintStream out, PrintStream err)
            throws UsageFailure, IOException, InterruptedException {
        JavaRuntime.Source linked = folder -> JavaRuntime.link(checkout.javaHome(), JavaRuntime.MODULES, folder);
        run(checkout, linked, words, out, err);
    }

    /** The same with a Java runtime from elsewhere. */
    static void run(
            Checkout checkout, JavaRuntime.Source runtimes, List<String> words, PrintStream out, PrintStream err)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(NATIVE, JVM), Set.of(OUT, BASE, PUSH));
        List<BuiltService> services = services(checkout, arguments.rest());
        Path folder = arguments
                .value(OUT)
                .map(Path::of)
                .orElseGet(() -> checkout.root().resolve("target/images"));
        Files.createDirectories(folder);
        Base base = arguments.value(BASE).map(Base::of).orElseGet(Base.Machine::new);
        Path drafts = Files.createTempDirectory(folder, "draft");
        try {
            ImageMaking making = new ImageMaking(checkout, base, runtimes, drafts);
            ImageWriting writing =
                    new ImageWriting(checkout.time(), Folders.cache().resolve("base-images"), drafts, err);
            Checksums sums = new Checksums();
            for (BuiltService service : services) {
                for (Variant variant : variants(service, arguments)) {
                    ServiceImage image = making.image(service, variant);
                    write(image, writing, folder, sums, out);
                    Optional<String> registry = arguments.value(PUSH);
                    if (registry.isPresent()) {
                        String digest = writing.push(image, registry.get());
                        out.println("           pushed to " + registry.get() + ": " + digest);
                    }
                }
            }
            sums.write(folder);
        } finally {
            Folders.delete(drafts);
        }
        out.println("in " + folder + ", with bills of materials and " + Checksums.FILE);
    }

    /** Writes one, with its bill beside it. */
    static void write(ServiceImage image, ImageWriting writing, Path folder, Checksums sums, PrintStream out)
            throws IOException, UsageFailure, InterruptedException {
        Path file = folder.resolve(image.file() + ".tar");
        String digest = writing.write(image, file);
        Path bill = Files.writeString(
                folder.resolve(image.file() + ".cdx.json"), image.bill().json());
        sums.add(file);
        sums.add(bill);
        out.printf(Locale.ROOT, "%6.1f MB  %s  %s%n", Files.size(file) / 1e6, image.name(), digest);
    }

    private static List<BuiltService> services(Checkout checkout, List<String> named) throws UsageFailure {
        for (String name : named) {
            if (!SERVICES.contains(name.replaceFirst("-service$", "")) || !name.endsWith("-service")) {
                throw new UsageFailure("there is no service " + name);
            }
        }
        return SERVICES.stream()
                .map(service -> new BuiltService(checkout.root(), service, checkout.version()))
                .filter(service -> named.isEmpty() || named.contains(service.module()))
                .toList();
    }

    /** Those that are asked for; otherwise that for the JVM, and the native one where there is an executable. */
    private static List<Variant> variants(BuiltService service, Arguments arguments) throws IOException {
        boolean any = !arguments.has(NATIVE) && !arguments.has(JVM);
        List<Variant> variants = new ArrayList<>();
        if (arguments.has(NATIVE) || (any && service.executable().isPresent())) {
            variants.add(Variant.NATIVE);
        }
        if (arguments.has(JVM) || any) {
            variants.add(Variant.JVM);
        }
        return variants;
    }
}
