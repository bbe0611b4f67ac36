package io.averment.query.representation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A list as a feed (RFC 4287). Ids follow from the list and the item, so that a reader recognises them; an entry changes its
 * time when the record takes in another version of the item.
 *
 * @param title for people
 * @param key tells the list, with its filters, from all others
 * @param path of the list that the items stand in
 * @param links references by relation
 */
public record AtomFeed(String title, String key, String path, Map<String, String> links, List<FeedEntry> entries) {

    public AtomFeed {
        links = Map.copyOf(links);
        entries = List.copyOf(entries);
    }

    /** The document. */
    public String write() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        add(xml, "id", "urn:uuid:" + id(key));
        add(xml, "title", title);
        add(xml, "updated", updated().toString());
        xml.append("<author><name>Averment</name></author>\n");
        links.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(link -> xml.append("<link rel=\"")
                        .append(link.getKey())
                        .append("\" href=\"")
                        .append(escape(link.getValue()))
                        .append("\"/>\n"));
        entries.forEach(entry -> add(xml, entry));
        return xml.append("</feed>\n").toString();
    }

    /** An empty feed has never been updated, which the format has no word for. */
    private Instant updated() {
        return entries.stream()
                .map(FeedEntry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void add(StringBuilder xml, FeedEntry entry) {
        xml.append("<entry>\n");
        add(xml, "id", "urn:uuid:" + id(path + '/' + entry.id()));
        add(xml, "title", entry.title());
        add(xml, "updated", entry.updated().toString());
        xml.append("<link rel=\"alternate\" type=\"application/json\" href=\"")
                .append(escape(path + '/' + entry.id()))
                .append("\"/>\n");
        xml.append("<content type=\"text\">").append(escape(entry.text())).append("</content>\n</entry>\n");
    }

    private static void add(StringBuilder xml, String element, String text) {
        xml.append('<')
                .append(element)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Characters that XML 1.0 cannot hold at all become the replacement character. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
