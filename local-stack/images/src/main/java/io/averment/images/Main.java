package io.averment.images;

import io.averment.stack.commandline.Invocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code ./averment images} hands over to. Exit codes: those of {@link Invocation}. */
public final class Main {

    private Main() {}

    /** Makes the images that the arguments ask for. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = List.of(arguments);
        Invocation.end("./averment images --help", (out, err) -> {
            if (words.contains(TestImagesCommand.FLAG)) {
                TestImagesCommand.run(checkout(), words, out, err);
            } else {
                ImagesCommand.run(checkout(), words, out, err);
            }
            return 0;
        });
    }

    /** As the build described it in {@code target/java.args}. */
    private static Checkout checkout() {
        return new Checkout(
                Path.of(System.getProperty("averment.root", "."))
                        .toAbsolutePath()
                        .normalize(),
                System.getProperty("averment.version", ""),
                Instant.parse(System.getProperty("averment.timestamp", "")),
                Path.of(System.getProperty("java.home")));
    }
}
