package io.averment.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://outlet.example/story                          | https://outlet.example/story
            http://outlet.example/story                           | https://outlet.example/story
            HTTPS://WWW.Outlet.Example/Story                      | https://outlet.example/Story
            https://outlet.example                                | https://outlet.example/
            https://outlet.example/story/                         | https://outlet.example/story
            https://outlet.example/story///                       | https://outlet.example/story
            https://outlet.example./story                         | https://outlet.example/story
            https://outlet.example:443/story                      | https://outlet.example/story
            http://outlet.example:80/story                        | https://outlet.example/story
            http://outlet.example:443/story                       | https://outlet.example/story
            https://outlet.example:/story                         | https://outlet.example/story
            https://outlet.example:8443/story                     | https://outlet.example:8443/story
            https://outlet.example/a/./b/../c                     | https://outlet.example/a/c
            https://outlet.example/../../a                        | https://outlet.example/a
            https://outlet.example/a/%2e%2E/b                     | https://outlet.example/b
            https://outlet.example/%7Ejo/%c3%a9                   | https://outlet.example/~jo/%C3%A9
            https://outlet.example/é                              | https://outlet.example/%C3%A9
            https://outlet.example/a%2fb                          | https://outlet.example/a%2Fb
            https://outlet.example/100%                           | https://outlet.example/100%25
            https://outlet.example/a%zz                           | https://outlet.example/a%25zz
            https://outlet.example/a;jsessionid=0A1B              | https://outlet.example/a
            https://outlet.example/a;b=c                          | https://outlet.example/a;b=c
            https://outlet.example/?id=7&utm_source=x&UTM_Medium=y | https://outlet.example/?id=7
            https://outlet.example/a?fbclid=1                     | https://outlet.example/a
            https://outlet.example/a?                             | https://outlet.example/a
            https://outlet.example/a?&&                           | https://outlet.example/a
            https://outlet.example/a?b=2&a=1&b=1                  | https://outlet.example/a?a=1&b=2&b=1
            https://outlet.example/a?url=https://x.example/?utm_source=y | https://outlet.example/a?url=https://x.example/?utm_source=y
            https://outlet.example/a#comments                     | https://outlet.example/a
            https://outlet.example/#!/story/7                     | https://outlet.example/#!/story/7
            https://outlet.example/#/story/7                      | https://outlet.example/#/story/7
            https://bücher.example/a                              | https://xn--bcher-kva.example/a
            https://BÜCHER.example/a                              | https://xn--bcher-kva.example/a
            https://outlet。example/a                              | https://outlet.example/a
            https://www.example/a                                 | https://www.example/a
            https://[2001:DB8::1]:8080/a                          | https://[2001:db8::1]:8080/a
            https://192.0.2.7/a                                   | https://192.0.2.7/a
            https://outlet.example\\@evil.example/a                | https://outlet.example/%5C@evil.example/a
            """)
    void spellsAddressInOneWay(String written, String canonical) {
        var parsed = CanonicalAddress.parse(written.replace("\\\\", "\\"));
        assertEquals(Optional.of(new CanonicalAddress(canonical)), parsed);
        assertEquals(parsed, CanonicalAddress.parse(canonical), "a second time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "outlet.example/story",
                "/story",
                "//outlet.example/story",
                "ftp://outlet.example/story",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "https:///story",
                "https:outlet.example",
                "https://user@outlet.example/",
                "https://user:secret@outlet.example/",
                "https://outlet.example@evil.example/",
                "https://outlet .example/",
                "https://outlet.example/a b",
                "https://outlet.example/a\nb",
                "https://outlet.example:0/",
                "https://outlet.example:65536/",
                "https://outlet.example:123456/",
                "https://outlet.example:80a/",
                "https://out..let.example/",
                "https://.example/",
                "https://-/",
                "https://[2001:db8::1/",
                "https://out[let].example/",
                "https://%6futlet.example/",
            })
    void refusesWhatIsNoWebAddress(String written) {
        assertEquals(Optional.empty(), CanonicalAddress.parse(written));
    }

    @Test
    void refusesLongAddress() {
        var address = "https://outlet.example/" + "a".repeat(CanonicalAddress.MAX_LENGTH);
        assertEquals(Optional.empty(), CanonicalAddress.parse(address));
    }

    @Test
    void keepsDifferentReportsApart() {
        var one = CanonicalAddress.parse("https://outlet.example/?p=1");
        assertNotEquals(one, CanonicalAddress.parse("https://outlet.example/?p=2"));
        assertNotEquals(one, CanonicalAddress.parse("https://news.outlet.example/?p=1"));
        assertNotEquals(one, CanonicalAddress.parse("https://outlet.example/?P=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.outlet.example/a, outlet.example",
        "http://outlet.example:8080, outlet.example",
        "https://[2001:db8::1]:81/, [2001:db8::1]",
        "https://[2001:db8::1]/, [2001:db8::1]"
    })
    void tellsHost(String address, String host) {
        assertEquals(host, CanonicalAddress.parse(address).orElseThrow().host());
    }
}
