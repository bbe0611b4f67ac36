package io.averment.analysis.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What many countries have under the same name: a ministry of defence, an embassy, a parliament. Together with a country it names
 * one organisation; by itself it does not say which.
 *
 * @param id unique among institutions
 * @param name as it is called in general
 */
public record Institution(
        String id,
        Kind kind,
        String name,
        List<String> aliases,
        @Nullable String sector) {

    public Institution {
        aliases = List.copyOf(aliases);
    }
}
