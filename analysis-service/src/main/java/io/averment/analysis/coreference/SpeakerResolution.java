package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Person;
import io.averment.analysis.coreference.Lexicon.Pronoun;
import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what "I" and "we" within a quotation stand for: the one who speaks. The "we" of an organisation is the organisation; that
 * of a person is more than the person, so it stays open with the speaker as candidate. Not thread-safe; linear.
 */
final class SpeakerResolution {

    private final Lexicon lexicon;
    private final List<Mention> mentions;
    private final NameClusters clusters;

    SpeakerResolution(Lexicon lexicon, List<Mention> mentions, NameClusters clusters) {
        this.lexicon = lexicon;
        this.mentions = mentions;
        this.clusters = clusters;
    }

    /** Takes the speakers' pronouns of all statements. */
    void take(List<Statement> statements, StandInResolution open) {
        for (Statement statement : statements) {
            Cluster speaker = speaker(statement);
            if (speaker == null) {
                continue;
            }
            for (Span content : statement.content()) {
                for (int i = firstAt(content.start());
                        i < mentions.size() && mentions.get(i).span().end() <= content.end();
                        i++) {
                    take(i, speaker, open);
                }
            }
        }
    }

    private void take(int number, Cluster speaker, StandInResolution open) {
        Pronoun pronoun = lexicon.pronoun(mentions.get(number).head());
        if (pronoun == null || clusters.of(number) != null || open.open(number) != null) {
            return;
        }
        if (pronoun.person() == Person.SPEAKER && speaker.type == EntityType.PERSON) {
            clusters.join(number, speaker);
        } else if (pronoun.person() == Person.SPEAKERS) {
            if (speaker.type == EntityType.PERSON) {
                open.leaveOpen(number, Reason.SPEAKERS_SIDE, List.of(speaker));
            } else {
                clusters.join(number, speaker);
            }
        }
    }

    /** What the speaker's words stand for: the mention which is all of them but an article, if it stands for something. */
    private @Nullable Cluster speaker(Statement statement) {
        for (Span words : statement.speaker().spans()) {
            for (int i = firstAt(words.start());
                    i < mentions.size() && mentions.get(i).span().start() <= words.start() + Cast.ARTICLE;
                    i++) {
                Cluster cluster = clusters.of(i);
                if (cluster != null && mentions.get(i).span().end() >= words.end()) {
                    return cluster;
                }
            }
        }
        return null;
    }

    /** The first mention that starts at or behind a position. */
    private int firstAt(int position) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
