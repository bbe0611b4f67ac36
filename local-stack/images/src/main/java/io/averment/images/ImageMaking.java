package io.averment.images;

import io.averment.stack.process.StackFailure;
import io.averment.stack.release.BuiltService;
import io.averment.stack.release.Checksums;
import io.averment.stack.release.LicenceTexts;
import io.averment.stack.release.SoftwareBill;
import io.averment.stack.release.SoftwareBill.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the images of the services. What several have in common is made once, with the same bytes, so that a node keeps it once.
 * Not thread-safe.
 */
final class ImageMaking {

    private static final String HOME = "/averment";
    private static final String JAVA = "/java";

    private final Checkout checkout;
    private final Base base;
    private final JavaRuntime.Source runtimes;
    private final Path drafts;
    private final PrintStream warnings;
    private final Set<Path> toldOf = new HashSet<>();

    private @Nullable JavaRuntime runtime;

    /**
     * @param runtimes where a Java runtime comes from
     * @param drafts an existing folder for what is made on the way; it must stay until the images are made
     */
    ImageMaking(Checkout checkout, Base base, JavaRuntime.Source runtimes, Path drafts, PrintStream warnings) {
        this.checkout = checkout;
        this.base = base;
        this.runtimes = runtimes;
        this.drafts = drafts;
        this.warnings = warnings;
    }

    /**
     * The image of a service as the build left it.
     *
     * @throws StackFailure if the service is not built in this variant, or what it needs is not on this machine
     */
    ServiceImage image(BuiltService service, Variant variant) throws IOException, InterruptedException {
        return switch (variant) {
            case NATIVE -> ofExecutable(service);
            case JVM -> ofApp(service);
        };
    }

    private ServiceImage ofExecutable(BuiltService service) throws IOException, InterruptedException {
        Path executable = service.requiredExecutable();
        String program = HOME + "/" + service.program();
        Layer own = new Layer("executable").program(program, executable);
        addLicences(own, service, LicenceTexts.OF_EXECUTABLE);
        own.file(HOME + "/" + LicenceTexts.FILE, texts(service));
        return switch (base) {
            case Base.Machine() -> {
                SystemFiles system = system(List.of(executable), service.program());
                yield image(
                        service,
                        Variant.NATIVE,
                        List.of(system.layer(), own),
                        Map.of("PATH", HOME),
                        List.of(program),
                        system.parts());
            }
            case Base.Archive _, Base.Fetched _ ->
                image(service, Variant.NATIVE, List.of(own), Map.of(), List.of(program), List.of(basePart()));
        };
    }

    private ServiceImage ofApp(BuiltService service) throws IOException, InterruptedException {
        Path app = service.app();
        // What else may stand there, as settings that somebody tried, is no part of the service.
        Layer libraries = new Layer("libraries").folder(HOME + "/lib", app.resolve("lib"));
        Layer own = new Layer("application")
                .folder(HOME + "/app", app.resolve("app"))
                .folder(HOME + "/quarkus", app.resolve("quarkus"))
                .file(HOME + "/quarkus-run.jar", app.resolve("quarkus-run.jar"));
        addLicences(own, service, LicenceTexts.below("lib"));
        String jar = HOME + "/quarkus-run.jar";
        return switch (base) {
            case Base.Machine() -> {
                JavaRuntime java = runtime();
                SystemFiles system = system(java.programs(), "java-system");
                List<Part> parts = new ArrayList<>(system.parts());
                parts.add(java.part());
                yield image(
                        service,
                        Variant.JVM,
                        List.of(system.layer(), java.layer(JAVA), libraries, own),
                        Map.of("PATH", JAVA + "/bin"),
                        List.of(JAVA + "/bin/java", "-jar", jar),
                        parts);
            }
            case Base.Archive _, Base.Fetched _ ->
                image(
                        service,
                        Variant.JVM,
                        List.of(libraries, own),
                        Map.of(),
                        List.of("java", "-jar", jar),
                        List.of(basePart()));
        };
    }

