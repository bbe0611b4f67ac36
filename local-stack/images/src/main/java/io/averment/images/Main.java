package io.averment.images;

import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.StackFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code ./averment images} hands over to. Exit codes: 0 done, 1 it did not work, 2 the command line cannot be followed. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Makes the images that the arguments ask for. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            List<String> words = List.of(arguments);
            if (words.contains(TestImagesCommand.FLAG)) {
                TestImagesCommand.run(checkout(), words, out, err);
            } else {
                ImagesCommand.run(checkout(), words, out, err);
            }
        } catch (UsageFailure failure) {
            err.println("averment: " + failure.getMessage() + ". See ./averment images --help");
            code = MISUSED;
        } catch (StackFailure failure) {
            err.println("averment: " + failure.getMessage());
            code = FAILED;
        } catch (IOException failure) {
            err.println("averment: " + failure);
            code = FAILED;
        }
        System.exit(code);
    }

    /** As the build described it in {@code target/java.args}. */
    private static Checkout checkout() {
        return new Checkout(
                Path.of(System.getProperty("averment.root", "."))
                        .toAbsolutePath()
                        .normalize(),
                System.getProperty("averment.version", ""),
                System.getProperty("averment.commit", ""),
                Instant.parse(System.getProperty("averment.timestamp", "")),
                Path.of(System.getProperty("java.home")));
    }
}
