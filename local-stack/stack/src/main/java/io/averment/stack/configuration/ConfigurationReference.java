package io.averment.stack.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference of one service as Markdown. */
final class ConfigurationReference {

    private static final String HEAD = """
            # Configuration of @service@-service

            Made from the code by `./averment configuration`, and compared with it by a test: change the code, not this file.

            A property is set by its environment variable, by `-Dproperty=value` on the command line, or in a file `config/application.properties`
            in the folder that the service is started in; a system property counts before a variable, and a variable before a file. Secrets belong
            into variables or a file that only the service can read, never on a command line, which every user of the machine can see.

            A duration is `500ms`, `30s`, `5m`, `1h`, `14d`, or as ISO 8601 has it (`PT0.2S`). A size is in bytes, or `4M`. **required** is what the
            service does not start without in production (profile `prod`, which a packaged service runs in unless told otherwise), **secret** what
            nobody else may see.
            """;

    /** An environment variable within a default, as {@code ${NAME:otherwise}}; what is otherwise is the default that is shown. */
    private static final Pattern FROM_VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

    private ConfigurationReference() {}

    static String of(ServiceSettings settings) {
        StringBuilder page = new StringBuilder(HEAD.replace("@service@", settings.service()));
        for (SettingGroup group : settings.groups()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            if (!group.meaning().isEmpty()) {
                page.append(group.meaning()).append("\n\n");
            }
            page.append("| Property, variable | Value | Default | Meaning |\n|---|---|---|---|\n");
            for (Setting setting : group.settings()) {
                page.append(row(setting, settings.required().contains(setting.name())));
            }
        }
        return page.toString();
    }

    private static String row(Setting setting, boolean required) {
        return "| `" + setting.name() + "`"
                + setting.variable().map(variable -> "<br>`" + variable + "`").orElse("") + " | " + cell(setting.type())
                + (required ? "; **required**" : "") + (setting.isSecret() ? "; **secret**" : "") + " | "
                + standard(setting.standard()) + " | " + cell(setting.meaning()) + " |\n";
    }

    private static String standard(String value) {
        Matcher fromVariable = FROM_VARIABLE.matcher(value);
        String shown = fromVariable.matches()
                ? Optional.ofNullable(fromVariable.group(1)).orElse("")
                : value;
        return shown.isBlank() ? "" : "`" + cell(shown.strip()) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
