package io.averment.analysis.statement;

import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import java.util.Map;

/** What carries words from a speaker to the reader, from {@code knowledge/statement-media.tsv}. Immutable and thread-safe. */
final class Media {

    private enum Kind {
        DOCUMENT,
        OUTLET,
        NAME,
        ENDING
    }

    private final KnowledgeFile file = KnowledgeFile.load("statement-media.tsv");
    private final Map<String, Kind> classes = file.classes(Kind.class);

    List<KnowledgeFile> files() {
        return List.of(file);
    }

    /** Whether a noun tells of something issued, held or sent: a statement, an interview. */
    boolean isDocument(ParsedSentence sentence, int noun) {
        return sentence.upos(noun).equals("NOUN") && classes.get(sentence.lemma(noun)) == Kind.DOCUMENT;
    }

    /** Whether a noun is what papers and agencies are called: "the state news agency". */
    boolean isOutlet(ParsedSentence sentence, int noun) {
        return sentence.upos(noun).equals("NOUN") && classes.get(sentence.lemma(noun)) == Kind.OUTLET;
    }

    /** Whether a stretch of the text, such as a name, is that of an outlet or a news agency. */
    boolean isOutlet(String name) {
        String[] words = name.strip().split("\\s+", -1);
        String last = words[words.length - 1];
        return classes.get(last) == Kind.NAME
                || (words.length > 1 && classes.get(last) == Kind.ENDING)
                || (words.length > 1 && classes.get(words[words.length - 2] + ' ' + last) == Kind.ENDING);
    }
}
