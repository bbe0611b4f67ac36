package io.averment.images;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./averment images --test-servers}, once local-stack is built and its servers are unpacked. */
final class TestImagesCommand {

    static final String FLAG = "--test-servers";
    private static final String OUT = "--out";
    private static final String POSTGRESQL = "--postgresql";
    private static final String KEYCLOAK = "--keycloak";

    private TestImagesCommand() {}

    /** Writes the images, and prints a line for each. */
    static void run(Checkout checkout, List<String> words, PrintStream out, PrintStream err)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(FLAG), Set.of(OUT, POSTGRESQL, KEYCLOAK));
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure(FLAG + " makes the images of all servers, and of no service");
        }
        Path folder = arguments
                .value(OUT)
                .map(Path::of)
                .orElseGet(() -> checkout.root().resolve("target/images"));
        Files.createDirectories(folder);
        TestParts parts = TestParts.of(
                path(arguments, POSTGRESQL),
                path(arguments, KEYCLOAK),
                // As the build described it in target/java.args.
                Path.of(System.getProperty("averment.kafka.tools", "")),
                checkout.root().resolve("local-stack/stack/target/java.args"));
        Path drafts = Files.createTempDirectory(folder, "draft");
        try {
            JavaRuntime java = JavaRuntime.link(checkout.javaHome(), JavaRuntime.MODULES, drafts.resolve("java"));
            ImageWriting writing =
                    new ImageWriting(checkout.time(), Folders.cache().resolve("base-images"), drafts, err);
            for (ServiceImage image : new TestImages(checkout, parts, java, drafts).all()) {
                ImagesCommand.write(image, writing, folder, out);
            }
        } finally {
            Folders.delete(drafts);
        }
        out.println("in " + folder);
    }

    private static Path path(Arguments arguments, String option) throws UsageFailure {
        return Path.of(arguments.value(option).orElseThrow(() -> new UsageFailure(option + " is missing")));
    }
}
