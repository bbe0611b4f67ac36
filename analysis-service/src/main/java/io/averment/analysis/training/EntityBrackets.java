package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.training.GoldMention.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the entities of a document of GUM: brackets in the key {@code Entity} of the last column of CoNLL-U, as
 * {@code (3-person-giv:act-nnnnn-cf1-1-coref} and {@code 3)}, the fields as {@code global.Entity} names them. Mentions in several
 * parts are left out. Not thread-safe; linear.
 */
final class EntityBrackets {

    private static final String KEY = "Entity=";

    /** The field that numbers the words of a mention's head. */
    private static final int HEAD_FIELD = 5;

    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

    private record Open(String fields, int token) {}

    private final List<Span> tokens;
    private final List<String> forms = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, List<Open>> open = new HashMap<>();
    private final List<GoldMention> mentions = new ArrayList<>();

    private EntityBrackets(List<Span> tokens) {
        this.tokens = tokens;
    }

    /**
     * The mentions of a document, by position, the wider first.
     *
     * @param tokens of the text, as many as the sentences have
     */
    static List<GoldMention> read(List<TreebankSentence> document, List<Span> tokens) {
        EntityBrackets brackets = new EntityBrackets(tokens);
        for (TreebankSentence sentence : document) {
            for (int i = 0; i < sentence.size(); i++) {
                brackets.forms.add(sentence.forms()[i]);
                brackets.tags.add(sentence.upos()[i]);
                for (String pair : sentence.miscellany()[i].split("\\|", -1)) {
                    if (pair.startsWith(KEY)) {
                        brackets.read(pair.substring(KEY.length()));
                    }
                }
            }
        }
        brackets.mentions.sort(
                Comparator.comparing((GoldMention mention) -> mention.span().start())
                        .thenComparing(mention -> -mention.span().end()));
        return brackets.mentions;
    }

    private void read(String value) {
        int at = 0;
        while (at < value.length()) {
            int token = forms.size() - 1;
            if (value.charAt(at) == '(') {
                int end = at + 1;
                while (end < value.length() && value.charAt(end) != '(' && value.charAt(end) != ')') {
                    end++;
                }
                Open opened = new Open(value.substring(at + 1, end), token);
                if (end < value.length() && value.charAt(end) == ')') {
                    close(opened, token);
                    end++;
                } else {
                    open.computeIfAbsent(id(opened.fields()), id -> new ArrayList<>())
                            .add(opened);
                }
                at = end;
            } else {
                int end = value.indexOf(')', at);
                if (end < 0) {
                    return;
                }
                List<Open> same = open.getOrDefault(value.substring(at, end), List.of());
                if (!same.isEmpty()) {
                    close(same.removeLast(), token);
                }
                at = end + 1;
            }
        }
    }

    private static String id(String fields) {
        int end = fields.indexOf('-');
        return end < 0 ? fields : fields.substring(0, end);
    }

    private void close(Open opened, int last) {
        String[] fields = opened.fields().split("-", -1);
        if (fields.length <= HEAD_FIELD || fields[0].indexOf('[') >= 0) {
            return;
        }
        String[] words = fields[HEAD_FIELD].split(",", -1);
        int first = opened.token();
        int headFirst = first + Integer.parseInt(words[0]) - 1;
        int headLast = first + Integer.parseInt(words[words.length - 1]) - 1;
        if (headFirst < first || headLast > last) {
            return;
        }
        mentions.add(new GoldMention(
                over(first, last), over(headFirst, headLast), fields[0], form(first, last, headFirst, headLast)));
    }

    private Span over(int first, int last) {
        return new Span(tokens.get(first).start(), tokens.get(last).end());
    }

    private Form form(int first, int last, int headFirst, int headLast) {
        if (first == last && tags.get(first).equals("PRON")) {
            return Form.PRONOUN;
        }
        for (int i = headFirst; i <= headLast; i++) {
            if (tags.get(i).equals("PROPN")) {
                return Form.NAME;
            }
        }
        boolean noun = tags.get(headFirst).equals("NOUN");
        return noun && DEFINITE.contains(forms.get(first).toLowerCase(Locale.ROOT)) ? Form.DEFINITE : Form.OTHER;
    }
}
