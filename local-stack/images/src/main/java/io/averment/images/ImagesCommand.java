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
            Checkout checkout, JavaRuntime.Source runtimes, List<String> words, PrintStream printed, PrintStream err)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(NATIVE, JVM), Set.of(OUT, BASE, PUSH));
        List<BuiltService> services = services(checkout, arguments.rest());
        Path out = arguments
                .value(OUT)
                .map(Path::of)
                .orElseGet(() -> checkout.root().resolve("target/images"));
        Optional<String> registry = arguments.value(PUSH);
        if (registry.isPresent() && !Registry.hasHost(registry.get())) {
            throw new UsageFailure(registry.get() + " is not a registry, as registry.example.com/team");
        }
        try (ImageFolder folder = ImageFolder.open(out, checkout.version())) {
            ImageWriting writing =
                    new ImageWriting(checkout.time(), Folders.cache().resolve("base-images"), folder.drafts(), err);
            List<ServiceImage> images = new ArrayList<>();
            Base base = base(checkout, arguments, folder, err);
            ImageMaking making = new ImageMaking(checkout, base, runtimes, folder.drafts(), err);
            for (BuiltService service : services) {
                for (Variant variant : variants(service, arguments)) {
                    images.add(making.image(service, variant));
                }
            }
            write(images, writing, folder, printed);
            // Only now, so that a registry gets all of them or, where one cannot be made, none.
            if (registry.isPresent()) {
                for (ServiceImage image : images) {
                    String digest = writing.push(image, registry.get());
                    printed.println("           pushed to " + registry.get() + ": " + image.name() + "  " + digest);
                }
            }
        }
        printed.println("in " + out + ", with bills of materials and " + Checksums.FILE);
    }

    private static Base base(Checkout checkout, Arguments arguments, ImageFolder folder, PrintStream err)
            throws IOException, UsageFailure, InterruptedException {
        Optional<String> named = arguments.value(BASE);
        if (named.isEmpty()) {
            return new Base.Machine();
        }
        return new BaseFetching(Folders.cache().resolve("base-images"), folder.drafts(), err)
                .base(named.get(), ImageMaking.processor(checkout.javaHome().resolve("bin/java")));
    }

    private static void write(List<ServiceImage> images, ImageWriting writing, ImageFolder folder, PrintStream out)
            throws IOException, UsageFailure, InterruptedException {
        List<Path> ready = new ArrayList<>();
        for (ServiceImage image : images) {
            ready.addAll(write(image, writing, folder.ready(), out));
        }
        folder.publish(ready);
    }

    /** Writes one, with its bill beside it; both files. */
    static List<Path> write(ServiceImage image, ImageWriting writing, Path folder, PrintStream out)
            throws IOException, UsageFailure, InterruptedException {
        Path file = folder.resolve(image.file() + ".tar");
        String digest = writing.write(image, file);
        out.printf(Locale.ROOT, "%6.1f MB  %s  %s%n", Files.size(file) / 1e6, image.name(), digest);
        Path bill = folder.resolve(image.file() + ".cdx.json");
        return List.of(file, Files.writeString(bill, image.bill().json()));
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
