import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Gives open text Penn tags and dependencies in Clear style, for training only:
 * {@code java -cp 'teacher/*' TeachSyntax.java decode-syntax.xml IN.gz OUT.conllu.gz}. IN holds a sentence a line, its tokens
 * parted by blanks; OUT is CoNLL-U without lemmas and universal tags. The class path needs the teacher named in LANGUAGE.md;
 * nothing of it becomes part of the product.
 */
public final class TeachSyntax {

    private TeachSyntax() {}

    public static void main(String[] arguments) throws IOException {
        NLPDecoder decoder;
        try (InputStream configuration = Files.newInputStream(Path.of(arguments[0]))) {
            decoder = new NLPDecoder(configuration);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(arguments[1]))), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[2]))), StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    parse(decoder, line.split(" "), out);
                }
            }
        }
    }

    private static void parse(NLPDecoder decoder, String[] forms, Writer out) throws IOException {
        NLPNode[] nodes = new NLPNode[forms.length + 1];
        nodes[0] = new NLPNode();
        nodes[0].toRoot();
        for (int i = 1; i < nodes.length; i++) {
            nodes[i] = new NLPNode(i, forms[i - 1]);
        }
        decoder.decode(nodes);
        for (int i = 1; i < nodes.length; i++) {
            NLPNode node = nodes[i];
            out.write(String.join(
                            "\t",
                            Integer.toString(i),
                            forms[i - 1],
                            "_",
                            "_",
                            node.getPartOfSpeechTag(),
                            "_",
                            Integer.toString(node.getDependencyHead().getID()),
                            node.getDependencyLabel(),
                            "_",
                            "_")
                    + "\n");
        }
        out.write("\n");
    }
}
