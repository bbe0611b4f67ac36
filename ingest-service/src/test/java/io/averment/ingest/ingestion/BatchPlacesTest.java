package io.averment.ingest.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.article.Tenant;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchPlacesTest {
    private static final Tenant ONE = new Tenant("one");
    private static final Tenant TWO = new Tenant("two");
    private static final Tenant THREE = new Tenant("three");

    private final BatchPlaces places = new BatchPlaces(new Limits(3, 2));

    @Test
    void givesTenantNoMoreThanItsShare() {
        var first = places.take(ONE).orElseThrow();
        assertTrue(places.take(ONE).isPresent());
        assertEquals(Optional.empty(), places.take(ONE));
        assertTrue(places.take(TWO).isPresent());
        first.close();
        assertTrue(places.take(ONE).isPresent());
        assertEquals(Optional.empty(), places.take(ONE));
    }

    @Test
    void givesNoMoreThanThereAre() {
        assertTrue(places.take(ONE).isPresent());
        assertTrue(places.take(ONE).isPresent());
        var last = places.take(TWO).orElseThrow();
        assertEquals(Optional.empty(), places.take(THREE));
        last.close();
        assertTrue(places.take(THREE).isPresent());
        assertEquals(Optional.empty(), places.take(TWO));
    }

    @Test
    void takesPlaceBackOnce() {
        var place = places.take(ONE).orElseThrow();
        assertTrue(places.take(ONE).isPresent());
        place.close();
        place.close();
        assertTrue(places.take(ONE).isPresent());
        assertEquals(Optional.empty(), places.take(ONE));
    }

    @Test
    void refusesToWorkWithoutPlaces() {
        assertThrows(IllegalStateException.class, () -> new BatchPlaces(new Limits(0, 1)));
        assertThrows(IllegalStateException.class, () -> new BatchPlaces(new Limits(1, 0)));
    }

    private record Limits(int maxBatches, int maxBatchesPerTenant) implements IntakeConfiguration {
        @Override
        public MemorySize maxReportSize() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Duration maxBatchDuration() {
            return Duration.ofHours(1);
        }
    }
}
