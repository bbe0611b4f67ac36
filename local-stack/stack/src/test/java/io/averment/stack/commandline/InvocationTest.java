package io.averment.stack.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.stack.process.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class InvocationTest {

    private static String told(Invocation.Command command) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Invocation.run(
                "./averment row --help",
                command,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWithTheCommandsCode() throws Exception {
        assertEquals("3 rowed\n", told((out, _) -> {
            out.println("rowed");
            return 3;
        }));
    }

    @Test
    void saysInOneLineWhatWentWrong() throws Exception {
        assertEquals("2 averment: there is no option --oar. See ./averment row --help\n", told((_, _) -> {
            throw new UsageFailure("there is no option --oar");
        }));
        assertEquals("1 averment: The boat is away.\n", told((_, _) -> {
            throw new StackFailure("The boat is away.");
        }));
        assertEquals("1 averment: java.nio.file.NoSuchFileException: boat\n", told((_, _) -> {
            throw new NoSuchFileException("boat");
        }));
    }
}
