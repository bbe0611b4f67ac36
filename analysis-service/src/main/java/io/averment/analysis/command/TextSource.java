package io.averment.analysis.command;

import io.averment.analysis.document.Report;
import io.averment.analysis.document.TextFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from.
 *
 * @param label what messages call it
 * @param name the file's name without its folder
 * @param path null for standard input
 */
record TextSource(String label, String name, @Nullable Path path) {

    /** No analysable text has more bytes: four for each code point. */
    private static final int MAX_BYTES = 4 * Report.MAX_CODE_POINTS;

    static TextSource of(String argument) throws CommandFault {
        if (argument.equals("-")) {
            return new TextSource("standard input", "stdin", null);
        }
        try {
            Path path = Path.of(argument);
            Path name = path.getFileName();
            return new TextSource(argument, name == null ? argument : name.toString(), path);
        } catch (InvalidPathException e) {
            throw new CommandFault(argument + ": not a path");
        }
    }

    /** The name without its extension. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The whole text, unchanged. */
    String read(InputStream standardInput) throws CommandFault {
        String text = decode(bytes(standardInput));
        Optional<TextFault> fault = TextFault.of(text);
        if (fault.isPresent()) {
            throw new CommandFault(label + ": " + explain(fault.get()));
        }
        if (Markup.isIn(text)) {
            throw new CommandFault(label + ": HTML or XML; give the report as plain text, without tags");
        }
        return text;
    }

    private byte[] bytes(InputStream standardInput) throws CommandFault {
        try (InputStream in = open(standardInput)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CommandFault(label + ": " + explain(TextFault.TOO_LONG));
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Its bytes, which are not buffered. To close it leaves standard input open. */
    InputStream open(InputStream standardInput) throws CommandFault {
        Path file = path;
        if (file == null) {
            return new StandardInput(standardInput);
        }
        try {
            if (Files.isDirectory(file)) {
                throw new CommandFault(label + ": is a directory");
            }
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new CommandFault(label + ": no such file");
        } catch (AccessDeniedException e) {
            throw new CommandFault(label + ": may not be read");
        } catch (IOException e) {
            throw unreadable();
        }
    }

    CommandFault unreadable() {
        return new CommandFault(label + ": cannot be read");
    }

    private String decode(byte[] bytes) throws CommandFault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandFault(label + ": not text in UTF-8");
        }
    }

    private static String explain(TextFault fault) {
        return switch (fault) {
            case EMPTY -> "no text in it";
            case TOO_LONG -> "longer than " + Report.MAX_CODE_POINTS + " characters";
            case NUL -> "a binary file";
            case LONE_SURROGATE -> "not text in UTF-8";
        };
    }

    /** It is the process's own. */
    private static final class StandardInput extends FilterInputStream {
        StandardInput(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
