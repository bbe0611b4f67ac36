package io.averment.stack.configuration;

import com.sun.source.tree.MethodTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an interface annotated with {@code @ConfigMapping}: each method is a setting, and its comment says what it means. */
final class MappingSource {

    private static final Pattern ANNOTATIONS = Pattern.compile("@\\w+(\\([^)]*(\\(\\))?\\))?\\s*");
    private static final Pattern WRAPPED = Pattern.compile("(\\w+)<(.*)>");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private MappingSource() {}

    /** Its settings; nothing if the source is no such interface. */
    static Optional<SettingGroup> read(JavaSource source) {
        return source.annotation("ConfigMapping", "prefix").map(prefix -> {
            List<Setting> settings = new ArrayList<>();
            for (MethodTree method : source.methods()) {
                settings.add(setting(prefix, source, method));
            }
            return new SettingGroup("`" + prefix + "`", source.documentation(), settings);
        });
    }

    private static Setting setting(String prefix, JavaSource source, MethodTree method) {
        String type = ANNOTATIONS.matcher(method.getReturnType().toString()).replaceAll("");
        String name = source.annotation(method, "WithName", "value")
                .orElseGet(() -> dashed(method.getName().toString()));
        String key = type.startsWith("Map<") ? prefix + "." + name + Setting.KEY : prefix + "." + name;
        String least = source.annotation(method, "Min", "value")
                .map(value -> ", " + value + " or more")
                .orElse("");
        return new Setting(
                key,
                inWords(type) + least,
                source.annotation(method, "WithDefault", "value").orElse(""),
                source.documentation(method));
    }

    private static String dashed(String name) {
        return CAPITAL.matcher(name).replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }

    private static String inWords(String type) {
        Matcher wrapped = WRAPPED.matcher(type);
        if (wrapped.matches()) {
            return switch (wrapped.group(1)) {
                case "Optional" -> inWords(wrapped.group(2));
                case "Set", "List" -> "list, separated by commas";
                case "Map" ->
                    inWords(wrapped.group(2)
                            .substring(wrapped.group(2).indexOf(',') + 1)
                            .strip());
                default -> throw new IllegalArgumentException("No words for the type " + type);
            };
        }
        return switch (type) {
            case "int", "long", "Integer", "Long" -> "whole number";
            case "boolean" -> "true or false";
            case "Duration" -> "duration";
            case "MemorySize" -> "size";
            case "Path" -> "path";
            case "String" -> "text";
            default -> throw new IllegalArgumentException("No words for the type " + type);
        };
    }
}
