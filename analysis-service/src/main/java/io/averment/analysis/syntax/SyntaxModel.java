package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelWriter;
import java.util.Arrays;

/** All that the analysis of syntax has learnt: tags, dependencies, lemmas. Immutable and thread-safe. */
public final class SyntaxModel {

    /** The name of the model that ships with the service. */
    public static final String NAME = "english-syntax";

    private final String[] pairs;
    private final String[] upos;
    private final String[] xpos;
    private final Parser parser;
    private final Lemmatizer lemmatizer;

    /** @param pairs of tags, as {@link #pair} names them */
    public SyntaxModel(String[] pairs, Parser parser, Lemmatizer lemmatizer) {
        this.pairs = pairs.clone();
        this.parser = parser;
        this.lemmatizer = lemmatizer;
        this.upos = new String[pairs.length];
        this.xpos = new String[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int blank = pairs[i].indexOf(' ');
            upos[i] = pairs[i].substring(0, blank);
            xpos[i] = pairs[i].substring(blank + 1);
        }
    }

    /** The name of a universal part of speech with a Penn tag. */
    public static String pair(String upos, String xpos) {
        return upos + ' ' + xpos;
    }

    /**
     * The model that ships with the service.
     *
     * @throws io.averment.analysis.model.ModelException if it is missing or damaged
     */
    public static SyntaxModel load() {
        return read(Model.load(NAME));
    }

    public static SyntaxModel read(Model model) {
        return new SyntaxModel(model.strings("tags"), Parser.read(model), Lemmatizer.read(model));
    }

    /** The bytes of the model's file. */
    public byte[] toBytes() {
        ModelWriter out = new ModelWriter(NAME).strings("tags", pairs);
        parser.write(out);
        lemmatizer.write(out);
        return out.toBytes();
    }

    /** What {@link #analyse} works with: for one thread, and for as many sentences as it likes. */
    Workspace workspace() {
        return parser.workspace();
    }

    public SentenceSyntax analyse(String[] forms) {
        return analyse(forms, 0, workspace());
    }

    /** The same where the first tokens are a dateline: two trees, that of the dateline hanging below the other's root. */
    SentenceSyntax analyse(String[] forms, int dateline, Workspace work) {
        if (dateline == 0) {
            Parser.Result result = parser.parse(forms, work);
            return new SentenceSyntax(this, result.tags(), result.heads(), result.relations(), 0);
        }
        Parser.Result before = parser.parse(Arrays.copyOf(forms, dateline), work);
        Parser.Result behind = parser.parse(Arrays.copyOfRange(forms, dateline, forms.length), work);
        int[] tags = Arrays.copyOf(before.tags(), forms.length);
        int[] heads = Arrays.copyOf(before.heads(), forms.length);
        int[] relations = Arrays.copyOf(before.relations(), forms.length);
        int root = 0;
        for (int i = 0; i < behind.heads().length; i++) {
            tags[dateline + i] = behind.tags()[i];
            relations[dateline + i] = behind.relations()[i];
            if (behind.heads()[i] == SentenceSyntax.ROOT) {
                root = dateline + i;
                heads[dateline + i] = SentenceSyntax.ROOT;
            } else {
                heads[dateline + i] = behind.heads()[i] + dateline;
            }
        }
        for (int i = 0; i < dateline; i++) {
            if (heads[i] == SentenceSyntax.ROOT) {
                heads[i] = root;
                relations[i] = parser.relationNumber("parataxis");
            }
        }
        return new SentenceSyntax(this, tags, heads, relations, dateline);
    }

    String upos(int tag) {
        return upos[tag];
    }

    String xpos(int tag) {
        return xpos[tag];
    }

    String relation(int relation) {
        return parser.relation(relation);
    }

    String lemma(String form, int tag) {
        return lemmatizer.lemma(form, pairs[tag]);
    }
}
