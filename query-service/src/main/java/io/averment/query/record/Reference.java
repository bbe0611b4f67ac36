package io.averment.query.record;

/**
 * An entity in a part of a fact, or the country of entities that stand there.
 *
 * @param role as it is kept: the name of a {@link Role}, or {@link Role#ofCountry}
 * @param key the entity's, or the country's ISO 3166-1 alpha-3 code
 */
public record Reference(String factId, int position, String role, String key) {}
