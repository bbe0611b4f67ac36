package io.averment.analysis.coreference;

import io.averment.analysis.coreference.Lexicon.Person;
import io.averment.analysis.coreference.Lexicon.Pronoun;
import io.averment.analysis.coreference.Unresolved.Reason;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.statement.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what "I" and "we" within quoted words stand for: the one who speaks. The "we" of an organisation is the organisation; that
 * of a person is more than the person, so it stays open with the speaker as candidate. What is reported in other words than the
 * speaker's ("the mayor told me that I was wrong") is the writer's "I", of whom the text names nobody. Not thread-safe; linear.
 */
final class SpeakerResolution {

    /** No mention. */
    static final int NOBODY = -1;

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
            for (Span quoted : statement.quoted()) {
                for (int i = firstAt(quoted.start());
                        i < mentions.size() && mentions.get(i).span().end() <= quoted.end();
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

    /** What the speaker's words stand for; null where they stand for nothing. */
    private @Nullable Cluster speaker(Statement statement) {
        int mention = speakerMention(statement);
        return mention == NOBODY ? null : clusters.of(mention);
    }

    /** The mention which is all of the speaker's words but an article, or {@link #NOBODY}. */
    private int speakerMention(Statement statement) {
        for (Span words : statement.speaker().spans()) {
            for (int i = firstAt(words.start());
                    i < mentions.size()
                            && mentions.get(i).span().start()
                                    <= Math.min(words.start() + Cast.ARTICLE, words.end() - 1);
                    i++) {
                if (mentions.get(i).span().end() >= words.end()) {
                    return i;
                }
            }
        }
        return NOBODY;
    }

    /** Of each mention the one that says it, as far as it stands in a statement, else {@link #NOBODY}. */
    int[] speakers(List<Statement> statements) {
        int[] speakers = new int[mentions.size()];
        Arrays.fill(speakers, NOBODY);
        for (Statement statement : statements) {
            int speaker = speakerMention(statement);
            for (Span content : statement.content()) {
                for (int i = firstAt(content.start());
                        i < mentions.size() && mentions.get(i).span().end() <= content.end();
                        i++) {
                    speakers[i] = speaker;
                }
            }
        }
        return speakers;
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