    private JavaRuntime runtime() throws IOException, InterruptedException {
        @Nullable JavaRuntime made = runtime;
        if (made == null) {
            made = runtimes.make(drafts.resolve("java"));
            runtime = made;
        }
        return made;
    }

    private SystemFiles system(List<Path> programs, String name) throws IOException, InterruptedException {
        SystemFiles system = SystemFiles.of(programs, folder(name));
        for (Path library : system.unlicensed()) {
            if (toldOf.add(library)) {
                warnings.println(
                        "averment: the licence of " + library + " is not in the images: this machine has it nowhere"
                                + " that is known here. Hand it on with them.");
            }
        }
        return system;
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(drafts.resolve(name));
    }

    private void addLicences(Layer layer, BuiltService service, String whereTexts) throws IOException {
        Path list = Files.createTempFile(folder("licences"), service.program(), ".md");
        Files.writeString(list, service.bill().licences() + whereTexts);
        layer.file(HOME + "/LICENSE", checkout.root().resolve("LICENSE"))
                .file(HOME + "/NOTICE", checkout.root().resolve("NOTICE"))
                .file(HOME + "/THIRD-PARTY.md", list);
    }

    /** Those of the jars, which an executable made of them does not have any more. */
    private Path texts(BuiltService service) throws IOException {
        Path texts = folder("licences").resolve(service.program() + ".txt");
        return Files.writeString(texts, LicenceTexts.of(service.app().resolve("lib")));
    }

    private ServiceImage image(
            BuiltService service,
            Variant variant,
            List<Layer> layers,
            Map<String, String> environment,
            List<String> entryPoint,
            List<Part> parts)
            throws IOException {
        String tag = variant.tag(checkout.version());
        SoftwareBill bill = service.bill().with(parts);
        return new ServiceImage(
                "averment/" + service.module() + ":" + tag,
                service.module() + "-" + tag,
                base,
                processor(service, variant),
                layers,
                new TreeMap<>(environment),
                entryPoint,
                labels(service, variant),
                bill);
    }

    private String processor(BuiltService service, Variant variant) throws IOException {
        Optional<Path> executable = service.executable();
        Path program = variant == Variant.NATIVE && executable.isPresent()
                ? executable.get()
                : checkout.javaHome().resolve("bin/java");
        return processor(program);
    }

    /**
     * That which a program is for, as images call it.
     *
     * @throws StackFailure if it is for none that images are made for
     */
    static String processor(Path program) throws IOException {
        return switch (SharedLibraries.read(program).machine()) {
            case "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> throw new StackFailure("No image is made for the processor of " + program + ".");
        };
    }

    private SortedMap<String, String> labels(BuiltService service, Variant variant) throws IOException {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("title", "Averment " + service.module());
        labels.put("version", checkout.version());
        labels.put("created", checkout.time().toString());
        labels.put("vendor", "The Averment authors");
        // Not that which the sources are at now: an executable may have been made before.
        Optional<String> commit = switch (variant) {
            case NATIVE -> service.commitOfExecutable();
            case JVM -> service.commit();
        };
        commit.ifPresent(built -> labels.put("revision", built));
        if (base instanceof Base.Fetched(String name, String digest, Path _)) {
            labels.put("base.name", name);
            labels.put("base.digest", digest);
        }
        SortedMap<String, String> named = new TreeMap<>();
        labels.forEach((name, value) -> named.put("org.opencontainers.image." + name, value));
        return named;
    }

    private Part basePart() throws IOException {
        return switch (base) {
            case Base.Machine() -> throw new IllegalStateException("There is no base");
            case Base.Fetched(String name, String digest, Path _) ->
                new Part("container", name, digest, "", "", new TreeMap<>());
            case Base.Archive(Path file) -> {
                // The bill is handed on: where the file lay is nobody's business.
                String name = String.valueOf(file.getFileName());
                yield new Part("container", name, "", "", "", new TreeMap<>(Map.of(name, Checksums.of(file))));
            }
        };
    }
}
