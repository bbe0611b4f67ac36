package io.averment.stack.configuration;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;

/** A comment of the code as Markdown on one line: code between back ticks, no tags. */
final class PlainComment {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private PlainComment() {}

    /** @param constant the value of a constant of the same type, by its name */
    static String of(List<? extends DocTree> body, Function<String, Optional<String>> constant) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : body) {
            switch (part) {
                case TextTree words -> text.append(words.getBody());
                case LiteralTree code -> text.append('`').append(code.getBody()).append('`');
                case LinkTree link ->
                    text.append('`').append(link.getReference()).append('`');
                case ValueTree value -> text.append(value(value, constant));
                case EntityTree entity -> text.append(character(entity.getName()));
                case StartElementTree _, EndElementTree _ -> text.append(' ');
                default -> throw new IllegalArgumentException("A setting's comment has an unknown part: " + part);
            }
        }
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String value(ValueTree value, Function<String, Optional<String>> constant) {
        String name = String.valueOf(value.getReference()).replace("#", "");
        return constant.apply(name).orElseThrow(() -> new IllegalArgumentException(name + " has no value here"));
    }

    private static String character(Name entity) {
        return switch (entity.toString()) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            default -> throw new IllegalArgumentException("A setting's comment has an unknown entity: " + entity);
        };
    }
}
