package io.averment.stack.process;

import io.averment.stack.process.Launch.Stage;
import io.averment.stack.process.Launch.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts a process through a guardian, tells its id, and waits to be killed. */
final class SleepingOwner {

    private SleepingOwner() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Guardian guardian = Guardian.start(folder.resolve("guardian"))) {
            Running sleeper = guardian.start(new Launch(
                    "sleeper",
                    Stage.SERVER,
                    StopSignal.TERM,
                    List.of("sleep", "300"),
                    Map.of(),
                    folder,
                    folder.resolve("sleeper.log")));
            Path draft = folder.resolve("draft");
            Files.writeString(draft, Long.toString(sleeper.handle().pid()));
            Files.move(draft, Path.of(arguments[1]));
            new CountDownLatch(1).await();
        }
    }
}
