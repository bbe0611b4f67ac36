package io.averment.query.record;

import java.util.Optional;

/**
 * The text of one revision (headline, blank line, body), counted in Unicode code points. Immutable.
 *
 * <p>Cutting out a stretch costs its own length: the positions are indexed once, and not at all for a text without
 * supplementary characters.
 */
public final class ArticleText {
    /** The most code points that a text may have. */
    public static final int MOST_CODE_POINTS = 262_144;

    private static final String BETWEEN_HEADLINE_AND_BODY = "\n\n";

    private final String content;
    private final int length;
    private final int headlineLength;
    private final int[] offsets;

    /**
     * @param headlineLength code points of the headline, 0 when there is none
     * @throws RuleBrokenException when the text is empty or too long, or when no headline of that length can stand there
     */
    public ArticleText(String content, int headlineLength) {
        this.content = content;
        this.length = content.codePointCount(0, content.length());
        this.headlineLength = headlineLength;
        this.offsets = length == content.length() ? new int[0] : offsetsOf(content, length);
        RuleBrokenException.require(length > 0, "the text is empty");
        RuleBrokenException.require(length <= MOST_CODE_POINTS, "the text has more than 262144 code points");
        RuleBrokenException.require(
                headlineLength >= 0 && headlineLength <= length, "headlineLength lies outside of the text");
        RuleBrokenException.require(
                headlineLength == 0
                        || headlineLength == length
                        || content.startsWith(BETWEEN_HEADLINE_AND_BODY, offset(headlineLength)),
                "no blank line follows the headline");
    }

    private static int[] offsetsOf(String content, int length) {
        int[] offsets = new int[length + 1];
        int offset = 0;
        for (int position = 0; position < length; position++) {
            offsets[position] = offset;
            offset += Character.charCount(content.codePointAt(offset));
        }
        offsets[length] = offset;
        return offsets;
    }

    private int offset(int position) {
        return offsets.length == 0 ? position : offsets[position];
    }

    public String content() {
        return content;
    }

    /** In code points. */
    public int headlineLength() {
        return headlineLength;
    }

    public Optional<String> headline() {
        return headlineLength == 0 ? Optional.empty() : Optional.of(content.substring(0, offset(headlineLength)));
    }

    /** Whether the stretch is a non-empty part of the text. */
    public boolean contains(int start, int end) {
        return 0 <= start && start < end && end <= length;
    }

    /** The words from one position to another, both in the text. */
    String cut(int start, int end) {
        return content.substring(offset(start), offset(end));
    }

    /** Whether the span lies in the text and repeats exactly what stands there. */
    public boolean matches(Span span) {
        if (!contains(span.start(), span.end())) {
            return false;
        }
        int from = offset(span.start());
        int width = offset(span.end()) - from;
        return width == span.text().length() && content.startsWith(span.text(), from);
    }
}
