package io.averment.ingest.article;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One form for percent-encoding (RFC 3986 section 6.2.2): upper-case hex, letters, digits and {@code -._~} plain,
 * everything outside ASCII encoded as UTF-8, and a percent sign that encodes nothing encoded itself.
 */
final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String KEPT = "-._~!$&'()*+,;=:@/?";

    private PercentEncoding() {}

    static String normalize(String written) {
        var normalized = new StringBuilder(written.length() + 16);
        for (var i = 0; i < written.length(); ) {
            var c = written.charAt(i);
            if (c == '%' && isEncoded(written, i)) {
                append(normalized, (byte) HexFormat.fromHexDigits(written, i + 1, i + 3));
                i += 3;
            } else if (isUnreserved(c) || KEPT.indexOf(c) >= 0) {
                normalized.append(c);
                i++;
            } else {
                var codePoint = written.codePointAt(i);
                for (var b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    encode(normalized, b);
                }
                i += Character.charCount(codePoint);
            }
        }
        return normalized.toString();
    }

    private static boolean isEncoded(String text, int percent) {
        return percent + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(percent + 1))
                && HexFormat.isHexDigit(text.charAt(percent + 2));
    }

    /** A decoded reserved character means something else than the encoded one, so only unreserved ones are decoded. */
    private static void append(StringBuilder to, byte b) {
        if (b > 0 && isUnreserved((char) b)) {
            to.append((char) b);
        } else {
            encode(to, b);
        }
    }

    private static void encode(StringBuilder to, byte b) {
        to.append('%').append(HEX.toHexDigits(b));
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }
}
