package io.averment.analysis.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Reads a row of an RFC 4180 table whose fields hold no line end; a field may stand in quotation marks, doubled within it. */
public final class CommaSeparated {

    private CommaSeparated() {}

    /** The fields without their quotation marks. Linear. */
    public static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
