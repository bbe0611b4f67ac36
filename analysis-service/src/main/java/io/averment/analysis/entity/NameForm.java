package io.averment.analysis.entity;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it is compared: lower case, without accents, apostrophes and periods, one blank between words. */
public final class NameForm {

    private NameForm() {}

    /** The form of a name; the same for "Sana'a" and "Sanaa", "U.S. Embassy" and "US embassy". */
    public static String of(String name) {
        String parts = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder form = new StringBuilder(name.length());
        boolean gap = false;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && !form.isEmpty()) {
                    form.append(' ');
                }
                gap = false;
                form.append(c);
            } else if (c == '&') {
                form.append(form.isEmpty() ? "" : " ").append("and");
                gap = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '‑' || c == '–') {
                gap = true;
            }
        }
        return form.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
