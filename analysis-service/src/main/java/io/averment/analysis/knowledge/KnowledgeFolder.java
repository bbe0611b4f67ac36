package io.averment.analysis.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The knowledge files that a deployment adds: every file of a folder whose name ends in {@code .tsv}, by name; no folders in it. */
public final class KnowledgeFolder {

    private static final String ENDING = ".tsv";

    private KnowledgeFolder() {}

    /**
     * Reads them. The order is that of their names' characters, wherever the folder lies.
     *
     * @throws KnowledgeException if the folder or a file cannot be read, or a file is not in UTF-8
     */
    public static List<KnowledgeFile> read(Path folder) {
        List<KnowledgeFile> files = new ArrayList<>();
        for (Path file : list(folder)) {
            files.add(KnowledgeFile.of(String.valueOf(file.getFileName()), content(file)));
        }
        return List.copyOf(files);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted((one, other) ->
                            String.valueOf(one.getFileName()).compareTo(String.valueOf(other.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new KnowledgeException(folder + ": cannot be read as a folder of knowledge files");
        }
    }

    private static String content(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new KnowledgeException(file + ": not text in UTF-8");
        } catch (IOException e) {
            throw new KnowledgeException(file + ": cannot be read");
        }
    }
}
