package io.averment.ingest.article;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of all addresses that lead to the same report, by rule v1. It identifies and is not meant to be
 * followed. Part of the article id, so the rule never changes; a better one would be v2, with a discriminator of its own.
 *
 * <p>Rule v1: only absolute {@code http} and {@code https} addresses without user information. The scheme becomes
 * {@code https}; the host loses case, a final dot and one leading {@code www.} and becomes ASCII (IDNA); a port is kept
 * unless it is 80 or 443. In the path, dot segments are resolved, percent-encoding is brought to one form, and a
 * session id and final slashes go. Query parameters lose those that only track ({@link TrackingParameters}) and are
 * sorted by name, the order within a name kept. The fragment goes, unless it begins with {@code !} or {@code /} and so
 * names a page of its own.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record CanonicalAddress(String value) {
    /** The longest address that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 2_048;

    private static final Pattern WRITTEN = Pattern.compile(
            "https?://(?<authority>[^/?#\\\\]+)(?<path>[^?#]*)(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^@:\\[\\]]+)(:(?<port>\\d{0,5}))?");
    private static final Pattern SESSION = Pattern.compile(";jsessionid=[^/;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

    /** Reads an address as written; nothing when it is no absolute web address. Linear in its length. */
    public static Optional<CanonicalAddress> parse(String text) {
        var address = text.strip();
        var written = WRITTEN.matcher(address);
        if (address.length() > MAX_LENGTH
                || address.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))
                || !written.matches()) {
            return Optional.empty();
        }
        var authority = AUTHORITY.matcher(written.group("authority"));
        if (!authority.matches()) {
            return Optional.empty();
        }
        var host = host(authority.group("host"));
        var port = port(authority.group("port"));
        if (host.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        var canonical = "https://" + host.get() + port.get() + path(written.group("path"))
                + query(written.group("query")) + fragment(written.group("fragment"));
        return Optional.of(new CanonicalAddress(canonical));
    }

    /** The host, without a leading {@code www.}: the name of an outlet that has given no better one. */
    public String host() {
        var start = "https://".length();
        var end = value.indexOf('/', start);
        var authority = value.substring(start, end);
        var colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            return Optional.of(written.toLowerCase(Locale.ROOT));
        }
        String ascii;
        try {
            ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (!HOST.matcher(name).matches() || name.contains("..")) {
            return Optional.empty();
        }
        var bare = name.startsWith("www.") ? name.substring("www.".length()) : name;
        return Optional.of(bare.contains(".") ? bare : name);
    }

    private static Optional<String> port(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return Optional.of("");
        }
        var port = Integer.parseInt(written);
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(port == 80 || port == 443 ? "" : ":" + port);
    }

    private static String path(String written) {
        var path = SESSION.matcher(PercentEncoding.normalize(written)).replaceAll("");
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        var joined = String.join("/", segments);
        var rooted = joined.startsWith("/") ? joined : "/" + joined;
        var end = rooted.length();
        while (end > 1 && rooted.charAt(end - 1) == '/') {
            end--;
        }
        return rooted.substring(0, end);
    }

    private static String query(@Nullable String written) {
        if (written == null) {
            return "";
        }
        var kept = Arrays.stream(PercentEncoding.normalize(written).split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !TrackingParameters.V1.contains(name(parameter)))
                .sorted(Comparator.comparing(CanonicalAddress::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String name(String parameter) {
        var equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String fragment(@Nullable String written) {
        return written != null && (written.startsWith("!") || written.startsWith("/"))
                ? "#" + PercentEncoding.normalize(written)
                : "";
    }
}
