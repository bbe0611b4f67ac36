package io.averment.query.projection;

import io.averment.query.record.Lane;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the channel of analyses its topics and its consumer group; both follow from one property.
 *
 * <p>{@code averment.lanes}: the lanes read by this process, of {@code live}, {@code backfill} and {@code reanalysis}.
 * Production deploys one process a lane, so that an archive never delays the news; the default is in
 * {@code application.properties}. (No mapping of its own: it would claim every property that begins with {@code averment}.)
 */
@ApplicationScoped
class LaneSubscription {

    @Produces
    @ApplicationScoped
    @Identifier("analyses")
    Map<String, Object> subscription(@ConfigProperty(name = "averment.lanes") List<Lane> chosen) {
        TreeSet<Lane> lanes = new TreeSet<>(chosen);
        return Map.of(
                "topics",
                lanes.stream()
                        .map(lane -> "averment.analyses." + lane.label() + ".v1")
                        .collect(Collectors.joining(",")),
                "group.id",
                lanes.stream().map(Lane::label).collect(Collectors.joining("-", "averment-query-", "")));
    }
}
