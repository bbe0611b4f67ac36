package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreebankTest {

    private static List<TreebankSentence> read(String content) throws IOException {
        return Treebank.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void rebuildRawText() throws IOException {
        List<TreebankSentence> sentences = read("""
                # newdoc id = d
                # newpar
                1-2	Don't	_	_	_	_	_	_	_	_
                1	Do	do	AUX	VBP	_	3	aux	_	_
                2	n't	not	PART	RB	_	3	advmod	_	_
                3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
                3.1	away	away	ADV	RB	_	_	_	_	_
                4	.	.	PUNCT	.	_	3	punct	_	_

                # newpar
                1	Stay	stay	VERB	VB	_	0	root	_	_
                """);
        assertEquals(2, sentences.size());
        assertArrayEquals(new int[] {2, 2, -1, 2}, sentences.getFirst().heads());
        RawText raw = RawText.of(sentences).getFirst();
        assertEquals("Don't go. \n\nStay ", raw.text());
        assertEquals(List.of(new Span(0, 9), new Span(12, 16)), raw.sentences());
        assertEquals(new Span(2, 5), raw.tokens().get(1));
    }

    @Test
    void refuseLineOfOtherWidth() {
        assertEquals(
                "Line 1 has 2 columns, not 10",
                assertThrows(IOException.class, () -> read("1\tx\n")).getMessage());
    }
}
