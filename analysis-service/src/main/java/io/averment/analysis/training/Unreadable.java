package io.averment.analysis.training;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a corpus cannot be read, for the person who named it. Some of the platform's own messages are no more than a path. */
final class Unreadable {

    private Unreadable() {}

    /** One line: the path and what is wrong with it, as far as the failure knows either. */
    static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": may not be read";
            case NotDirectoryException file -> file.getFile() + ": is no folder";
            case CharacterCodingException malformed -> "a file is not text in UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
