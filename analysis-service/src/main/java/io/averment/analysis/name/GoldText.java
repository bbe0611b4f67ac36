package io.averment.analysis.name;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose names are known, at least people, organisations and places.
 *
 * @param id of the text in its data set
 * @param text as it is analysed
 * @param names as far as the data set gives them
 */
record GoldText(String id, String text, List<Name> names) {

    private static final int ARTICLE = "the ".length();
    private static final Pattern GOLD = Pattern.compile("\\[\\s*(\\d+),\\s*(\\d+),\\s*\"(PER|ORG|LOC)\"");
    private static final Map<String, NameType> TYPES =
            Map.of("PER", NameType.PERSON, "ORG", NameType.ORGANIZATION, "LOC", NameType.PLACE);
    private static final Set<String> GLUED_LEFT =
            Set.of(".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't");
    private static final Set<String> GLUED_RIGHT = Set.of("(", "[", "$", "£", "€", "#", "@");
    private static final Set<String> APOSTROPHES = Set.of("’", "'");
    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t");
    private static final Set<String> GLUED_BOTH = Set.of("-", "–", "/");

    GoldText {
        names = List.copyOf(names);
    }

    /** Sites count as places, and what is neither person, organisation nor place does not count. */
    static List<Name> counted(List<Name> names) {
        List<Name> counted = new ArrayList<>();
        for (Name name : names) {
            switch (name.type()) {
                case PERSON, ORGANIZATION, PLACE -> counted.add(name);
                case FACILITY -> counted.add(new Name(name.span(), NameType.PLACE));
                case GROUP, OTHER -> {}
            }
        }
        return counted;
    }

    /** Reads {@code <id>.txt} with {@code <id>.gold.json}: a list of lists of start, end (code points) and type, more ignored. */
    static List<GoldText> readFolder(Path folder) throws IOException {
        List<GoldText> texts = new ArrayList<>();
        for (Path file : GazetteerSources.files(folder, ".txt")) {
            String text = Files.readString(file);
            String id = file.getFileName().toString().replaceFirst("\\.txt$", "");
            Matcher gold = GOLD.matcher(Files.readString(folder.resolve(id + ".gold.json")));
            List<Name> names = new ArrayList<>();
            while (gold.find()) {
                int start = text.offsetByCodePoints(0, Integer.parseInt(gold.group(1)));
                int end = text.offsetByCodePoints(0, Integer.parseInt(gold.group(2)));
                names.add(new Name(new Span(start, end), TYPES.getOrDefault(gold.group(3), NameType.OTHER)));
            }
            texts.add(new GoldText(id, text, names));
        }
        return texts;
    }

    /** Reads files of tagged tokens, one text a file, and puts blanks between the tokens where print would have them. */
    static List<GoldText> readTagged(List<Path> files, int column, TagScheme scheme) throws IOException {
        List<GoldText> texts = new ArrayList<>();
        for (Path file : files) {
            String id = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
            texts.add(of(id, TaggedText.read(file, column, scheme)));
        }
        return texts;
    }

    /** The same text, its names without articles before and possessive endings after them. */
    GoldText bare() {
        List<Name> bare = new ArrayList<>();
        for (Name name : names) {
            int start = name.span().start();
            int end = name.span().end();
            start += text.regionMatches(true, start, "the ", 0, ARTICLE) && end - start > ARTICLE ? ARTICLE : 0;
            for (String ending : List.of("'s", "’s")) {
                if (text.startsWith(ending, end - ending.length()) && end - ending.length() > start) {
                    end -= ending.length();
                }
            }
            bare.add(new Name(Blanks.trim(text, start, end), name.type()));
        }
        return new GoldText(id, text, bare);
    }

    private static GoldText of(String id, List<TaggedSentence> paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Name> names = new ArrayList<>();
        for (TaggedSentence paragraph : paragraphs) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            append(paragraph, text, names);
        }
        return new GoldText(id, text.toString(), names);
    }

    private static void append(TaggedSentence paragraph, StringBuilder text, List<Name> names) {
        int[] labels = paragraph.labels();
        int first = 0;
        boolean inside = false;
        for (int i = 0; i < labels.length; i++) {
            String word = paragraph.word(i);
            if (i > 0 && isSpaced(paragraph.word(i - 1), word, inside)) {
                text.append(' ');
            }
            if (word.equals("\"")) {
                inside = !inside;
            }
            if (Labels.isFresh(labels[i])) {
                first = text.length();
            }
            text.append(word);
            if (labels[i] != Labels.OUTSIDE && !Labels.isOpen(labels[i])) {
                names.add(new Name(new Span(first, text.length()), Labels.type(labels[i])));
            }
        }
    }

    /** @param inside whether a straight quotation mark is open, so that the next one closes */
    private static boolean isSpaced(String before, String word, boolean inside) {
        if (APOSTROPHES.contains(word)) {
            return false;
        }
        if (APOSTROPHES.contains(before)) {
            return !CLITICS.contains(word);
        }
        if (GLUED_BOTH.contains(before) || GLUED_BOTH.contains(word)) {
            return false;
        }
        if (inside && (before.equals("\"") || word.equals("\""))) {
            return false;
        }
        boolean initials = before.equals(".") && word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return !initials
                && !GLUED_LEFT.contains(word)
                && !GLUED_RIGHT.contains(before)
                && !"“‘".contains(before)
                && !"”".contains(word);
    }
}
