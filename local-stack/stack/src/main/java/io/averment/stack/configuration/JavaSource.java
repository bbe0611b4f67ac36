package io.averment.stack.configuration;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The one type of a source file, as the compiler's parser sees it. Nothing is resolved beyond the file. */
final class JavaSource {

    private final DocTrees documentation;
    private final CompilationUnitTree unit;
    private final ClassTree type;

    private JavaSource(DocTrees documentation, CompilationUnitTree unit, ClassTree type) {
        this.documentation = documentation;
        this.unit = unit;
        this.type = type;
    }

    static JavaSource read(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            for (Tree declared : unit.getTypeDecls()) {
                if (declared instanceof ClassTree type) {
                    return new JavaSource(DocTrees.instance(task), unit, type);
                }
            }
        }
        throw new IllegalArgumentException(file + " declares no type");
    }

    /** The text in an annotation of the type, by the annotation's simple name and the element's name. */
    Optional<String> annotation(String annotation, String element) {
        return annotation(type.getModifiers(), annotation, element);
    }

    /** The same of a method. */
    Optional<String> annotation(MethodTree method, String annotation, String element) {
        return annotation(method.getModifiers(), annotation, element);
    }

    private Optional<String> annotation(ModifiersTree modifiers, String annotation, String element) {
        for (AnnotationTree candidate : modifiers.getAnnotations()) {
            if (!candidate.getAnnotationType().toString().equals(annotation)) {
                continue;
            }
            for (ExpressionTree argument : candidate.getArguments()) {
                if (argument instanceof AssignmentTree named) {
                    if (named.getVariable().toString().equals(element)) {
                        return Optional.of(text(named.getExpression()));
                    }
                } else if (element.equals("value")) {
                    return Optional.of(text(argument));
                }
            }
        }
        return Optional.empty();
    }

    List<MethodTree> methods() {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .toList();
    }

    /** The comment of the type, as plain sentences. */
    String documentation() {
        return plain(new TreePath(new TreePath(unit), type));
    }

    /** The comment of a method, as plain sentences. */
    String documentation(MethodTree method) {
        return plain(new TreePath(new TreePath(new TreePath(unit), type), method));
    }

    private String plain(TreePath place) {
        DocCommentTree comment = documentation.getDocCommentTree(place);
        if (comment == null) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has a setting that nothing is said of: " + place.getLeaf());
        }
        return PlainComment.of(
                comment.getFullBody(), constant -> constant(constant).map(this::text));
    }

    /** The texts of a constant that is a {@code List.of(...)}; nothing if there is no such constant. */
    List<String> texts(String constant) {
        return constant(constant)
                .filter(MethodInvocationTree.class::isInstance)
                .map(list -> ((MethodInvocationTree) list)
                        .getArguments().stream().map(this::text).toList())
                .orElse(List.of());
    }

    private Optional<ExpressionTree> constant(String name) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getName().contentEquals(name))
                .map(VariableTree::getInitializer)
                .findFirst();
    }

    private String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case IdentifierTree name ->
                constant(name.toString())
                        .map(this::text)
                        .orElseThrow(() -> new IllegalArgumentException(name + " is not of " + type.getSimpleName()));
            default -> expression.toString();
        };
    }
}
