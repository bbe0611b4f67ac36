package io.averment.query.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.story.TimelinePlaces.Found;
import io.averment.query.story.TimelinePlaces.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a timeline goes on when its reports change while a page is read. */
class TimelineStretchTest {
    private static final TimelinePlace END = place(9);

    private static TimelinePlace place(int day) {
        return new TimelinePlace(LocalDate.of(2026, 5, day), Instant.EPOCH, new UUID(0, day), 0, 0, "");
    }

    private static Found found(int day) {
        return new Found(place(day), Optional.empty(), Instant.EPOCH, LocalDate.of(2026, 5, 1), Instant.EPOCH);
    }

    @Test
    void goesOnAfterTheLastThatIsShown() {
        assertEquals(
                Optional.of(place(2)), new Stretch(List.of(found(1), found(2), found(3)), Optional.of(END)).next(2));
        assertEquals(
                Optional.of(place(2)), new Stretch(List.of(found(1), found(2), found(3)), Optional.empty()).next(2));
    }

    @Test
    void endsWithTheStory() {
        assertEquals(Optional.empty(), new Stretch(List.of(found(1), found(2)), Optional.empty()).next(2));
        assertEquals(Optional.empty(), new Stretch(List.of(), Optional.empty()).next(2));
    }

    @Test
    void goesOnWhenReportsWentAwayMeanwhile() {
        assertEquals(Optional.of(place(2)), new Stretch(List.of(found(1), found(2)), Optional.of(END)).next(2));
        assertEquals(Optional.of(END), new Stretch(List.of(), Optional.of(END)).next(2));
    }
}
