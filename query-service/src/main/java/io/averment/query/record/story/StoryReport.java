package io.averment.query.record.story;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.PublicationDate;
import io.averment.query.record.thread.Source;
import io.averment.query.record.thread.ThreadFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/**
 * An article as a report of a story.
 *
 * @param source the article as a witness
 * @param traits by which it is recognised, the most telling first
 */
public record StoryReport(ReportPlace place, Source source, List<Trait> traits) {
    private static final int ID_BYTES = 10;

    public StoryReport {
        traits = List.copyOf(traits);
    }

    /** The report that an article is: of the day of publication, else of acceptance. */
    public static StoryReport of(AnalysedArticle article) {
        PublicationDate publication = article.publication();
        LocalDate day = publication == null
                ? LocalDate.ofInstant(article.firstAcceptedAt(), ZoneOffset.UTC)
                : publication.day();
        return new StoryReport(
                new ReportPlace(day, article.firstAcceptedAt(), article.id()),
                Source.of(article),
                StoryTraits.of(article, ThreadFacts.of(article)));
    }

    public ArticleId article() {
        return place.article();
    }

    /** In the world. */
    public LocalDate day() {
        return place.day();
    }

    /** The id of the story whose first report is of this article: {@code s} and 20 hexadecimal digits. */
    public static String storyId(ArticleId first) {
        return 's' + digest(first.toString());
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
