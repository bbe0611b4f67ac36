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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tags open text with names after OntoNotes, for training only: {@code java -cp 'teacher/*' Teach.java decode.xml IN.gz OUT.tagged.gz}.
 * IN holds a token a line, an empty line after each sentence and lines {@code # doc ID} between documents; OUT the same with a tab and
 * the tag. The class path needs the teacher named in NAMES.md; nothing of it becomes part of the product.
 */
public final class Teach {

    private Teach() {}

    public static void main(String[] arguments) throws IOException {
        NLPDecoder decoder;
        try (InputStream configuration = Files.newInputStream(Path.of(arguments[0]))) {
            decoder = new NLPDecoder(configuration);
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(arguments[1]))), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[2]))), StandardCharsets.UTF_8)) {
            List<String> sentence = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("# doc")) {
                    out.write(line + "\n");
                } else if (line.isEmpty()) {
                    tag(decoder, sentence, out);
                    sentence.clear();
                } else {
                    sentence.add(line);
                }
            }
            tag(decoder, sentence, out);
        }
    }

    private static void tag(NLPDecoder decoder, List<String> sentence, Writer out) throws IOException {
        if (sentence.isEmpty()) {
            return;
        }
        NLPNode[] nodes = new NLPNode[sentence.size() + 1];
        nodes[0] = new NLPNode();
        nodes[0].toRoot();
        for (int i = 1; i < nodes.length; i++) {
            nodes[i] = new NLPNode(i, sentence.get(i - 1));
        }
        decoder.decode(nodes);
        for (int i = 1; i < nodes.length; i++) {
            out.write(sentence.get(i - 1) + "\t" + nodes[i].getNamedEntityTag() + "\n");
        }
        out.write("\n");
    }
}
