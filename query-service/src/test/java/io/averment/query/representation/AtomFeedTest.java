package io.averment.query.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class AtomFeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static Element parse(AtomFeed feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.write().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Element first(Element parent, String name) {
        return (Element) parent.getElementsByTagNameNS(ATOM, name).item(0);
    }

    private static String text(Element parent, String name) {
        return first(parent, name).getTextContent();
    }

    @Test
    void writesEntriesThatHoldAnyText() throws Exception {
        FeedEntry older =
                new FeedEntry("x:s1", "A <b> & \"c\"", "“🚢 ]]> \u0007”", Instant.parse("2026-11-20T10:00:00Z"));
        FeedEntry newer = new FeedEntry("x:s2", "B", "b", Instant.parse("2026-11-21T10:00:00.5Z"));
        Map<String, String> links = Map.of("self", "/v1/statements?a=1&b=2");

        Element feed = parse(new AtomFeed("Averment: statements", "k", "/v1/statements", links, List.of(older, newer)));

        assertEquals("Averment: statements", text(feed, "title"));
        assertEquals("2026-11-21T10:00:00.500Z", text(feed, "updated"));
        assertEquals("self", first(feed, "link").getAttribute("rel"));
        assertEquals("/v1/statements?a=1&b=2", first(feed, "link").getAttribute("href"));
        Element entry = first(feed, "entry");
        assertEquals("A <b> & \"c\"", text(entry, "title"));
        assertEquals("“🚢 ]]> \uFFFD”", text(entry, "content"));
        assertEquals("2026-11-20T10:00:00Z", text(entry, "updated"));
        assertEquals("/v1/statements/x:s1", first(entry, "link").getAttribute("href"));
    }

    @Test
    void keepsIdsOfListsAndEntriesApartAndStable() throws Exception {
        FeedEntry entry = new FeedEntry("x", "t", "c", Instant.EPOCH);
        Element feed = parse(new AtomFeed("Averment: statements", "k1", "/v1/articles", Map.of(), List.of(entry)));
        Element again = parse(new AtomFeed("Averment: statements", "k1", "/v1/articles", Map.of(), List.of()));
        Element other = parse(new AtomFeed("Averment: statements", "k2", "/v1/articles", Map.of(), List.of(entry)));

        assertEquals(text(feed, "id"), text(again, "id"));
        assertNotEquals(text(feed, "id"), text(other, "id"));
        assertNotEquals(text(feed, "id"), text(first(feed, "entry"), "id"));
        assertEquals(text(first(feed, "entry"), "id"), text(first(other, "entry"), "id"));
    }
}
